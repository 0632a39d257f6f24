"""The settings as they stand in their file: the first frame takes what it can from them."""

from pathlib import Path
from typing import Any

__all__ = ["unchecked"]


def unchecked(path: Path) -> dict[str, Any]:
    """The values, right or wrong; none where the file cannot be read. What is wrong is said by `load_settings`."""
    try:
        content = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    import tomllib

    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError:
        return {}
