"""What a file is on the disk: whose eyes it is for, and whether it is a file at all."""

import os
import stat
from pathlib import Path

from data.doctor.sheet import Sheet
from data.trouble import Trouble
from model.message import Message

__all__ = ["OTHERS", "check_place", "is_open_to_others"]

OTHERS = 0o077
"""The bits of a mode that let others than the owner in."""


def check_place(sheet: Sheet) -> None:
    """Look at the file's kind and mode. Raises `Trouble` where it cannot be looked at."""
    path = sheet.path
    try:
        is_link = path.is_symlink()
        status = path.stat()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=str(path), reason=reason)) from error
    if not stat.S_ISREG(status.st_mode):
        sheet.refuse("not-a-file", Message("it is no file"))
        return
    if is_link:
        message = Message(
            "it is a link to {file}: the next change would put a file there, and leave the other behind",
            file=str(path.resolve()),
        )
        sheet.found("symlink", "", message, Message("a file takes the link's place"))
    elif is_open_to_others(path):
        mode = f"{stat.S_IMODE(status.st_mode):03o}"
        message = Message("others than its owner can open it (mode {mode})", mode=mode)
        sheet.found("mode", "", message, Message("its mode is 600"))


def is_open_to_others(path: Path) -> bool:
    """Whether anybody else than the owner may open it; on Windows folders decide that."""
    return os.name != "nt" and bool(path.stat().st_mode & OTHERS)
