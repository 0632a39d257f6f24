"""`bridgelog schema`: the JSON Schema of the exported JSON."""

import argparse
import json

from data.documents.schema import schema
from tui.desk import Desk

__all__ = ["configure", "run"]


def configure(parser: argparse.ArgumentParser) -> None:
    """It has no arguments."""


def run(_arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the schema."""
    desk.say(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0
