"""Which runs of the program have an incident open: each holds a lock of its own, which ends with it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.lock import locked
from model.ids import this_run

__all__ = ["keeping_open", "locks_of", "open_elsewhere"]


def locks_of(path: Path) -> Path:
    """The folder for the locks of the incidents beside that file; what is in it is of this machine alone."""
    return path.parent / ".locks"


@contextmanager
def keeping_open(path: Path) -> Iterator[None]:
    """Let other programs know that this run has the incident open.

    Raises `TimeoutError` where this run says so already, `OSError` where it cannot be said.
    """
    mark = _mark(path, this_run())
    with locked(mark, 0):
        try:
            yield
        finally:
            with suppress(OSError):
                mark.unlink()


def open_elsewhere(path: Path) -> frozenset[str]:
    """The runs that have the incident open, by the digits that their ids have in common.

    What a crash has left behind is nobody's, and is taken away.
    """
    marks = locks_of(path).glob(f"{path.stem}.*.*")
    runs = {mark.name.removeprefix(f"{path.stem}.").partition(".")[0] for mark in marks}
    return frozenset(run for run in runs if _held(_mark(path, run)))


def _mark(path: Path, run: str) -> Path:
    return locks_of(path) / f"{path.stem}.{run}.open"


def _held(mark: Path) -> bool:
    try:
        with locked(mark, 0), suppress(OSError):
            mark.unlink()
    except TimeoutError:
        return True
    except OSError:
        return False
    return False
