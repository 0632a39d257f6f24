"""Keys of the user's own: what can be used, and what is said of the others."""

import re
import tomllib
from pathlib import Path

import pytest

from data.settings import flattened
from model.message import Refused
from screens.keymap import check_key, keymap_of
from screens.keys import KEYS


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("f11, ctrl+k", "f11,ctrl+k"),
        ("?", "question_mark"),
        ("Ctrl+K", "ctrl+k"),
        ("ctrl++", "ctrl+plus"),
    ],
)
def test_keys_are_written_as_one_would(text: str, keys: str) -> None:
    found = keymap_of({"facilitation.pause": text})
    assert (dict(found.keys), found.problems) == ({"facilitation.pause": keys}, ())


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("app.undoo", "w", "no action is called that: app.undo is meant?"),
        ("zzz", "w", "no action is called that"),
        ("app.undo", "strg+z", "“strg+z” is no key"),
        ("app.undo", "ctrl+", "is no key"),
        ("app.undo", " , ", "a key is needed"),
        ("app.undo", "x", "x is the key of app.export already"),
        ("app.missing", "e", "e is the key of item.edit already"),
        ("app.saved", "tab", "tab keeps its meaning"),
        ("app.saved", "f11, ctrl+c", "ctrl+c keeps its meaning"),
        ("app.missing", "enter", "enter keeps its meaning"),
        ("timeline.stamp", "f11, w", "one writes with w"),
        ("timeline.stamp", "space", "one writes with space"),
        ("timeline.stamp", "?", "one writes with question_mark"),
        ("whys.branch", "c", "c is the key of app.missing already"),
    ],
)
def test_what_cannot_be_used_is_said_and_left_out(name: str, text: str, problem: str) -> None:
    found = keymap_of({name: text, "recurrence.rfc": "R"})
    assert problem in str(found.problems[0][1])
    assert dict(found.keys) == {"recurrence.rfc": "R"}


def test_two_actions_may_change_places() -> None:
    keys = {"app.missing": "x", "app.export": "c"}
    assert keymap_of(keys).problems == ()


def test_screens_that_are_never_shown_together_may_use_one_key() -> None:
    assert keymap_of({"recurrence.yes": "b"}).problems == ()


def test_every_action_may_be_given_the_keys_that_it_has() -> None:
    assert keymap_of({action.id: action.keys for action in KEYS.values()}).problems == ()


BLOCKS = [
    (page.name, block)
    for page in sorted((Path(__file__).parents[2] / "docs").glob("*.md"))
    for block in re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    if "[keys]" in block
]


@pytest.mark.parametrize(("page", "block"), BLOCKS)
def test_the_keys_in_the_guide_can_be_used(page: str, block: str) -> None:
    keys = dict(flattened(tomllib.loads(block)["keys"]))
    assert keys
    assert keymap_of(keys).problems == ()


def test_there_are_keys_in_the_guide() -> None:
    assert "settings.md" in {page for page, _block in BLOCKS}


def test_what_is_wrong_already_hinders_no_other_key() -> None:
    check_key({"app.undo": "x", "app.undoo": "b"}, "app.missing", "M")
    with pytest.raises(Refused, match="is the key of"):
        check_key({"app.undo": "x"}, "app.missing", "x")
