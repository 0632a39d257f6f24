"""The incident's file: plain TinyDB JSON, private, whole at every moment."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from data import incident_file
from data.incident_file import GROWS, IncidentFile
from data.layout import laid_out, parse
from data.tables import incident_of, tables_of
from data.trouble import BrokenFile, Trouble
from tests.building import entry, incident

WRITTEN = incident(title="Écheck 障害 👩‍🚒", entries=[entry(1, "12:01", "pager"), entry(2, "12:05", "two\nlines")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with an incident in it, in a folder that did not exist."""
    file = tmp_path / "new" / "workspace" / "INC-20261123-K7QF.json"
    IncidentFile(file).write(tables_of(WRITTEN))
    return file


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_was_written_is_read_back(path: Path) -> None:
    tables = IncidentFile(path).read()
    assert tables is not None
    assert incident_of(tables, path) == WRITTEN


def test_stock_tinydb_reads_it(path: Path) -> None:
    with TinyDB(path) as db:
        assert [row["text"] for row in db.table("timeline").all()] == ["pager", "two\nlines"]
        assert db.table("summary").all()[0]["title"] == WRITTEN.summary.title
        assert db.tables() >= {"incident", "summary", "timeline", "history"}


def test_it_serves_tinydb_as_a_storage(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "own.json", storage=IncidentFile) as db:
        db.insert({"a": 1})
        assert db.all() == [{"a": 1}]


def test_each_record_has_a_line_of_its_own(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert sum('"pager"' in line for line in lines) == 1
    for line in lines:
        if line.startswith('"1": '):
            assert isinstance(json.loads("{" + line.rstrip(",") + "}")["1"], dict)


@pytest.mark.skipif(os.name == "nt", reason="rights are another thing there")
def test_only_its_owner_may_read_it(path: Path) -> None:
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700


def test_nothing_temporary_is_left(path: Path) -> None:
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("broken_call", ["fdatasync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, broken_call: str
) -> None:
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if broken_call == "fdatasync":
        monkeypatch.setattr(incident_file, "sync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        IncidentFile(path).write({})
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_not_there_is_nothing_and_one_that_cannot_be_read_is_trouble(tmp_path: Path) -> None:
    assert IncidentFile(tmp_path / "none.json").read() is None
    assert not IncidentFile(tmp_path / "none.json").changed()
    with pytest.raises(Trouble, match="cannot be read"):
        IncidentFile(tmp_path).read()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b'{"timeline": []}',
        b'{"timeline": {"1": 2}}',
        b'{"a": {"1": {"x": NaN}}}',
        b'{"a": {"1": {"x": 1e999}}}',
        b'{"a": {"1": {"x": -Infinity}}}',
        b'{"a": {"1": {"x": ' + b"9" * 5000 + b"}}}",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"\x00" * 64,
    ],
    ids=lambda content: content[:20].decode("latin-1").encode("unicode_escape").decode(),
)
def test_what_is_no_incident_file_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match=r"it is left as it is, bridgelog doctor says more$") as caught:
        parse(content, tmp_path / "x.json")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("table", "record", "reason"),
    [
        ("summary", {"title": "", "started_at": "2026-11-23T12:00:00Z"}, "a title is needed"),
        ("timeline", {"id": "x", "text": "no time"}, "it is needed"),
        ("cost", {"brand": {"amount": 12.5, "currency": "EUR"}}, "loses digits"),
        ("factors", {"id": "testing", "score": 9}, "0, 1, 2 or 3"),
    ],
)
def test_a_wrong_value_in_a_file_is_named(table: str, record: dict[str, Any], reason: str) -> None:
    tables = {**tables_of(WRITTEN), table: {"1": record}}
    with pytest.raises(BrokenFile, match=reason):
        incident_of(tables, Path("x.json"))


def test_two_summaries_are_refused() -> None:
    tables = tables_of(WRITTEN)
    tables["summary"]["2"] = tables["summary"]["1"]
    with pytest.raises(BrokenFile, match="more than one record"):
        incident_of(tables, Path("x.json"))


def test_half_a_character_in_a_field_that_we_do_not_know_can_still_be_written() -> None:
    tables = parse(b'{"t": {"1": {"theirs": "\\ud83d", "emoji": "\\ud83d\\ude00"}}}', Path("x.json"))
    assert parse(laid_out(tables, GROWS), Path("x.json")) == {**tables, GROWS: {}}


def test_what_this_version_does_not_know_is_kept() -> None:
    tables = tables_of(WRITTEN)
    tables["timeline"]["1"]["colour"] = "red"
    again = tables_of(incident_of(tables, Path("x.json")))
    assert again["timeline"]["1"]["colour"] == "red"
