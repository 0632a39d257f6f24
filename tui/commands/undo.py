"""`bridgelog undo`: takes back one's own latest change of an incident."""

import argparse

from data.language import _, say
from tui.desk import Desk, complain

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Take it back, and say what it was; 1 where there is nothing to take back."""
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    name = notebook.undo()
    notebook.close()
    if name is None:
        complain(_("Nothing to undo."))
        return 1
    desk.say(_("Undone: {name}").format(name=say(name)))
    return 0
