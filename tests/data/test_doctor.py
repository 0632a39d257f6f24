"""What doctor finds in a file, one thing at a time, and what a repair makes of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from data import migrations
from data.clock import system_clock
from data.demo import demo_incident, demo_names
from data.doctor import Problem, examine, leftovers, repair
from data.history import history
from data.incident_file import IncidentFile, Tables
from data.layout import added, end_of
from data.lock import locked
from data.notebook import Notebook
from data.runs import locks_of
from data.snapshots import snapshot
from data.tables import tables_of
from data.trouble import Trouble
from model.incident import Incident
from model.message import Message
from tests.building import entry, incident, record_id

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
Change = Callable[[Any], object]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "INC-20261123-K7QF.json"
    whys: list[dict[str, Any]] = [
        {"id": "W1", "text": "no canary", "evidence": [record_id(1)]},
        {"id": "W2", "text": "a", "parent": "W1"},
    ]
    start = incident(
        entries=[entry(1, "12:01", "pager"), entry(2, "12:05", "fixed", milestone="resolved")],
        whys=whys,
        actions=[{"id": "A1", "number": 1, "text": "add a canary", "created_at": "2026-11-23T12:00:00Z"}],
        factors=[{"id": "testing", "score": 2, "note": "x"}],
        went_well=["the pager"],
    )
    IncidentFile(path).write(tables_of(start))
    notebook = Notebook(path, lambda: NOW, "mina")
    notebook.put(Message("score"), "factors", "capacity", {"score": 1})
    notebook.flush()
    return path


def tables(path: Path) -> Any:
    return json.loads(path.read_bytes())


def damaged(path: Path, change: Change) -> list[Problem]:
    """What is found after that change of the tables; a repair puts right what it says."""
    content = tables(path)
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    return list(examine(path, NOW).problems)


def opened(path: Path) -> Incident:
    """The incident after a repair, which leaves nothing that a repair puts right."""
    repair(path, NOW)
    assert not [problem for problem in examine(path, NOW).problems if problem.repair]
    history(path)
    return Notebook(path, system_clock, "mina").incident


def put(table: str, number: str, **values: Any) -> Change:
    return lambda tables: tables[table].setdefault(number, {}).update(values)


def test_all_is_well_with_what_the_program_wrote_and_with_the_demos(path: Path, tmp_path: Path) -> None:
    assert examine(path, NOW).problems == ()
    for name in demo_names():
        demo = demo_incident(name)
        file = tmp_path / f"{demo.id}.json"
        IncidentFile(file).write(tables_of(demo))
        assert examine(file, NOW).problems == (), name


@pytest.mark.parametrize(
    ("change", "kind", "where"),
    [
        (put("summary", "1", users_affected="many"), "wrong-value", "summary.users_affected"),
        (put("timeline", "1", at="2026-11-23T12:01:00"), "impossible-time", f"timeline.{record_id(1)}.at"),
        (put("timeline", "1", at="0000-01-01T00:00:00Z"), "wrong-value", f"timeline.{record_id(1)}.at"),
        (put("timeline", "1", at="9999-01-01T00:00:00Z"), "impossible-time", f"timeline.{record_id(1)}.at"),
        (put("timeline", "1", recorded_at="2026-11-01T00:00:00Z"), "impossible-time",
         f"timeline.{record_id(1)}.recorded_at"),
        (put("summary", "1", ended_at="2026-11-23T11:00:00Z"), "impossible-time", "summary.ended_at"),
        (put("actions", "1", done_at="2026-11-01T12:00:00Z"), "impossible-time", "actions.A1.done_at"),
        (put("timeline", "2", id=record_id(1)), "duplicate-id", f"timeline.{record_id(1)}"),
        (put("timeline", "2", id=7), "wrong-value", "timeline.2.id"),
        (put("cost", "2", id="cost", currency="USD"), "duplicate-id", "cost.cost"),
        (put("whys", "1", evidence=["nothing"]), "missing-record", "whys.W1.evidence"),
        (put("whys", "2", parent="nothing"), "missing-record", "whys.W2.parent"),
        (put("whys", "1", parent="W2"), "circle", "whys.W1.parent"),
        (put("recurrence", "1", action="nothing"), "missing-record", "recurrence.monitoring.action"),
        (put("actions", "1", covers=["factors.nothing"]), "missing-record", "actions.A1.covers"),
        (put("history", "1", steps=5), "history", "history."),
        (lambda tables: tables.update(theirs={"1": {"id": "x", "a": 1}, "2": {"id": "x", "a": 2}}), "duplicate-id",
         "theirs.x"),
        (lambda tables: tables["actions"].update({"2": {**tables["actions"]["1"], "id": "A2"}}), "duplicate-number",
         "actions.A2.number"),
        (put("incident", "1", schema="one"), "wrong-value", "incident.schema"),
        (put("incident", "1", schema=2), "newer-schema", ""),
        (put("incident", "1", id="INC-20261123-AAAA"), "wrong-name", "incident.id"),
        (put("incident", "2", id="x"), "duplicate-id", "incident.2"),
        (lambda tables: tables.update(timelines=tables.pop("timeline")), "wrong-name", "timelines"),
        (lambda tables: tables.update(timeline=5), "wrong-type", "timeline"),
        (lambda tables: tables["timeline"].update(x=tables["timeline"].pop("1")), "wrong-type", "timeline.x"),
        (lambda tables: tables["whys"].update({"9": tables["timeline"].pop("1")}), "wrong-table",
         f"whys.{record_id(1)}"),
        (lambda tables: tables["factors"].update({"9": 5}), "wrong-type", "factors.9"),
        (lambda tables: tables.pop("summary"), "missing", "summary"),
        (put("summary", "1", revenue_lost={"amount": "5", "currency": "USD"}), "wrong-value", "summary.revenue_lost"),
    ],
)  # fmt: skip
def test_each_thing_that_is_wrong_is_found_where_it_is(path: Path, change: Change, kind: str, where: str) -> None:
    problems = damaged(path, change)
    assert (kind, where) in [(p.kind, p.where if kind != "history" else p.where[:8]) for p in problems]
    if problems[0].kind != "newer-schema":
        opened(path)


def test_of_a_value_that_fits_no_type_nothing_is_lost_that_can_be_text(path: Path) -> None:
    (problem,) = damaged(path, put("timeline", "1", text=["a", 5]))
    assert opened(path).timeline.root[0].text == '["a", 5]'
    assert problem.value == '["a", 5]'


def test_of_a_list_only_what_is_wrong_in_it_is_taken_out(path: Path) -> None:
    (problem,) = damaged(path, put("whys", "1", evidence=[record_id(2), 5, record_id(1)]))
    assert problem.taken_out == 5
    assert opened(path).whys.root[0].evidence == (record_id(2), record_id(1))


def test_a_time_that_is_lost_is_taken_from_when_the_entry_was_recorded(path: Path) -> None:
    damaged(path, put("timeline", "1", at="sometime"))
    first = opened(path).timeline.root[0]
    assert first.at == first.recorded_at


def test_an_end_before_the_start_is_put_to_the_resolution(path: Path) -> None:
    damaged(path, put("summary", "1", ended_at="2026-11-23T11:00:00Z"))
    assert opened(path).summary.ended_at == datetime(2026, 11, 23, 12, 5, tzinfo=UTC)


def test_two_records_with_one_id_are_both_kept_and_the_same_twice_is_kept_once(path: Path) -> None:
    def twice(tables: Any) -> None:
        rows = tables["timeline"]
        rows["3"] = {**rows["1"], "text": "another"}
        rows["4"] = dict(rows["2"])

    damaged(path, twice)
    entries = opened(path).timeline.root
    assert sorted(item.text for item in entries) == ["another", "fixed", "pager"]
    assert len({item.id for item in entries}) == 3


def test_two_records_with_one_number_are_both_kept(path: Path) -> None:
    """What is left when both sides of a conflict stay: every reader but doctor sees the last one only."""
    content = path.read_text(encoding="utf-8")
    line = next(line for line in content.splitlines() if "fixed" in line)
    twin = line.replace("fixed", "on the other side").replace(record_id(2), "THEIRS")
    path.write_text(content.replace(line, f"{line}\n{twin}"), encoding="utf-8")
    assert [problem.kind for problem in examine(path, NOW).problems] == ["duplicate-number"]
    assert sorted(item.text for item in opened(path).timeline.root) == ["fixed", "on the other side", "pager"]


def test_of_a_conflict_that_git_left_in_the_file_both_sides_are_kept(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    line = next(line for line in content.splitlines() if "fixed" in line)
    twin = line.replace("fixed", "on the other side").replace(record_id(2), "THEIRS")
    marked = f"<<<<<<< ours\n{line}\n=======\n{twin}\n>>>>>>> theirs"
    path.write_text(content.replace(line, marked), encoding="utf-8")
    assert "invalid-json" in [problem.kind for problem in examine(path, NOW).problems]
    assert sorted(item.text for item in opened(path).timeline.root) == ["fixed", "on the other side", "pager"]


def test_a_torn_end_is_told_from_a_damaged_file(path: Path) -> None:
    content = path.read_bytes()
    end = end_of(content)
    assert end is not None
    torn = added("3", {"id": "X", "text": "on its way"}, first=False)[:25]
    path.write_bytes(content[:end] + torn + content[end + len(torn) :])
    (problem,) = examine(path, NOW).problems
    assert problem.kind == "torn-end"
    assert '"3": {"id": "X"' in problem.value
    assert len(opened(path).timeline.root) == 2


def test_what_points_at_something_that_was_deleted_is_well(path: Path) -> None:
    notebook = Notebook(path, lambda: NOW, "mina")
    notebook.delete(notebook.incident.timeline.root[0])
    notebook.flush()
    assert examine(path, NOW).problems == ()


def test_an_older_schema_is_named_and_brought_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def step(tables: Tables) -> Tables:
        return {**tables, "went_well": {}}

    monkeypatch.setattr(migrations, "MIGRATIONS", (step,))
    monkeypatch.setattr("data.doctor.examination.MIGRATIONS", (step,))
    monkeypatch.setattr("data.doctor.identity.MIGRATIONS", (step,))
    assert [problem.kind for problem in examine(path, NOW).problems] == ["older-schema"]
    assert opened(path).went_well.root == ()
    assert tables(path)["incident"]["1"]["schema"] == 2


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"\0" * 600, b"[1]", b"null", b'"x"', b"nothing", b'{"a": {"1": {}}}']
)
def test_what_holds_nothing_of_an_incident_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    done = repair(path, NOW)
    assert done.examined.problems[0].kind in {"empty", "not-an-incident"}
    assert done.copy is None
    assert path.read_bytes() == content


def test_the_words_beside_the_copy_tell_in_full_what_was_taken_out(path: Path) -> None:
    damaged(path, put("summary", "1", users_affected="x" * 5000))
    done = repair(path, NOW)
    assert done.words is not None
    assert "x" * 5000 in done.words.read_text(encoding="utf-8")
    assert done.words.stat().st_mode & 0o077 == 0


def test_while_another_program_writes_a_repair_waits_and_leaves_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged(path, put("summary", "1", users_affected="many"))
    content = path.read_bytes()
    monkeypatch.setattr("data.doctor.repairing.PATIENCE", 0.02)
    with locked(locks_of(path) / f"{path.stem}.lock", 0), pytest.raises(Trouble, match="another program"):
        repair(path, NOW)
    assert path.read_bytes() == content


def test_where_no_copy_can_be_kept_nothing_is_repaired(path: Path) -> None:
    damaged(path, put("summary", "1", users_affected="many"))
    content = path.read_bytes()
    (path.parent / ".snapshots").write_text("in the way")
    with pytest.raises(Trouble, match="cannot be put right"):
        repair(path, NOW)
    assert path.read_bytes() == content


def test_copies_are_named_and_are_nothing_to_repair(path: Path) -> None:
    path.parent.chmod(0o700)
    snapshot(path, "merge", NOW)
    snapshot(path, "merge", NOW)
    (left,) = leftovers(path.parent)
    assert str(left.message) == "2 copies are kept from before changes"
    assert left.repair is None


def test_of_a_folder_that_is_not_there_nothing_lies_around(tmp_path: Path) -> None:
    assert leftovers(tmp_path / "none") == []
