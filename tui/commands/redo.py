"""`bridgelog redo`: does again what was last taken back in an incident."""

import argparse

from data.language import _, say
from tui.desk import Desk, complain

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", help=_("an ID, or a part of one"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Do it again, and say what it is; 1 where nothing was taken back."""
    notebook = desk.workspace.open(desk.workspace.find(arguments.id))
    name = notebook.redo()
    notebook.close()
    if name is None:
        complain(_("Nothing to do again."))
        return 1
    desk.say(_("Done again: {name}").format(name=say(name)))
    return 0
