"""`bridgelog settings`: what is set, and changing it."""

from pathlib import Path

import pytest

from data.setting_fields import SETTINGS
from data.settings import Settings
from tests.tui.commands import ROOT, Shell


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
        ("zone", "Mars/Base", 3, "line 1: zone: no zone is called “Mars/Base”"),
        ("company_days", "tomorrow", 3, "a date is needed"),
        ("sprint_days", "ten", 3, "a whole number is needed"),
        ("mouse", "maybe", 2, "yes or no is needed"),
        ("cost_threshold", "5.000", 2, "“5.000” can mean two numbers: write 5000 or 5.00"),
        ("zones", "both", 3, "line 1: zones: "),
        ("clocks", "x", 2, "write it in the file"),
        ("colour", "red", 2, "no setting is called “colour”"),
        ("keys.app.undo", "x", 2, "x is the key of app.export already"),
        ("locale", "klingon", 3, "no language or region is called “klingon”"),
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
    done = shell.run("list")
    assert done.code == 3
    assert "line 2: zonee: there is no such setting: zone is meant?" in done.err
    assert "line 3: currency: a currency is three letters" in done.err
    assert "line 8: clocks.0.limit: a limit is a whole number" in done.err
