"""The incidents' files in a workspace's folder, told by their names alone."""

import re
from pathlib import Path

from data.trouble import NotFound, Trouble
from model.ids import INCIDENT_ID
from model.message import Counted, Message

__all__ = ["file_of", "files_in"]

_FILE = re.compile(rf"{INCIDENT_ID.pattern}\.json")
_SHOWN = 5


def files_in(folder: Path) -> list[Path]:
    """The incidents' files, newest id first.

    Raises `Trouble` where the folder cannot be read.
    """
    try:
        found = [path for path in folder.iterdir() if _FILE.fullmatch(path.name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = error.strerror or str(error)
        text = Message("{file} cannot be read: {reason}", file=str(folder), reason=reason)
        raise Trouble(text) from error
    return sorted(found, reverse=True)


def file_of(folder: Path, part: str) -> Path:
    """The file of the incident whose id is that, or holds that part.

    Raises `NotFound` where none or more than one does.
    """
    matching = [path for path in files_in(folder) if part.upper() in path.stem]
    exact = [path for path in matching if path.stem == part.upper()]
    if exact or len(matching) == 1:
        return (exact or matching)[0]
    if not matching:
        raise NotFound(Message("no incident matches “{part}”: see bridgelog list", part=part))
    raise NotFound(
        Counted(
            "“{part}” matches {n} incident: {ids}",
            "“{part}” matches {n} incidents: {ids} – give more of the ID",
            len(matching),
            part=part,
            ids=", ".join(path.stem for path in matching[:_SHOWN]),
        )
    )
