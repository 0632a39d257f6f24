"""The commands, one module each: `configure` names its arguments, `run` does it and returns the exit code."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from data.language import _
from model.message import N_

__all__ = ["COMMANDS", "parser"]

COMMANDS = {
    "new": N_("create an incident, print its ID, and open it"),
    "open": N_("open an incident"),
    "stamp": N_("add an entry to an incident's timeline"),
    "set": N_("set fields of an incident"),
    "list": N_("list the incidents"),
    "show": N_("show one incident with everything that derives from it"),
    "check": N_("say what is missing; exits 1 if something blocks publishing"),
    "due": N_("list the open actions of all incidents by deadline"),
    "lint": N_("find blame in any text, and say it of the system; exits 1 on a warning"),
    "log": N_("say who changed what, and when"),
    "import": N_("read a whole incident"),
    "export": N_("write the document of an incident"),
    "schema": N_("print the JSON Schema of the exported JSON"),
    "demo": N_("open a real public incident in a throw-away workspace"),
}
"""Every command with what it does, in the order of the help."""


def parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of that command line; without a command, it opens the workspace. Only what is asked for is loaded."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--workspace", metavar="DIR", help=_("the folder with the incidents"), default=argparse.SUPPRESS
    )
    top = argparse.ArgumentParser(
        prog="bridgelog",
        description=_("Takes down an incident live from the bridge, and leaves behind a blameless post-mortem."),
        epilog=_("Without a command, the workspace's incidents are opened."),
    )
    top.add_argument("--version", action="version", version=f"bridgelog {_version()}")
    top.add_argument("--workspace", metavar="DIR", help=_("the folder with the incidents"))
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


def _home(_arguments: argparse.Namespace, desk: object) -> int:
    from tui.commands.open import show_screen
    from tui.desk import Desk

    assert isinstance(desk, Desk)
    return show_screen(desk, None)


def _version() -> str:
    try:
        return version("bridgelog")
    except PackageNotFoundError:
        return _("from a checkout")
