"""How the tour looks: under the tabs, and in a small terminal in one line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens import samples
from tests.screens.test_looks import after, program


@pytest.mark.parametrize("size", [(80, 24), (40, 10)], ids=["80x24", "40x10"])
def test_tour(size: tuple[int, int], tmp_path: Path, snap_compare: Callable[..., bool]) -> None:
    app = program(tmp_path, samples.typical())
    assert snap_compare(app, terminal_size=size, run_before=after("escape", "T", "f10"))
