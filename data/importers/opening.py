"""Opening what is to be imported: a file, a folder or a zip, none of it larger than it may be, none of it unpacked."""

import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from data.importers.evidence import LARGEST, Evidence
from data.trouble import BrokenFile, NotFound, Trouble
from model.message import Message

__all__ = ["opened", "opened_bytes"]

MOST_FILES = 100_000
MOST_EXPANDED = 100
"""How many times its size in the zip a file may take, and all of them together."""
_SMALL = 1024 * 1024
"""Bytes that any file may expand to."""
_TOGETHER = 256 * 1024 * 1024
"""Bytes that all files of a zip may expand to, however small it is."""
_DEEPEST = 3
"""How many folders within a folder are looked into."""
_ZIP, _ENCRYPTED = b"PK\x03\x04", 0x1
_DAY = re.compile(r"\d{4}-\d\d-\d\d\.json")
_LISTS = ("users.json", "org_users.json", "channels.json", "groups.json")


def opened(path: Path) -> Evidence:
    """What is at that path.

    Raises `NotFound` where nothing is, `Trouble` where it cannot be read or is too large, `BrokenFile` where a zip is
    not whole.
    """
    try:
        if path.is_dir():
            return Evidence(str(path), files=_in_folder(path), beside=_beside(path))
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Trouble(Message("{file} is no file: give it as - on standard input", file=str(path)))
        with path.open("rb") as file:
            if file.read(len(_ZIP)) == _ZIP:
                return Evidence(str(path), files=_in_zip(path, found.st_size, str(path)))
        _check_size(found.st_size, str(path))
        beside = _beside(path.parent) if _DAY.fullmatch(path.name) else {}
        return Evidence(str(path), _read(path), beside=beside)
    except FileNotFoundError as error:
        raise NotFound(
            Message("there is no file {file}: look at its name, or give - to read standard input", file=str(path))
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=str(path), reason=reason)) from error


def opened_bytes(content: bytes, name: str) -> Evidence:
    """What those bytes are. Raises as `opened` does."""
    _check_size(len(content), name)
    if content.startswith(_ZIP):
        return Evidence(name, files=_in_zip(io.BytesIO(content), len(content), name))
    return Evidence(name, content)


def _check_size(size: int, name: str) -> None:
    if size > LARGEST:
        raise Trouble(Message("{file} is larger than 64 MB: split it, or give the folder of it", file=name))


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        _check_size(os.fstat(file.fileno()).st_size, str(path))
        return file.read(LARGEST)


def _in_folder(folder: Path) -> Mapping[str, Callable[[], bytes]]:
    """The JSON files in it; links in it are not followed, wherever they lead."""
    found: dict[str, Callable[[], bytes]] = {}
    for base, folders, names in os.walk(folder):
        here = Path(base)
        within = here.relative_to(folder)
        folders[:] = sorted(name for name in folders if len(within.parts) < _DEEPEST and not name.startswith("."))
        for name in sorted(names):
            path = here / name
            if name.endswith(".json") and not path.is_symlink() and path.is_file() and len(found) < MOST_FILES:
                found[(within / name).as_posix()] = partial(_read, path)
    return found


def _beside(folder: Path) -> Mapping[str, Callable[[], bytes]]:
    """The lists of names in a folder of an export or in the one above it."""
    paths = (above / name for above in (folder.absolute().parent, folder) for name in _LISTS)
    return {path.name: partial(_read, path) for path in paths if not path.is_symlink() and path.is_file()}


def _in_zip(source: Path | IO[bytes], size: int, name: str) -> Mapping[str, Callable[[], bytes]]:
    try:
        archive = zipfile.ZipFile(source)
        listed = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise BrokenFile(Message("{file} is not a whole zip: fetch it again", file=name)) from error
    if len(listed) > MOST_FILES:
        raise Trouble(Message("{file} holds too many files: unpack it and give one channel’s folder", file=name))
    if sum(entry.file_size for entry in listed) > max(_TOGETHER, size * MOST_EXPANDED):
        raise Trouble(Message("{file} expands to too much: it is not read", file=name))
    return {
        entry.filename: partial(_expanded, archive, entry, name)
        for entry in listed
        if not entry.is_dir() and entry.filename.endswith(".json") and _stays_inside(entry.filename)
    }


def _stays_inside(name: str) -> bool:
    """Whether the name does not lead out of the zip. Nothing is ever written by these names."""
    path = PurePosixPath(name.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and "__MACOSX" not in path.parts


def _expanded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """One file of a zip; never more of it than is said, nor more than could be meant."""
    part = entry.filename[:80]
    limit = min(LARGEST, max(_SMALL, entry.compress_size * MOST_EXPANDED))
    if entry.file_size > limit:
        raise Trouble(Message("{file}: {part} expands to too much: it is not read", file=name, part=part))
    if entry.flag_bits & _ENCRYPTED:
        text = Message("{file}: {part} needs a password: unpack it, and give the folder", file=name, part=part)
        raise Trouble(text)
    try:
        with archive.open(entry) as file:
            return file.read(limit)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError) as error:
        text = Message("{file}: {part} in it cannot be read", file=name, part=part)
        raise BrokenFile(text) from error
