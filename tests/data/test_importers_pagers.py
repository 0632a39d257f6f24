"""Pagers and alerts: who was told when, with the milestones that may follow from it."""

import json
from typing import Any

import pytest

from model.timeline import Milestone
from tests.data.reading import read, read_json, told

FIRST, TEAM, DONE = Milestone.FIRST_ALERT, Milestone.TEAM_NOTIFIED, Milestone.RESOLVED


def log(id: str, kind: str, clock: str, **more: Any) -> dict[str, Any]:
    about = {"id": id, "type": f"{kind}_log_entry", "summary": f"{kind} it", "created_at": f"2026-01-01T{clock}Z"}
    return {**about, "agent": {"type": "user_reference", "summary": "Alice A"}, "teams": [], **more}


def test_log_entries_of_pagerduty_say_what_happened_and_notifications_are_minor() -> None:
    entries = [
        log("R", "resolve", "00:40:00"),
        log("N", "annotate", "00:10:00", channel={"type": "note", "summary": "db is full"}),
        log("E", "escalate", "00:03:00"),
        log("A", "assign", "00:01:01"),
        log("K", "acknowledge", "00:04:10"),
        log("S", "notify", "00:01:02"),
        log(
            "T",
            "trigger",
            "00:01:00",
            channel={"type": "api", "details": {"description": "5xx"}, "summary": "checkout 5xx"},
        ),
    ]
    found = read_json({"log_entries": entries, "more": False}, of="pagerduty")
    assert [(one.text, one.milestone, one.minor) for one in found] == [
        ("trigger it: checkout 5xx", FIRST, False),
        ("assign it", None, True),
        ("notify it", None, True),
        ("escalate it", None, True),
        ("acknowledge it", TEAM, False),
        ("db is full", None, False),
        ("resolve it", DONE, False),
    ]
    pages = json.dumps({"log_entries": entries[:3]}) + "\n" + json.dumps({"log_entries": entries[3:]})
    assert read(pages, of="pagerduty") == found


def test_incidents_notes_analytics_and_webhooks_of_pagerduty_are_read() -> None:
    incident = {
        "id": "P1",
        "type": "incident",
        "incident_number": 7,
        "title": "checkout",
        "status": "resolved",
        "created_at": "2026-01-01T00:01:00Z",
        "acknowledgements": [{"at": "2026-01-01T00:04:00Z", "acknowledger": {"summary": "Bob"}}],
        "last_status_change_at": "2026-01-01T00:40:00Z",
    }
    assert [one.milestone for one in read_json({"incidents": [incident]}, of="pagerduty")] == [FIRST, TEAM, DONE]
    note = {"id": "N1", "content": "checked", "created_at": "2026-01-01T00:05:00Z", "user": {"summary": "Bob"}}
    assert [one.author for one in read_json({"notes": [note]}, of="pagerduty")] == ["Bob"]
    analysed = {
        "id": "P1",
        "description": "checkout",
        "created_at": "2026-01-01T00:01:00",
        "seconds_to_first_ack": 190,
        "seconds_to_resolve": None,
    }
    found = read_json({"data": [analysed], "time_zone": "Etc/UTC"}, of="pagerduty")
    assert told(found) == [("01-01 00:01:00", "checkout"), ("01-01 00:04:10", "acknowledged: checkout")]
    event = {
        "id": "E1",
        "event_type": "incident.acknowledged",
        "occurred_at": "2026-01-01T00:04:00Z",
        "data": {"title": "x"},
    }
    assert read_json({"event": event}, of="pagerduty")[0].milestone is TEAM


def test_logs_of_opsgenie_come_in_either_order() -> None:
    said = (
        ("Alert created via API", "00:01:00", FIRST, False),
        ("[alice@example.com] [email] notification is sent", "00:01:05", None, True),
        ("Alert acknowledged via web", "00:04:10", TEAM, False),
        ("Note added: db is full", "00:06:00", None, False),
        ("Alert closed via mobile", "00:40:00", DONE, False),
    )
    logs = [
        {"log": text, "type": "system", "owner": "alice", "createdAt": f"2026-01-01T{clock}.120Z", "offset": f"{n}_1"}
        for n, (text, clock, _milestone, _minor) in enumerate(said)
    ]
    expected = [(text, milestone, minor) for text, _clock, milestone, minor in said]
    for order in (logs, logs[::-1]):
        found = read_json({"data": order, "paging": {}, "took": 0.05}, of="opsgenie")
        assert [(one.text, one.milestone, one.minor) for one in found] == expected


def test_alerts_of_opsgenie_tell_their_acknowledgement_in_milliseconds() -> None:
    report = {"ackTime": 190_400, "closeTime": 2_340_000, "acknowledgedBy": "alice", "closedBy": "bob"}
    alert = {"id": "a1", "tinyId": "7", "message": "5xx", "createdAt": "2026-01-01T00:01:00Z", "report": report}
    for answer in ({"data": [alert]}, {"data": alert}):
        found = read_json(answer, of="opsgenie")
        assert [f"{one.at:%H:%M:%S}" for one in found] == ["00:01:00", "00:04:10", "00:40:00"]
        assert [one.author for one in found] == ["", "alice", "bob"]


def alert(**more: Any) -> dict[str, Any]:
    labels = {"alertname": "Checkout5xx", "severity": "critical", "service": "checkout"}
    about = {"labels": labels, "annotations": {"summary": "5xx > 5%"}, "startsAt": "2026-01-01T00:01:00.826Z"}
    return {**about, "fingerprint": "1a30", "generatorURL": "http://prom", **more}


def test_a_firing_alert_of_a_webhook_has_no_end() -> None:
    firing = alert(status="firing", endsAt="0001-01-01T00:00:00Z")
    resolved = alert(status="resolved", endsAt="2026-01-01T00:38:00.826Z", fingerprint="2b")
    found = read_json({"version": "4", "status": "firing", "alerts": [firing, resolved]}, of="alertmanager")
    assert told(found) == [
        ("01-01 00:01:00", "Checkout5xx: 5xx > 5%"),
        ("01-01 00:01:00", "Checkout5xx: 5xx > 5%"),
        ("01-01 00:38:00", "resolved: Checkout5xx: 5xx > 5%"),
    ]


@pytest.mark.parametrize(
    ("ends", "updated", "resolved"),
    [("2026-01-01T00:14:00Z", "2026-01-01T00:10:00Z", False), ("2026-01-01T00:09:00Z", "2026-01-01T00:10:00Z", True)],
)
def test_an_end_in_the_future_of_the_answer_is_no_resolution(ends: str, updated: str, resolved: bool) -> None:
    active = alert(status={"state": "active", "silencedBy": []}, endsAt=ends, updatedAt=updated)
    for answer in ([active], [{"labels": {}, "receiver": {"name": "x"}, "alerts": [active]}]):
        found = read_json(answer, of="alertmanager")
        assert [one.milestone for one in found] == [FIRST, DONE][: 1 + resolved]


def test_the_same_alert_twice_is_one_and_firing_again_is_another() -> None:
    again = alert(startsAt="2026-01-01T01:00:00Z")
    found = read_json([alert(), alert(), again], of="alertmanager")
    assert len(found) == 2
