"""The commands, one module each: `configure` names its arguments, `run` does it and returns the exit code."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn

from data.language import _
from model.message import N_
from tui.desk import Desk, complain

__all__ = ["COMMANDS", "parser"]

COMMANDS = {
    "new": N_("create an incident, print its ID, and open it"),
    "open": N_("open an incident"),
    "serve": N_("open the program in a browser on this machine"),
    "stamp": N_("add an entry to an incident's timeline"),
    "role": N_("say who does what on the bridge, and hand a role over"),
    "set": N_("set fields of an incident"),
    "add": N_("add a why, an action, what went well, a note, a factor"),
    "remove": N_("take a record of an incident away"),
    "records": N_("list what an incident holds, each with the name that set and remove know it by"),
    "undo": N_("take back your latest change of an incident"),
    "redo": N_("do again what was taken back last"),
    "follow": N_("say each entry as it is filed, until the incident is over"),
    "list": N_("list the incidents"),
    "show": N_("show one incident with everything that derives from it"),
    "agenda": N_("print the agenda of the review meeting, with what to ask"),
    "check": N_("say what is missing; exits 1 if something blocks publishing"),
    "clocks": N_("show the legal clocks of an incident with their working, or all that run"),
    "due": N_("list the open actions of all incidents by deadline"),
    "review": N_("review a quarter across all incidents"),
    "repeats": N_("list the incidents of a quarter that look like earlier ones, or take down whether they are"),
    "similar": N_("list past incidents like one, and what was left undone"),
    "lint": N_("find blame in any text, and say it of the system; exits 1 on a warning"),
    "ignore": N_("leave marked sentences and TODOs as they are"),
    "log": N_("say who changed what, and when"),
    "import": N_("read evidence into an incident, or a whole incident"),
    "export": N_("write the document of an incident"),
    "publish": N_("say how far a post-mortem is: draft, in review, published"),
    "merge": N_("unite two copies of an incident that went apart"),
    "doctor": N_("say what is wrong with files, and put it right"),
    "settings": N_("show what is set, and change it"),
    "schema": N_("print the JSON Schema of the exported JSON"),
    "completion": N_("print a script that completes commands in a shell"),
    "manual": N_("print everything about the command line"),
    "demo": N_("open a real public incident in a throw-away workspace"),
}
"""Every command with what it does, in the order of the help."""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and where to read more."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        complain(_("{problem} – see {command} --help").format(problem=message, command=self.prog))
        raise SystemExit(2)


def parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of that command line; without a command, it opens the workspace. Only what is asked for is loaded."""
    folder = _("the folder with the incidents")
    shared = Parser(add_help=False)
    shared.add_argument("--workspace", metavar="DIR", help=folder, default=argparse.SUPPRESS)
    top = Parser(
        prog="bridgelog",
        description=_("Takes down an incident live from the bridge, and leaves behind a blameless post-mortem."),
        epilog=_("Without a command, the workspace's incidents are opened."),
    )
    top.add_argument("--version", action="store_const", const=_say_version, dest="run", help=_("print the version"))
    top.add_argument("--workspace", metavar="DIR", help=folder)
    top.set_defaults(run=_home)
    commands = top.add_subparsers(metavar=_("command"))
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=_(text), description=_(text), parents=[shared])
        if name not in argv:
            continue
        module = import_module(f"tui.commands.{name}_" if name == "import" else f"tui.commands.{name}")
        module.configure(command)
        run: Callable[..., int] = module.run
        command.set_defaults(run=run)
    return top


def _home(_arguments: argparse.Namespace, desk: Desk) -> int:
    from tui.commands.open import show_screen

    return show_screen(desk, None)


def _say_version(_arguments: argparse.Namespace, desk: Desk) -> int:
    from importlib.metadata import PackageNotFoundError, version

    try:
        desk.say(f"bridgelog {version('bridgelog')}")
    except PackageNotFoundError:
        desk.say(_("bridgelog (from a checkout)"))
    return 0
