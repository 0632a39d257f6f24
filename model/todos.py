"""What an entry leaves to be done: after `TODO:` it says so, and an action is made of it, or it is not needed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from model.actions import Actions
from model.change import Change, Step, edit
from model.ignored import sign_of
from model.incident import Incident
from model.message import Message
from model.summary import Summary
from model.text import LINE_LIMIT, one_line
from model.timeline import Entry

__all__ = ["Proposal", "Todo", "followed", "not_needed", "proposals", "reworded", "todos"]

_ALIKE = 0.6
"""How much of a text stays the same where it is worded anew, as `difflib` measures it; else it is another one."""
_OTHER = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`|(?:[a-z][a-z0-9+.-]{0,20}://|www\.)\S+", re.IGNORECASE | re.DOTALL)
"""Code and addresses, which say nothing to the reader."""
_MARK = re.compile(r"(?<![\w/.#@+-])todo(?:\((?P<owner>[^()\n]{1,60})\))?[ \u00a0\u202f]?[:：]", re.IGNORECASE)
_EDGES = " \t*_~-–—;,"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a text leaves to be done."""

    text: str
    """What an action would say: one line, no longer than an action may be."""
    owner: str = ""
    """Who is named, as in `TODO(omar):`."""

    @property
    def sign(self) -> str:
        """By which it is known again. Whatever is worded the same is the same."""
        return sign_of("todo", self.text)


@dataclass(frozen=True, slots=True)
class Todo:
    """A proposal that nobody has answered yet, and the first entry that makes it."""

    entry: Entry
    proposal: Proposal


def todos(incident: Incident) -> list[Todo]:
    """What is still open, in the order of the timeline.

    An action that was made of it answers it, also once it is done or cancelled, and so does one that says the same.
    """
    found: dict[str, Todo] = {}
    for entry in incident.timeline.root:
        for proposal in proposals(entry.text):
            found.setdefault(proposal.sign, Todo(entry, proposal))
    if not found:
        return []
    answered = {action.todo for action in incident.actions.root}
    answered |= {sign_of("todo", action.text) for action in incident.actions.root}
    answered |= set(incident.summary.ignored_sentences)
    return [todo for sign, todo in found.items() if sign not in answered]


def proposals(text: str) -> tuple[Proposal, ...]:
    """What the text leaves to be done: what follows each `TODO:` to the end of its line, or to the next one."""
    return _proposals(text) if "todo" in text.casefold() else ()


@lru_cache(maxsize=4_096)
def _proposals(text: str) -> tuple[Proposal, ...]:
    seen = _OTHER.sub(lambda match: " " * len(match[0]), text)
    marks = list(_MARK.finditer(seen))
    ends = [mark.start() for mark in marks[1:]]
    found = []
    for mark, end in zip_longest(marks, ends):
        words = one_line(text[mark.end() : end].partition("\n")[0]).strip(_EDGES)
        if words.endswith((")", "]")) and not {"(", "["} & set(words):
            words = words[:-1]  # it stood in brackets as a whole
        if words:
            cut = words if len(words) <= LINE_LIMIT else words[: LINE_LIMIT - 1] + "…"
            found.append(Proposal(cut, one_line(mark["owner"] or "")))
    return tuple(found)


def not_needed(incident: Incident, proposal: Proposal) -> Change | None:
    """The change that says it needs no action; none where that is said already."""
    signs = [*dict.fromkeys((*incident.summary.ignored_sentences, proposal.sign))]
    step = edit(incident, Summary.word, Summary.word, {"ignored_sentences": signs})
    return Change(Message("not needed: “{text}”", text=proposal.text[:40]), (step,)) if step else None


def reworded(incident: Incident, before: str, after: str) -> list[Step]:
    """What lets the answers follow where a text is worded anew: a typing error that is put right asks nothing again."""
    moved = _moved(proposals(before), proposals(after))
    if not moved:
        return []
    steps = [
        edit(incident, Actions.word, action.id, {"todo": moved[action.todo]})
        for action in incident.actions.root
        if action.todo in moved
    ]
    known = incident.summary.ignored_sentences
    if not moved.keys().isdisjoint(known):
        signs = [moved.get(sign, sign) for sign in known]
        steps.append(edit(incident, Summary.word, Summary.word, {"ignored_sentences": signs}))
    return [step for step in steps if step]


def _moved(before: tuple[Proposal, ...], after: tuple[Proposal, ...]) -> Mapping[str, str]:
    """The signs of those that are worded anew, and what they are now."""
    if len(before) != len(after):
        return {}
    from difflib import SequenceMatcher  # takes a while to load, and is seldom needed

    pairs = ((old, new) for old, new in zip(before, after, strict=True) if old.text != new.text)
    return {old.sign: new.sign for old, new in pairs if SequenceMatcher(None, old.text, new.text).ratio() >= _ALIKE}


def followed(before: Iterable[Entry], after: Iterable[Entry]) -> dict[str, str]:
    """The signs of what the entries leave to be done, and what they are in the same entries with other words."""
    return {old.sign: new.sign for old, new in _pairs(before, after)}


def _pairs(before: Iterable[Entry], after: Iterable[Entry]) -> Iterator[tuple[Proposal, Proposal]]:
    for old, new in zip(before, after, strict=True):
        yield from zip(proposals(old.text), proposals(new.text), strict=False)
