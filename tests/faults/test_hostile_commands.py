"""Commands with texts and files that nobody should trust: a word or two, a known exit code, and a terminal at peace."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.incident_file import IncidentFile
from data.tables import tables_of
from model.incident import SECTIONS
from tests.building import record_id
from tests.faults.hostile import NASTY, nasty, run, unsafe, workspace
from tests.incidents import full_incident
from tests.tui.commands import ROOT

EXAMPLES = 300 if int(os.environ.get("BRIDGELOG_TORTURE", "30")) >= 2000 else 40
fuzzing = settings(
    deadline=None,
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
INCIDENT = full_incident()
FIELDS = sorted(
    {
        *(f"summary.{name}" for name in type(INCIDENT.summary).model_fields),
        *(f"cost.{name}" for name in type(INCIDENT.cost).model_fields),
        *(f"factors.testing{end}" for end in ("", ".score", ".note", ".label", ".id", ".nothing")),
        *(f"recurrence.runbook{end}" for end in ("", ".answer", ".note", ".rfc", ".action")),
        *(f"actions.1.{name}" for name in ("text", "owner", "deadline", "priority", "status", "number", "done_at")),
        *(f"{word}.{record_id(1)}.text" for word in ("timeline", "whys", "went_well")),
        *("timeline.1.at", "timeline.1.milestone", "actions.1.covers", "notes.1.about"),
        *(f"whys.1.{name}" for name in ("explains", "category", "evidence")),
        "nothing",
        "",
        ".",
        "..",
        "summary",
        "summary..title",
    }
)
LOOKS = (
    ("list",),
    ("list", "--json"),
    ("show", INCIDENT.id),
    ("show", INCIDENT.id, "--json"),
    ("check",),
    ("check", "--json"),
    ("due",),
    ("due", "--json"),
    ("log", INCIDENT.id),
    ("log", INCIDENT.id, "--json"),
    ("records", INCIDENT.id),
    ("export", INCIDENT.id),
    ("export", INCIDENT.id, "--format", "json"),
    ("export", INCIDENT.id, "--redact"),
    ("export", INCIDENT.id, "--preview"),
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A workspace with one incident in it; nothing may come into being beside it."""
    for name, value in workspace(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    IncidentFile(tmp_path / "workspace" / f"{INCIDENT.id}.json").write(tables_of(INCIDENT))
    yield tmp_path
    assert {path.name for path in tmp_path.iterdir()} <= {"workspace", "incident.json", "text.md"}


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_takes_or_refuses_every_text(home: Path, field: str) -> None:
    """Each text, over all fields of a kind; a third of them in each, for a field is read by its kind."""
    for value in NASTY[FIELDS.index(field) % 3 :: 3]:
        run("set", INCIDENT.id, f"{field}={value}")
    for look in LOOKS:
        run(*look)


@fuzzing
@given(fields=st.lists(st.tuples(st.sampled_from(FIELDS) | nasty, nasty), min_size=1, max_size=4))
def test_set_does_all_or_nothing_with_whatever_is_typed(home: Path, fields: list[tuple[str, str]]) -> None:
    before = run("show", INCIDENT.id, "--json").out
    ended = run("set", INCIDENT.id, "--", *(f"{name}={value}" for name, value in fields))
    assert ended.code == 0 or run("show", INCIDENT.id, "--json").out == before


@fuzzing
@given(text=nasty, when=nasty, name=nasty)
def test_new_and_stamp_take_or_refuse_whatever_is_typed(home: Path, text: str, when: str, name: str) -> None:
    run("stamp", "--incident", INCIDENT.id, "--at", when, "--", text)
    run("stamp", "--incident", INCIDENT.id, "-", stdin=text)
    run("stamp", "--incident", name, "--milestone", name, text)
    run("new", f"--started={when}", f"--zone={name}", "--no-open", "--", text)
    run(name, text)
    run("show", "--", name)
    run("export", "--keep", text, "--redact", "--", name)
    for path in (home / "workspace").glob("INC-*.json"):
        if path.stem != INCIDENT.id:
            path.unlink()


@fuzzing
@given(text=nasty, field=st.sampled_from(FIELDS) | nasty, kind=st.sampled_from(("why", "action", "note", "factor")))
def test_adding_and_removing_take_or_refuse_whatever_is_typed(home: Path, text: str, field: str, kind: str) -> None:
    run("add", INCIDENT.id, kind, "--", text, f"{field.rpartition('.')[2]}={text}")
    run("add", INCIDENT.id, kind, "-", stdin=text)
    for command in ("remove", "ignore"):
        run(command, INCIDENT.id, "--", text)
        run(command, INCIDENT.id, "--", field)
    run("repeats", "--", INCIDENT.id, text, "yes")
    run("agenda", INCIDENT.id)
    run("undo", INCIDENT.id)
    run("records", INCIDENT.id, "--json")


@fuzzing
@given(content=st.binary(max_size=300) | nasty.map(lambda text: text.encode("utf-8", "surrogatepass")), where=nasty)
def test_lint_and_import_read_anything(home: Path, content: bytes, where: str) -> None:
    file = home / "text.md"
    file.write_bytes(content)
    for options in ((), ("--json",)):
        run("lint", str(file), *options)
        run("lint", "-", *options, stdin=content)
    run("import", str(file))
    run("import", str(file), "--dry-run")
    run("import", "-", stdin=content)
    if where not in ("-", "--help") and "\x00" not in where:
        run("lint", "--", where)
        run("import", "--", where)
        run("export", INCIDENT.id, "--redact-words", where or "none")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | nasty | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(nasty, inner, max_size=3),
    max_leaves=6,
)


