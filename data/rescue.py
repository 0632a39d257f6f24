"""What cannot be saved, kept all the same: in a whole copy somewhere else, or as a text to be pasted."""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from data import formats
from data.durable import make_folder, private
from data.history import Line
from data.history_words import Wording
from data.incident_file import IncidentFile
from data.language import ngettext
from data.notebook import Notebook
from data.trouble import Trouble
from model.message import Message

__all__ = ["as_text", "rescued", "save_copy"]


def save_copy(notebook: Notebook, path: Path, *, replace: bool = False) -> Path:
    """Write the incident with everything that is not saved yet to another file, durably; returns that file.

    In a folder it gets the incident's own name. Raises `Trouble` where it cannot be written, or is there already and
    not to be replaced.
    """
    target = path / notebook.path.name if path.is_dir() else path
    taken = False
    try:
        make_folder(target.parent)
        if not replace:
            with open(target, "xb", opener=private):
                pass
            taken = True
        IncidentFile(target).write(notebook.tables())
    except FileExistsError:
        raise Trouble(Message("{file} is there already: choose another name", file=str(target))) from None
    except OSError as error:
        if taken:
            with suppress(OSError):
                target.unlink()
        reason = error.strerror or str(error)
        text = Message("{file} cannot be written: {reason}; choose another place", file=str(target), reason=reason)
        raise Trouble(text) from error
    return target


def as_text(notebook: Notebook) -> str:
    """What is not saved, to be read and pasted: each change with who and when, and its fields before and after."""
    words = Wording(notebook.incident)
    count = notebook.unsaved
    told = ngettext("{n} change that is not saved", "{n} changes that are not saved", count)
    head = f"{notebook.incident.id} · {notebook.incident.summary.title} · {told.format(n=formats.number(count))}"
    return "\n".join([head, *_told(notebook.waiting, words)]) + "\n"


def _told(lines: Iterable[Line], words: Wording) -> Iterable[str]:
    last = None
    for line in lines:
        if line.change is not last:
            last, at = line.change, words.at(line)
            yield f"{at:%Y-%m-%d %H:%M:%S} {formats.offset(at)} · {line.change.by} · {words.name(line)}"
        yield f"    {words.where(line)}: {words.before(line)} → {words.after(line)}"


def rescued(notebook: Notebook, patience: float, folders: Iterable[Path] | None = None) -> Path | None:
    """Save what is not saved yet, now that the program has to end.

    Where that does not succeed within so many seconds, a whole copy is written to the first of the folders that takes
    one: the user's own, or the one for temporary files. Returns that copy, if one was needed. Raises `Trouble` where
    no folder takes it.
    """
    saving = Thread(target=_close, args=(notebook,), daemon=True)
    saving.start()
    saving.join(patience)
    if not notebook.unsaved:
        return None
    trouble = None
    for folder in folders or (Path.home(), Path(tempfile.gettempdir())):
        name = f"{notebook.path.stem}-rescued-{notebook.now:%Y%m%dT%H%M%SZ}-{os.getpid()}.json"
        try:
            return save_copy(notebook, folder / name)
        except Trouble as error:
            trouble = error
    raise trouble or Trouble(Message("no folder is there to keep a copy in"))


def _close(notebook: Notebook) -> None:
    with suppress(Trouble):
        notebook.close()
