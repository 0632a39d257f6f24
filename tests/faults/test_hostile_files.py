"""Files that nobody should trust: opening says in one line what is wrong, quickly, and leaves them as they are."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from data.clock import system_clock
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.tables import incident_of, tables_of
from data.trouble import BrokenFile, Trouble
from model.message import Message, Refused
from model.stamping import NewEntry
from tests.building import entry, incident

EXAMPLES = 2_000 if int(os.environ.get("BRIDGELOG_TORTURE", "30")) >= 2000 else 120
TABLES = tables_of(
    incident(
        entries=[entry(1, "12:01", "pager"), entry(2, "12:05", "負荷分散", milestone="resolved")],
        whys=[{"id": "W", "text": "no canary"}],
        actions=[{"id": "A", "text": "add a canary", "created_at": "2026-11-23T12:00:00Z"}],
        factors=[{"id": "testing", "score": 2, "note": "x"}],
        went_well=["the pager"],
        cost={"brand": {"amount": "10.50", "currency": "EUR"}},
    )
)
DEEP = 900
"""Deep enough for a writer to fail at it, and not deep enough for a reader."""

fuzzing = settings(
    deadline=None,
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [
            10**400,
            -(10**30),
            "9" * 5000,
            "2026-11-23T12:00:00Z",
            "0001-01-01T00:00:00+14:00",
            "\x1b[2J",
            "resolved",
            1e308,
        ]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


def written(path: Path) -> bytes:
    IncidentFile(path).write(TABLES)
    return path.read_bytes()


def use(path: Path) -> None:
    """Open it and, where that goes, change something of each kind and save: nothing but words may come of it."""
    before = path.read_bytes()
    try:
        notebook = Notebook(path, system_clock, "mina")
    except Trouble as trouble:
        assert "\n" not in str(trouble)
        assert len(str(trouble)) < 1000
        return
    finally:
        assert path.read_bytes() == before
        assert list(path.parent.iterdir()) == [path]
    timeline = notebook.incident.timeline.root
    for change in (
        lambda: notebook.stamp(NewEntry(notebook.now, "and on")),
        lambda: notebook.put(Message("score"), "factors", "testing", {"score": 1}),
        lambda: notebook.put(Message("title"), "summary", "summary", {"title": "another"}),
        lambda: notebook.correct(timeline[0], {"text": "corrected"}) if timeline else None,
        lambda: notebook.delete(timeline[-1]) if timeline else None,
        notebook.flush,
        lambda: Notebook(path, system_clock, "omar"),
    ):
        try:
            change()
        except (Trouble, Refused, ValidationError):
            assert notebook.unsaved or not notebook.trouble


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace" / "INC-20261123-K7QF.json"


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    for left in path.parent.rglob("*"):
        if left.is_file():
            left.unlink()
    for left in path.parent.iterdir():
        left.rmdir()
    path.write_bytes(content)


@fuzzing
@given(
    content=st.binary(max_size=400)
    | st.text(max_size=200).map(str.encode)
    | values.map(lambda v: json.dumps(v).encode())
)
@example(content=b"[" * 200_000)
@example(content=b'{"a":' * 200_000)
@example(content=b'{"incident": {"1": {"schema": 1}}}' + b"\x00" * 100)
@example(content=b"\xef\xbb\xbf{}")
def test_any_bytes_are_refused_in_one_line(path: Path, content: bytes) -> None:
    put(path, content)
    use(path)


@fuzzing
@given(data=st.data())
def test_a_file_that_was_damaged_anywhere_is_opened_or_refused(path: Path, data: st.DataObject) -> None:
    path.parent.mkdir(exist_ok=True)
    content = bytearray(written(path))
    used = len(bytes(content).rstrip())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, used + 20))
        length = data.draw(st.sampled_from([0, 1, 1, 2, 10, 600]))
        content[place : place + length] = data.draw(
            st.binary(max_size=4) | st.sampled_from([b"", b" " * 512, b'"', b"}", b"[[", b"\\ud800", b"1e999", b"\n,"])
        )
    put(path, bytes(content))
    use(path)


@fuzzing
@given(data=st.data())
def test_a_file_with_wrong_values_anywhere_is_opened_or_refused(path: Path, data: st.DataObject) -> None:
    tables: dict[str, Any] = json.loads(json.dumps(TABLES))
    for _ in range(data.draw(st.integers(1, 3))):
        table = data.draw(st.sampled_from(sorted(TABLES)))
        rows = tables.get(table)
        number = data.draw(st.sampled_from(["1", "2", "01", "x", "", "9" * 5000, "²", "-1"]))
        if not isinstance(rows, dict) or data.draw(st.integers(0, 9)) == 0:
            tables[table] = data.draw(values)
        elif isinstance(row := rows.setdefault(number, {}), dict) and data.draw(st.integers(0, 9)):
            names = sorted({"id", "at", "text", "unknown", *row})
            row[data.draw(st.sampled_from(names))] = data.draw(values)
        else:
            rows[number] = data.draw(values)
    put(path, json.dumps(tables).encode())
    use(path)


@pytest.mark.parametrize(
    "value",
    [
        b"[" * DEEP + b"]" * DEEP,
        b'{"a":' * DEEP + b"1" + b"}" * DEEP,
        b"1" * 4000,
        b'"\\ud800"',
        b'"' + b"x" * 3_000_000 + b'"',
        b"-1e308",
    ],
    ids=["deep list", "deep object", "huge number", "half a character", "huge text", "far away"],
)
@pytest.mark.parametrize("name", [b"text", b"unknown", b"at", b"id"])
@pytest.mark.parametrize("table", [b"timeline", b"summary", b"factors", b"history", b"theirs"])
def test_extreme_values_bring_nothing_down(path: Path, table: bytes, name: bytes, value: bytes) -> None:
    tables = {word: rows for word, rows in TABLES.items() if word != table.decode()}
    row = b'{"id": "testing", "at": "2026-11-23T12:00:00Z", "recorded_at": "2026-11-23T12:00:00Z", "title": "x", '
    row += b'"started_at": "2026-11-23T12:00:00Z", "' + name + b'": ' + value + b"}"
    put(path, json.dumps(tables).encode()[:-1] + b', "' + table + b'": {"1": ' + row + b"}}")
    use(path)


@pytest.mark.parametrize("name", ["zone", "severity", "ended_at", "users_affected", "title"])
def test_half_a_character_in_any_field_is_opened_or_refused(path: Path, name: str) -> None:
    summary = {**TABLES["summary"]["1"], name: "5\ud800"}
    put(path, json.dumps({**TABLES, "summary": {"1": summary}}).encode())
    use(path)
    assert path.exists()


def test_of_a_key_that_stands_there_twice_one_counts_and_nothing_is_written_by_opening(path: Path) -> None:
    content = json.dumps(TABLES).encode().replace(b'"timeline": {', b'"timeline": {"1": {}}, "timeline": {', 1)
    put(path, content)
    use(path)
    assert b"pager" in content


def test_a_number_of_a_record_that_no_program_counts_to_is_not_counted_on(path: Path) -> None:
    tables = {**TABLES, "timeline": {"9" * 5000: TABLES["timeline"]["1"]}}
    put(path, json.dumps(tables).encode())
    notebook = Notebook(path, system_clock, "mina")
    notebook.stamp(NewEntry(notebook.now, "and on"))
    notebook.flush()
    assert set(json.loads(path.read_bytes())["timeline"]) == {"9" * 5000, "1"}
    with pytest.raises(BrokenFile):
        incident_of({**TABLES, "timeline": {"1": {"id": 5}}}, path)
