"""`bridgelog settings`: what is set, and changing it."""

from pathlib import Path

import pytest

from data.setting_fields import SETTINGS
from data.settings import Settings
from tests.tui.commands import ROOT, Ended, Shell


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def shell(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    shell = Shell(tmp_path)
    surroundings = shell.surroundings
    monkeypatch.setattr(shell, "surroundings", lambda **more: surroundings(BRIDGELOG_CONFIG=str(file), **more))
    return shell


def test_every_setting_is_listed_and_explained() -> None:
    assert set(SETTINGS) == set(Settings.model_fields)
    guide = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert [name for name in SETTINGS if f"`{name}`" not in guide] == []


def test_the_settings_are_listed(shell: Shell, file: Path) -> None:
    file.write_text('zone = "Europe/Berlin"\n')
    done = shell.run("settings")
    assert done.code == 0
    assert str(file) in done.out
    assert "Europe/Berlin" in done.out
    assert shell.run("settings", "--json").json["zone"] == "Europe/Berlin"


def test_a_value_is_set_shown_and_taken_out_again(shell: Shell, file: Path) -> None:
    file.write_text("# ours\n")
    assert shell.run("settings", "company_days", "2026-12-24, 2026-12-31").code == 0
    assert file.read_text() == "# ours\ncompany_days = [2026-12-24, 2026-12-31]\n"
    assert shell.run("settings", "company_days").out == "2026-12-24, 2026-12-31\n"
    assert shell.run("settings", "company_days", "--unset").code == 0
    assert file.read_text() == "# ours\n"


@pytest.mark.parametrize(
    ("name", "value", "code", "reason"),
    [
        ("zone", "Mars/Base", 2, "bridgelog: zone: no zone is called “Mars/Base”"),
        ("company_days", "tomorrow", 2, "a date is needed"),
        ("sprint_days", "ten", 2, "a whole number between 1 and 60 is needed"),
        ("mouse", "maybe", 2, "yes or no is needed"),
        ("cost_threshold", "5.000", 2, "“5.000” can mean two numbers: write 5000 or 5.00"),
        ("zones", "both", 2, "zones: none of the values that there are: one, all"),
        ("clocks", "x", 2, "write it in the file"),
        ("colour", "red", 2, "no setting is called “colour”"),
        ("keys.app.undo", "x", 2, "x is the key of app.export already"),
        ("locale", "klingon", 2, "no language or region is called “klingon”"),
    ],
)
def test_a_wrong_value_is_refused_and_nothing_written(
    shell: Shell, file: Path, name: str, value: str, code: int, reason: str
) -> None:
    done = shell.run("settings", name, value)
    assert done.code == code
    assert reason in done.err
    assert not file.exists()


def test_keys_are_set_one_by_one_and_clashes_are_said(shell: Shell, file: Path) -> None:
    assert shell.run("settings", "keys.app.missing", "V").code == 0
    assert shell.run("settings", "keys.app.missing").out == "V\n"
    file.write_text('[keys]\napp.missing = "x"\n')
    done = shell.run("settings")
    assert done.code == 1
    assert "app.export" in done.err


def test_every_wrong_line_is_named(shell: Shell, file: Path) -> None:
    file.write_text(
        '# ours\nzonee = "UTC"\ncurrency = "EURO"\n\n[[clocks]]\nname = "A"\ntrigger = "start"\nlimit = 0\n'
    )
    shell.new()
    done = shell.run("list")
    assert shell.run("settings").code == 3
    assert done.code == 0
    assert done.err.count("\n") == 3
    assert "line 2: zonee: there is no such setting: zone is meant?" in done.err
    assert "line 3: currency: a currency is three letters" in done.err
    assert "line 8: clocks.0.limit: a limit is a whole number" in done.err


@pytest.mark.parametrize("content", ['zone = "Nowhere"\nsprint_days = 0\ncolour = "x"\n', "zone = [\n"])
def test_an_incident_goes_on_with_wrong_settings(shell: Shell, file: Path, content: str) -> None:
    file.write_text(content)
    incident = shell.new()
    for command in (("stamp", "it began", "--pin"), ("list",), ("show", incident), ("review", "--json")):
        done = shell.run(*command)
        assert done.code == 0
        assert f"bridgelog: {file}: line 1: " in done.err
    assert file.read_text() == content


def test_wrong_settings_are_repaired_one_by_one(shell: Shell, file: Path) -> None:
    file.write_text('zone = "Nowhere"\ncolour = "x"\n')
    done = shell.run("settings", "zone", "UTC")
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert shell.run("settings", "colour", "--unset") == Ended(0, "", "")
    assert shell.run("settings", "colour", "--unset").code == 2
    assert file.read_text() == 'zone = "UTC"\n'


def test_a_file_that_is_no_toml_is_never_written_to(shell: Shell, file: Path) -> None:
    file.write_text("zone = [\n")
    done = shell.run("settings", "zone", "UTC")
    assert done.code == 3
    assert "line 1" in done.err
    assert file.read_text() == "zone = [\n"


def test_wrong_keys_are_named_with_their_line(shell: Shell, file: Path) -> None:
    file.write_text('# ours\n[keys]\n"app.missing" = "x"\ntimeline.stamp = "w"\n')
    done = shell.run("settings")
    assert done.code == 1
    assert f"{file}: line 3: keys: app.missing: x is the key of app.export already" in done.err
    assert f"{file}: line 4: keys: timeline.stamp: one writes with w" in done.err
    assert shell.run("settings", "keys.app.history", "V").code == 0


def test_a_new_incident_has_the_industry_that_is_set(shell: Shell, file: Path) -> None:
    assert shell.run("settings", "industry", "fintech").code == 0
    assert shell.run("export", shell.new(), "--format", "json").json["summary"]["industry"] == "fintech"


def test_nothing_is_redacted_with_words_that_are_wrong(shell: Shell, file: Path) -> None:
    file.write_text('redact = "Acme"\n')
    done = shell.run("export", shell.new("Acme is down"), "--redact")
    assert (done.code, done.out) == (3, "")
