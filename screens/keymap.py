"""Keys of the user's own, by the names of the actions: checked, and what is wrong with them said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from string import ascii_letters, digits, punctuation
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from model.message import Message, Refused
from screens.keys import KEYS

if TYPE_CHECKING:
    from data.setting_problems import Problem
    from data.settings import Settings

__all__ = ["Keymap", "check_key", "key_shown", "keymap_of", "keys_for", "keys_of", "problems_of"]

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "meta", "hyper"})
_NAMES = {*(str(key.value) for key in Keys), *map(_character_to_key, ascii_letters + digits + punctuation)}
_PRINTED = frozenset(map(_character_to_key, f"{ascii_letters}{digits}{punctuation} "))
_WRITING = _PRINTED | {"backspace", "delete", "left", "right", "up", "down", "home", "end"}
"""What one writes with in a field."""
_RESERVED = frozenset({"tab", "shift+tab", "ctrl+c", "enter", "escape", "ctrl+i", "ctrl+m"})
"""Keys that mean the same everywhere, and two that a terminal cannot tell from tab and enter."""
_ALWAYS = frozenset({"list", "dialog"})
"""What may be in force together with any other."""
_OF_EVERY_SECTION = frozenset({"app", "screen", "timeline", "section", "copy", "tour"})
"""What every section has."""
_OF_ONE_SECTION = frozenset(
    {"item", "form", "entry", "cell", "slider", "choice", "whys", "went_well", "recurrence", "factor", "action"}
)
"""What a section has beside that."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """What the user's keys come to."""

    keys: Mapping[str, str]
    """The keys of each action that has keys of the user's: those that can be used."""
    problems: tuple[tuple[str, Message], ...]
    """The actions whose keys cannot be used, and why; those actions keep the keys that they have."""


def keys_of(text: str) -> list[str]:
    """The names of the keys, as Textual names them: `?` is `question_mark`. A comma is `comma`."""
    return [_name(part.strip()) for part in text.split(",") if part.strip()]


def keymap_of(keys: Mapping[str, str]) -> Keymap:
    """The keys that can be used, and what is wrong with the others.

    An action must be known, a key must be one, and no key may do two things at one place.
    """
    good: dict[str, str] = {}
    problems: list[tuple[str, Message]] = []
    for name, text in keys.items():
        problem = _problem(name, text)
        if problem is None:
            good[name] = ",".join(keys_of(text))
        else:
            problems.append((name, problem))
    while clash := next(_clashes(good), None):
        name, key, other = clash
        del good[name]
        problems.append((name, _taken(name, key, other)))
    return Keymap(good, tuple(problems))


def problems_of(settings: "Settings") -> list["Problem"]:
    """What in the settings cannot be used, their keys too, each with file and line."""
    problems = list(settings.problems)
    for name, reason in keymap_of(settings.keys).problems:
        problems.append(settings.problem(("keys", name), reason))
    return problems


def check_key(keys: Mapping[str, str], name: str, text: str) -> None:
    """See whether an action can be given those keys, whatever else is wrong.

    Raises `Refused` where it cannot, or where another would lose its own by that.
    """
    before = {other for other, _reason in keymap_of(keys).problems}
    for other, reason in keymap_of({**keys, name: text}).problems:
        if other == name or other not in before:
            raise Refused(reason)


def keys_for(app: App[Any], keys: Mapping[str, str]) -> Mapping[str, str]:
    """The user's own keys; in a browser, also keys in place of those that it keeps for itself: ctrl+t opens a tab."""
    return {"timeline.stamp": "f2", **keys} if app.is_web else keys


def key_shown(app: App[Any], keys: Mapping[str, str], action: str) -> str:
    """The first key of that action, as the user has set it, in the way in which the key bar shows it."""
    text = keymap_of(keys_for(app, keys)).keys.get(action, KEYS[action].keys)
    return app.get_key_display(Binding(text.partition(",")[0], ""))


def _problem(name: str, text: str) -> Message | None:
    if name not in KEYS:
        near = get_close_matches(name, KEYS, 1)
        if near:
            return Message("keys: {name}: no action is called that: {near} is meant?", name=name, near=near[0])
        return Message("keys: {name}: no action is called that", name=name)
    if not keys_of(text):
        return Message("keys: {name}: a key is needed, such as {keys}", name=name, keys=KEYS[name].keys)
    unknown = next((key for key in keys_of(text) if not _is_key(key)), None)
    if unknown is not None:
        return Message("keys: {name}: “{key}” is no key: write it like f2, ctrl+t or ?", name=name, key=unknown[:40])
    new = [key for key in keys_of(text) if key not in KEYS[name].keys.split(",")]
    reserved = next((key for key in new if key in _RESERVED), None)
    if reserved is not None:
        return Message("keys: {name}: {key} keeps its meaning: take another", name=name, key=reserved)
    written = next((key for key in new if KEYS[name].everywhere and _writes(key)), None)
    if written is not None:
        return Message(
            "keys: {name}: one writes with {key}, and this works in every field: take one like f2 or ctrl+t",
            name=name,
            key=written,
        )
    return None


def _taken(name: str, key: str, other: str) -> Message:
    return Message(
        "keys: {name}: {key} is the key of {other} already: give one of them another", name=name, key=key, other=other
    )


def _writes(key: str) -> bool:
    *modifiers, last = key.split("+")
    return set(modifiers) <= {"shift"} and last in _WRITING


def _clashes(keymap: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each action of the user's whose key does something else at the same place: its name, the key, the other."""
    for name, text in keymap.items():
        for key in text.split(","):
            for other in KEYS.values():
                theirs = keymap.get(other.id, other.keys).split(",")
                if key in theirs and _together(name, other.id) and key not in KEYS[name].keys.split(","):
                    yield name, key, other.id


def _together(name: str, other: str) -> bool:
    """Whether the keys of both may be in force at one place."""
    if name == other or KEYS[name].action == KEYS[other].action:
        return False
    if KEYS[name].everywhere or KEYS[other].everywhere:
        return True
    places = {name.partition(".")[0], other.partition(".")[0]}
    if len(places) == 1 or places & _ALWAYS:
        return True
    return places <= _OF_EVERY_SECTION | _OF_ONE_SECTION and bool(places & (_OF_EVERY_SECTION | {"item"}))


def _name(key: str) -> str:
    """The key as Textual names it; with a modifier, a letter is a small one."""
    *modifiers, last = key.replace("++", "+plus").split("+") if key != "+" else [key]
    if modifiers:
        last = last.casefold()
    name = _character_to_key(last) if len(last) == 1 else last.casefold()
    return "+".join([*(one.casefold() for one in modifiers), name])


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+")
    return last in _NAMES and set(modifiers) <= _MODIFIERS
