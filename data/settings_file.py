"""Changing the user's file of settings: one value, and nothing else in it."""

import os
from contextlib import suppress
from pathlib import Path

from data.durable import make_folder, private, sync_folder
from data.settings import load_settings
from data.trouble import Trouble
from model.message import Message

__all__ = ["add_to_list"]


def add_to_list(path: Path, name: str, value: str) -> None:
    """Add a value to a list in the settings, durably; comments and formatting stay as they are.

    Raises `BrokenFile` where the settings are not right as they are, `Trouble` where they cannot be read or written.
    """
    from tomlkit import array, parse
    from tomlkit.items import Array

    load_settings(path)
    target = path.resolve()  # many keep the file elsewhere, and a link in its place
    try:
        content = target.read_bytes().decode("utf-8") if target.exists() else ""
        settings = parse(content)
        if name not in settings:
            settings[name] = array()
        values = settings[name]
        if not isinstance(values, Array) or value in values:
            return
        values.append(value)
        _write(target, settings.as_string().encode("utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be written: {reason}", file=str(path), reason=reason)) from error


def _write(path: Path, content: bytes) -> None:
    """Put a new file in the old one's place, so that at every moment there is a whole one on the disk."""
    make_folder(path.parent)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.unlink(missing_ok=True)  # a killed program may have had the same number
        with open(temporary, "wb", opener=private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink()
    sync_folder(path.parent)
