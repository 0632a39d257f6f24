"""What the quarterly review looks like: the answers, what is behind them, the pairs, and what is like a live one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.quarters import live_like_the_past, past
from tests.screens.test_looks import LARGE, SMALL, after, program
from tui.themes import LIGHT

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE, (40, 10)], ids=["80x24", "120x40", "40x10"])


@SIZES
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("answers", ("r",)),
        ("behind", ("r", *"jjjj", "enter")),
        ("pairs", ("r", *"jjjjjjj", "enter", "y", "n")),
        ("nothing", ("r", *"[[[[[[")),
        ("categories", ("r", *"jjj", "enter")),
    ],
)
def test_review(name: str, keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, live_like_the_past(), *past(), opened=False)
    assert snap_compare(app, terminal_size=size, run_before=after(*keys))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_review_of_many(size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, live_like_the_past(), *past(17), opened=False)
    assert snap_compare(app, terminal_size=size, run_before=after("r"))


def test_review_in_the_light_theme(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, live_like_the_past(), *past(), opened=False, theme=LIGHT.name)
    assert snap_compare(app, terminal_size=LARGE, run_before=after("r"))


@SIZES
def test_past_incidents_like_this_one(size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, live_like_the_past(), *past())
    assert snap_compare(app, terminal_size=size, run_before=after("escape", "p"))
