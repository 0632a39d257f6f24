"""Opening what is to be imported: a file, a folder or a zip, none of it larger than it may be, none of it unpacked."""

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from data.importers.evidence import LARGEST, Evidence
from data.trouble import BrokenFile, NotFound, Trouble
from model.message import Message

__all__ = ["opened", "opened_bytes"]

MOST_FILES = 100_000
MOST_EXPANDED = 100
"""How many times its size in the zip a file may take."""
_SMALL = 1024 * 1024
"""Bytes that any file may expand to."""


def opened(path: Path) -> Evidence:
    """What is at that path.

    Raises `NotFound` where nothing is, `Trouble` where it cannot be read or is too large, `BrokenFile` where a zip is
    not whole.
    """
    try:
        if path.is_dir():
            return Evidence(str(path), files=_in_folder(path))
        if not stat.S_ISREG(path.stat().st_mode):
            raise Trouble(Message("{file} is no file: give it as - on standard input", file=str(path)))
        return opened_bytes(_read(path), str(path))
    except FileNotFoundError as error:
        raise NotFound(Message("there is no file {file}", file=str(path))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=str(path), reason=reason)) from error


def opened_bytes(content: bytes, name: str) -> Evidence:
    """What those bytes are. Raises as `opened` does."""
    if len(content) > LARGEST:
        raise Trouble(Message("{file} is larger than 64 MB: split it, or give the folder of it", file=name))
    if content.startswith(b"PK\x03\x04"):
        return Evidence(name, files=_in_zip(content, name))
    return Evidence(name, content)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _in_folder(folder: Path) -> Mapping[str, Callable[[], bytes]]:
    found: dict[str, Callable[[], bytes]] = {}
    for path in sorted(folder.glob("*.json")) + sorted(folder.glob("*/*.json")):
        if path.is_file() and len(found) < MOST_FILES:
            found[path.relative_to(folder).as_posix()] = partial(_within, path)
    return found


def _within(path: Path) -> bytes:
    content = _read(path)
    if len(content) > LARGEST:
        raise Trouble(Message("{file} is larger than 64 MB: split it, or give the folder of it", file=str(path)))
    return content


def _in_zip(content: bytes, name: str) -> Mapping[str, Callable[[], bytes]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        listed = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise BrokenFile(Message("{file} is not a whole zip: fetch it again", file=name)) from error
    if len(listed) > MOST_FILES:
        raise Trouble(Message("{file} holds too many files: unpack it and give one channel’s folder", file=name))
    return {
        entry.filename: partial(_expanded, archive, entry, name)
        for entry in listed
        if not entry.is_dir() and entry.filename.endswith(".json")
    }


def _expanded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """One file of a zip; never more of it than is said, nor more than could be meant."""
    limit = min(LARGEST, max(_SMALL, entry.compress_size * MOST_EXPANDED))
    if entry.file_size > limit:
        raise Trouble(
            Message("{file}: {part} expands to too much: it is not read", file=name, part=entry.filename[:80])
        )
    try:
        with archive.open(entry) as file:
            return file.read(limit)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        text = Message("{file}: {part} in it cannot be read", file=name, part=entry.filename[:80])
        raise BrokenFile(text) from error
