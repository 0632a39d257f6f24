"""Changing one value in the user's settings: the rest of the file stays as it is."""

from datetime import time
from pathlib import Path

import pytest

from data.settings_file import add_to_list, changed
from data.settings_reading import load_settings
from data.trouble import BrokenFile, Trouble
from model.message import Refused


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'allowed_words = ["Grace"]\n'),
        ('# ours\nzone = "UTC"  # team\n', '# ours\nzone = "UTC"  # team\nallowed_words = ["Grace"]\n'),
        (
            'allowed_words = [\n  "Ada", # a job\n]\n\n# end\n',
            'allowed_words = [\n  "Ada", # a job\n  "Grace",\n]\n\n# end\n',
        ),
        ('theme = "x"\r\nallowed_words = []\r\n', 'theme = "x"\r\nallowed_words = ["Grace"]\r\n'),
    ],
)
def test_a_word_is_added_and_nothing_else_changes(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(before.encode())
    add_to_list(file, "allowed_words", "Grace")
    assert file.read_bytes().decode() == after
    add_to_list(file, "allowed_words", "Grace")
    assert file.read_bytes().decode() == after
    assert "Grace" in load_settings(file).allowed_words
    assert [left.name for left in tmp_path.iterdir()] == ["settings.toml"]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    add_to_list(file, "allowed_words", 'the “big” "one"')
    assert load_settings(file).allowed_words == ('the “big” "one"',)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    real.write_text('theme = "x"\n')
    real.chmod(0o640)
    link.symlink_to(real)
    add_to_list(link, "allowed_words", "Grace")
    assert link.is_symlink()
    assert load_settings(real).allowed_words == ("Grace",)
    assert real.stat().st_mode & 0o777 == 0o640


def test_what_is_broken_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("zone = [")
    with pytest.raises(BrokenFile):
        add_to_list(file, "allowed_words", "Grace")
    assert file.read_text() == "zone = ["


def test_what_else_is_wrong_hinders_no_repair_and_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('zone = "Nowhere"\ncolour = "x"\nsprint_days = 0\n')
    assert changed(file, "zone", "UTC").zone == "UTC"
    assert file.read_text() == 'zone = "UTC"\ncolour = "x"\nsprint_days = 0\n'
    with pytest.raises(Refused, match="sprint_days: a whole number between 1 and 60"):
        changed(file, "sprint_days", 90)
    changed(file, "colour", None)
    assert changed(file, "sprint_days", None).problems == ()
    assert file.read_text() == 'zone = "UTC"\n'


def test_a_change_that_makes_another_wrong_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("day_starts = 07:00:00\nday_ends = 08:00:00\n")
    with pytest.raises(Refused, match="ends before it starts"):
        changed(file, "day_starts", time(10))
    with pytest.raises(Refused, match="ends before it starts"):
        changed(file, "day_starts", None)


def test_a_key_without_quotes_is_changed_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\napp.missing = "x"\n')
    assert changed(file, "keys.app.missing", "M").keys == {"app.missing": "M"}
    assert changed(file, "keys.app.missing", None).keys == {}


def test_a_word_is_not_lost_in_what_is_no_list(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('allowed_words = "Ada"\n')
    with pytest.raises(Trouble, match="is no list"):
        add_to_list(file, "allowed_words", "Grace")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(Trouble):
        add_to_list(tmp_path / "taken" / "settings.toml", "allowed_words", "Grace")


def test_the_roster_of_the_settings_reaches_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('roster = ["Xanthe Quill", "omar"]\n')
    assert load_settings(file).rules().roster == {"Xanthe Quill", "omar"}
