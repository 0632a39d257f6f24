"""The documents that an incident becomes, by the names of their formats."""

import os
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from pathlib import Path

from data.durable import private
from data.trouble import Trouble
from model.incident import Incident
from model.message import Message
from model.rules import Rules

__all__ = ["FORMATS", "document", "format_of", "write_document", "write_text"]

FORMATS = {"markdown": ".md", "html": ".html", "json": ".json"}
"""The formats, each with the ending of its files; the module of the same name writes it."""


def document(incident: Incident, now: datetime, rules: Rules, format: str) -> str:
    """The incident as a document of that format."""
    write: Callable[[Incident, datetime, Rules], str] = import_module(f"data.documents.{format}").document
    return write(incident, now, rules)


def format_of(path: Path) -> str:
    """The format that a file's name asks for; Markdown where it asks for none."""
    return next((name for name, ending in FORMATS.items() if path.suffix.lower() == ending), "markdown")


def write_document(incident: Incident, now: datetime, rules: Rules, path: Path, format: str | None = None) -> None:
    """Write the document to a file, which is replaced only by a whole new one; a new file is its owner's alone.

    Raises `Trouble` where it cannot be written.
    """
    write_text(document(incident, now, rules, format or format_of(path)), path)


def write_text(text: str, path: Path) -> None:
    """Write a text to a file as `write_document` does."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        temporary.unlink(missing_ok=True)  # a killed program may have had the same number
        with open(temporary, "wb", opener=private) as file:
            file.write(text.encode("utf-8"))
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True) if temporary.parent.is_dir() else None
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be written: {reason}", file=str(path), reason=reason)) from error