@fuzzing
@given(data=st.data())
def test_hostile_incident_files_are_shown_in_peace(home: Path, data: st.DataObject) -> None:
    tables: dict[str, Any] = json.loads(json.dumps(tables_of(INCIDENT)))
    for _ in range(data.draw(st.integers(1, 5))):
        table = data.draw(st.sampled_from(sorted(tables)))
        rows = list(tables[table].values())
        if not rows:
            tables[table]["1"] = data.draw(values)
            continue
        row = data.draw(st.sampled_from(rows))
        if isinstance(row, dict):
            row[data.draw(st.sampled_from([*sorted(row), "id"]) | nasty)] = data.draw(values)
    (home / "workspace" / f"{INCIDENT.id}.json").write_text(json.dumps(tables), "utf-8")
    for look in LOOKS:
        run(*look)


@pytest.mark.parametrize("text", NASTY)
def test_texts_that_stand_in_the_file_as_they_are_reach_no_terminal(home: Path, text: str) -> None:
    tables: dict[str, Any] = json.loads(json.dumps(tables_of(INCIDENT)))
    for word in SECTIONS:
        for row in tables[word].values():
            row.update(
                {
                    name: text
                    for name in ("title", "text", "note", "owner", "author", "source", "service")
                    if name in row
                }
            )
            row["unknown " + text] = text
    tables["history"] = {
        "1": {
            "id": text,
            "at": "2026-11-23T10:00:00Z",
            "by": text,
            "name": text,
            "steps": [{"section": text, "record": text, "before": {text: text}, "after": {"text": text}}],
        }
    }
    tables["incident"]["1"]["id"] = text
    (home / "workspace" / f"{INCIDENT.id}.json").write_text(json.dumps(tables), "utf-8")
    for look in LOOKS:
        run(*look)


def test_a_text_of_a_megabyte_is_refused_or_kept_and_never_hangs(home: Path) -> None:
    for text in (
        "x" * 1_000_000,
        "a " * 500_000,
        "eyJ" * 330_000,
        "://" * 330_000,
        "\x1b[2J" * 250_000,
        "@" * 1_000_000,
    ):
        run("stamp", "--incident", INCIDENT.id, "-", stdin=text)
        run("set", INCIDENT.id, f"summary.title={text}", f"summary.revenue_lost={text}", f"summary.started_at={text}")
        run("lint", "-", stdin=text)
        run("import", "-", stdin=text)
        run("new", "--no-open", f"--started={text}", text)
    assert run("show", INCIDENT.id).code == 0


MEASURE = """
import resource, sys
from tui.main import main
code = main(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kilobytes there")
@pytest.mark.parametrize("kind", ["entries", "one text", "unknown", "deep", "blanks"])
def test_a_file_of_ten_megabytes_takes_no_more_than_twenty_times_as_much(home: Path, kind: str) -> None:
    tables: dict[str, Any] = json.loads(json.dumps(tables_of(INCIDENT)))
    size = 10_000_000
    entry = {"at": "2026-11-22T23:00:00Z", "recorded_at": "2026-11-22T23:00:00Z", "text": "x" * 300}
    match kind:
        case "entries":
            tables["timeline"] = {str(n): {"id": record_id(n), **entry} for n in range(1, size // 440)}
        case "one text":
            tables["timeline"]["1"]["text"] = "y" * size
        case "unknown":
            tables["timeline"]["1"]["unknown"] = ["z"] * (size // 5)
        case "deep":
            tables["theirs"] = {"1": {"a": [[[[1]]]] * (size // 12)}}
    path = home / "workspace" / f"{INCIDENT.id}.json"
    path.write_text(json.dumps(tables) + (" " * size if kind == "blanks" else ""), "utf-8")

    def used(*arguments: str) -> int:
        ended = subprocess.run(
            [sys.executable, "-c", MEASURE, *arguments],
            cwd=ROOT,
            env={**os.environ, **workspace(home)},
            capture_output=True,
            text=True,
            timeout=110,
            check=False,
        )
        assert "Traceback" not in ended.stderr
        assert not unsafe(ended.stdout + ended.stderr)
        return int(ended.stderr.split()[-1]) * 1024

    large = path.stat().st_size
    taken = used("show", INCIDENT.id)
    path.write_text(json.dumps(tables_of(INCIDENT)), "utf-8")
    assert taken - used("show", INCIDENT.id) <= 20 * large
