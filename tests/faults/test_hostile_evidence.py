"""Evidence that is hostile, cut off, or not what it claims: a clear error or harmless, and the incident as it was."""

import csv
import io
import json
import os
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from data.documents import document
from data.importers import importer_of
from data.importers.opening import opened, opened_bytes
from data.trouble import Trouble
from model.change import applied
from model.evidence import proposals, taken
from model.incident import Incident
from model.rules import Rules
from tests.building import incident
from tests.data.reading import NOW, read, setting

MEGABYTE = 1024 * 1024
MESSAGE: dict[str, Any] = {"type": "message", "user": "U1", "text": "hello", "ts": "1767225600.000100"}
DAY = "general/2026-01-01.json"


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def refused(path: Path) -> str:
    """Why that file is not read; what it cost stays small."""
    with pytest.raises(Trouble) as caught:
        read(opened(path))
    return str(caught.value.message)


def kept(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_names_that_lead_out_of_a_zip_are_left_out_and_nothing_is_unpacked(tmp_path: Path) -> None:
    day = json.dumps([MESSAGE]).encode()
    names = ("../../evil/2026-01-01.json", "/etc/2026-01-01.json", "a/../../2026-01-02.json", "..\\x\\2026-01-01.json")
    inside = tmp_path / "inside"
    inside.mkdir()
    path = kept(inside / "export.zip", zipped({**dict.fromkeys(names, day), DAY: day}))
    assert [one.text for one in read(opened(path), of="slack")] == ["hello"]
    assert [each.name for each in tmp_path.rglob("*")] == ["inside", "export.zip"]


def test_a_zip_that_expands_a_thousand_fold_is_not_read(tmp_path: Path) -> None:
    path = kept(tmp_path / "bomb.zip", zipped({DAY: b"[" + b" " * (80 * MEGABYTE) + b"]"}))
    assert path.stat().st_size < MEGABYTE
    tracemalloc.start()
    try:
        assert "expands to too much" in refused(path)
        assert tracemalloc.get_traced_memory()[1] < 4 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_many_files_that_expand_together_are_not_read(tmp_path: Path) -> None:
    blank = b" " * MEGABYTE
    files = {f"general/20{number // 365:02}-01-{number % 365:03}.json": blank for number in range(300)}
    assert "expands to too much" in refused(kept(tmp_path / "bombs.zip", zipped({**files, DAY: blank})))


def test_a_zip_with_a_password_says_so(tmp_path: Path) -> None:
    content = bytearray(zipped({DAY: json.dumps([MESSAGE]).encode()}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    assert "needs a password" in refused(kept(tmp_path / "locked.zip", bytes(content)))


def test_a_zip_in_a_zip_is_no_evidence(tmp_path: Path) -> None:
    inner = zipped({DAY: json.dumps([MESSAGE]).encode()})
    assert "no known format" in refused(kept(tmp_path / "outer.zip", zipped({"inner.zip": inner})))
    assert "no known format" in refused(kept(tmp_path / "named.zip", zipped({"general/inner.json": inner})))


@pytest.mark.parametrize("cut", [4, 30, 100, -30, -1])
def test_a_zip_that_is_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    whole = zipped({DAY: json.dumps([MESSAGE] * 50).encode()})
    assert "zip" in refused(kept(tmp_path / "cut.zip", whole[:cut]))


def test_a_broken_file_in_a_zip_names_it(tmp_path: Path) -> None:
    whole = bytearray(zipped({DAY: os.urandom(400)}))
    whole[60] ^= 0xFF
    assert DAY in refused(kept(tmp_path / "broken.zip", bytes(whole)))


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"log_entries":'])
def test_json_nested_a_hundred_thousand_deep_is_refused(tmp_path: Path, opening: bytes) -> None:
    assert "nested too deep" in refused(kept(tmp_path / "deep.json", opening * 100_000))


def test_blocks_in_blocks_are_looked_into_only_so_far() -> None:
    block: dict[str, Any] = {"type": "section", "text": {"type": "mrkdwn", "text": "inmost"}}
    for _ in range(300):
        block = {"type": "x", "elements": [block]}
    found = read(json.dumps([{**MESSAGE, "text": "", "blocks": [block], "files": [{"name": "a"}]}]))
    assert [one.text for one in found] == ["[a]"]


def test_two_gigabytes_in_one_line_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.write(b"10:42 - ")
        file.truncate(2 * 1024 * MEGABYTE)
    tracemalloc.start()
    try:
        assert "larger than 64 MB" in refused(path)
        assert tracemalloc.get_traced_memory()[1] < MEGABYTE
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "start", ["10:42 - ", "- **10:42** ", "| 10:42 | ", "10:42 <", "# Timeline\n- 10:42 ", "Jan 1, "]
)
@pytest.mark.parametrize("filling", ["a", " ", "*", "|", "a: ", "<", "-", "\\", "1 "])
def test_a_line_of_a_megabyte_is_read_or_refused_at_once(start: str, filling: str) -> None:
    text = start + filling * (MEGABYTE // len(filling))
    try:
        found = read(text)
    except Trouble:
        found = []
    assert all(len(one.text) <= 20_000 for one in found)


@pytest.mark.parametrize(
    "whole", ['[{"type":"message","ts":"1.1","text":"x"}]', '{"log_entries":[{"id":"Q1"}]}', '{"data":[1]}']
)
def test_json_that_is_cut_off_is_refused(tmp_path: Path, whole: str) -> None:
    for cut in range(3, len(whole) - 1, 5):
        assert "not whole JSON" in refused(kept(tmp_path / "cut.json", whole[:cut].encode()))


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n\0\0",
        b"\x1f\x8b\x08\0",
        b"MZ\0\0",
        b"\0" * 5000,
        b"",
        b"{}",
        b"[]",
        b"null",
    ],
)
@pytest.mark.parametrize("name", ["x.json", "x.csv", "x.zip", "x.md"])
def test_what_is_not_what_it_claims_is_of_no_format(tmp_path: Path, content: bytes, name: str) -> None:
    assert "no known format" in refused(kept(tmp_path / name, content))


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "export"
    outside.mkdir()
    (folder / "general").mkdir(parents=True)
    (outside / "2026-01-02.json").write_text(json.dumps([{**MESSAGE, "text": "secret", "ts": "1767225601.000100"}]))
    (folder / "general" / "2026-01-01.json").write_text(json.dumps([MESSAGE]))
    (folder / "general" / "2026-01-02.json").symlink_to(outside / "2026-01-02.json")
    (folder / "linked").symlink_to(outside, target_is_directory=True)
    (folder / "round").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "general" / "2026-01-03.json")
    assert [one.text for one in read(opened(folder), of="slack")] == ["hello"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is no file" in refused(tmp_path / "pipe")
    assert "there is no file" in refused(tmp_path / "none")


EVIL = "\x1b]0;owned\x07\x1b[31m \u202egnp.exe\u202c \x00 \ud800 =cmd|' /C calc'!A0"


def took_in(text: str) -> Incident:
    found = proposals(incident(), importer_of(evidence := opened_bytes(text.encode(), "f")).read(evidence, setting()))
    change = taken(incident(), [(one.candidate, None) for one in found], NOW)
    assert change is not None
    return applied(incident(), change.steps)


def test_control_and_bidirectional_signs_become_visible_signs() -> None:
    message = {**MESSAGE, "text": EVIL, "user": EVIL, "ts": "1767225600.000100", "files": [{"name": EVIL}]}
    entry = took_in(json.dumps([message])).timeline.root[0]
    for text in (entry.text, entry.author, entry.origin):
        assert not set(text) & {"\x1b", "\x07", "\x00", "\u202e", "\u202c", "\ud800"}
    assert "␛[31m" in entry.text


def test_ids_and_names_of_any_length_fit() -> None:
    entry = {
        "id": "x" * 100_000,
        "type": "trigger_log_entry",
        "summary": "y" * 100_000,
        "created_at": "2026-01-01T00:00:00Z",
    }
    filed = took_in(json.dumps({"log_entries": [{**entry, "agent": {"summary": "z" * 100_000}}]})).timeline.root[0]
    assert len(filed.text) == 20_000
    assert len(filed.author) == 500
    assert len(filed.origin) == 64


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r="])
def test_cells_that_a_spreadsheet_would_run_are_harmless_in_every_table(sign: str) -> None:
    formula = f"{sign}cmd|' /C calc'!A0"
    action = {"id": "A" * 16, "number": 1, "text": formula, "owner": formula, "created_at": "2026-11-23T12:00:00Z"}
    subject = incident(actions=[action], title="x")
    for name in ("csv", "jira", "linear", "github"):
        written = document(subject, NOW, Rules(), name)
        text = written.decode("utf-8-sig") if isinstance(written, bytes) else written
        if name == "github" and not text.lstrip("\ufeff").count(","):
            continue
        cells = [cell for row in csv.reader(io.StringIO(text.lstrip("\ufeff"), newline="")) for cell in row]
        assert any("calc" in cell for cell in cells)
        assert not [cell for cell in cells if "calc" in cell and cell.lstrip("\t\r ")[:1] in tuple("=+-@")]
