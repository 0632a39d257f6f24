"""Writing a text in the user's own editor."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported
from textual.widgets import Input, TextArea

from data.language import _, say
from data.trouble import Trouble
from model.message import Message
from model.text import clean

__all__ = ["edit_focused", "edited", "editor_command"]


def edit_focused(app: App[Any]) -> None:
    """Write the focused field in the user's editor, while the program waits behind it."""
    if app.is_web:
        app.notify(_("An editor needs a terminal: in a browser, write in the field."))
        return
    field = app.screen.focused
    if not isinstance(field, Input | TextArea):
        app.notify(_("First go to a field."))
        return
    try:
        command = editor_command()
        with app.suspend():
            text = edited(field.value if isinstance(field, Input) else field.text, command)
    except SuspendNotSupported:
        app.notify(_("This terminal cannot make room for an editor."), severity="error")
    except Trouble as trouble:
        app.notify(say(trouble.message), severity="error", markup=False)
    else:
        if isinstance(field, Input):
            field.value = " ".join(text.split())
        else:
            field.text = text


def editor_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command of `$VISUAL` or `$EDITOR`.

    Raises `Trouble` where none is set, or it cannot be read.
    """
    command = environment.get("VISUAL") or environment.get("EDITOR")
    if not command:
        raise Trouble(Message("no editor is set: set EDITOR, for example EDITOR=nano"))
    try:
        return shlex.split(command)
    except ValueError as error:
        raise Trouble(Message("EDITOR cannot be read: {reason}", reason=str(error))) from error


def edited(text: str, command: Sequence[str]) -> str:
    """The text as it comes back from the editor.

    Raises `Trouble` where the editor fails.
    """
    with tempfile.TemporaryDirectory(prefix="bridgelog-") as folder:
        path = Path(folder) / "text.md"
        path.touch(mode=0o600)
        path.write_text(text, "utf-8")
        try:
            subprocess.run([*command, str(path)], check=True)
            return clean(path.read_text("utf-8")).rstrip("\n")
        except (OSError, UnicodeDecodeError, subprocess.CalledProcessError) as error:
            raise Trouble(
                Message("the editor “{command}” failed: {reason}", command=command[0], reason=str(error))
            ) from error
