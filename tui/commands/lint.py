"""`bridgelog lint`: the blameless check on any text, fit for a commit hook."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.language import _, say
from data.prose import prose
from data.trouble import Trouble
from model.blameless import Blame, Level, check
from model.incident import SECTIONS
from model.message import Message
from model.text import clean, one_line
from tui.desk import Desk, complain

__all__ = ["configure", "run"]

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Place:
    """One finding, and where it is."""

    file: str
    line: int
    column: int
    """From 1, in characters."""
    text: str
    blame: Blame


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("files", metavar="FILE", nargs="+", help=_("text or Markdown; - is standard input"))
    parser.add_argument("--section", choices=list(SECTIONS), help=_("read it as a text of that section"))
    parser.add_argument("--roster", metavar="NAMES", default="", help=_("the people who are known, with commas"))
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print what was found; 1 on a warning, 3 where a file cannot be read."""
    roster = frozenset(name.strip() for name in arguments.roster.split(",") if name.strip())
    allowed = frozenset(desk.settings.allowed_words)
    places: list[Place] = []
    unreadable = False
    for file in arguments.files:
        try:
            text = _read(file)
        except Trouble as trouble:
            complain(say(trouble.message))
            unreadable = True
            continue
        places.extend(
            _places(file, text, check(prose(text), section=arguments.section, roster=roster, allowed=allowed))
        )
    if arguments.json:
        several = len(arguments.files) > 1
        desk.say(json.dumps([_json(place, several) for place in places], indent=2, ensure_ascii=False))
    else:
        for place in places:
            desk.say(_shown(place))
    if unreadable:
        return 3
    return 1 if any(place.blame.level is Level.WARN for place in places) else 0


def _read(file: str) -> str:
    """The text of the file, its line ends made equal. Raises `Trouble` where it is none."""
    try:
        content = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
        found = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        text = Message("there is no file {file}: look at its name, or give - to read standard input", file=file)
        raise Trouble(text) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=file, reason=reason)) from error
    except UnicodeDecodeError:
        raise Trouble(Message("{file} is no text in UTF-8", file=file)) from None
    return found.replace("\r\n", "\n").replace("\r", "\n")


def _places(file: str, text: str, found: list[Blame]) -> Iterator[Place]:
    line, start = 1, 0
    for blame in found:
        line += text.count("\n", start, blame.start)
        start = blame.start
        column = blame.start - (text.rfind("\n", 0, blame.start) + 1) + 1
        yield Place(file, line, column, text[blame.start : blame.start + blame.length], blame)


def _json(place: Place, several: bool) -> dict[str, object]:
    blame = place.blame
    found: dict[str, object] = {
        "line": place.line,
        "column": place.column,
        "length": blame.length,
        "level": blame.level.value,
        "rule": blame.rule,
        "text": place.text,
        "rewrite": blame.rewrite,
    }
    return {"file": place.file, **found} if several else found


def _shown(place: Place) -> str:
    blame = place.blame
    head = f"{place.file}:{place.line}:{place.column}: {blame.level.value} {blame.rule}: {say(blame.message)}"
    return clean(f"{head}\n    “{one_line(place.text)}”\n    → {one_line(blame.rewrite)}")
