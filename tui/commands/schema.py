"""`bridgelog schema`: the JSON Schema of the exported JSON."""

import argparse

from data.documents.schema import schema
from tui.desk import Desk, as_json

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """It has no arguments."""


def run(_arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the schema."""
    desk.say(as_json(schema()))
    return 0
