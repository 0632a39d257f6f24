"""`bridgelog open`: an incident on the screen."""

import argparse
import gc
from pathlib import Path

from data.language import _
from data.trouble import NotFound
from model.message import Message, Refused
from tui.desk import Desk
from tui.terminal import has_terminal, paint_often

__all__ = ["configure", "only_live", "run", "show_screen"]


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("id", metavar="ID", nargs="?", help=_("an ID, or a part of one; the live incident if left out"))
    parser.add_argument("--facilitate", action="store_true", help=_("begin the review meeting"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """Open the incident."""
    path = desk.workspace.find(arguments.id) if arguments.id else only_live(desk)
    return show_screen(desk, path, "facilitation" if arguments.facilitate else "timeline")


def only_live(desk: Desk) -> Path:
    """The one incident that is live.

    Raises `NotFound` where none or more than one is.
    """
    live = desk.workspace.live()
    if not live:
        raise NotFound(Message("no incident is live: name one by its ID, see bridgelog list"))
    if len(live) > 1:
        ids = ", ".join(found.id for found in live)
        raise NotFound(Message("more than one incident is live: {ids} – name one by its ID", ids=ids))
    return live[0].path


def show_screen(desk: Desk, path: Path | None, begin: str = "timeline", *, tour: bool = False) -> int:
    """Run the program on the screen until the user quits; an incident that is named opens on that section.

    Raises `Refused` where there is no terminal.
    """
    if not has_terminal():
        raise Refused(
            Message("there is no terminal to show the screen in: see bridgelog --help for what works without")
        )
    paint_often()
    gc.disable()  # until the first screen is painted
    from tui.app import run_app
    from tui.start import Start

    start = Start(desk.workspace, desk.settings, desk.rules, path, begin=begin, tour=tour)
    return run_app(lambda: start, mouse=desk.settings.mouse)
