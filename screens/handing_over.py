"""A document for whoever sees the program in a browser: the browser saves it, not the machine that serves."""

import io
import re
from pathlib import Path
from typing import Any

from textual.app import App

__all__ = ["hand_over"]

_NOT_IN_NAMES = re.compile(r"[^\w.-]+", re.ASCII)


def hand_over(app: App[Any], made: str | bytes, path: Path) -> str:
    """Have the browser save the document; returns the name that it gets there: one that every system can have."""
    stem = _NOT_IN_NAMES.sub("-", path.stem).strip("-.") or "document"
    name = f"{stem}{_NOT_IN_NAMES.sub('-', path.suffix)}"
    app.deliver_binary(io.BytesIO(made if isinstance(made, bytes) else made.encode("utf-8")), save_filename=name)
    return name
