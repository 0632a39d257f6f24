"""GitHub: when deploys finished, and which of them was the last before the start."""

from datetime import UTC, datetime
from typing import Any

from model.evidence import Kind, last_change, proposals
from tests.building import entry, incident
from tests.data.reading import read_json, told


def run(id: int, name: str, updated: str, **more: Any) -> dict[str, Any]:
    about = {"databaseId": id, "workflowName": name, "displayTitle": f"checkout v{id}", "headSha": "a84d88e7ffff"}
    times = {"createdAt": "2026-11-23T11:00:00Z", "startedAt": "2026-11-23T11:00:05Z", "updatedAt": updated}
    return {**about, **times, "event": "push", "status": "completed", "conclusion": "success", **more}


def test_runs_of_the_command_line_tool_and_of_the_api_are_entries_at_their_end() -> None:
    found = read_json([run(9, "deploy", "2026-11-23T11:04:00Z")], of="github")
    assert told(found) == [("11-23 11:04:00", "deploy: checkout v9 a84d88e7 – success")]
    snake = {
        "id": 9,
        "name": "deploy",
        "display_title": "v9",
        "run_number": 3,
        "status": "completed",
        "conclusion": "failure",
        "created_at": "2026-11-23T11:00:00Z",
        "updated_at": "2026-11-23T11:04:00Z",
        "actor": {"login": "alice"},
    }
    found = read_json({"total_count": 1, "workflow_runs": [snake]}, of="github")
    assert [(one.text, one.author, one.kind) for one in found] == [("deploy: v9 – failure", "alice", Kind.MESSAGE)]


def test_a_run_that_goes_on_stands_at_its_start() -> None:
    found = read_json([run(9, "deploy", "2026-11-23T11:04:00Z", status="in_progress", conclusion="")], of="github")
    assert told(found) == [("11-23 11:00:05", "deploy: checkout v9 a84d88e7 – in_progress")]


def test_the_deploy_that_finished_last_before_the_start_is_the_suspect_and_tests_are_not() -> None:
    runs = [
        run(1, "Deploy production", "2026-11-23T11:40:00Z"),
        run(2, "Deploy production", "2026-11-23T11:55:00Z"),
        run(3, "lint", "2026-11-23T11:58:00Z"),
        run(4, "Deploy production", "2026-11-23T11:59:00Z", conclusion="failure"),
        run(5, "Deploy production", "2026-11-23T12:30:00Z"),
    ]
    shown = proposals(incident(started="12:00"), read_json(runs))
    assert [one.candidate.text[:20] for one in shown if one.suspect] == ["Deploy production: c"]
    assert [one.candidate.origin for one in shown if one.suspect] == ["run 2 success"]


def test_a_change_that_the_incident_holds_already_is_pointed_out_where_it_is_later() -> None:
    holds = incident(started="12:00", entries=[entry(1, "11:57", "Deploy of payment v7 finished")])
    found = last_change(holds, read_json([run(1, "deploy", "2026-11-23T11:40:00Z")]))
    assert found is holds.timeline.root[0]
    later = last_change(holds, read_json([run(1, "deploy", "2026-11-23T11:58:00Z")]))
    assert later is not None
    assert later.at == datetime(2026, 11, 23, 11, 58, tzinfo=UTC)


def test_deployments_and_their_statuses_are_one_deploy() -> None:
    deployment = {
        "id": 1,
        "sha": "a84d88e7",
        "ref": "v42",
        "task": "deploy",
        "environment": "production",
        "creator": {"login": "alice"},
        "created_at": "2026-11-23T11:00:00Z",
        "updated_at": "2026-11-23T11:03:00Z",
    }
    found = read_json([deployment], of="github")
    assert told(found) == [("11-23 11:03:00", "deploy v42 a84d88e7 → production")]
    status = {"deployment_url": "https://api.github.com/repos/o/r/deployments/1", "environment": "production"}
    statuses = [
        {**status, "id": 11, "state": "in_progress", "created_at": "2026-11-23T11:00:10Z"},
        {**status, "id": 12, "state": "success", "created_at": "2026-11-23T11:02:50Z"},
    ]
    found = read_json([deployment, *statuses], of="github")
    assert [(one.origin, one.kind, one.minor) for one in found] == [
        ("status 11", Kind.MESSAGE, True),
        ("status 12", Kind.CHANGE, False),
    ]


def test_a_deployment_that_the_next_one_made_inactive_did_not_finish_then() -> None:
    def deployment(id: int, created: str, updated: str) -> dict[str, Any]:
        about = {"id": id, "ref": f"v{id}", "sha": "", "environment": "production"}
        return {**about, "created_at": f"2026-11-23T{created}Z", "updated_at": f"2026-11-23T{updated}Z"}

    found = read_json([deployment(1, "10:00:00", "11:05:00"), deployment(2, "11:00:00", "11:05:00")])
    assert [f"{one.at:%H:%M}" for one in found] == ["10:00", "11:05"]
