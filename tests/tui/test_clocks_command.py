"""`bridgelog clocks`: what is due, its working and source; clocks of one's own come from the settings."""

from pathlib import Path

import jsonschema
import pytest

from tests.tui.commands import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


def test_clocks_are_listed_with_working_and_source(shell: Shell) -> None:
    id = shell.new("Leak", "--started", "09:00")
    assert shell.run("clocks", id).code == 1
    shell.run("set", id, "summary.industry=saas")
    shell.run("stamp", "we knew", "--trigger", "aware", "--at", "10:00", "--incident", id)
    shell.run("stamp", "sent", "--notified", "nis2-early-warning", "--at", "10:30", "--incident", id)
    found = {clock["regime"]: clock for clock in shell.run("clocks", id, "--json").json}
    assert found["gdpr"] == {
        "regime": "gdpr",
        "title": "GDPR",
        "trigger": "aware",
        "started_at": "2026-11-23T09:00:00Z",
        "due_at": "2026-11-26T09:00:00Z",
        "state": "running",
        "source": "Regulation (EU) 2016/679, Art. 33",
        "working": "Nov 23, 2026 10:00 + 72 hours; due Nov 26, 2026 10:00",
    }
    assert (found["nis2-early-warning"]["state"], found["soc-2"]["due_at"]) == ("met", None)
    text = shell.run("clocks", id).out
    assert "no statutory clock" in text
    assert "no legal advice" in text


def test_a_clock_is_in_the_document_and_in_the_published_schema(shell: Shell) -> None:
    id = shell.new("Leak", "--started", "09:00")
    shell.run("set", id, "summary.industry=healthcare", "summary.users_affected=42")
    shell.run("stamp", "found", "--trigger", "discovered", "--at", "10:00", "--incident", id)
    shown = shell.run("show", id, "--json").json
    jsonschema.validate(shown, shell.run("schema").json)
    assert {clock["regime"]: clock["due_at"] for clock in shown["derived"]["clocks"]} == {
        "hipaa-individuals": "2027-01-22",
        "hipaa-hhs-annual": "2027-03-01",
    }
    assert "45 CFR 164.404" in shell.run("export", id).out


def test_a_notification_that_is_overdue_blocks_publishing(shell: Shell) -> None:
    id = shell.new("Leak", "--started", "09:00")
    shell.run("set", id, "summary.industry=e-commerce")
    shell.run("stamp", "we knew", "--trigger", "aware", "--at", "10:00", "--incident", id)

    def found() -> dict[str, str]:
        (checked,) = shell.run("check", id, "--json").json
        return {finding["rule"]: finding["level"] for finding in checked["findings"] if "GDPR" in finding["text"]}

    assert found() == {"clocks.running": "advice"}
    shell.now = "2026-11-27T10:44:12+00:00"
    assert found() == {"clocks.overdue": "blocks"}


def test_a_team_adds_clocks_of_its_contracts(shell: Shell, tmp_path: Path) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(
        '[[clocks]]\nname = "Acme contract"\ntrigger = "aware"\nlimit = 4\narithmetic = "hours"\nsource = "§ 8"\n',
        "utf-8",
    )
    id = shell.new("Leak", "--started", "09:00")
    shell.run("stamp", "we knew", "--trigger", "aware", "--at", "10:00", "--incident", id)
    (own,) = shell.run("clocks", id, "--json", BRIDGELOG_CONFIG=str(config)).json
    assert (own["regime"], own["due_at"]) == ("own-acme-contract", "2026-11-23T13:00:00Z")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('name = "A"\ntrigger = "awaree"\nlimit = 4', "classified-major"),
        ('name = "A"\ntrigger = "aware"', "limit"),
        ('name = "A"\ntrigger = "aware"\nlimit = 4\narithmetic = "days"', "calendar-days"),
        ('name = "A"\ntrigger = "aware"\nlimit = 0', "whole number"),
        ('name = "A"\ntrigger = "aware"\nlimit = 2.5', "whole number"),
        ('name = "§"\ntrigger = "aware"\nlimit = 4', "name"),
        ('name = "A"\ntrigger = "aware"\nlimit = 4\nindustries = ["bank"]', "fintech"),
        ('name = "A"\ntrigger = "aware"\nlimit = 4\ncolour = "red"', "colour"),
        (
            'name = "A"\ntrigger = "aware"\nlimit = 4\n[[clocks]]\nname = "a"\ntrigger = "aware"\nlimit = 5',
            "two clocks",
        ),
    ],
)
def test_a_clock_that_is_not_right_is_named(shell: Shell, tmp_path: Path, lines: str, says: str) -> None:
    config = tmp_path / "settings.toml"
    config.write_text(f"[[clocks]]\n{lines}\n", "utf-8")
    shell.new()
    listed = shell.run("list", BRIDGELOG_CONFIG=str(config))
    assert listed.code == 0
    assert says in listed.err
    assert listed.err.count("\n") == 1


