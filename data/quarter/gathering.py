"""The facts of all incidents of a workspace."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from data.index.facts import Index
from data.index.listing import Sign, is_settled, listed
from data.quarter.packing import unpacked
from data.quarter.readers import read_all
from data.quarter.reading import Known
from data.trouble import Trouble
from data.workspace import Found, Workspace
from model.message import Message
from model.review import Facts
from model.review.repeats import Ruling

__all__ = ["Gathered", "gathered"]

_KEPT_AT_ONCE = 1_000
"""Files after which what was found in them is kept: who quits in between need not begin anew."""
_SILENT: Callable[[int, int], bool] = lambda _done, _of: True  # noqa: E731


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the review works with."""

    facts: Sequence[Facts]
    """Of every incident that can be read, oldest first."""
    broken: Sequence[Found]
    """The files that cannot be read; they are left out and named."""
    rulings: Mapping[tuple[str, str], Ruling]
    """What people said of pairs that look like repeats, by the ids of the later and the earlier incident."""
    files: Mapping[str, Sign] | None = None
    """The files as they were; nothing where one could not be read, or could have changed unseen."""


def gathered(workspace: Workspace, progress: Callable[[int, int], bool] = _SILENT) -> Gathered | None:
    """The facts of all incidents: from the index where it knows a file as it is, else from the file.

    `progress` is told how many files of how many are read; where it says no, nothing is returned, and the index keeps
    what was read so far. Raises `Trouble` where the folder cannot be read.
    """
    files = _files(workspace.folder)
    index = Index(workspace.folder)
    with _no_collector():
        found = {name: known for name, content in index.known(files) if (known := unpacked(content)) is not None}
    missing = sorted(files.keys() - found.keys(), reverse=True)
    broken: list[Found] = []
    fresh: list[tuple[str, Sign, bytes]] = []
    done = len(found)
    read_at = index.now() if missing else None
    try:
        if not progress(done, len(files)):
            return None
        for seen in read_all(workspace.folder, missing):
            if seen.known is not None:
                found[seen.name] = seen.known
            if seen.packed is not None:
                fresh.append((seen.name, files[seen.name], seen.packed))
            if seen.trouble is not None:
                path = workspace.folder / seen.name
                broken.append(Found(path.stem, path, None, seen.trouble))
            done += 1
            if len(fresh) >= _KEPT_AT_ONCE and read_at is not None:
                index.keep(fresh, read_at, files)
                fresh.clear()
            if not progress(done, len(files)):
                return None
    finally:
        if read_at is not None:
            index.keep(fresh, read_at, files)
    settled = len(found) == len(files) and (
        not missing or (read_at is not None and all(is_settled(sign, read_at) for sign in files.values()))
    )
    return _together(found.values(), broken, files if settled else None)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Look for no circles meanwhile: thousands of facts hold none, and looking takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _together(found: Iterable[Known], broken: list[Found], files: Mapping[str, Sign] | None) -> Gathered:
    facts = sorted((known.facts for known in found), key=lambda one: (one.started_at, one.id))
    rulings = {pair: ruling for known in found for pair, ruling in known.rulings.items()}
    broken.sort(key=lambda one: one.id, reverse=True)
    return Gathered(facts, broken, MappingProxyType(rulings), files)


def _files(folder: Path) -> Mapping[str, Sign]:
    try:
        return listed(folder)
    except FileNotFoundError:
        return {}
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=str(folder), reason=reason)) from error
