"""Severity raised and lowered: a live incident's timeline says so, in the same change."""

from datetime import datetime, timedelta

import pytest

from model.change import Change, Step, applied, edit
from model.incident import Incident
from model.severity import higher, told, with_entry
from model.summary import Severity
from tests.building import NOON, incident


def changed(before: Incident, now: datetime = NOON, **values: str) -> Incident:
    step = edit(before, "summary", "summary", values)
    steps: list[Step] = [step] if step else []
    return applied(before, with_entry(before, steps, now, str, "screen", "mina"))


def test_severity_goes_up_one_step_and_no_higher_than_the_highest() -> None:
    assert [higher(severity) for severity in Severity] == [None, Severity.SEV_1, Severity.SEV_2]


@pytest.mark.parametrize(
    ("after", "words"),
    [("SEV-1", "severity raised from SEV-2 to SEV-1"), ("SEV-3", "severity lowered from SEV-2 to SEV-3")],
)
def test_the_timeline_of_a_live_incident_says_when_it_changed(after: str, words: str) -> None:
    (entry,) = changed(incident(severity="SEV-2"), severity=after).timeline.root
    assert (entry.text, entry.at, entry.recorded_at, entry.author) == (words, NOON, NOON, "mina")


def test_of_what_is_over_it_is_corrected_without_an_entry() -> None:
    over = incident(severity="SEV-2", ended="12:30")
    assert changed(over, severity="SEV-1").timeline.root == ()
    assert changed(over, severity="SEV-1").summary.severity is Severity.SEV_1


def test_other_changes_stay_as_they_are() -> None:
    assert changed(incident(severity="SEV-2"), service="checkout").timeline.root == ()
    assert changed(incident(severity="SEV-2"), severity="SEV-2").timeline.root == ()


def test_who_is_still_choosing_leaves_one_entry_or_none() -> None:
    once = changed(incident(severity="SEV-3"), severity="SEV-2")
    soon, later = NOON + timedelta(seconds=30), NOON + timedelta(minutes=2)
    twice = changed(once, soon, severity="SEV-1")
    assert [entry.text for entry in twice.timeline.root] == ["severity raised from SEV-3 to SEV-1"]
    assert changed(twice, soon, severity="SEV-3").timeline.root == ()
    assert len(changed(once, later, severity="SEV-1").timeline.root) == 2


def test_it_is_one_change_that_undo_takes_back_whole() -> None:
    before = incident(severity="SEV-2")
    step = edit(before, "summary", "summary", {"severity": "SEV-1"})
    assert step is not None
    steps = with_entry(before, [step], NOON + timedelta(minutes=1), str, "screen", "")
    change = Change(told(Severity.SEV_2, Severity.SEV_1), steps)
    assert applied(applied(before, change.steps), change.inverse().steps) == before
