"""The index is only a cache: whatever happens to it, or to the files, the facts are those that the files hold."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.incident_file import IncidentFile
from data.index import facts as index_module
from data.index.answers import Question
from data.index.facts import Index
from data.index.listing import Sign, listed
from data.quarter import gathered, readers
from data.quarter.packing import packed, unpacked
from data.quarter.reading import Known, known_of, read
from data.tables import tables_of
from data.workspace import Workspace
from model.incident import Incident
from model.review import facts_of
from tests.building import NOON, entry, incident

LATER = 10_000_000_000
"""Nanoseconds after which a change can no longer go unseen."""


def workspace(folder: Path) -> Workspace:
    return Workspace(folder, lambda: NOON, "mina")


def sample(number: int, title: str = "Checkout is slow") -> Incident:
    made = incident(
        started=datetime(2026, 1 + number % 9, 3, 12, number, tzinfo=UTC),
        ended=datetime(2026, 1 + number % 9, 3, 14, number, tzinfo=UTC),
        title=title,
        service="checkout",
        repeats=(f"INC-20260101-{number:04}",),
        no_repeats=("INC-20251224-0000",),
        entries=[
            entry(1, f"2026-0{1 + number % 9}-03T12:30Z", "paged", milestone="first-alert"),
            entry(2, f"2026-0{1 + number % 9}-03T12:40Z", "only eu-west"),
            entry(3, f"2026-0{1 + number % 9}-03T14:00Z", "rolled back", milestone="fix-deployed"),
        ],
        whys=[{"id": "A", "text": "pool ran dry", "category": "capacity"}],
        actions=[{"id": "B", "number": 1, "text": "alert on the pool", "created_at": "2026-11-01T00:00:00Z"}],
        cost={"revenue_lost": {"amount": "1250.50", "currency": "EUR"}},
    )
    return made.model_copy(update={"id": f"INC-20260101-{number:04}"})


def write(folder: Path, number: int, title: str = "Checkout is slow") -> Path:
    path = folder / f"INC-20260101-{number:04}.json"
    IncidentFile(path).write(tables_of(sample(number, title)))
    return path


def without_index(folder: Path) -> tuple[object, ...]:
    """What the files hold, read one by one."""
    found = list(workspace(folder).incidents())
    whole = [one.incident for one in found if one.incident]
    facts = sorted((facts_of(one) for one in whole), key=lambda one: (one.started_at, one.id))
    pairs = {(one.id, other) for one in whole for other in (*one.summary.repeats, *one.summary.no_repeats)}
    return facts, [one.trouble for one in found if one.trouble], pairs


def with_index(folder: Path) -> tuple[object, ...]:
    found = gathered(workspace(folder))
    assert found is not None
    return list(found.facts), [one.trouble for one in found.broken], set(found.rulings)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk's clock goes on ten seconds between any change and any reading."""
    real = Index.now

    def later(index: Index) -> int | None:
        now = real(index)
        return None if now is None else now + LATER

    monkeypatch.setattr(Index, "now", later)


@pytest.fixture
def folder(tmp_path: Path, settled: None) -> Path:
    """Three incidents, with their index."""
    for number in range(3):
        write(tmp_path, number)
    gathered(workspace(tmp_path))
    return tmp_path


