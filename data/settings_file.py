"""Changing the user's file of settings: one value, and nothing else in it."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.durable import make_folder, private, sync_folder
from data.settings import Settings
from data.settings_reading import read_settings
from data.trouble import BrokenFile, Trouble
from model.message import Message, Refused

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

__all__ = ["add_to_list", "changed"]


def add_to_list(path: Path, name: str, value: str) -> None:
    """Add a value to a list in the settings, durably; comments and formatting stay as they are.

    Raises `BrokenFile` where the file is no TOML, `Trouble` where it cannot be read or written.
    """
    from tomlkit import array
    from tomlkit.items import Array

    def add(settings: "TOMLDocument") -> None:
        if name not in settings:
            settings[name] = array()
        values = settings[name]
        if not isinstance(values, Array):
            raise Trouble(Message("{file}: {name} is no list: correct that first", file=str(path), name=name))
        if value not in values:
            values.append(value)

    _change(path, "", add)


def changed(path: Path, name: str, value: Any) -> Settings:
    """Set one value, or with none take it out, durably; returns the settings as they are then.

    The name of a key stands behind `keys.`. Comments and formatting stay as they are, and a value that is not right is
    not written.

    What else is wrong in the file hinders nothing, and stays as it is.

    Raises `Refused` where that value is not right, `BrokenFile` where the file is no TOML, `Trouble` where it cannot be
    read or written.
    """

    def put(settings: "TOMLDocument") -> None:
        table, _dot, key = name.partition(".")
        inner = settings
        if key:
            inner = settings.setdefault(table, {}) if value is not None else settings.get(table, {})
            inner, key = _innermost(inner, key)
        if value is not None:
            inner[key or table] = value
        elif (key or table) in inner:
            del inner[key or table]

    return _change(path, name if value is not None else "", put)


def _innermost(table: Any, key: str) -> tuple[Any, str]:
    """Where a key stands that was written without quotes, `app.undo`: in a table in the table; else as it is."""
    head, dot, rest = key.partition(".")
    if key not in table and dot and isinstance(table.get(head), dict):
        return _innermost(table[head], rest)
    return table, key


def _change(path: Path, name: str, change: Callable[["TOMLDocument"], None]) -> Settings:
    """Change the file, unless the value of that name is wrong then, or makes another wrong."""
    from tomlkit import parse

    target = path.resolve()  # many keep the file elsewhere, and a link in its place
    try:
        before = target.read_bytes() if target.exists() else b""
        known = {(problem.place, str(problem.reason)) for problem in _read(before, path).problems}
        document = parse(before.decode("utf-8"))
        change(document)
        after = document.as_string().encode("utf-8")
        settings = read_settings(after, path)
        for problem in settings.problems:
            if problem.place[0] == name or (problem.place, str(problem.reason)) not in known:
                raise Refused(problem.reason)
        if after != before:
            _write(target, after)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be written: {reason}", file=str(path), reason=reason)) from error
    return settings


def _read(content: bytes, path: Path) -> Settings:
    """Raises `BrokenFile` where it is no TOML: nothing is put into that."""
    settings = read_settings(content, path)
    for problem in settings.problems:
        if not problem.place:
            raise BrokenFile(problem.message)
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
