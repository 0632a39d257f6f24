"""A file is damaged anywhere: doctor never fails, and after its repair the file opens with every whole record."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from data.clock import system_clock
from data.doctor import Repaired, examine, repair
from data.history import history
from data.incident_file import IncidentFile
from data.notebook import Notebook
from data.snapshots import snapshots_of
from data.tables import tables_of
from model.message import Message
from model.stamping import NewEntry
from tests.building import entry, incident, record_id

EXAMPLES = 2_000 if int(os.environ.get("BRIDGELOG_TORTURE", "30")) >= 2000 else 80
NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
GARBAGE = [b"", b" " * 512, b"\0" * 512, b'"', b"}", b"[[", b"\\ud800", b"1e999", b"\n,", b"\xff", b"{", b": {"]

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
    | st.sampled_from([10**400, "9" * 5000, "2026-11-23T12:00:00", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
    | st.sampled_from([record_id(1), record_id(2), "W1", "summary", "resolved", "SEV-1", "\x1b[2J", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


def made(path: Path) -> bytes:
    """A file as a program leaves it: laid out once, changed, and then entries in place."""
    whys: list[dict[str, Any]] = [
        {"id": "W1", "text": "no canary", "evidence": [record_id(1)]},
        {"id": "W2", "text": "a", "parent": "W1"},
    ]
    start = incident(
        entries=[entry(1, "12:01", "pager"), entry(2, "12:05", '負荷分散 {"1": {"id": "x"}}', milestone="resolved")],
        whys=whys,
        actions=[{"id": "A", "number": 1, "text": "add a canary", "created_at": "2026-11-23T12:00:00Z"}],
        factors=[{"id": "testing", "score": 2, "note": "x"}],
        went_well=["the pager", "the runbook"],
        cost={"brand": {"amount": "10.50", "currency": "EUR"}},
    )
    IncidentFile(path).write(tables_of(start))
    notebook = Notebook(path, lambda: NOW, "mina")
    notebook.put(Message("score"), "factors", "capacity", {"score": 1})
    notebook.flush()
    for text in ("and on", "and further"):
        notebook.stamp(NewEntry(notebook.now, text))
        notebook.flush()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "INC-20261123-K7QF.json"


@pytest.fixture
def content(path: Path) -> bytes:
    return made(path)


def repaired(path: Path, content: bytes) -> tuple[Repaired, Any]:
    """The file with that content after a repair, looked at with other programs' eyes."""
    for kept in (path.parent / ".snapshots").glob("*"):
        kept.unlink()
    path.write_bytes(content)
    path.chmod(0o600)
    examined = examine(path, NOW)
    assert path.read_bytes() == content
    done = repair(path, NOW)
    assert [(p.kind, p.where) for p in done.examined.problems] == [(p.kind, p.where) for p in examined.problems]
    if done.examined.tables is None:
        assert path.read_bytes() == content
        return done, {}
    if done.examined.rewrites:
        (copy,) = snapshots_of(path.parent)
        assert copy.read_bytes() == content
    plain = json.loads(path.read_bytes())
    with TinyDB(path, access_mode="r", encoding="utf-8") as database:
        for name in database.tables():
            assert len(database.table(name).all()) == len(plain[name])
    notebook = Notebook(path, system_clock, "mina")
    history(path)
    assert not [problem for problem in examine(path, NOW).problems if problem.repair]
    assert len(notebook.incident.timeline.root) == len(plain["timeline"])
    return done, plain


def texts(plain: Any) -> set[str]:
    """What records say, by which one knows them again."""
    return {str(row.get("text")) for rows in plain.values() for row in rows.values() if "text" in row}


def whole(content: bytes, damaged: bytes) -> set[str]:
    """The texts of those lines of the file that stand in the damaged one as they were."""
    found = set()
    for line in content.split(b"\n"):
        record = line.strip(b", \t")
        if record[:1] == b'"' and record[-1:] == b"}" and b"\n" + line in damaged:
            (row,) = json.loads(b"{" + record + b"}").values()
            found |= {row["text"]} if "text" in row else set()
    return found


def test_an_undamaged_file_is_well(path: Path, content: bytes) -> None:
    done, _plain = repaired(path, content)
    assert not done.examined.problems
    assert done.copy is None


@fuzzing
@given(share=st.floats(0, 1))
@example(share=0.0)
def test_a_file_that_was_cut_off_keeps_every_whole_record(path: Path, content: bytes, share: float) -> None:
    used = len(content.rstrip()) + 2
    cut = content[: int(share * used)]
    _done, plain = repaired(path, cut)
    assert whole(content, cut + b"!") <= texts(plain) or not plain
    assert plain or not whole(content, cut)


@fuzzing
@given(data=st.data())
def test_a_file_that_was_damaged_anywhere_keeps_every_whole_record(
    path: Path, content: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(content)
    used = len(content.rstrip())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, used))
        length = data.draw(st.sampled_from([0, 1, 1, 2, 10, 200]))
        damaged[place : place + length] = data.draw(st.binary(max_size=4) | st.sampled_from(GARBAGE))
    _done, plain = repaired(path, bytes(damaged))
    assert whole(content, bytes(damaged)) <= texts(plain)


@fuzzing
@given(data=st.data())
def test_a_file_with_wrong_values_anywhere_opens_after_a_repair(
    path: Path, content: bytes, data: st.DataObject
) -> None:
    tables = json.loads(content)
    for _ in range(data.draw(st.integers(1, 3))):
        table = data.draw(st.sampled_from(sorted(tables)))
        rows = tables.get(table)
        number = data.draw(st.sampled_from(["1", "2", "01", "x", "", "9" * 5000, "²", "-1"]))
        if not isinstance(rows, dict) or data.draw(st.integers(0, 9)) == 0:
            tables[table] = data.draw(values)
        elif isinstance(row := rows.setdefault(number, {}), dict) and data.draw(st.integers(0, 9)):
            names = sorted({"id", "at", "text", "unknown", "parent", "evidence", *row})
            row[data.draw(st.sampled_from(names))] = data.draw(values)
        else:
            rows[number] = data.draw(values)
    repaired(path, json.dumps(tables).encode())


@fuzzing
@given(content=st.binary(max_size=400) | values.map(lambda v: json.dumps(v).encode()))
@example(content=b"[" * 200_000)
@example(content=b'{"a":' * 50_000)
@example(content=b'{"1": {"schema": 1, "created_at": "x"' + b'{"a":' * 5_000)
@example(content=b'{"incident": {"1": {"schema": 1}}}' + b"\x00" * 100)
@example(content=b'{"timeline": {"1": {"text": ' + b"[" * 900 + b"]" * 900 + b"}}}")
@example(content=b'{"timeline": {"1": {"text": "x", "n": NaN, "m": 1e999, "k": ' + b"9" * 5000 + b"}}}")
@example(content=b'\xef\xbb\xbf{"summary": {"1": {}}}')
@example(content='{"summary": {"1": {"title": "a"}}}'.encode("utf-16"))
def test_of_any_bytes_doctor_makes_an_incident_or_leaves_them(path: Path, content: bytes) -> None:
    done, _plain = repaired(path, content)
    assert done.examined.problems