def test_an_unknown_regime_is_refused_with_the_names(shell: Shell) -> None:
    id = shell.new()
    refused = shell.run("stamp", "sent", "--notified", "gdprr", "--incident", id)
    assert refused.code == 2
    assert "gdpr" in refused.err


@pytest.mark.parametrize(
    ("industry", "zone", "stamps", "regime", "due"),
    [
        ("e-commerce", "Europe/Berlin", {"aware": "2026-03-28 14:20"}, "gdpr", "2026-03-31T13:20:00Z"),
        ("fintech", "America/New_York", {"determined-material": "2026-07-02 10:00"}, "sec-8k", "2026-07-09"),
        (
            "fintech",
            "UTC",
            {"aware": "2026-03-03 09:00", "classified-major": "2026-03-03 20:00"},
            "dora-initial",
            "2026-03-04T00:00:00Z",
        ),
    ],
)
def test_worked_examples_by_the_command_line(
    shell: Shell, industry: str, zone: str, stamps: dict[str, str], regime: str, due: str
) -> None:
    id = shell.new("Leak", "--started", "2026-03-01 10:00", "--zone", zone)
    shell.run("set", id, f"summary.industry={industry}")
    for name, when in stamps.items():
        assert shell.run("stamp", "", "--trigger", name, "--at", when, "--incident", id).code == 0
    found = {clock["regime"]: clock for clock in shell.run("clocks", id, "--json").json}
    assert (found[regime]["due_at"], found[regime]["state"]) == (due, "overdue")


def test_what_a_company_is_and_whose_law_counts_are_settings(shell: Shell, tmp_path: Path) -> None:
    config = tmp_path / "settings.toml"
    config.write_text('licences = ["bank"]\njurisdictions = ["EU"]\n', "utf-8")
    id = shell.new("Leak", "--started", "2026-03-06 10:00")
    shell.run("set", id, "summary.industry=fintech")
    shell.run("stamp", "", "--trigger", "classified-major", "--at", "2026-03-06 23:00", "--incident", id)
    found = {clock["regime"]: clock for clock in shell.run("clocks", id, "--json", BRIDGELOG_CONFIG=str(config)).json}
    assert set(found) == {"dora-initial", "dora-intermediate", "dora-final", "pci-dss"}
    assert found["dora-initial"]["due_at"] == "2026-03-07T02:00:00Z"
    config.write_text('licences = ["pirate"]\n', "utf-8")
    assert "licences" in shell.run("clocks", id, BRIDGELOG_CONFIG=str(config)).err


def test_a_regime_is_switched_off_and_on_for_one_incident(shell: Shell) -> None:
    id = shell.new("Leak", "--started", "09:00")
    shell.run("set", id, "summary.industry=e-commerce")
    off = shell.run("clocks", id, "--off", "california", "--off", "gdpr", "--on", "us-banks", "--on", "pci-dss")
    assert off.code == 0
    assert "GDPR (gdpr): does not apply" in off.out
    shown = {clock["regime"] for clock in shell.run("clocks", id, "--json").json}
    assert shown == {"pci-dss", "california-attorney-general", "us-banks"}
    shell.run("clocks", id, "--on", "gdpr", "--off", "us-banks", "--on", "california")
    assert shell.run("show", id, "--json").json["summary"]["clocks_off"] == []
    assert "does not apply" in shell.run("log", id).out
    refused = shell.run("clocks", id, "--off", "gdprr")
    assert (refused.code, "gdpr" in refused.err) == (2, True)


def test_without_an_incident_all_clocks_that_run_are_listed_the_most_urgent_first(shell: Shell) -> None:
    assert shell.run("clocks").code == 1
    for title, industry in (("Leak", "saas"), ("Theft", "healthcare")):
        id = shell.new(title, "--started", "09:00")
        shell.run("set", id, f"summary.industry={industry}")
        for trigger in ("aware", "discovered"):
            shell.run("stamp", "we knew", "--trigger", trigger, "--at", "10:00", "--incident", id)
    everything = shell.run("clocks")
    assert everything.code == 0
    assert "NIS2 early warning" in everything.out.splitlines()[0]
    assert "HIPAA" in everything.out
    soon = shell.run("clocks", "--within", "24", "--json").json
    assert [clock["regime"] for clock in soon] == ["nis2-early-warning"]
    shell.now = "2026-11-25T10:44:12+00:00"
    assert {clock["state"] for clock in shell.run("clocks", "--within", "24", "--json").json} == {"running", "overdue"}
    assert shell.run("clocks", soon[0]["incident"], "--within", "1", "--json").json[0]["regime"] == "nis2-early-warning"


@pytest.mark.parametrize("arguments", [["--within", "soon"], ["--within=-1"], ["--off", "gdpr"], ["--on", "gdpr"]])
def test_what_cannot_be_asked_of_all_incidents_is_refused(shell: Shell, arguments: list[str]) -> None:
    refused = shell.run("clocks", *arguments)
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "does not apply" not in refused.err