@pytest.fixture
def read_names(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files that were read, and not taken from the index."""
    names: list[str] = []

    def noting(path: Path) -> Known | None:
        names.append(path.stem[-4:])
        return read(path)

    monkeypatch.setattr(readers, "read", noting)
    yield names


def test_a_warm_index_reads_no_file(folder: Path, read_names: list[str]) -> None:
    assert with_index(folder) == without_index(folder)
    assert read_names == []


def test_only_what_has_changed_is_read_again(folder: Path, read_names: list[str]) -> None:
    write(folder, 1, "Login is slow")
    assert with_index(folder) == without_index(folder)
    assert read_names == ["0001"]


def test_a_stamp_inside_the_blanks_changes_no_size_and_is_seen(folder: Path, read_names: list[str]) -> None:
    path = folder / "INC-20260101-0001.json"
    size = path.stat().st_size
    file = IncidentFile(path)
    file.read()
    row = {"id": "Z", "at": "2026-02-03T13:00:00Z", "recorded_at": "2026-02-03T13:00:00Z", "milestone": "resolved"}
    assert file.append("9", row, first=False)
    assert path.stat().st_size == size
    assert with_index(folder) == without_index(folder)
    assert read_names == ["0001"]


def test_a_change_whose_time_was_put_back_is_seen(folder: Path) -> None:
    path = folder / "INC-20260101-0001.json"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"Checkout is slow", b"Checkout is dead"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert with_index(folder) == without_index(folder)


@pytest.mark.parametrize(("lead", "trusted"), [(-5, False), (0, False), (1, False), (2, False), (3, True)])
def test_what_was_read_within_two_seconds_of_a_change_is_read_again(tmp_path: Path, lead: int, trusted: bool) -> None:
    path = write(tmp_path, 0)
    files = listed(tmp_path)
    index = Index(tmp_path)
    index.keep([(path.name, files[path.name], b"facts")], files[path.name].latest + lead * 10**9, files)
    assert list(Index(tmp_path).known(files)) == ([(path.name, b"facts")] if trusted else [])


def test_files_from_the_future_are_read_each_time(tmp_path: Path, read_names: list[str]) -> None:
    path = write(tmp_path, 0)
    os.utime(path, (4_000_000_000, 4_000_000_000))
    for _ in range(2):
        assert with_index(tmp_path) == without_index(tmp_path)
    assert read_names == ["0000", "0000"]


def test_removed_and_renamed_files_are_forgotten(folder: Path) -> None:
    (folder / "INC-20260101-0000.json").unlink()
    (folder / "INC-20260101-0001.json").rename(folder / "INC-20260101-0007.json")
    assert with_index(folder) == without_index(folder)
    with sqlite3.connect(folder / ".cache" / "facts.sqlite") as database:
        names = [name for (name,) in database.execute("SELECT name FROM facts")]
    database.close()
    assert names == ["INC-20260101-0002.json", "INC-20260101-0007.json"]


def test_a_file_in_place_of_another_is_read(folder: Path) -> None:
    first, second = folder / "INC-20260101-0000.json", folder / "INC-20260101-0001.json"
    first.replace(second)
    assert with_index(folder) == without_index(folder)


def test_a_broken_file_is_named_and_left_out_each_time(folder: Path) -> None:
    (folder / "INC-20260101-0001.json").write_bytes(b'{"incident": {')
    for _ in range(2):
        found = gathered(workspace(folder))
        assert found is not None
        assert [one.id for one in found.broken] == ["INC-20260101-0001"]
        assert "INC-20260101-0001.json" in str(found.broken[0].trouble)
        assert len(found.facts) == 2


def test_another_edition_of_the_program_reads_anew(
    folder: Path, read_names: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "edition", lambda: b"another")
    assert with_index(folder) == without_index(folder)
    assert len(read_names) == 3


def test_the_index_is_for_its_owner_alone_and_for_no_repository(folder: Path) -> None:
    cache = folder / ".cache"
    assert (cache / ".gitignore").read_text() == "*\n"
    assert sorted(path.name for path in cache.iterdir()) == [".gitignore", "facts.sqlite"]
    if os.name == "posix":
        assert [path.stat().st_mode & 0o777 for path in (cache, cache / "facts.sqlite")] == [0o700, 0o600]


def test_an_index_that_another_program_holds_is_done_without(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "_READING", 0.01)
    monkeypatch.setattr(index_module, "_WRITING", 0.01)
    holder = sqlite3.connect(folder / ".cache" / "facts.sqlite", isolation_level=None)
    try:
        holder.execute("BEGIN EXCLUSIVE")
        write(folder, 1, "Login is slow")
        assert with_index(folder) == without_index(folder)
    finally:
        holder.close()
    assert with_index(folder) == without_index(folder)


@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_where_no_index_can_be_made_the_files_are_read(tmp_path: Path, kind: str) -> None:
    write(tmp_path, 0)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"precious")
    cache = tmp_path / ".cache"
    if kind == "file":
        cache.write_bytes(b"")
    else:
        cache.mkdir()
        target = cache / "facts.sqlite"
        if kind == "link":
            target.symlink_to(elsewhere)
        else:
            target.mkdir()
    for _ in range(2):
        assert with_index(tmp_path) == without_index(tmp_path)
    assert elsewhere.read_bytes() == b"precious"


def test_a_folder_that_nobody_may_write_to_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 0)

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(index_module, "make_folder", refused)
    assert with_index(tmp_path) == without_index(tmp_path)
    assert not (tmp_path / ".cache").exists()


def test_what_was_read_before_it_was_cancelled_is_kept(tmp_path: Path, settled: None, read_names: list[str]) -> None:
    for number in range(3):
        write(tmp_path, number)
    told: list[tuple[int, int]] = []

    def enough(done: int, of: int) -> bool:
        told.append((done, of))
        return done < 2

    assert gathered(workspace(tmp_path), enough) is None
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert with_index(tmp_path) == without_index(tmp_path)
    assert sorted(read_names) == ["0000", "0001", "0002"]


def test_ctrl_c_leaves_a_whole_index(tmp_path: Path, settled: None, read_names: list[str]) -> None:
    for number in range(3):
        write(tmp_path, number)

    def interrupted(done: int, _of: int) -> bool:
        if done == 2:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        gathered(workspace(tmp_path), interrupted)
    assert with_index(tmp_path) == without_index(tmp_path)
    assert len(read_names) == 3


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the tests themselves may have threads
def test_many_files_are_shared_out_among_processes(
    tmp_path: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        write(tmp_path, number)
    (tmp_path / "INC-20260101-0003.json").write_bytes(b"nothing")
    shared: list[int] = []
    real = readers._shared_out

    def noting(*arguments: object) -> Iterator[readers.Seen]:
        shared.append(1)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(readers, "MANY", 4)
    monkeypatch.setattr(readers, "_AT_ONCE", 2)
    monkeypatch.setattr(readers, "_can_fork", lambda: os.name == "posix")
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(readers, "_shared_out", noting)
    for _ in range(2):
        assert with_index(tmp_path) == without_index(tmp_path)
    assert shared == ([1] if os.name == "posix" else [])


def _gather(folder: Path) -> tuple[object, ...]:
    return with_index(folder)


@pytest.mark.skipif(os.name == "nt", reason="processes are started otherwise there")
def test_two_programs_may_build_it_at_once(tmp_path: Path) -> None:
    for number in range(8):
        write(tmp_path, number)
    with get_context("spawn").Pool(2) as pool:
        first, second = pool.map(_gather, [tmp_path, tmp_path])
    assert first == second == with_index(tmp_path) == without_index(tmp_path)


damages = st.one_of(
    st.tuples(st.just("delete"), st.just(0), st.just(0)),
    st.tuples(st.just("truncate"), st.integers(0, 20_000), st.just(0)),
    st.tuples(st.just("flip"), st.integers(0, 20_000), st.integers(1, 255)),
    st.tuples(st.just("garbage"), st.integers(0, 4_000), st.just(0)),
    st.tuples(st.just("older"), st.just(0), st.just(0)),
    st.tuples(st.just("change"), st.integers(0, 3), st.integers(0, 99)),
    st.tuples(st.just("remove"), st.integers(0, 3), st.just(0)),
    st.tuples(st.just("break"), st.integers(0, 3), st.just(0)),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(damages, min_size=1, max_size=6))
def test_whatever_happens_the_facts_are_those_of_the_files(settled: None, steps: list[tuple[str, int, int]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(4):
            write(folder, number)
        gathered(workspace(folder))
        path = folder / ".cache" / "facts.sqlite"
        older = path.read_bytes()
        for kind, number, value in steps:
            _damage(folder, path, older, kind, number, value)
            assert with_index(folder) == without_index(folder)
        assert with_index(folder) == without_index(folder)


def _damage(folder: Path, path: Path, older: bytes, kind: str, number: int, value: int) -> None:
    content = path.read_bytes() if path.exists() else b""
    if kind == "delete":
        path.unlink(missing_ok=True)
    elif kind == "truncate":
        path.write_bytes(content[:number])
    elif kind == "flip" and content:
        place = number % len(content)
        path.write_bytes(content[:place] + bytes([content[place] ^ value]) + content[place + 1 :])
    elif kind == "garbage":
        path.write_bytes(bytes(index % 251 for index in range(number)))
    elif kind == "older":
        path.write_bytes(older)
    elif kind == "change":
        write(folder, number, f"Title {value:02}")
    elif kind == "remove":
        (folder / f"INC-20260101-{number:04}.json").unlink(missing_ok=True)
    elif kind == "break":
        (folder / f"INC-20260101-{number:04}.json").write_bytes(b"{}")


@given(st.lists(st.booleans(), min_size=6, max_size=6), st.text(max_size=30), st.sampled_from([None, 0, 2, 3]))
@settings(deadline=None, max_examples=40)
def test_what_the_review_does_not_need_changes_no_facts(marked: list[bool], text: str, score: int | None) -> None:
    names = ["first-alert", "team-notified", "investigation-started", "root-cause-identified", "fix-deployed"]
    entries = [
        entry(n, f"12:{n + 10}", text, **({"milestone": name} if mark else {}))
        for n, (name, mark) in enumerate(zip([*names, "resolved"], marked, strict=True))
    ]
    made = incident(
        ended="14:00",
        entries=entries,
        went_well=["the runbook"],
        factors=[{"id": "capacity", **({} if score is None else {"score": score}), "note": text}],
    )
    found = known_of(tables_of(made), Path("x.json"))
    assert found.facts == facts_of(made)
    content = packed(found)
    assert content is not None
    assert unpacked(content) == found


def test_half_a_character_hinders_nothing(tmp_path: Path, settled: None) -> None:
    path = write(tmp_path, 0)
    path.write_bytes(path.read_bytes().replace(b"pool ran dry", b"pool \\ud800 dry"))
    for _ in range(2):
        assert with_index(tmp_path) == without_index(tmp_path)


def test_a_row_that_holds_no_facts_is_none() -> None:
    assert [unpacked(content) for content in (b"", b"{}", b'{"facts": 1}', b"\xff")] == [None] * 4


def test_an_answer_holds_as_long_as_every_file_and_the_day_stay(tmp_path: Path) -> None:
    write(tmp_path, 0)
    question = Question(tmp_path, ("review", "--json"))
    question.keep('{"a": "–"}\n', listed(tmp_path), 100, 200)
    again = Question(tmp_path, ("review", "--json"))
    assert [again.answer(now) for now in (99, 100, 199.9, 200)] == [None, '{"a": "–"}\n', '{"a": "–"}\n', None]
    assert Question(tmp_path, ("review", "--json", "--service", "x")).answer(150) is None
    write(tmp_path, 1)
    assert again.answer(150) is None
    (tmp_path / "INC-20260101-0001.json").unlink()
    assert again.answer(150) == '{"a": "–"}\n'
    write(tmp_path, 0, "Login is slow")
    assert again.answer(150) is None


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 200), st.integers(1, 255))
def test_an_answer_that_is_not_whole_is_none(place: int, flip: int) -> None:
    with TemporaryDirectory() as name:
        question = Question(Path(name), ("review",))
        question.keep("{}\n", {"INC-20260101-0000.json": Sign(1, 2, 3, 4)}, 1, 2)
        content = question.path.read_bytes()
        place %= len(content)
        question.path.write_bytes(content[:place] + bytes([content[place] ^ flip]) + content[place + 1 :])
        assert question.answer(1.5) is None
        question.path.write_bytes(content[:place])
        assert question.answer(1.5) is None


def test_few_answers_are_kept(tmp_path: Path) -> None:
    for number in range(40):
        Question(tmp_path, (number,)).keep("{}", {}, 0, 1)
    assert len(list((tmp_path / ".cache").glob("*.answer"))) == 16
    assert Question(tmp_path, (39,)).answer(0.5) == "{}"


def test_what_could_have_changed_unseen_has_no_lasting_answer(tmp_path: Path) -> None:
    write(tmp_path, 0)
    found = gathered(workspace(tmp_path))
    assert found is not None
    assert found.files is None


def test_settled_files_are_told_with_what_was_gathered(folder: Path) -> None:
    found = gathered(workspace(folder))
    assert found is not None
    assert found.files == listed(folder)
    (folder / "INC-20260101-0000.json").write_bytes(b"{}")
    again = gathered(workspace(folder))
    assert again is not None
    assert again.files is None
