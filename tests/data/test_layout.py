"""The file grows in place: what a reader sees, and what is left after a write that was cut short."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from data.incident_file import IncidentFile
from data.layout import CLOSING, RESERVE, SEAL, SECTOR, Tables, added, end_of, laid_out, recovered

GROWS = "timeline"
EMPTY: Tables = {"incident": {"1": {"id": "INC"}}, "timeline": {}, "history": {}}

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.just(" " * 1200) | st.just("x" * 1500)
records = st.dictionaries(st.text(max_size=8), texts | st.integers() | st.none() | st.booleans(), max_size=4)


def read(content: bytes) -> Tables:
    return recovered(content, Path("x.json"))[0]


def written(content: bytes, number: str, record: dict[str, Any]) -> bytes:
    """The content after one whole write in place."""
    end = end_of(content)
    assert end is not None
    patch = added(number, record, first=not read(content)[GROWS])
    return content[:end] + patch + content[end + len(patch) :]


def test_the_growing_table_is_the_last_and_the_comma_stands_in_front() -> None:
    lines = laid_out({"timeline": {"1": {"a": 1}, "2": {"a": 2}}, "cost": {}}, GROWS).decode().splitlines()
    assert [line.rstrip(" \t") for line in lines] == [
        "{", '"cost": {', "}", ',"timeline": {', '"1": {"a": 1}', ',"2": {"a": 2}', "}", "}", "",
    ]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(records, max_size=2))
def test_records_added_in_place_read_like_records_laid_out_at_once(rows: list[dict[str, Any]]) -> None:
    content = laid_out(EMPTY, GROWS)
    for number, row in enumerate(rows, 1):
        before = len(content)
        content = written(content, str(number), row)
        assert len(content) == before
        assert json.loads(content)["timeline"][str(number)] == row
    assert read(content) == {**EMPTY, "timeline": {str(n): row for n, row in enumerate(rows, 1)}}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 40 * RESERVE), st.integers(1, 3))
def test_a_longer_file_has_more_blanks_and_its_size_says_where_they_began(size: int, more: int) -> None:
    content = laid_out({**EMPTY, GROWS: {"1": {"text": "x" * size}}}, GROWS)
    length = len(content)
    for number in range(2, 2 + more):
        content = written(content, str(number), {"text": "y" * 200})
    assert len(content) == length
    assert len(read(content)[GROWS]) == 1 + more
    assert read(content[:-1])[GROWS].keys() == read(content)[GROWS].keys()
    assert end_of(content[:-1]) is None
    assert length - size < 2 * RESERVE + length // 4


@settings(deadline=None, max_examples=150)
@given(records, records, st.data())
def test_of_a_torn_write_either_the_whole_record_is_there_or_nothing_of_it(
    old: dict[str, Any], new: dict[str, Any], data: st.DataObject
) -> None:
    """A disk keeps or loses sectors of a write in any combination."""
    before = written(laid_out(EMPTY, GROWS), "1", old)
    after = written(before, "2", new)
    end = end_of(before)
    assert end is not None
    edges = [0, *range((end // SECTOR) * SECTOR, len(after), SECTOR), len(after)]
    dirty = [(a, b) for a, b in pairwise(edges) if before[a:b] != after[a:b]]
    kept = data.draw(st.lists(st.booleans(), min_size=len(dirty), max_size=len(dirty)))
    torn = bytearray(before)
    for (a, b), is_kept in zip(dirty, kept, strict=True):
        if is_kept:
            torn[a:b] = after[a:b]
    timeline = read(bytes(torn))[GROWS]
    if all(kept):
        assert timeline == {"1": old, "2": new}
    elif not any(kept):
        assert timeline == {"1": old}
    else:
        assert timeline in ({"1": old}, {"1": old, "2": new})
        assert timeline == {"1": old} or bytes(torn) == after


@settings(deadline=None, max_examples=100)
@given(records, st.integers(min_value=0, max_value=4000))
def test_of_a_write_that_stops_at_any_byte_nothing_is_left_but_what_was_there(new: dict[str, Any], at: int) -> None:
    before = written(laid_out(EMPTY, GROWS), "1", {"text": "acknowledged"})
    after = written(before, "2", new)
    end = end_of(before)
    assert end is not None
    torn = after[: end + at] + before[end + at :]
    assert read(torn)[GROWS] in ({"1": {"text": "acknowledged"}}, {"1": {"text": "acknowledged"}, "2": new})


def test_a_record_that_blanks_would_make_valid_json_is_not_taken_for_whole() -> None:
    before = laid_out(EMPTY, GROWS)
    after = written(before, "1", {"text": "x" * 2000})
    end = end_of(before)
    assert end is not None
    lost = (end // SECTOR + 2) * SECTOR
    torn = after[:lost] + b" " * SECTOR + after[lost + SECTOR :]
    assert json.loads(torn)["timeline"]["1"]["text"] != "x" * 2000
    assert read(torn)[GROWS] == {}


def test_a_whole_record_behind_a_torn_one_was_not_acknowledged_either() -> None:
    before = written(laid_out(EMPTY, GROWS), "1", {"text": "acknowledged"})
    after = written(written(before, "2", {"text": "x" * 2000}), "3", {"text": "behind"})
    end = end_of(before)
    assert end is not None
    lost = (end // SECTOR + 2) * SECTOR
    for missing in (b" " * SECTOR, b'"' * SECTOR):
        torn = after[:lost] + missing + after[lost + SECTOR :]
        assert read(torn)[GROWS] == {"1": {"text": "acknowledged"}}


def test_what_somebody_changed_with_an_editor_stays() -> None:
    content = written(laid_out(EMPTY, GROWS), "1", {"text": "by hand"})
    edited = content.replace(b"by hand", b"by HAND")
    assert read(edited)[GROWS]["1"]["text"] == "by HAND"
    assert end_of(edited) is None


def test_what_another_program_laid_out_is_read_as_it_is() -> None:
    tables = {**EMPTY, "timeline": {"1": {"text": "a"}}}
    for content in (json.dumps(tables).encode(), json.dumps(tables, indent=2).encode()):
        assert recovered(content, Path("x.json")) == (tables, False)
        assert end_of(content) is None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "INC-20261123-K7QF.json"
    IncidentFile(path).write(EMPTY)
    return path


def test_an_appended_record_is_read_by_stock_tinydb(path: Path) -> None:
    file = IncidentFile(path)
    file.read()
    assert file.append("1", {"text": "a"}, first=True)
    assert file.append("2", {"text": "b"}, first=False)
    with TinyDB(path) as database:
        assert [document["text"] for document in database.table("timeline").all()] == ["a", "b"]


def test_where_there_is_no_room_in_place_the_file_stays_and_is_written_whole_by_the_caller(path: Path) -> None:
    file = IncidentFile(path)
    file.read()
    before = path.read_bytes()
    assert not file.append("1", {"text": "x" * RESERVE}, first=True)
    assert path.read_bytes() == before


def test_an_append_by_another_is_noticed_even_within_one_tick_of_the_clock(path: Path) -> None:
    mine, other = IncidentFile(path), IncidentFile(path)
    mine.read()
    other.read()
    status = path.stat()
    assert other.append("1", {"text": "theirs"}, first=True)
    import os

    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert path.stat().st_size == status.st_size
    assert mine.changed()


def test_a_torn_record_is_left_out_kept_beside_and_gone_after_the_next_write(path: Path) -> None:
    content = path.read_bytes()
    end = end_of(content)
    assert end is not None
    path.write_bytes((content[:end] + b'\n"1": {"text": "half').ljust(len(content)))
    file = IncidentFile(path)
    tables = file.read()
    assert tables == EMPTY
    assert not file.append("1", {"text": "next"}, first=True)
    file.write(tables)
    assert b"half" in path.with_suffix(".torn").read_bytes()
    assert json.loads(path.read_bytes()) == EMPTY
    assert len(added("1", {}, first=True)) == len(b'\n"1": {}') + SEAL + len(CLOSING)
