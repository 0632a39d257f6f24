"""Readiness: each rule fires where it should and is silent where it should be."""

from datetime import datetime
from typing import Any

import pytest

from model.factors import FACTOR_LABELS
from model.incident import SECTIONS, Incident
from model.owed import triggers_met
from model.readiness import findings
from model.recurrence import QUESTIONS
from model.rules import Rules
from tests.building import NOON, at, entry, incident, record_id

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
                ("service", ""),
                ("detected_by", None),
                ("users_affected", None),
                ("revenue_lost", None),
                ("sla_breached", None),
            )
        ),
        ("summary.due", {"service": ""}),
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
        ("whys.category", whys("a", "b", "c", category=None)),
        ("whys.shallow", whys("a", "b")),
        ("factors.unscored", scored("testing", score=None)),
        ("factors.note", scored("testing", score=3)),
        ("factors.sensible", scored("process", score=2)),
        ("factors.sensible", scored("communication", score=2)),
        ("went_well.count", {"went_well": ["one", "two"]}),
        ("went_well.count", {"went_well": ["one", "two", ""]}),
        ("went_well.count", {"went_well": list("abcdef")}),
        ("actions.empty", {"actions": []}),
        ("actions.text", {"actions": [action(text="")]}),
        ("actions.owner", {"actions": [action(owner="")]}),
        ("actions.deadline", {"actions": [action(deadline=None)]}),
        ("actions.too-late", {"actions": [action(deadline="2026-12-24")]}),
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
        pytest.param(scored("testing", score=3, note="the size was never tested"), id="a 3 with its note"),
        pytest.param(scored("process", score=2, note="the runbook said so"), id="a deviation that made sense"),
        pytest.param(scored("capacity", score=0), id="no factor at all is an answer too"),
        pytest.param({"went_well": list("abcde")}, id="five things"),
        pytest.param({"actions": [action(deadline=None, owner="", status="cancelled")]}, id="cancelled"),
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
    assert "summary.overdue" in fired(finished(service=""), late)
    assert "summary.overdue" not in fired(finished(), late)


def test_an_empty_incident_names_every_section_that_is_missing() -> None:
    found = findings(incident(), LATER, Rules())
    assert {finding.section for finding in found} == set(SECTIONS)
    assert [finding.section for finding in found] == sorted(
        (finding.section for finding in found), key=list(SECTIONS).index
    )


def test_what_blocks_publishing_comes_first_in_its_section() -> None:
    found = findings(finished(**scored("testing", score=3), service=""), LATER, Rules())
    for word in SECTIONS:
        blocking = [finding.blocks for finding in found if finding.section == word]
        assert blocking == sorted(blocking, reverse=True)


def test_a_post_mortem_is_owed_for_what_happened_for_its_cost_and_for_the_time() -> None:
    def met(**changes: Any) -> list[str]:
        return [trigger.name for trigger in triggers_met(incident(ended="13:00", **changes), NOON, Rules())]

    dear = {"brand": {"amount": "5000.01", "currency": "EUR"}}
    assert met() == ["kind"]
    assert met(kind="other") == []
    assert met(kind="other", cost=dear) == ["cost"]
    assert met(kind="other", cost={"brand": {"amount": "5000", "currency": "EUR"}}) == []
    assert met(kind="other", cost={"engineering_hours": "4.1"}) == ["team-time"]
    assert met(kind="other", cost={"engineering_hours": "4"}) == []
