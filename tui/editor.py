"""Writing a text in the user's own editor."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from data.trouble import Trouble
from model.message import Message

__all__ = ["edited"]


def edited(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """The text as it comes back from `$VISUAL` or `$EDITOR`.

    Raises `Trouble` where none is set, or it fails.
    """
    command = environment.get("VISUAL") or environment.get("EDITOR")
    if not command:
        raise Trouble(Message("no editor is set: set EDITOR, for example EDITOR=nano"))
    with tempfile.TemporaryDirectory(prefix="bridgelog-") as folder:
        path = Path(folder) / "text.md"
        path.write_text(text, "utf-8")
        try:
            subprocess.run([*shlex.split(command), str(path)], check=True)
            return path.read_text("utf-8").rstrip("\n")
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            text_of_error = Message("the editor “{command}” failed: {reason}", command=command, reason=str(error))
            raise Trouble(text_of_error) from error
