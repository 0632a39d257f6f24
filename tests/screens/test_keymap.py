"""Keys of the user's own: what can be used, and what is said of the others."""

import pytest

from screens.keymap import keymap_of
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
        ("whys.branch", "c", "c is the key of app.missing already"),
    ],
)
def test_what_cannot_be_used_is_said_and_left_out(name: str, text: str, problem: str) -> None:
    found = keymap_of({name: text, "recurrence.rfc": "R"})
    assert problem in str(found.problems[0])
    assert dict(found.keys) == {"recurrence.rfc": "R"}


def test_two_actions_may_change_places() -> None:
    keys = {"app.missing": "x", "app.export": "c"}
    assert keymap_of(keys).problems == ()


def test_screens_that_are_never_shown_together_may_use_one_key() -> None:
    assert keymap_of({"recurrence.yes": "b"}).problems == ()


def test_every_action_may_be_given_the_keys_that_it_has() -> None:
    assert keymap_of({action.id: action.keys for action in KEYS.values()}).problems == ()
