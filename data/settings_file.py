"""Changing the user's file of settings: one value, and nothing else in it."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.durable import make_folder, private, sync_folder
from data.settings import Settings, load_settings, read_settings
from data.trouble import Trouble
from model.message import Message

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

__all__ = ["add_to_list", "changed"]


def add_to_list(path: Path, name: str, value: str) -> None:
    """Add a value to a list in the settings, durably; comments and formatting stay as they are.

    Raises `BrokenFile` where the settings are not right as they are, `Trouble` where they cannot be read or written.
    """
    from tomlkit import array
    from tomlkit.items import Array

    def add(settings: "TOMLDocument") -> None:
        if name not in settings:
            settings[name] = array()
        values = settings[name]
        if isinstance(values, Array) and value not in values:
            values.append(value)

    _change(path, add)


def changed(path: Path, name: str, value: Any) -> Settings:
    """Set one value, or with none take it out, durably; returns the settings as they are then.

    The name of a key stands behind `keys.`. Comments and formatting stay as they are, and a value that is not right is
    not written.

    Raises `BrokenFile` where the settings are not right, as they are or as they would be, `Trouble` where they cannot
    be read or written.
    """

    def put(settings: "TOMLDocument") -> None:
        table, _dot, key = name.partition(".")
        inner = (
            settings if not key else settings.setdefault(table, {}) if value is not None else settings.get(table, {})
        )
        if value is not None:
            inner[key or table] = value
        elif (key or table) in inner:
            del inner[key or table]

    return _change(path, put)


def _change(path: Path, change: Callable[["TOMLDocument"], None]) -> Settings:
    from tomlkit import parse

    load_settings(path)
    target = path.resolve()  # many keep the file elsewhere, and a link in its place
    try:
        before = target.read_bytes() if target.exists() else b""
        document = parse(before.decode("utf-8"))
        change(document)
        after = document.as_string().encode("utf-8")
        settings = read_settings(after, path)
        settings.rules()  # says what is wrong with the country
        if after != before:
            _write(target, after)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be written: {reason}", file=str(path), reason=reason)) from error
    return settings


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
