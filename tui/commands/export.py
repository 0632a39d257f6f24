"""`bridgelog export`: the document of an incident."""

import argparse
from pathlib import Path

from data.documents import FORMATS, document, write_document
from data.language import _
from tui.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))
    parser.add_argument("--format", choices=FORMATS, help=_("what the file's name asks for, or markdown, if left out"))
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help=_("a file; - is standard output"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Write the document; an old file is replaced only by a whole new one."""
    incident = desk.workspace.open(desk.workspace.find(arguments.id)).incident
    if arguments.output == "-":
        desk.say(document(incident, desk.now, desk.rules, arguments.format or "markdown").rstrip("\n"))
    else:
        write_document(incident, desk.now, desk.rules, Path(arguments.output).expanduser(), arguments.format)
    return 0
