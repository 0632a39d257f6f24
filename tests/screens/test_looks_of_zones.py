"""What the timeline looks like in several zones."""

from pathlib import Path

import pytest

from screens.session import Session
from tests.screens import samples
from tests.screens.test_looks import SMALL, Compare, after, program


@pytest.mark.parametrize("size", [SMALL, (40, 10)], ids=["80x24", "40x10"])
def test_timeline_in_three_zones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, snap_compare: Compare, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(Session, "laptop_zone", "Asia/Tokyo")
    sample = samples.typical() if size == SMALL else samples.overfull()
    assert snap_compare(program(tmp_path, sample), terminal_size=size, run_before=after("escape", "z"))
