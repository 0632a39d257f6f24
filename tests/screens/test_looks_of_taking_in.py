"""What taking in evidence looks like: the question, the lines, and one of a hundred thousand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from tests.screens import samples
from tests.screens.program import settle
from tests.screens.test_looks import Compare, program
from tui.themes import LIGHT

LINES = """09:58 deploy v42 of checkout to production finished
10:04 - Alert fired: checkout 5xx above 5 % in eu-west
[10:05] alice: ack, looking
10:06 <bob> db cpu 100%
and the pool of connections is empty in all three zones, which is new since the deploy of this morning
10:31 Root cause identified: connections are never handed back
10:40 Rolled back to v41
10:52 Incident resolved"""


def pasted(*keys: str) -> Callable[[Pilot[Any]], Any]:
    """Paste lines into the capture line, then strike keys."""

    async def run(pilot: Pilot[Any]) -> None:
        await settle(pilot)
        pilot.app.screen.query_one("#capture", Input).post_message(Paste(LINES))
        for key in ("", *keys):
            await settle(pilot)
            if key:
                await pilot.press(key)
        await settle(pilot)

    return run


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40)], ids=["40x10", "80x24", "120x40"])
@pytest.mark.parametrize("keys", [(), ("enter", "j", "m", "j", "j", "space")], ids=["asked", "looked-at"])
def test_taking_in(
    keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path, snap_compare: Callable[..., bool]
) -> None:
    assert snap_compare(program(tmp_path, samples.empty()), terminal_size=size, run_before=pasted(*keys))


def test_taking_in_by_daylight(tmp_path: Path, snap_compare: Compare) -> None:
    app = program(tmp_path, samples.empty(), theme=LIGHT.name)
    assert snap_compare(app, terminal_size=(80, 24), run_before=pasted("enter", "j", "m"))
