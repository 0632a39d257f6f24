"""What the review meeting looks like, and the windows in which whys are linked and moved."""

from pathlib import Path

import pytest

from tests.screens import samples
from tests.screens.test_looks import LARGE, SMALL, STATES, Compare, after, program
from tui.themes import LIGHT

TINY = (40, 10)


@pytest.mark.parametrize("size", [SMALL, LARGE, TINY], ids=["80x24", "120x40", "40x10"])
@pytest.mark.parametrize("page", ["F", "2", "6"], ids=["rules", "timeline", "actions"])
def test_page(page: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=size, run_before=after("escape", "F", page))


@pytest.mark.parametrize("state", ["empty", "overfull"])
def test_page_of_whys(state: str, tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, STATES[state]())
    assert snap_compare(app, terminal_size=SMALL, run_before=after("escape", "F", "3"))


def test_page_in_the_light_theme(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical(), theme=LIGHT.name)
    assert snap_compare(app, terminal_size=SMALL, run_before=after("escape", "F", "3"))


@pytest.mark.parametrize("size", [SMALL, TINY], ids=["80x24", "40x10"])
@pytest.mark.parametrize("key", ["n", "a"], ids=["note", "action"])
def test_typing(key: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=size, run_before=after("escape", "F", "3", key, "x"))


@pytest.mark.parametrize("size", [SMALL, TINY], ids=["80x24", "40x10"])
@pytest.mark.parametrize("key", ["v", "w"], ids=["evidence", "move"])
def test_window_of_a_why(key: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=size, run_before=after("escape", "3", key))
