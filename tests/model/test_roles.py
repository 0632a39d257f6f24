"""Who does what: the entries say it, one person a role, of subject experts several."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from model.change import applied, remove
from model.incident import Incident
from model.message import Message, Refused
from model.redaction import redacted
from model.roles import Held, commander, hand_over, held, holders, lay_down, usual_time
from model.stamping import NewEntry, correct, stamp
from model.texts import people
from model.timeline import Role
from tests.building import NOON, at, entry, incident

COMMANDER, EXPERT = Role.INCIDENT_COMMANDER, Role.SUBJECT_EXPERT


def given(before: Incident, role: Role, person: str, when: str) -> Incident:
    return applied(before, hand_over(before, role, person, NewEntry(at(when)), NOON, str).steps)


def laid_down(before: Incident, role: Role, person: str, when: str) -> Incident:
    return applied(before, lay_down(before, role, person, NewEntry(at(when)), NOON, str).steps)


def names(written: Incident, role: Role, moment: datetime | None = None) -> list[str]:
    return [one.person for one in holders(written, moment)[role]]


def refusal(call: Any, *arguments: Any) -> str:
    with pytest.raises(Refused) as caught:
        call(*arguments)
    return str(caught.value.message)


def test_who_takes_over_ends_the_time_of_who_had_it_and_the_entry_says_so() -> None:
    written = given(given(incident(), COMMANDER, "Tom", "12:05"), COMMANDER, " Maria\tLopez ", "12:40")
    assert [found.text for found in written.timeline.root] == [
        "Incident commander: Tom",
        "Incident commander: Maria Lopez takes over from Tom",
    ]
    assert held(written) == [
        Held(COMMANDER, "Tom", at("12:05"), at("12:40")),
        Held(COMMANDER, "Maria Lopez", at("12:40")),
    ]
    assert names(written, COMMANDER, at("12:20")) == ["Tom"]
    assert commander(written) == held(written)[1]


def test_several_subject_experts_have_their_role_at_once_and_leave_one_by_one() -> None:
    written = given(given(incident(), EXPERT, "Ana (DB)", "12:05"), EXPERT, "Ben", "12:06")
    assert names(written, EXPERT) == ["Ana (DB)", "Ben"]
    written = laid_down(written, EXPERT, "ana (db)", "12:30")
    assert (names(written, EXPERT), written.timeline.root[-1].person) == (["Ben"], "Ana (DB)")
    assert names(laid_down(given(written, EXPERT, "Cleo", "12:31"), EXPERT, "", "12:40"), EXPERT) == []


def test_a_hand_over_filed_late_stands_at_its_own_time() -> None:
    written = given(given(incident(), COMMANDER, "Tom", "12:40"), COMMANDER, "Maria", "12:10")
    assert [(one.person, one.until) for one in held(written)] == [("Maria", at("12:40")), ("Tom", None)]


def test_an_entry_without_a_person_lays_the_role_down() -> None:
    entries = [
        entry(1, "12:05", role="scribe", person="Ana"),
        entry(2, "12:10", role="scribe"),
        entry(3, "12:20", role="scribe", person="Ben", laid_down=True),
    ]
    assert held(incident(entries=entries)) == [Held(Role.SCRIBE, "Ana", at("12:05"), at("12:10"))]


def test_what_is_no_hand_over_is_refused_with_a_reason() -> None:
    written = given(incident(), COMMANDER, "Tom", "12:05")
    assert refusal(given, written, COMMANDER, "tom", "12:10") == "tom has that role already"
    assert refusal(given, written, COMMANDER, " \n ", "12:10") == "a name is needed"
    assert refusal(given, written, COMMANDER, "10:42", "12:10") == "a name is needed"
    assert "shorten it" in refusal(given, written, COMMANDER, "x" * 81, "12:10")
    assert refusal(laid_down, written, Role.SCRIBE, "", "12:10") == "nobody has that role then: Scribe"
    assert "nobody has" in refusal(laid_down, written, COMMANDER, "Tom", "12:01")


def test_of_what_is_over_a_role_was_had_from_the_start_unless_somebody_had_it_before() -> None:
    over = incident(ended="13:00")
    assert usual_time(over, COMMANDER, NOON + timedelta(hours=9)) == at("12:00")
    assert "a time is needed" in refusal(usual_time, given(over, COMMANDER, "Tom", "12:00"), COMMANDER, NOON)
    assert usual_time(incident(), COMMANDER, NOON) == NOON


def test_who_has_a_role_is_known_as_a_person_and_has_a_pseudonym_in_both_places() -> None:
    written = given(given(incident(), COMMANDER, "Xanthe Quill", "12:05"), COMMANDER, "Zorblax", "12:40")
    assert people(written) == {"Xanthe Quill", "Zorblax"}
    given_away = redacted(written).incident.timeline.root
    assert not any("Xanthe" in found.text or "Zorblax" in found.text + found.person for found in given_away)
    assert given_away[1].text == f"Incident commander: {given_away[1].person} takes over from {given_away[0].person}"


def test_a_name_that_was_mistyped_is_corrected_in_the_words_too() -> None:
    written = given(incident(), COMMANDER, "Mraia", "12:05")
    change = correct(written, written.timeline.root[0], {"person": "Maria"})
    assert change is not None
    right = applied(written, change.steps)
    assert (names(right, COMMANDER), right.timeline.root[0].text) == (["Maria"], "Incident commander: Maria")


def test_what_is_known_of_the_entries_holds_with_one_more_and_with_one_less() -> None:
    written = given(incident(), COMMANDER, "Tom", "12:05")
    assert (names(written, COMMANDER), written.timeline.updated) == (["Tom"], None)
    words = applied(written, stamp(written, NewEntry(at("12:06"), "rollback"), NOON).steps)
    assert (names(words, COMMANDER), words.timeline.updated) == (["Tom"], None)
    told = applied(words, stamp(words, NewEntry(at("12:07"), "told", update=True), NOON).steps)
    assert told.timeline.updated == told.timeline.root[-1]
    assert names(applied(told, [remove(told, "timeline", told.timeline.root[0].id)]), COMMANDER) == []


def test_a_hand_over_is_one_change_that_goes_back_whole() -> None:
    change = hand_over(incident(), COMMANDER, "Tom", NewEntry(at("12:05")), NOON, lambda text: text.template)
    assert str(change.name) == str(Message("Incident commander: Tom"))
    written = applied(incident(), change.steps)
    assert applied(written, change.inverse().steps) == incident()
