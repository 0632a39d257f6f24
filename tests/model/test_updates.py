"""When the next status update is due: after the last one or the start, by the severity, while it is live."""

from datetime import timedelta

import pytest

from model.change import applied
from model.incident import Incident
from model.rules import Rules
from model.stamping import NewEntry
from model.summary import Severity
from model.updates import NextUpdate, next_update, sent
from tests.building import NOON, at, entry, incident

HALF, HOUR = timedelta(minutes=30), timedelta(hours=1)
RULES = Rules(updates=((Severity.SEV_1, HALF), (Severity.SEV_2, HOUR), (Severity.SEV_3, timedelta(0))))


def told(before: Incident, when: str) -> Incident:
    change = sent(before, NewEntry(at(when)), NOON, str)
    return applied(before, change.steps) if change else before


@pytest.mark.parametrize(
    ("severity", "due"), [("SEV-1", NextUpdate(at("12:30"), HALF)), ("SEV-2", NextUpdate(at("13:00"), HOUR))]
)
def test_the_first_is_due_some_time_after_the_start(severity: str, due: NextUpdate) -> None:
    assert next_update(incident(severity=severity), RULES) == due


def test_each_update_begins_the_time_anew_and_says_so_in_the_timeline() -> None:
    written = told(incident(severity="SEV-1"), "12:20")
    assert next_update(written, RULES) == NextUpdate(at("12:50"), HALF)
    assert [(found.text, found.update) for found in written.timeline.root] == [("status update sent", True)]


def test_a_higher_severity_counts_from_the_same_update() -> None:
    entries = [entry(1, "12:20", update=True), entry(2, "12:40", "nothing new")]
    assert next_update(incident(severity="SEV-2", entries=entries), RULES) == NextUpdate(at("13:20"), HOUR)
    assert next_update(incident(severity="SEV-1", entries=entries), RULES) == NextUpdate(at("12:50"), HALF)


def test_there_is_none_where_none_is_set_and_none_once_it_is_over() -> None:
    assert next_update(incident(severity="SEV-3"), RULES) is None
    assert next_update(incident(severity="SEV-1"), Rules()) is None
    assert next_update(incident(severity="SEV-1", ended="13:00"), RULES) is None


def test_it_is_late_from_its_minute_on() -> None:
    due = NextUpdate(at("12:30"), HALF)
    assert (due.late(at("12:29")), due.late(at("12:30")), due.late(at("12:37"))) == (
        None,
        timedelta(0),
        timedelta(minutes=7),
    )


def test_the_same_update_sent_to_others_is_recorded_once_and_none_after_the_end() -> None:
    written = told(told(told(incident(), "12:20"), "12:24"), "12:25")
    assert [found.at for found in written.timeline.root] == [at("12:20"), at("12:25")]
    assert sent(incident(ended="13:00"), NewEntry(at("13:10")), NOON, str) is None
