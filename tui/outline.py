"""Every command with its options, read off the parsers: what completion and manual are made of."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

from tui.commands import COMMANDS, parser

__all__ = ["Argument", "Outline", "outlines"]

_IDS = ("ID", "LATER", "EARLIER")


@dataclass(frozen=True, slots=True)
class Argument:
    """An option, or what stands without one."""

    names: Sequence[str]
    """`-o` and `--output`; empty where it stands without a name."""
    value: str
    """What it takes, in capitals; empty where it takes nothing."""
    choices: Sequence[str]
    help: str

    @property
    def is_id(self) -> bool:
        """Whether it is an incident's ID."""
        return self.value in _IDS


@dataclass(frozen=True, slots=True)
class Outline:
    """A command."""

    name: str
    help: str
    usage: str
    arguments: Sequence[Argument]


def outlines() -> list[Outline]:
    """All commands, in the order of the help."""
    top = parser(list(COMMANDS))
    (commands,) = (action for action in top._actions if isinstance(action, argparse._SubParsersAction))
    return [
        Outline(
            name,
            made.description or "",
            " ".join(made.format_usage().split()).partition(": ")[2],
            [_argument(action) for action in made._actions if action.help != argparse.SUPPRESS],
        )
        for name, made in commands.choices.items()
    ]


def _argument(action: argparse.Action) -> Argument:
    choices = [str(choice) for choice in action.choices or ()]
    takes = action.nargs != 0
    shown = action.metavar if isinstance(action.metavar, str) else ("|".join(choices) or action.dest.upper())
    return Argument(list(action.option_strings), shown if takes else "", choices, action.help or "")
