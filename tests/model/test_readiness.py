"""Readiness: each rule fires where it should and is silent where it should be."""

from datetime import datetime
from typing import Any

import pytest

from model.factors import FACTOR_LABELS
from model.incident import NUMBERED, SECTIONS, Incident
from model.readiness import findings
from model.readiness.moment import next_first
from model.record import Fields, Keyed, Record, Records, Section
from model.recurrence import QUESTIONS
from model.rules import Rules
from tests.building import at, entry, incident, record_id

LATER = at("2026-11-23T14:00Z")


def finished(**changes: Any) -> Incident:
    """A post-mortem with nothing left to do, but for the changes."""
    complete: dict[str, Any] = {
        "ended": "13:00",
        "severity": "SEV-2",
        "service": "checkout",
        "detected_by": "monitoring",
        "users_affected": 4200,
        "revenue_lost": {"amount": "0", "currency": "EUR"},
        "sla_breached": "no",
        "entries": [
            entry(1, "12:04", "pager", milestone="first-alert"),
            entry(2, "12:10", "two responders", milestone="team-notified"),
            entry(3, "12:20", "traces", milestone="investigation-started"),
            entry(4, "12:35", "pool exhausted", milestone="root-cause-identified"),
            entry(5, "12:50", "rolled back", milestone="fix-deployed"),
            entry(6, "13:00", "all green", milestone="resolved"),
        ],
        "whys": [
            {"id": record_id(1), "text": "The pool was exhausted"},
            {"id": record_id(2), "parent": record_id(1), "text": "A deploy halved it"},
            {
                "id": record_id(3),
                "parent": record_id(2),
                "text": "No test covers the size of the pool",
                "category": "testing",
            },
        ],
        "factors": [{"id": name, "score": 1} for name in FACTOR_LABELS],
        "went_well": ["fast detection", "a good runbook", "calm calls"],
        "actions": [action()],
        "recurrence": [{"id": name, "answer": "no"} for name in QUESTIONS],
        "cost": {"brand": {"amount": "100", "currency": "EUR"}},
    }
    return incident(**{**complete, **changes})


def action(**values: Any) -> dict[str, Any]:
    return {
        "id": record_id(1),
        "number": 1,
        "text": "Add a test of the pool",
        "owner": "Noor",
        "deadline": "2026-11-27",
        "priority": "P1",
        "created_at": LATER,
        **values,
    }


def record_type(section: Section) -> type[Record]:
    """The type of the records of a section that holds several."""
    assert isinstance(section, Records | Keyed)
    kind: type[Record] = section.record_type()
    return kind


def fired(written: Incident, now: datetime = LATER) -> set[str]:
    return {finding.rule for finding in findings(written, now, Rules())}


def without_milestone(name: str) -> list[dict[str, Any]]:
    return [item.document() for item in finished().timeline.root if item.milestone != name]


def test_a_finished_post_mortem_has_no_findings() -> None:
    assert fired(finished()) == set()


def scored(name: str, **values: Any) -> dict[str, Any]:
    return {"factors": [{"id": word, "score": 1, **(values if word == name else {})} for word in FACTOR_LABELS]}


def answered(name: str, **values: Any) -> dict[str, Any]:
    return {"recurrence": [{"id": word, "answer": "no", **(values if word == name else {})} for word in QUESTIONS]}


