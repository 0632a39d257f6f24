"""What pinned entries and what is left to be done look like, with more of both than fits."""

from pathlib import Path

from model.change import applied, edit
from model.incident import Incident
from tests.screens import samples
from tests.screens.test_looks import SMALL, Compare, after, program


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
