"""`bridgelog export`: the document of an incident."""

import argparse
import sys
from pathlib import Path

from data.documents import FORMATS, document, write_document
from data.documents.own import own_folder
from data.incident_table import TABLES, is_parquet, table_bytes, write_table
from data.language import _, say
from data.trouble import Trouble
from model.message import Message, Refused
from tui.desk import Desk, complain, table
from tui.secret_notes import note_unpublishable
from tui.telling import telling

__all__ = ["configure", "run"]

_LARGEST = 1_000_000
_PARQUET = "incidents.parquet"
"""Where a table in Parquet goes, which is no text, unless a file is named."""
_ENDINGS = {".parquet": "parquet", ".csv": "table", ".jsonl": "lines", ".ndjson": "lines"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", nargs="?", help=_("an ID, or a part of one"))
    parser.add_argument("--all", action="store_true", help=_("a table of all incidents, a row each"))
    parser.add_argument(
        "--format",
        choices=[*FORMATS, *TABLES],
        help=_("what the file's name asks for if left out, else markdown, or with --all table, which is CSV"),
    )
    parser.add_argument("--template", action="store_true", help=_("print what to begin a template of your own with"))
    told = _("a file; - is standard output, as if left out, but for parquet: that goes to {file}").format(file=_PARQUET)
    parser.add_argument("-o", "--output", metavar="FILE", help=told)
    parser.add_argument(
        "--redact", action="store_true", help=_("put pseudonyms in the place of people, hosts, addresses and secrets")
    )
    parser.add_argument("--preview", action="store_true", help=_("only list what would be replaced by what"))
    parser.add_argument("--redact-words", metavar="FILE", help=_("more words to replace, one a line"))
    parser.add_argument(
        "--keep",
        metavar="TEXT",
        action="append",
        default=[],
        help=_("leave this as it is; may be given more than once"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Write the document; an old file is replaced only by a whole new one."""
    if arguments.template:
        return _template(arguments.format or "html", desk)
    if arguments.all or arguments.format in TABLES:
        return _all(arguments, desk)
    if arguments.id is None:
        raise Refused(Message("which incident? give its ID, or --all for a table of all of them"))
    incident = desk.workspace.open(desk.workspace.find(arguments.id)).incident
    if arguments.redact or arguments.preview or arguments.redact_words or arguments.keep:
        from model.redaction import KIND_LABELS, redacted

        rules = desk.rules
        done = redacted(
            incident,
            roster=rules.roster,
            words=[*desk.settings.hidden_words, *_words(arguments.redact_words)],
            allowed=rules.allowed_words,
            kept=arguments.keep,
        )
        if arguments.preview:
            rows = [(_(KIND_LABELS[r.kind]), r.original, r.shown, str(r.count)) for r in done.replacements]
            head = (_("what"), _("original"), _("stands as"), _("times"))
            desk.say(table(rows, (3,), head=head, shrink=1) if rows else _("Nothing would be replaced."))
            return 0
        incident = done.incident
    else:
        note_unpublishable(incident)
    if arguments.output in (None, "-"):
        _print(document(incident, desk.now, desk.rules, arguments.format or "markdown"), desk)
    else:
        write_document(incident, desk.now, desk.rules, Path(arguments.output).expanduser(), arguments.format)
    return 0


def _all(arguments: argparse.Namespace, desk: Desk) -> int:
    """A row an incident; 1 where a file could not be read and was left out."""
    if arguments.id is not None or not arguments.all:
        raise Refused(Message("a table holds all incidents: give --all, and no ID"))
    if arguments.redact or arguments.preview or arguments.redact_words or arguments.keep:
        raise Refused(Message("a table of all incidents cannot be written with pseudonyms: export one at a time"))
    suffix = Path(arguments.output or "-").suffix.lower()
    if not arguments.format and suffix and suffix not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise Refused(
            Message("no format has the ending “{ending}”: there are {known}", ending=suffix[:20], known=known)
        )
    format = arguments.format or _ENDINGS.get(suffix, "table")
    if format not in TABLES:
        raise Refused(Message("as a table there are: {names}", names=", ".join(TABLES)))
    path = _file_of(arguments.output, format)
    if path is None and format == "parquet" and sys.stdout.isatty():
        raise Refused(Message("this format is no text: name a file with -o"))
    tell, first_month = telling(_("Reading the incidents")), desk.settings.fiscal_year_starts
    if path is None:
        content, broken = table_bytes(desk.workspace, desk.now, desk.rules, format, first_month=first_month, tell=tell)
        _print(content.decode() if sys.stdout.isatty() else content, desk)
    else:
        broken = write_table(desk.workspace, desk.now, desk.rules, path, format, first_month=first_month, tell=tell)
        if arguments.output is None:
            complain(_("the table is in {file}").format(file=path))
    for found in broken:
        if found.trouble is not None:
            complain(say(found.trouble))
    return 1 if broken else 0


def _file_of(output: str | None, format: str) -> Path | None:
    """The file that the table goes to; none for standard output.

    Raises `Refused` where nobody named one, and another kind of file lies where it would go.
    """
    if output is not None:
        return None if output == "-" else Path(output).expanduser()
    if format != "parquet":
        return None
    path = Path(_PARQUET)
    if (path.exists() or path.is_symlink()) and not is_parquet(path):
        raise Refused(Message("{file} is there already, and is no Parquet: name another file with -o", file=_PARQUET))
    return path


def _template(format: str, desk: Desk) -> int:
    kind = FORMATS.get(format)
    if kind is None or not kind.template:
        names = ", ".join(name for name, known in FORMATS.items() if known.template)
        raise Refused(Message("templates there are for: {names}", names=names))
    from data.documents.templates import stock

    complain(_("a template of your own lies in {file}").format(file=own_folder() / kind.template))
    desk.say(stock(kind.template).rstrip("\n"))
    return 0


def _print(made: str | bytes, desk: Desk) -> None:
    """Write the document to standard output. Raises `Refused` where that is a terminal, and it is no text."""
    if isinstance(made, str):
        desk.say(made.rstrip("\r\n"))
        return
    if sys.stdout.isatty():
        raise Refused(Message("this format is no text: name a file with -o"))
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()


def _words(name: str | None) -> list[str]:
    """The words in that file, one a line.

    Raises `Trouble` where it cannot be read, or is no text.
    """
    if name is None:
        return []
    try:
        with Path(name).expanduser().open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise Trouble(Message("{file} is larger than 1 MB: that is no list of words", file=name))
        return [line.strip() for line in content.decode("utf-8-sig").splitlines() if line.strip()]
    except UnicodeDecodeError:
        raise Trouble(Message("{file} is no text in UTF-8", file=name)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=name, reason=reason)) from error