def whys(*texts: str, category: str | None = "testing") -> dict[str, Any]:
    """One chain of those answers."""
    rows: list[dict[str, Any]] = [
        {"id": record_id(n), "parent": record_id(n - 1) if n else None, "text": text} for n, text in enumerate(texts)
    ]
    rows[-1]["category"] = category
    return {"whys": rows}


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("summary.live", {"ended": None}),
        ("summary.future", {"started": "2026-11-24T12:00Z", "ended": None}),
        *(
            ("summary.missing", {name: empty})
            for name, empty in (
                ("detected_by", None),
                ("users_affected", None),
                ("revenue_lost", None),
                ("sla_breached", None),
            )
        ),
        ("summary.due", {"detected_by": None}),
        ("summary.service", {"service": ""}),
        ("timeline.empty", {"entries": []}),
        *(("timeline.milestone-missing", {"entries": without_milestone(name)}) for name in ("first-alert", "resolved")),
        ("timeline.alert-before-start", {"started": "12:05"}),
        (
            "timeline.milestone-order",
            {"entries": [*without_milestone("fix-deployed"), entry(9, "12:30", "x", milestone="fix-deployed")]},
        ),
        (
            "timeline.resolved-before-start",
            {"entries": [*without_milestone("resolved"), entry(9, "11:00", "x", milestone="resolved")]},
        ),
        ("timeline.gap", {"severity": "SEV-1", "entries": without_milestone("investigation-started")}),
        ("whys.empty", {"whys": []}),
        ("whys.unanswered", whys("a", "b", "")),
        ("whys.person", whys("a", "b", "Human error")),
        ("whys.person", whys("a", "b", "The operator should have been careful")),
        ("whys.person", whys("a", "b", "Noor forgot to run the migration")),
        ("whys.category", whys("a", "b", "c", category=None)),
        ("whys.shallow", whys("a", "b")),
        ("factors.unscored", scored("testing", score=None)),
        ("factors.note", scored("testing", score=3)),
        ("factors.sensible", scored("process", score=2)),
        ("factors.sensible", scored("communication", score=2)),
        ("factors.sensible", scored("process", score=3, note="The change went out unreviewed")),
        ("factors.uncovered", scored("testing", score=3, note="never tested")),
        (
            "factors.uncovered",
            {
                **scored("testing", score=3, note="x"),
                "actions": [action(), action(id=record_id(2), status="cancelled", covers=["factors.testing"])],
            },
        ),
        ("recurrence.uncovered", answered("training", answer="yes")),
        ("recurrence.uncovered", answered("architecture", answer="yes")),
        (
            "recurrence.open",
            {**answered("tests", answer=None, action=record_id(1)), "actions": [action(status="cancelled")]},
        ),
        ("went_well.count", {"went_well": ["one", "two"]}),
        ("went_well.count", {"went_well": ["one", "two", ""]}),
        ("went_well.count", {"went_well": list("abcdef")}),
        ("actions.empty", {"actions": []}),
        ("actions.text", {"actions": [action(text="")]}),
        ("actions.owner", {"actions": [action(owner="")]}),
        ("actions.deadline", {"actions": [action(deadline=None)]}),
        ("actions.too-late", {"actions": [action(deadline="2026-12-24")]}),
        ("actions.empty", {"actions": [action(status="cancelled")]}),
        ("actions.vague", {"actions": [action(text="Improve monitoring")]}),
        ("actions.vague", {"actions": [action(text="Be more careful")]}),
        ("actions.vague", {"actions": [action(text="Train people")]}),
        ("actions.vague-p0", {"actions": [action(text="Improve monitoring", priority="P0", deadline="2026-11-24")]}),
        ("actions.too-late", {"actions": [action(priority="P0", deadline="2026-11-25")]}),
        ("actions.overdue", {"actions": [action(deadline="2026-11-20")]}),
        ("recurrence.open", answered("tests", answer=None)),
        ("recurrence.rfc", answered("architecture", answer="yes")),
        ("cost.missing", {"cost": {}, "revenue_lost": None}),
    ],
)
def test_a_rule_fires(rule: str, changes: dict[str, Any]) -> None:
    assert rule in fired(finished(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            {**scored("testing", score=3, note="never tested"), "actions": [action(covers=["factors.testing"])]},
            id="a 3 with its note and its action",
        ),
        pytest.param(scored("process", score=2, note="the runbook said so"), id="a deviation that made sense"),
        pytest.param(scored("capacity", score=0), id="no factor at all is an answer too"),
        pytest.param({"went_well": list("abcde")}, id="five things"),
        pytest.param(
            {"actions": [action(), action(id=record_id(2), deadline=None, owner="", text="", status="cancelled")]},
            id="cancelled",
        ),
        pytest.param({"actions": [action(deadline=None, owner="", status="done")]}, id="what is done lacks nothing"),
        pytest.param({"actions": [action(text="Improve monitoring", status="done")]}, id="what is done was no wish"),
        pytest.param(scored("process", score=2, sensible="nobody could reach the reviewer"), id="it has its field"),
        pytest.param(scored("process", score=1), id="a minor deviation"),
        pytest.param(scored("testing", score=2), id="what is no deviation needs no reason"),
        pytest.param(
            {**answered("training", answer="yes"), "actions": [action(covers=["recurrence.training"])]},
            id="a yes that an action covers",
        ),
        pytest.param(answered("training", answer="yes", action=record_id(1)), id="a yes with its own action"),
        pytest.param({"actions": [action(deadline="2026-11-20", status="done")]}, id="done in time or not"),
        pytest.param(answered("architecture", answer="yes", rfc="RFC 12"), id="an RFC that is named"),
        pytest.param(answered("tests", answer=None, action=record_id(1)), id="a question that is an action"),
        pytest.param(whys("a", "Human error", "The tool has no dry run"), id="a person on the way"),
        pytest.param({"revenue_lost": {"amount": "0", "currency": "EUR"}, "cost": {}}, id="nothing lost is known"),
    ],
)
def test_a_rule_is_silent(changes: dict[str, Any]) -> None:
    assert fired(finished(**changes)) == set()


