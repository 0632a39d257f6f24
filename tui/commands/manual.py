"""`bridgelog manual`: everything about the command line, to be read at once or with man."""

import argparse
from collections.abc import Iterator, Sequence
from textwrap import fill

from data.language import _
from tui.desk import Desk, terminal_width
from tui.outline import Argument, Outline, outlines

__all__ = ["configure", "run"]

_WIDEST = 100


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    told = _("as a page for man: bridgelog manual --man > bridgelog.1; man ./bridgelog.1")
    parser.add_argument("--man", action="store_true", help=told)


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the manual."""
    lines = _page(outlines()) if arguments.man else _text(outlines())
    desk.say("\n".join(lines))
    return 0


def _about() -> str:
    return _("Takes down an incident live from the bridge, and leaves behind a blameless post-mortem.")


def _exits() -> Sequence[tuple[str, str]]:
    return (
        ("0", _("done")),
        ("1", _("findings, or nothing matched")),
        ("2", _("wrong usage")),
        ("3", _("a file could not be read or written")),
    )


def _environment() -> Sequence[tuple[str, str]]:
    return (
        ("BRIDGELOG_HOME", _("the folder with the incidents; --workspace comes first")),
        ("BRIDGELOG_CONFIG", _("the file with the settings")),
        ("BRIDGELOG_DEBUG", _("1 shows the traceback of an error that nobody thought of")),
        ("LANG, LC_ALL", _("the language and the way of numbers, unless the settings say so")),
    )


def _text(commands: Sequence[Outline]) -> Iterator[str]:
    yield f"bridgelog – {_about()}"
    for one in commands:
        yield ""
        yield one.usage
        yield _wrapped(one.help, 4)
        for argument in one.arguments:
            yield _wrapped(f"{_named(argument)}  {argument.help}", 8, 12)
    for title, rows in ((_("Exit codes"), _exits()), (_("Environment"), _environment())):
        yield ""
        yield title
        yield from (_wrapped(f"{name}  {text}", 4, 8) for name, text in rows)


def _named(argument: Argument) -> str:
    return " ".join(part for part in (", ".join(argument.names), argument.value) if part)


def _wrapped(text: str, first: int, others: int | None = None) -> str:
    width = min(terminal_width() or _WIDEST, _WIDEST)
    return fill(text, width, initial_indent=" " * first, subsequent_indent=" " * (others or first))


def _page(commands: Sequence[Outline]) -> Iterator[str]:
    yield ".TH BRIDGELOG 1"
    yield ".SH NAME"
    yield f"bridgelog \\- {_roff(_about())}"
    yield ".SH SYNOPSIS"
    yield ".B bridgelog"
    yield "[command] [options]"
    yield ".SH COMMANDS"
    for one in commands:
        yield f".SS {_roff(one.name)}"
        yield f".B {_roff(one.usage)}"
        yield ".PP"
        yield _roff(one.help)
        for argument in one.arguments:
            yield ".TP"
            yield f".B {_roff(_named(argument))}"
            yield _roff(argument.help)
    for title, rows in (("EXIT STATUS", _exits()), ("ENVIRONMENT", _environment())):
        yield f".SH {title}"
        for name, text in rows:
            yield ".TP"
            yield f".B {_roff(name)}"
            yield _roff(text)


def _roff(text: str) -> str:
    """The text, in which nothing is a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
