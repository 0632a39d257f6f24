"""The documents that an incident becomes, by the names of their formats."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path

from data.documents.own import own_folder
from data.durable import private
from data.trouble import Trouble
from model.incident import Incident
from model.message import N_, Message, Refused
from model.rules import Rules

__all__ = ["FORMATS", "Format", "document", "format_of", "write_document", "write_text"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of document."""

    ending: str
    """Of its files, with the point."""
    label: str
    """What it is for; marked for translation."""
    module: str
    writer: str = "document"
    """The function in that module of `data.documents`."""
    template: str = ""
    """The template of the team's own that takes the document's place; empty where there can be none."""


FORMATS: Mapping[str, Format] = {
    "markdown": Format(".md", N_("Markdown"), "markdown", template="post-mortem.md"),
    "html": Format(".html", N_("a page to print or to send"), "html", template="post-mortem.html"),
    "pdf": Format(".pdf", N_("PDF"), "pdf"),
    "text": Format(".txt", N_("plain text"), "text", template="post-mortem.txt"),
    "confluence": Format(".xhtml", N_("Confluence’s storage format"), "confluence", template="post-mortem.xhtml"),
    "icalendar": Format(".ics", N_("deadlines for a calendar"), "icalendar"),
    "csv": Format(".csv", N_("actions for a spreadsheet"), "actions_csv", "spreadsheet"),
    "jira": Format(".csv", N_("actions for Jira"), "actions_csv", "jira"),
    "github": Format(".csv", N_("actions for GitHub Issues"), "actions_csv", "github"),
    "linear": Format(".csv", N_("actions for Linear"), "actions_csv", "linear"),
    "status": Format(".txt", N_("an update of five lines for the chat"), "messages", "status", "status.txt"),
    "executive": Format(".txt", N_("a page for managers"), "messages", "executive", "executive.txt"),
    "handover": Format(".txt", N_("a hand-over for the next shift"), "messages", "handover", "handover.txt"),
    "json": Format(".json", N_("everything, for programs"), "json"),
}
"""The formats by their names. Of two with one ending, the first is what the ending asks for."""


def document(incident: Incident, now: datetime, rules: Rules, format: str) -> str | bytes:
    """The incident as a document of that format: text, or bytes where it is none.

    Raises `Trouble` where a template of the team's own is wrong, or a library that it needs is not installed.
    """
    kind = FORMATS[format]
    write: Callable[[Incident, datetime, Rules], str | bytes]
    write = getattr(import_module(f"data.documents.{kind.module}"), kind.writer)
    made = write(incident, now, rules)
    own = isinstance(made, str) and kind.ending != ".html" and (own_folder() / kind.template).is_file()
    return _in_own(kind.template, str(made), incident, now, rules) if own and kind.template else made


def _in_own(template: str, made: str, incident: Incident, now: datetime, rules: Rules) -> str:
    """The team's own template around the document, or in its place."""
    from markupsafe import Markup

    from data.documents.json import show
    from data.documents.templates import filled
    from data.reader import language

    body = Markup(made) if template.endswith(".xhtml") else made  # its texts were made harmless
    title = incident.summary.title
    return filled(template, title=title, language=language(), body=body, incident=show(incident, now, rules))


def format_of(path: Path) -> str:
    """The format that the ending of a file's name asks for; Markdown where it has none.

    Raises `Refused` where no format has that ending.
    """
    ending = path.suffix.lower()
    if ending in ("", ".markdown"):
        return "markdown"
    for name, kind in FORMATS.items():
        if ending == kind.ending:
            return name
    known = ", ".join(dict.fromkeys(kind.ending for kind in FORMATS.values()))
    raise Refused(Message("no format has the ending “{ending}”: there are {known}", ending=ending[:20], known=known))


def write_document(incident: Incident, now: datetime, rules: Rules, path: Path, format: str | None = None) -> None:
    """Write the document to a file, which is replaced only by a whole new one; a new file is its owner's alone.

    Raises `Trouble` where it cannot be written, `Refused` where no format has the ending of its name.
    """
    write_text(document(incident, now, rules, format or format_of(path)), path)


def write_text(text: str | bytes, path: Path) -> None:
    """Write a text to a file as `write_document` does."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        temporary.unlink(missing_ok=True)  # a killed program may have had the same number
        with open(temporary, "wb", opener=private) as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True) if temporary.parent.is_dir() else None
        reason = error.strerror or str(error)
        raise Trouble(
            Message("{file} cannot be written: {reason}; choose another place", file=str(path), reason=reason)
        ) from error
