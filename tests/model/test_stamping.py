"""Stamping and correcting: milestones move, the end follows, and undo gives back exactly what was."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.change import Change, applied, create, edit, remove
from model.incident import Incident
from model.message import Message
from model.stamping import NewEntry, correct, delete, pin, stamp
from model.timeline import Entry, Milestone, Trigger
from tests.building import NOON, at, entry, incident, record_id


def done(before: Incident, change: Change | None) -> Incident:
    assert change is not None
    return applied(before, change.steps)


def stamped(before: Incident, when: str, text: str = "", milestone: str | None = None, **more: Any) -> Incident:
    new = NewEntry(at(when), text, Milestone(milestone) if milestone else None)
    return done(before, stamp(before, new, NOON, **more))


def first(written: Incident) -> Entry:
    return written.timeline.root[0]


def test_an_entry_keeps_when_it_happened_and_when_it_was_taken_down() -> None:
    filed = first(stamped(incident(zone="Europe/Berlin"), "11:55", "error rate rises"))
    assert (filed.at, filed.recorded_at, filed.zone) == (at("11:55"), NOON, "Europe/Berlin")
    assert filed.text == "error rate rises"


def test_what_led_up_to_it_may_lie_before_the_start_and_never_moves_it() -> None:
    after = stamped(incident(started="12:00"), "09:00", "a deploy", "first-alert")
    assert after.summary.started_at == at("12:00")
    assert first(after).at == at("09:00")


def test_an_entry_is_pinned_and_unpinned_by_one_undoable_change() -> None:
    filed = done(incident(), stamp(incident(), NewEntry(at("12:05"), "room 7", pinned=True), NOON))
    assert filed.timeline.pinned == filed.timeline.root
    change = pin(filed, first(filed))
    loose = done(filed, change)
    assert loose.timeline.pinned == ()
    assert change is not None
    assert done(loose, change.inverse()) == filed


def test_a_milestone_without_a_text_moves_as_it_is() -> None:
    once = stamped(incident(), "12:05", milestone="first-alert")
    moved = stamped(once, "12:07", milestone="first-alert")
    assert [(item.id, item.at) for item in moved.timeline.root] == [(first(once).id, at("12:07"))]


def test_a_milestone_with_a_text_leaves_its_entry_behind() -> None:
    once = stamped(incident(), "12:05", "pager", "first-alert")
    moved = stamped(once, "12:07", "dashboard", "first-alert")
    assert [(item.text, item.milestone) for item in moved.timeline.root] == [
        ("pager", None),
        ("dashboard", Milestone.FIRST_ALERT),
    ]


def test_a_milestone_may_be_reached_again_where_the_user_says_so() -> None:
    once = stamped(incident(), "12:05", "fixed", "resolved")
    twice = stamped(once, "12:50", "fixed for good", "resolved", again=True)
    assert [item.milestone for item in twice.timeline.root] == [Milestone.RESOLVED] * 2
    assert twice.summary.ended_at == at("12:50")


def test_the_end_follows_the_resolution() -> None:
    resolved = stamped(incident(), "12:40", "all green", "resolved")
    assert resolved.summary.ended_at == at("12:40")
    later = stamped(resolved, "12:55", "green again", "resolved")
    assert later.summary.ended_at == at("12:55")
    corrected = done(later, correct(later, later.timeline.root[1], {"at": "2026-11-23T12:50:00Z"}))
    assert corrected.summary.ended_at == at("12:50")
    live = done(corrected, delete(corrected, corrected.timeline.root[1]))
    assert live.summary.live


def test_an_end_set_by_hand_stays() -> None:
    by_hand = incident(ended="13:00")
    assert stamped(by_hand, "12:40", milestone="resolved").summary.ended_at == at("13:00")


def test_a_resolution_before_the_start_does_not_end_it() -> None:
    after = stamped(incident(started="12:00"), "11:00", milestone="resolved")
    assert after.summary.live


def test_a_correction_leaves_the_time_of_recording_alone() -> None:
    before = stamped(incident(), "12:05", "pgaer")
    after = done(before, correct(before, first(before), {"text": "pager"}))
    assert (first(after).text, first(after).recorded_at) == ("pager", NOON)


def test_a_correction_without_a_difference_is_none() -> None:
    before = stamped(incident(), "12:05", "pager")
    assert correct(before, first(before), {"text": "pager"}) is None


def test_a_milestone_set_by_a_correction_is_taken_from_the_entry_that_held_it() -> None:
    before = incident(entries=[entry(1, "12:05", "a", milestone="first-alert"), entry(2, "12:10", "b")])
    after = done(before, correct(before, before.timeline.root[1], {"milestone": "first-alert"}))
    assert [item.milestone for item in after.timeline.root] == [None, Milestone.FIRST_ALERT]


def test_the_change_is_named_by_the_clock_of_the_incident() -> None:
    berlin = incident(zone="Europe/Berlin")
    assert str(stamp(berlin, NewEntry(at("12:05"), "x"), NOON).name) == "stamp 13:05"
    alert = stamp(berlin, NewEntry(at("12:05"), milestone=Milestone.FIRST_ALERT), NOON)
    assert str(alert.name) == "first alert 13:05"


def test_a_trigger_of_the_law_is_kept() -> None:
    after = done(incident(), stamp(incident(), NewEntry(NOON, trigger=Trigger.AWARE), NOON))
    assert first(after).trigger is Trigger.AWARE


def test_an_edit_of_a_record_that_is_not_there_is_taken_back_whole() -> None:
    before = incident()
    step = edit(before, "factors", "our-own", {"label": "Vendor lock-in", "score": 2})
    assert step is not None
    change = Change(Message("factor"), (step,))
    after = done(before, change)
    assert "our-own" in after.factors.root
    assert done(after, change.inverse()) == before


def test_a_change_that_the_rules_do_not_accept_is_refused() -> None:
    with pytest.raises(ValueError, match="0, 1, 2 or 3"):
        edit(incident(), "factors", "testing", {"score": 4})


MILESTONES = st.sampled_from([None, *Milestone])
MOMENTS = st.integers(-120, 600).map(lambda minutes: NOON + timedelta(minutes=minutes))
TEXTS = st.sampled_from(["", "pager", "rolled back", "42 % of requests fail"])
WAYS = st.tuples(
    st.sampled_from(["stamp", "again", "correct", "delete", "end", "factor", "why", "drop why", "question", "cost"]),
    MOMENTS,
    TEXTS,
    MILESTONES,
    st.integers(0, 5),
)


def some_change(
    before: Incident, way: str, when: datetime, text: str, milestone: Milestone | None, number: int
) -> Change | None:
    """A change of that way, where it is possible."""
    entries = before.timeline.root
    name = Message("a change")
    match way:
        case "stamp" | "again":
            return stamp(before, NewEntry(when, text, milestone), when, again=way == "again")
        case "correct" if entries:
            values = {"at": when.isoformat(), "text": text, "milestone": milestone}
            return correct(before, entries[number % len(entries)], values)
        case "delete" if entries:
            return delete(before, entries[number % len(entries)])
        case "end" if when >= before.summary.started_at:
            step = edit(before, "summary", "summary", {"ended_at": when.isoformat() if number else None})
        case "factor":
            step = edit(before, "factors", ["testing", "own"][number % 2], {"score": number % 4, "note": text})
        case "why":
            step = create("whys", record_id(10_000 + len(before.whys.root)), {"text": text})
        case "drop why" if before.whys.root:
            step = remove(before, "whys", before.whys.root[-1].id)
        case "question":
            step = edit(before, "recurrence", "training", {"answer": "yes" if number else None, "note": text})
        case "cost":
            step = edit(before, "cost", "cost", {"responders": str(number)})
        case _:
            return None
    return Change(name, (step,)) if step else None


@given(st.lists(WAYS, max_size=25))
@settings(deadline=None, max_examples=80)
def test_any_changes_all_taken_back_and_done_again(ways: list[tuple[Any, ...]]) -> None:
    start = incident(entries=[entry(1, "12:01", "first", milestone="first-alert")])
    states = [start]
    changes: list[Change] = []
    for way in ways:
        change = some_change(states[-1], *way)
        if change is not None:
            states.append(applied(states[-1], change.steps))
            changes.append(change)
    current = states[-1]
    for change, before in zip(reversed(changes), reversed(states[:-1]), strict=True):
        current = done(current, change.inverse())
        assert current == before
    for change, after in zip(changes, states[1:], strict=True):
        current = done(current, change.inverse().inverse())
        assert current == after
