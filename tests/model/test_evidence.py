"""Evidence becomes entries once, with the milestones that were accepted."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from model.change import applied, edit
from model.evidence import Candidate, Kind, proposals, suspect, taken
from model.timeline import Milestone
from tests.building import entry, incident

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def candidate(minute: int, origin: str, milestone: Milestone | None = None, kind: Kind = Kind.MESSAGE) -> Candidate:
    return Candidate(
        START + timedelta(minutes=minute), f"text {origin}", "chat", origin, milestone=milestone, kind=kind
    )


def test_importing_the_same_again_adds_nothing_also_where_the_entry_was_edited_since() -> None:
    found = [candidate(1, "a"), candidate(2, "b")]
    change = taken(incident(), [(one, None) for one in found], NOW)
    assert change
    after = applied(incident(), change.steps)
    first = after.timeline.root[0]
    step = edit(after, "timeline", first.id, {"text": "edited"})
    assert step
    edited = applied(after, [step])
    assert [proposal.known for proposal in proposals(edited, found)] == [True, True]
    assert taken(edited, [(one, None) for one in found], NOW) is None
    assert edited.timeline.root[0].text == "edited"


def test_two_laptops_that_import_the_same_make_the_same_entry() -> None:
    one = taken(incident(), [(candidate(1, "a"), None)], NOW)
    other = taken(incident(), [(candidate(1, "a"), None)], NOW + timedelta(hours=1))
    assert one
    assert other
    assert [step.record for step in one.steps] == [step.record for step in other.steps]


def test_a_milestone_that_is_set_is_not_proposed_and_of_several_the_first_is() -> None:
    before = incident(entries=[entry(1, "12:01", "paged", milestone=Milestone.TEAM_NOTIFIED)])
    found = [
        candidate(4, "late", Milestone.FIRST_ALERT),
        candidate(2, "early", Milestone.FIRST_ALERT),
        candidate(3, "ack", Milestone.TEAM_NOTIFIED),
        candidate(5, "resolved once", Milestone.RESOLVED),
        candidate(9, "resolved again", Milestone.RESOLVED),
    ]
    shown = {proposal.candidate.origin: proposal.milestone for proposal in proposals(before, found)}
    assert shown == {
        "early": Milestone.FIRST_ALERT,
        "ack": None,
        "late": None,
        "resolved once": None,
        "resolved again": Milestone.RESOLVED,
    }


def test_an_accepted_milestone_moves_and_the_end_follows_the_resolution() -> None:
    before = incident(entries=[entry(1, "12:01", "first", milestone=Milestone.FIRST_ALERT)])
    chosen = [
        (candidate(0, "alert", Milestone.FIRST_ALERT), Milestone.FIRST_ALERT),
        (candidate(30, "resolved", Milestone.RESOLVED), Milestone.RESOLVED),
    ]
    change = taken(before, chosen, NOW)
    assert change
    after = applied(before, change.steps)
    held = after.timeline.holding(Milestone.FIRST_ALERT)
    assert held
    assert held.text == "text alert"
    assert after.summary.ended_at == START + timedelta(minutes=30)
    assert applied(after, change.inverse().steps) == before


def test_the_suspect_is_the_change_that_finished_last_before_the_start() -> None:
    found = [
        candidate(-90, "older", kind=Kind.CHANGE),
        candidate(-5, "culprit", kind=Kind.CHANGE),
        candidate(-1, "chatter"),
        candidate(3, "rollback", kind=Kind.CHANGE),
    ]
    culprit = suspect(found, START)
    assert culprit
    assert culprit.origin == "culprit"
    assert suspect([found[2], found[3]], START) is None


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(-200, 200), st.integers(0, 30)), max_size=60))
def test_however_much_comes_in_each_thing_comes_in_once_and_undo_takes_all_of_it_back(
    rows: list[tuple[int, int]],
) -> None:
    found = [candidate(minute, f"id {number}") for minute, number in rows]
    before = incident(entries=[entry(1, "12:01", "mine")])
    change = taken(before, [(one, None) for one in found], NOW)
    if change is None:
        assert not found
        return
    after = applied(before, change.steps)
    assert sorted(e.origin for e in after.timeline.root if e.origin) == sorted({f"id {number}" for _, number in rows})
    assert applied(after, change.inverse().steps) == before
