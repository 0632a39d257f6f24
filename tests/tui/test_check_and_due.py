"""`check`, `due` and what `list` says of deadlines: on the command line, as scripts and mails see them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.commands import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def brought(shell: Shell, incident: str = "INC-20261116-ABCD", *actions: dict[str, Any], **summary: Any) -> str:
    """An incident with those actions, a week old."""
    started = "2026-11-16T10:00:00Z"
    about = {"title": "Checkout answers 5xx", "started_at": started, "ended_at": "2026-11-16T11:00:00Z", **summary}
    document = {
        "schema": 1,
        "id": incident,
        "created_at": started,
        "summary": about,
        "actions": [
            {"id": f"0000000000{number:06}", "number": number, "created_at": started, **values}
            for number, values in enumerate(actions, 1)
        ],
    }
    ended = shell.run("import", "-", stdin=json.dumps(document))
    assert ended.code == 0, ended.err
    return ended.out.strip()


OVERDUE = {"text": "Bound the pool", "owner": "Noor", "deadline": "2026-11-20"}
SOON = {"text": "Alert on the pool at 80 %", "owner": "Mina", "deadline": "2026-11-24"}
LATER = {"text": "Cover payment in the load test", "owner": "Noor", "deadline": "2026-12-15", "priority": "P2"}
OPEN = {"text": "Name an owner for each shared test"}
DONE = {"text": "Roll back", "owner": "Noor", "deadline": "2026-11-17", "status": "done"}


def test_due_groups_by_what_is_overdue_soon_later_and_without_a_deadline(shell: Shell) -> None:
    brought(shell, "INC-20261116-ABCD", OPEN, LATER, SOON, OVERDUE, DONE)
    ended = shell.run("due")
    assert ended.code == 0
    headings = [line for line in ended.out.splitlines() if line and not line.startswith(" ")]
    assert headings[:4] == ["Overdue: 1", "Due soon: 1", "Later: 1", "Without a deadline: 1"]
    assert headings[4:] == ["Deadlines are days in Europe/Berlin."]
    assert "Roll back" not in ended.out
    assert "\x1b" not in ended.out


def test_due_says_by_how_much_and_by_whom(shell: Shell) -> None:
    brought(shell, "INC-20261116-ABCD", OVERDUE, OPEN)
    lines = shell.run("due").out.splitlines()
    assert "overdue by 2 days" in lines[1]
    assert "INC-20261116-ABCD #1" in lines[1]
    assert "Noor" in lines[1]
    assert "no owner" in lines[-3]


def test_due_lists_the_actions_of_all_incidents_in_one_order(shell: Shell) -> None:
    brought(shell, "INC-20261116-ABCD", LATER, OVERDUE)
    brought(shell, "INC-20261115-ABCD", SOON, OPEN)
    rows = shell.run("due", "--json").json
    assert [row["state"] for row in rows] == ["overdue", "due-soon", "later", "no-deadline"]
    assert rows[0]["due_at"] == "2026-11-20T23:00:00Z"
    assert rows[3]["owner"] is None


@pytest.mark.parametrize(
    ("filters", "states"),
    [
        (("--overdue",), ["overdue"]),
        (("--until", "2026-11-24"), ["overdue", "due-soon"]),
        (("--until", "+30d"), ["overdue", "due-soon", "later"]),
        (("--owner", "noor"), ["overdue", "later"]),
        (("--owner", "Noor", "--overdue"), ["overdue"]),
    ],
)
def test_due_can_be_filtered(shell: Shell, filters: tuple[str, ...], states: list[str]) -> None:
    brought(shell, "INC-20261116-ABCD", OVERDUE, SOON, LATER, OPEN)
    ended = shell.run("due", "--json", *filters)
    assert [row["state"] for row in ended.json] == states
    assert ended.code == 0


def test_due_exits_1_where_a_filter_leaves_nothing_and_0_where_nothing_is_open(shell: Shell) -> None:
    empty = shell.run("due")
    assert (empty.code, empty.out) == (0, "")
    assert "no open actions" in empty.err
    brought(shell, "INC-20261116-ABCD", LATER)
    filtered = shell.run("due", "--overdue")
    assert (filtered.code, filtered.out) == (1, "")
    assert shell.run("due", "--overdue", "--json").json == []


def test_due_says_what_a_day_looks_like(shell: Shell) -> None:
    ended = shell.run("due", "--until", "someday")
    assert ended.code == 2
    assert "friday" in ended.err


def test_due_names_a_broken_file_and_lists_the_rest(shell: Shell) -> None:
    brought(shell, "INC-20261116-ABCD", SOON)
    (shell.home / "INC-20260101-AAAA.json").write_text("{broken")
    ended = shell.run("due")
    assert ended.code == 0
    assert "INC-20260101-AAAA.json" in ended.err
    assert "Due soon: 1" in ended.out


def test_list_says_in_words_what_is_overdue_and_due_soon(shell: Shell) -> None:
    brought(shell, "INC-20261116-ABCD", OVERDUE, SOON, OPEN)
    assert "3, 1 overdue, 1 due soon" in shell.run("list").out
    (row,) = shell.run("list", "--json").json
    assert (row["open_actions"], row["overdue_actions"], row["due_soon_actions"]) == (3, 1, 1)


def test_check_says_why_a_post_mortem_is_owed_and_what_is_next(shell: Shell) -> None:
    incident = brought(shell, "INC-20261116-ABCD", OVERDUE, kind="outage")
    ended = shell.run("check", incident)
    assert ended.code == 1
    assert "A post-mortem is owed: kind: outage." in ended.out
    (report,) = shell.run("check", incident, "--json").json
    assert [met["name"] for met in report["owed"]] == ["kind"]
    assert report["next"]["rule"] == "summary.missing"
    assert (report["next"]["field"], report["next"]["key"]) == ("detected_by", "1")


def test_check_is_calm_about_an_event_of_which_none_is_owed(shell: Shell) -> None:
    incident = brought(shell, kind="other")
    ended = shell.run("check", incident)
    assert ended.code == 0
    assert "No post-mortem is owed: kind: other" in ended.out
    (report,) = shell.run("check", incident, "--json").json
    assert report["ready"]
    assert report["findings"] == []
    assert "none owed" in shell.run("list").out


def test_check_of_a_live_incident_marks_what_can_wait(shell: Shell) -> None:
    incident = shell.new("Checkout answers 5xx", "--started", "11:40")
    shell.run("stamp", "5xx above 5 %", "--at", "11:41")
    (report,) = shell.run("check", incident, "--json").json
    assert {finding["when"] for finding in report["findings"]} == {"afterwards"}
    assert shell.run("list", "--json").json[0]["blocking"] > 0
    assert shell.run("list").out.splitlines()[1].endswith("–")


def test_check_of_several_ids_checks_each_once(shell: Shell) -> None:
    first = brought(shell, "INC-20261116-ABCD", kind="other")
    second = brought(shell, "INC-20261115-ABCE", kind="other")
    reports = shell.run("check", first, second, first, "--json").json
    assert [report["id"] for report in reports] == [first, second]


def test_check_of_an_unknown_id_says_so(shell: Shell) -> None:
    ended = shell.run("check", "nothing")
    assert ended.code == 1
    assert "no incident matches" in ended.err


def test_check_of_an_empty_workspace_is_done(shell: Shell) -> None:
    ended = shell.run("check")
    assert (ended.code, ended.out) == (0, "")
    assert shell.run("check", "--json").json == []
