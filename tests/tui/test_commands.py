"""The commands as scripts use them: what they print, what they leave on the disk, and their exit codes."""

import json
import re
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.tui.commands import Shell

DONE, NOTHING, USAGE, FILES = 0, 1, 2, 3


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell over an empty workspace."""
    return Shell(tmp_path)


def test_new_prints_the_id_and_takes_sound_defaults(shell: Shell) -> None:
    incident = shell.new()
    assert re.fullmatch(r"INC-20261123-[0-9A-HJKMNP-TV-Z]{4}", incident)
    summary = shell.run("show", incident, "--json").json["summary"]
    assert summary["severity"] == "SEV-2"
    assert summary["started_at"] == "2026-11-23T10:44:12Z"
    assert summary["zone"] == "Europe/Berlin"


def test_new_takes_severity_start_and_zone(shell: Shell) -> None:
    incident = shell.new("x", "--severity", "1", "--started", "-30m", "--zone", "America/New_York")
    summary = shell.run("show", incident, "--json").json["summary"]
    assert (summary["severity"], summary["zone"]) == ("SEV-1", "America/New_York")
    assert summary["started_at"] == "2026-11-23T10:14:12Z"


def test_the_file_is_private_and_stock_tinydb_reads_it(shell: Shell) -> None:
    incident = shell.new()
    shell.run("stamp", "5xx above 5 %", "--milestone", "first-alert")
    assert shell.path(incident).stat().st_mode & 0o777 == 0o600
    with TinyDB(shell.path(incident)) as database:
        assert database.table("timeline").all()[0]["milestone"] == "first-alert"


def test_stamps_give_the_durations_and_resolved_ends_the_incident(shell: Shell) -> None:
    incident = shell.new("x", "--started", "11:00")
    for at, milestone in (
        ("11:04", "first-alert"),
        ("11:07", "team-notified"),
        ("T+12m", "root-cause-identified"),
        ("11:30", "fix-deployed"),
        ("-4m", "resolved"),
    ):
        assert shell.run("stamp", milestone, "--at", at, "--milestone", milestone).code == DONE
    shown = shell.run("show", incident, "--json").json
    derived = shown["derived"]
    assert derived["live"] is False
    assert shown["summary"]["ended_at"] == "2026-11-23T10:40:12Z"
    assert {name: value for name, value in derived.items() if name.endswith("_seconds")} == {
        "duration_seconds": 2412,
        "time_to_detect_seconds": 240,
        "time_to_acknowledge_seconds": 180,
        "time_to_diagnose_seconds": 480,
        "time_to_mitigate_seconds": 1800,
        "time_to_resolve_seconds": 2412,
    }


def test_what_is_not_known_is_null_and_never_zero(shell: Shell) -> None:
    derived = shell.run("show", shell.new(), "--json").json["derived"]
    assert derived["time_to_detect_seconds"] is None
    assert derived["total_cost"] is None
    assert derived["cost_per_minute"] is None


def test_a_first_alert_before_the_start_is_a_finding_and_no_negative_number(shell: Shell) -> None:
    incident = shell.new("x", "--started", "11:00")
    shell.run("stamp", "early", "--at", "10:55", "--milestone", "first-alert")
    shown = shell.run("show", incident, "--json").json
    assert shown["derived"]["time_to_detect_seconds"] is None
    assert "timeline.alert-before-start" in {finding["rule"] for finding in shown["derived"]["findings"]}
    assert shown["summary"]["started_at"] == "2026-11-23T10:00:00Z"


def test_a_stamp_reads_standard_input(shell: Shell) -> None:
    incident = shell.new()
    shell.run("stamp", "-", stdin="two\nlines\n")
    assert shell.run("show", incident, "--json").json["timeline"][0]["text"] == "two\nlines"


def test_a_stamp_can_be_pinned(shell: Shell) -> None:
    incident = shell.new()
    shell.run("stamp", "bridge: room 7", "--pin")
    shell.run("stamp", "all is well")
    entries = shell.run("show", incident, "--json").json["timeline"]
    assert [entry["pinned"] for entry in entries] == [True, False]
    assert "Pinned:\n–" in shell.run("export", incident, "--format", "handover", "-o", "-").out


def test_a_todo_is_named_by_check_and_answered_without_the_screen(shell: Shell) -> None:
    incident = shell.new()
    shell.run("stamp", "TODO: bound the pool; TODO: alert on it; TODO: sleep")
    shell.run("add", incident, "action", "Bound the pool")
    assert (
        "TODOs without an action:\n– alert on it\n– sleep\n\n"
        in shell.run("export", incident, "--format", "handover", "-o", "-").out
    )
    assert shell.run("check", incident).out.count("no action yet for the TODO") == 2
    shell.run("ignore", incident, "timeline.1")
    assert "no action yet for the TODO" not in shell.run("check", incident).out


def test_a_stamp_needs_one_live_incident_or_an_id(shell: Shell) -> None:
    assert shell.run("stamp", "x").code == NOTHING
    first, second = shell.new("a"), shell.new("b")
    refused = shell.run("stamp", "x")
    assert refused.code == NOTHING
    assert first in refused.err
    assert second in refused.err
    assert shell.run("stamp", "x", "--incident", first[-4:]).code == DONE


def test_set_takes_every_field_of_the_check_figures(shell: Shell) -> None:
    incident = shell.new("x", "--started", "2026-11-23 09:00")
    assert shell.run("stamp", "done", "--at", "2026-11-23 10:37", "--milestone", "resolved").code == DONE
    ended = shell.run(
        "set",
        incident,
        "summary.users_affected=4200",
        "summary.sla_breached=yes",
        "summary.detected_by=monitoring",
        "summary.industry=saas",
        "cost.revenue_lost=48250",
        "cost.sla_credits=6100",
        "cost.vendor_costs=1250",
        "cost.engineering_hours=37.5",
        "cost.hourly_rate=112.40",
        "cost.churn_probability=0.004",
        "cost.lifetime_value=310",
        "cost.brand=5000",
        "factors.technical_debt=2",
    )
    assert (ended.code, ended.err) == (DONE, "")
    shown = shell.run("show", incident, "--json").json
    assert float(shown["derived"]["total_cost"]["amount"]) == 70023
    assert shown["derived"]["total_cost"]["currency"] == "EUR"
    assert shown["derived"]["cost_per_minute"]["amount"] == "721.886598"
    assert shown["factors"]["technical_debt"]["score"] == 2
    assert {met["name"] for met in shown["derived"]["triggers"]} == {"kind", "cost", "team-time"}


def test_ranges_of_hours_and_churn_reach_the_total_the_log_and_the_schema(shell: Shell) -> None:
    import jsonschema

    incident = shell.new("x", "--started", "2026-11-23 09:00")
    fields = ("cost.engineering_hours=5..10", "cost.churn_probability=0.2-0.4 %", "cost.hourly_rate=100")
    ended = shell.run("set", incident, *fields, "cost.lifetime_value=10", "cost.users_affected=1000")
    assert (ended.code, ended.err) == (DONE, "")
    shown = shell.run("show", incident, "--json").json
    assert shown["cost"]["engineering_hours"] == {"amount": "7.5", "low": "5", "high": "10"}
    assert shown["derived"]["total_cost"] == {
        "amount": "780.00",
        "currency": "EUR",
        "low": "520.00",
        "high": "1040.00",
    }
    jsonschema.validate(shown, shell.run("schema").json)
    assert "7.5 (5 – 10)" in shell.run("log", incident).out
    assert "7.5 (5 – 10) h" in shell.run("show", incident).out
    assert shell.run("set", incident, "cost.engineering_hours=6", "cost.churn_probability=").code == DONE
    assert shell.run("show", incident, "--json").json["cost"]["engineering_hours"] == "6"


def test_set_changes_all_fields_or_none(shell: Shell) -> None:
    incident = shell.new()
    ended = shell.run("set", incident, "summary.title=other", "cost.brand=-5")
    assert ended.code == USAGE
    assert "cost.brand" in ended.err
    assert shell.run("show", incident, "--json").json["summary"]["title"] == "Checkout answers 5xx"


def test_set_lets_a_live_timeline_say_that_the_severity_changed(shell: Shell) -> None:
    incident = shell.new("Checkout answers 5xx", "--severity", "2")
    shell.run("set", incident, "summary.severity=1", "summary.service=checkout")
    (entry,) = shell.run("show", incident, "--json").json["timeline"]
    assert (entry["text"], entry["source"]) == ("severity raised from SEV-2 to SEV-1", "shell")
    shell.run("set", incident, "summary.severity=3", f"summary.ended_at={entry['at']}")
    assert len(shell.run("show", incident, "--json").json["timeline"]) == 1


def test_another_currency_labels_every_amount_anew(shell: Shell) -> None:
    incident = shell.new()
    shell.run("set", incident, "cost.brand=5000", "summary.revenue_lost=10")
    assert shell.run("set", incident, "cost.currency=JPY").code == DONE
    shown = shell.run("show", incident, "--json").json
    assert shown["cost"]["brand"] == {"amount": "5000", "currency": "JPY"}
    assert shown["summary"]["revenue_lost"]["currency"] == "JPY"


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("summary.zone=Mars/Olympus", "no zone is called"),
        ("summary.started_at=2026-02-30 10:00", "no day of the calendar"),
        ("summary.ended_at=2026-11-22 10:00", "lies before the start"),
        ("summary.users_affected=many", "not a number"),
        ("summary.users_affected=1.5", "whole number"),
        ("summary.users_affected=4,200", "can only mean 4,200 here: write 4200"),
        ("cost.brand=1.234", "can mean €1,234.00 or €1.23: write 1234 or 1.23"),
        ("cost.brand=-1", "minus"),
        ("cost.brand=NaN", "not a number"),
        ("cost.brand=1000000000000000", "10^15"),
        ("cost.engineering_hours=10..5", "a range goes up"),
        ("cost.churn_probability=0.002..1.4", "0 % to 100 %"),
        ("cost.brand=100~300", "write a range as 100..300"),
        ("cost.churn_probability=140%", "0 % to 100 %"),
        ("cost.churn_probability=1.4", "0 % to 100 %"),
        ("cost.currency=XQQ", "no currency"),
        ("factors.technical_debt=4", "0, 1, 2 or 3"),
        ("factors.nothing=1", "no field"),
        ("summary.title=", "needed"),
        ("summary.title=" + "x" * 10_000, "shorten"),
        ("nonsense", "FIELD=VALUE"),
    ],
)
def test_a_wrong_value_is_named_and_not_stored(shell: Shell, field: str, says: str) -> None:
    incident = shell.new()
    before = shell.path(incident).read_bytes()
    ended = shell.run("set", incident, field)
    assert ended.code == USAGE
    assert says in ended.err
    assert ended.err.startswith("bridgelog: ")
    assert shell.path(incident).read_bytes() == before


def test_list_shows_live_first_and_is_empty_in_words(shell: Shell) -> None:
    assert "bridgelog new" in shell.run("list").err
    ended = shell.new("ended", "--started", "11:30")
    shell.run("stamp", "ok", "--milestone", "resolved")
    shell.new("live", "--started", "2026-11-01 10:00")
    rows = shell.run("list", "--json").json
    assert [row["title"] for row in rows] == ["live", "ended"]
    assert rows[1]["id"] == ended
    assert "SEV-2" in shell.run("list").out


def test_a_broken_file_is_named_and_hinders_no_other(shell: Shell) -> None:
    incident = shell.new()
    broken = shell.home / "INC-20260101-AAAA.json"
    broken.write_text('{"incident": ')
    listed = shell.run("list")
    assert listed.code == DONE
    assert incident in listed.out
    assert "INC-20260101-AAAA.json is not whole JSON" in listed.err
    assert shell.run("show", "AAAA").code == FILES
    assert broken.read_text() == '{"incident": '


def test_a_file_of_a_newer_bridgelog_is_refused_and_left_as_it_is(shell: Shell) -> None:
    incident = shell.new()
    tables = json.loads(shell.path(incident).read_bytes())
    tables["incident"]["1"]["schema"] = 99
    newer = json.dumps(tables)
    shell.path(incident).write_text(newer)
    ended = shell.run("stamp", "x", "--incident", incident)
    assert ended.code == FILES
    assert "newer" in ended.err
    assert shell.path(incident).read_text() == newer


def test_check_exits_1_while_something_blocks_publishing(shell: Shell) -> None:
    ended = shell.run("check", shell.new(), "--json")
    assert ended.code == NOTHING
    (report,) = ended.json
    assert report["ready"] is False
    assert {"rule", "section", "level", "record", "field", "when", "key", "text", "name"} == set(report["findings"][0])


def test_due_lists_open_actions_by_deadline(shell: Shell) -> None:
    incident = shell.run("import", "-", stdin=json.dumps(_with_actions())).out.strip()
    rows = shell.run("due", "--json").json
    assert [(row["number"], row["overdue"]) for row in rows] == [(2, True), (1, False), (3, False)]
    assert rows[0]["incident"] == incident
    assert rows[2]["deadline"] is None
    assert "overdue by" in shell.run("due").out


def _with_actions() -> dict[str, object]:
    def action(number: int, deadline: str | None, status: str = "open") -> dict[str, object]:
        created = "2026-11-16T10:00:00Z"
        values = {
            "number": number,
            "deadline": deadline,
            "status": status,
            "created_at": created,
            "text": f"do {number}",
        }
        return {"id": f"{number:016}", **values}

    actions = [action(1, "2026-12-01"), action(2, "2026-11-20"), action(3, None), action(4, "2026-11-20", "done")]
    summary = {"title": "x", "started_at": "2026-11-16T09:00:00Z", "zone": "UTC"}
    head = {"schema": 1, "id": "INC-20261116-ABCD", "created_at": "2026-11-16T09:00:00Z"}
    return {**head, "summary": summary, "actions": actions}


def test_log_says_who_changed_what(shell: Shell) -> None:
    incident = shell.new()
    shell.run("stamp", "pager")
    shell.run("set", incident, "summary.title=Other")
    lines = shell.run("log", incident, "--json").json
    assert lines[-1]["field"] == "title"
    assert (lines[-1]["before"], lines[-1]["after"]) == ("Checkout answers 5xx", "Other")
    assert [line["after"]["text"] for line in lines if line["before"] is None] == ["pager"]
    shown = shell.run("log", incident).out
    assert "Summary · Title" in shown
    assert "“pager”" in shown


def test_export_and_import_lose_nothing(shell: Shell, tmp_path: Path) -> None:
    incident = shell.new()
    shell.run("stamp", "pager 漢字", "--milestone", "first-alert")
    exported = shell.run("export", incident, "--format", "json").out
    other = Shell(tmp_path / "other")
    assert other.run("import", "-", stdin=exported).out.strip() == incident
    assert other.run("export", incident, "--format", "json").json == json.loads(exported)
    again = other.run("import", "-", stdin=exported)
    assert again.code == NOTHING
    assert "already" in again.err


def test_import_with_dry_run_keeps_nothing(shell: Shell) -> None:
    ended = shell.run("import", "-", "--dry-run", stdin=json.dumps(_with_actions()))
    assert "INC-20261116-ABCD" in ended.out
    assert shell.run("list", "--json").json == [] if shell.home.exists() else True


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "{}", '{"schema": 1}', "[" * 100_000, "\x00\x1b[31m"])
def test_importing_what_is_no_incident_is_refused_in_one_line(shell: Shell, content: str) -> None:
    ended = shell.run("import", "-", stdin=content)
    assert ended.code == FILES
    assert ended.err.count("\n") == 1
    assert "\x1b" not in ended.err


@pytest.mark.parametrize("typed", ["1", "SEV-1", "sev1"])
def test_a_severity_is_taken_as_it_is_shown(shell: Shell, typed: str) -> None:
    id = shell.new("Checkout answers 5xx", "--severity", typed)
    assert shell.run("show", id, "--json").json["summary"]["severity"] == "SEV-1"
    assert shell.run("review", "--json", "--severity", typed).code == DONE
    assert shell.run("review", "--json", "--severity", "SEV-3").code == NOTHING
    assert shell.run("new", "x", "--severity", "SEV-4").code == USAGE


def test_export_writes_a_file_by_its_ending_and_to_standard_output(shell: Shell, tmp_path: Path) -> None:
    incident = shell.new()
    file = tmp_path / "out.json"
    assert shell.run("export", incident, "-o", str(file)).code == DONE
    assert json.loads(file.read_text())["id"] == incident
    assert shell.run("export", incident, "-o", "-").out.startswith(f"# {incident}")
    refused = shell.run("export", incident, "-o", str(tmp_path / "none" / "x.md"))
    assert refused.code == FILES
    assert "cannot be written" in refused.err
    assert "choose another place" in refused.err
    unknown = shell.run("export", incident, "-o", str(tmp_path / "x.docx"))
    assert unknown.code == USAGE
    assert "“.docx”: there are .md, .html, .pdf" in unknown.err
    assert not (tmp_path / "x.docx").exists()
    assert shell.run("export", incident, "--format", "markdown", "-o", str(tmp_path / "x.docx")).code == DONE


def test_the_exported_json_follows_the_published_schema(shell: Shell) -> None:
    import jsonschema

    schema = shell.run("schema").json
    incident = shell.new()
    shell.run("stamp", "pager", "--milestone", "first-alert")
    shell.run("set", incident, "cost.brand=5000", "factors.testing=3", "summary.revenue_lost=1")
    document = shell.run("export", incident, "--format", "json").json
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    document["summary"]["severity"] = "SEV-9"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)


def test_escape_sequences_never_reach_the_terminal(shell: Shell) -> None:
    evil = "red \x1b[31m \x07 \u202e evil"
    incident = shell.new(evil)
    shell.run("stamp", evil)
    for command in (
        ["list"],
        ["show", incident],
        ["show", incident, "--json"],
        ["log", incident],
        ["export", incident],
    ):
        ended = shell.run(*command)
        assert not set(ended.out + ended.err) & {"\x1b", "\x07", "\u202e"}


def test_an_id_may_be_shortened_unless_it_is_ambiguous(shell: Shell) -> None:
    first = shell.new("a")
    shell.new("b")
    assert shell.run("show", first[-4:].lower()).code == DONE
    assert "matches 2 incidents" in shell.run("show", "20261123").err
    assert shell.run("show", "ZZZZZ").code == NOTHING


def test_a_workspace_that_cannot_be_written_says_what_to_do(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = shell.run("new", "x", "--no-open", "--workspace", str(tmp_path / "file" / "below"))
    assert ended.code == FILES
    assert "--workspace" in ended.err


def test_wrong_usage_exits_2_and_interrupts_nothing(shell: Shell) -> None:
    assert shell.run("stamp").code == USAGE
    assert shell.run("nonsense").code == USAGE
    assert shell.run("new", "x", "--zone", "Nowhere", "--no-open").code == USAGE
    assert shell.run("new", "x", "--started", "25:00", "--no-open").code == USAGE
    assert shell.run("new", "x" * 10_000, "--no-open").code == USAGE


def test_texts_and_numbers_are_printed_in_a_bare_locale_too(shell: Shell) -> None:
    incident = shell.new("漢字")
    ended = shell.run("list", PYTHONIOENCODING="ascii")
    assert ended.code == DONE
    assert incident in ended.out


def test_numbers_and_dates_follow_the_locale(shell: Shell) -> None:
    incident = shell.new()
    shell.run("set", incident, "cost.brand=1234.5")
    german = shell.run("show", incident, LANG="de_DE.UTF-8").out
    assert "1.234,50" in german


def test_wrong_settings_are_named(shell: Shell, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('colour = "red"\n')
    incident = shell.new()
    ended = shell.run("list", BRIDGELOG_CONFIG=str(settings))
    assert ended.code == DONE
    assert incident in ended.out
    assert f"{settings}: line 1: colour: there is no such setting" in ended.err


def test_the_demos_are_real_incidents(shell: Shell) -> None:
    assert "github-2018-10-21" in shell.run("demo", "--list").out
    assert shell.run("demo", "nonsense").code == NOTHING


def test_help_and_version_are_there(shell: Shell) -> None:
    assert "stamp" in shell.run("--help").out
    assert shell.run("--version").out.startswith("bridgelog")
    for command in ("new", "stamp", "set", "list", "show", "check", "due", "log", "import", "export", "schema", "demo"):
        assert shell.run(command, "--help").code == DONE
