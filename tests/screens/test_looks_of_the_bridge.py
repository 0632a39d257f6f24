"""What pinned entries, what is left to be done and the past look like beside the timeline, with more than fits."""

from pathlib import Path

import pytest

from model.change import applied, create, edit
from model.incident import Incident
from tests.building import entry, incident, record_id
from tests.quarters import live_like_the_past, past
from tests.screens import samples
from tests.screens.test_looks import LARGE, SMALL, Compare, after, program
from tui.themes import LIGHT

ENTRY = {"at": "2026-11-23T09:05:00Z", "recorded_at": "2026-11-23T09:05:00Z", "text": "retries exhaust the pool"}


def undone() -> Incident:
    """A past incident of which an action is overdue that speaks of the same."""
    return incident(
        started="2026-09-14T08:00Z",
        ended="2026-09-14T09:00Z",
        title="Payment: retries exhausted the connection pool while the bank was slow",
        service="payment",
        entries=[entry(1, "2026-09-14T08:50Z", "raised the limit of the connection pool", milestone="fix-deployed")],
        actions=[
            {
                "id": record_id(2),
                "number": 1,
                "text": "Bound the retries of payment, and alert at 80 % of the connection pool",
                "owner": "Omar",
                "created_at": "2026-09-15T08:00:00Z",
                "deadline": "2026-10-01",
            }
        ],
    ).model_copy(update={"id": "INC-20260914-P00K"})


def noted() -> Incident:
    """An incident with five pins, and TODOs in wide letters and long lines."""
    written = samples.typical()
    texts = (
        "bridge: room 7",
        "TODO(omar): bound the pool of the payment service, and alert at 80 % of it being used",
        f"TODO: {samples.WIDE * 4}",
        "todo: roll back by one key",
        "status page: https://status.example/TODO:42",
    )
    pairs = zip(written.timeline.root, texts, strict=False)
    steps = [edit(written, "timeline", entry.id, {"text": text, "pinned": True}) for entry, text in pairs]
    return applied(written, [step for step in steps if step])


def test_pinned_entries(tmp_path: Path, snap_compare: Compare) -> None:
    assert snap_compare(program(tmp_path, noted()), terminal_size=SMALL, run_before=after("escape"))


def test_what_is_left_to_be_done(tmp_path: Path, snap_compare: Compare) -> None:
    assert snap_compare(program(tmp_path, noted()), terminal_size=SMALL, run_before=after("escape", "A"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
@pytest.mark.parametrize("theme", ["", LIGHT.name], ids=["dark", "light"])
def test_the_past_beside_the_timeline(theme: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    live = live_like_the_past()
    pool = applied(live, [create("timeline", record_id(1), ENTRY)])
    app = program(tmp_path, pool, *past(), undone(), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=after("escape"))
