"""The settings: defaults, checked values, and what is said about a wrong one."""

import re
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from data.settings import Settings, settings_path
from data.settings_reading import load_settings
from data.theme_names import THEME_NAMES
from data.trouble import Trouble
from model.actions import Priority
from model.deadlines import latest_deadline
from tests.building import NOON
from tui.themes import THEMES


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "none.toml")
    rules = settings.rules()
    assert (rules.cost_threshold, rules.hours_threshold) == (Decimal(5000), Decimal(4))
    assert (rules.calendar.day_starts, rules.calendar.sprint_days) == (time(9), 14)


def test_every_setting_reaches_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'zone = "America/New_York"\ncountry = "US"\ncompany_days = [2026-11-27]\nday_starts = 08:30:00\n'
        'sprint_days = 7\ncost_threshold = 1234.10\nhours_threshold = "2.5"\n'
    )
    rules = load_settings(file).rules()
    assert rules.cost_threshold == Decimal("1234.1")
    assert rules.hours_threshold == Decimal("2.5")
    assert not rules.calendar.works_on(date(2026, 11, 26))
    assert not rules.calendar.works_on(date(2026, 11, 27))
    assert latest_deadline(Priority.P2, NOON, rules.calendar) == date(2026, 11, 30)


def test_the_weekend_is_the_countrys(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('country = "SA"')
    assert load_settings(file).rules().calendar.weekend == {4, 5}


def test_a_weekend_of_ones_own_takes_the_place_of_the_countrys(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('country = "DE"\nweekend = ["friday", "saturday"]')
    calendar = load_settings(file).rules().calendar
    assert calendar.weekend == {4, 5}
    assert not calendar.works_on(date(2026, 12, 25))
    file.write_text("weekend = []")
    assert load_settings(file).rules().calendar.weekend == frozenset()


def test_the_hours_of_business_and_what_is_soon_reach_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("day_starts = 08:00:00\nday_ends = 17:30:00\ndue_soon_days = 5")
    calendar = load_settings(file).rules().calendar
    assert (calendar.day_starts, calendar.day_ends, calendar.soon_days) == (time(8), time(17, 30), 5)


def test_a_day_of_the_weekend_on_which_a_country_works_counts(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('country = "CN"\ncompany_days = [2025-09-28]')
    calendar = load_settings(file).rules().calendar
    assert calendar.works_on(date(2025, 2, 8))
    assert not calendar.works_on(date(2025, 2, 9))
    assert not calendar.works_on(date(2025, 9, 28))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('weekend = ["caturday"]', "weekend"),
        ("day_ends = 08:00:00", "the business day ends before it starts"),
        ("due_soon_days = -1", "due_soon_days"),
        ('zone = "Mars/Base"', "zone: no zone is called “Mars/Base”"),
        ("sprint_days = 0", "sprint_days: a whole number between 1 and 60 is needed"),
        ("sprint_days = true", "sprint_days: a whole number between 1 and 60 is needed"),
        ('currency = "XXQ"', "currency: no currency is called “XXQ”"),
        ('theme = "mauve"', "theme: no theme is called “mauve”: there are ansi-dark, "),
        ('industry = "bank"', "industry: none of the values that there are: fintech, healthcare, saas, "),
        ('zones = "both"', "zones: none of the values that there are: one, all"),
        ('mouse = "x"', "mouse: true or false is needed"),
        ('roster = "Mina"', "roster: a list is needed"),
        (
            'weekend = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]',
            "weekend: a week needs a day of work",
        ),
        ("cost_threshold = -1", "cost_threshold: it cannot be less than nothing"),
        ("cost_threshold = nan", "cost_threshold: a number is needed"),
        ('currency = "EURO"', "currency: a currency is three letters"),
        ("colour = 1", "colour"),
        ("zone = ", r"settings\.toml: .*correct that line"),
        ('author = "' + "x" * 600 + '"', "author: 600 characters"),
    ],
)
def test_a_wrong_value_is_named_with_its_file(tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(content)
    settings = load_settings(file)
    assert settings.model_dump() == Settings().model_dump()
    (told,) = [str(problem.message) for problem in settings.problems]
    assert told.startswith(f"{file}: line 1: ")
    assert re.search(reason, told)


@pytest.mark.parametrize(
    ("content", "line"), [(b"\nauthor = '\xff'", 2), (b"# ours\nzone = [\n\n", 2), (b"zone = 1\nzone = 2", 2)]
)
def test_without_toml_all_defaults_hold_and_the_line_is_said(tmp_path: Path, content: bytes, line: int) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings = load_settings(file)
    assert settings.model_dump() == Settings().model_dump()
    (told,) = [str(problem.message) for problem in settings.problems]
    assert told.startswith(f"{file}: line {line}: ")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (problem,) = load_settings(tmp_path).problems
    assert "cannot be read" in str(problem.message)


def test_what_is_right_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'author = "mina"\nsprint_days = 0\nroster = ["Omar", 5]\nweekend = ["friday", "caturday"]\nzone = "Nowhere"\n'
        '[keys]\napp.missing = "M"\napp.undo = 5\n'
        '[[clocks]]\nname = "A"\ntrigger = "start"\nlimit = 0\n'
        '[[clocks]]\nname = "B"\ntrigger = "start"\nlimit = 1\n'
        '[[clocks]]\nname = "b"\ntrigger = "start"\nlimit = 2\n'
    )
    settings = load_settings(file)
    assert (settings.author, settings.sprint_days, settings.zone) == ("mina", 14, None)
    assert (settings.roster, settings.weekend, settings.keys) == (("Omar",), None, {"app.missing": "M"})
    assert [(clock.name, clock.limit) for clock in settings.clocks] == [("B", 1)]
    lines = [int(str(problem.message).partition("line ")[2].partition(":")[0]) for problem in settings.problems]
    assert lines == [2, 3, 4, 5, 8, 12, 17]


@pytest.mark.parametrize("content", ["redact = 5", 'redact = ["Acme", 5]', 'roster = "Mina"', "zone = ["])
def test_nothing_is_redacted_while_its_words_are_not_known(tmp_path: Path, content: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(content)
    with pytest.raises(Trouble, match="nothing is redacted"):
        _ = load_settings(file).hidden_words


def test_the_names_of_all_themes_are_known() -> None:
    assert {*BUILTIN_THEMES, *(theme.name for theme in THEMES)} == THEME_NAMES


@pytest.mark.parametrize("country", ["XX", "DE-ZZ", "nowhere"])
def test_a_country_without_known_holidays_is_said(tmp_path: Path, country: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'country = "{country}"')
    settings = load_settings(file)
    (told,) = [str(problem.message) for problem in settings.problems]
    assert f"line 1: country: no holidays are known of the country “{country}”: write it like DE" in told
    assert settings.rules().calendar.works_on(date(2026, 12, 25))


def test_where_the_settings_are(tmp_path: Path) -> None:
    assert settings_path({"BRIDGELOG_CONFIG": str(tmp_path / "x.toml")}) == tmp_path / "x.toml"
    assert settings_path({}).name == "settings.toml"


def test_how_often_updates_are_sent_reaches_the_rules_by_severity(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("update_minutes_sev2 = 45")
    minutes = [int(every.total_seconds() / 60) for _severity, every in load_settings(file).rules().updates]
    assert minutes == [30, 45, 0]
    file.write_text("update_minutes_sev1 = -5")
    (problem,) = load_settings(file).problems
    assert "update_minutes_sev1: a whole number between 0 and 1440 is needed" in str(problem.message)