def test_the_summary_is_overdue_a_day_after_the_end() -> None:
    late = at("2026-11-24T13:00Z")
    assert "summary.overdue" in fired(finished(sla_breached=None), late)
    assert "summary.overdue" not in fired(finished(sla_breached=None), at("2026-11-24T12:59Z"))
    assert "summary.overdue" not in fired(finished(), late)


def test_an_empty_incident_names_every_section_that_is_missing() -> None:
    found = findings(incident(), LATER, Rules())
    assert {finding.section for finding in found} == set(NUMBERED)
    assert [finding.section for finding in found] == sorted(
        (finding.section for finding in found), key=list(SECTIONS).index
    )


def test_what_blocks_publishing_comes_first_in_its_section() -> None:
    found = findings(finished(**scored("testing", score=3), service=""), LATER, Rules())
    for word in SECTIONS:
        blocking = [finding.blocks for finding in found if finding.section == word]
        assert blocking == sorted(blocking, reverse=True)


def test_a_finding_names_the_record_and_the_field_to_fill_in() -> None:
    found = {finding.rule: finding for finding in findings(finished(users_affected=None), LATER, Rules())}
    assert (found["summary.missing"].record, found["summary.missing"].field) == ("summary", "users_affected")
    lacking = findings(finished(actions=[action(owner="")]), LATER, Rules())
    assert [(finding.record, finding.field) for finding in lacking] == [(record_id(1), "owner")]


def test_a_gap_leads_to_the_entry_before_it() -> None:
    silent = finished(severity="SEV-1", entries=without_milestone("investigation-started"))
    gap = next(finding for finding in findings(silent, LATER, Rules()) if finding.rule == "timeline.gap")
    assert gap.record == record_id(2)


def test_while_it_is_live_all_about_the_time_after_can_wait() -> None:
    live = incident(severity="SEV-1", entries=[entry(1, "11:50", "pager", milestone="first-alert")])
    now = {finding.rule for finding in findings(live, at("13:00"), Rules()) if not finding.later}
    assert now == {"timeline.alert-before-start", "timeline.gap"}


def test_nothing_can_wait_once_it_is_over() -> None:
    assert not any(finding.later for finding in findings(incident(ended="13:00"), LATER, Rules()))


def test_an_event_of_which_no_post_mortem_is_owed_is_asked_for_none() -> None:
    assert fired(incident(kind="other")) == set()
    assert fired(incident(kind="other", ended="13:00")) == set()


def test_what_was_written_of_such_an_event_is_advised_on_and_blocks_nothing() -> None:
    written = incident(kind="other", ended="13:00", actions=[action(owner="", text="Improve monitoring")])
    found = findings(written, LATER, Rules())
    assert {finding.rule for finding in found} == {"actions.owner", "actions.vague"}
    assert not any(finding.blocks for finding in found)


def test_a_secret_is_never_published_whatever_is_owed() -> None:
    leaking = incident(kind="other", entries=[entry(1, "12:00", "password=hunter2hunter2")])
    assert [finding.rule for finding in findings(leaking, LATER, Rules()) if finding.blocks] == ["secrets.found"]


def test_what_is_next_comes_first() -> None:
    found = next_first(findings(finished(sla_breached=None, cost={}, revenue_lost=None, whys=[]), LATER, Rules()))
    blocking = [finding.blocks for finding in found]
    assert blocking == sorted(blocking, reverse=True)
    assert found[0].section == "summary"


def test_a_text_with_blame_is_advice_and_leads_to_its_field() -> None:
    blaming = finished(entries=[*without_milestone(""), entry(9, "12:55", "It was human error")])
    (found,) = findings(blaming, LATER, Rules(), wording=True)
    assert (found.rule, found.section, found.field, found.blocks) == ("blameless.warn", "timeline", "text", False)
    assert found.record == record_id(9)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(incident(), id="new"),
        pytest.param(incident(ended="13:00"), id="over"),
        pytest.param(finished(actions=[action(owner="", deadline=None, text="")]), id="an empty action"),
        pytest.param(finished(**scored("process", score=3)), id="a deviation"),
        pytest.param(finished(**whys("a", "b", "Human error", category=None)), id="a person"),
        pytest.param(finished(**answered("architecture", answer="yes")), id="an architecture that changes"),
    ],
)
def test_every_place_that_a_finding_leads_to_is_there(written: Incident) -> None:
    for finding in findings(written, LATER, Rules()):
        section = written.section(finding.section)
        if finding.record is not None:
            assert section.document(finding.record) is not None, finding
        if finding.field is not None:
            kind = type(section) if isinstance(section, Fields) else record_type(section)
            assert finding.field in kind.model_fields, finding
