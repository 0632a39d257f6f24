"""What the legal clocks look like: in a small, a tiny and a large terminal, and in the light theme."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens import samples
from tests.screens.test_looks import LARGE, SMALL, after, program
from tui.themes import LIGHT

Compare = Callable[..., bool]


@pytest.mark.parametrize("size", [SMALL, LARGE, (40, 10)], ids=["80x24", "120x40", "40x10"])
def test_legal_clocks(size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.under_clocks())
    assert snap_compare(app, terminal_size=size, run_before=after("escape", "C"))


def test_legal_clocks_in_the_light_theme(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.under_clocks(), theme=LIGHT.name)
    assert snap_compare(app, terminal_size=SMALL, run_before=after("escape", "C"))


def test_legal_clocks_without_an_industry(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.empty())
    assert snap_compare(app, terminal_size=SMALL, run_before=after("escape", "C"))


@pytest.mark.parametrize("size", [SMALL, (40, 10)], ids=["80x24", "40x10"])
@pytest.mark.parametrize(
    ("name", "keys"), [("legal-stamp", ("f6",)), ("timeline", ("escape",)), ("summary", ("escape", "1"))]
)
def test_clocks_elsewhere(
    name: str, keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path, snap_compare: Compare
) -> None:
    app = program(tmp_path, samples.under_clocks())
    assert snap_compare(app, terminal_size=size, run_before=after(*keys))
