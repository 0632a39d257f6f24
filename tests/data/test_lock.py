"""The lock beside the incident's file: one holder at a time, on any disk, and none after its holder's end."""

import errno
import sys
from pathlib import Path

import pytest

from data.lock import locked


@pytest.fixture(params=["flock", "no flock"])
def lock(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lock on a disk that knows `flock`, and on one that does not."""
    if request.param == "no flock":
        if sys.platform == "win32":
            pytest.skip("there is none anyway")

        def unknown(*_: object) -> None:
            raise OSError(errno.ENOSYS, "Function not implemented")

        monkeypatch.setattr("fcntl.flock", unknown)
    return tmp_path / ".locks" / "INC-20261123-K7QF.lock"


def test_it_has_one_holder_at_a_time(lock: Path) -> None:
    with locked(lock, 0.01), pytest.raises(TimeoutError), locked(lock, 0.01):
        pass
    with locked(lock, 0.01):
        pass


def test_it_ends_with_an_error_of_its_holder(lock: Path) -> None:
    with pytest.raises(RuntimeError), locked(lock, 0.01):
        raise RuntimeError
    with locked(lock, 0.01):
        pass


def test_it_is_private(lock: Path) -> None:
    with locked(lock, 0.01):
        assert lock.parent.stat().st_mode & 0o777 == 0o700
        assert all(item.stat().st_mode & 0o077 == 0 for item in lock.parent.iterdir())


def test_a_lock_file_that_was_removed_while_somebody_waited_for_it_is_made_again(lock: Path) -> None:
    with locked(lock, 0.01):
        pass
    lock.unlink(missing_ok=True)
    with locked(lock, 0.01), pytest.raises(TimeoutError), locked(lock, 0.01):
        pass


def test_where_it_cannot_be_made_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), locked(tmp_path / "gone" / ".locks" / "x.lock", 0.01):
        pass
