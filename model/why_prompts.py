"""What the next why asks: how it came about and what made it sensible, by what was answered and how deep one is."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from model.message import N_, Message
from model.whys import Whys, ends_in_person

__all__ = ["next_question", "system_question"]

_BY_DEPTH = (
    N_("what was the direct cause: what did the system do?"),
    N_("how did that come about? which change, load or condition led there?"),
    N_("how was that possible? what made it look right at the time?"),
    N_("what in the way of working let it through: which check, signal or tool is missing?"),
    N_("what keeps it so? what makes that sensible for the organisation?"),
    N_("how does that go on being sensible? stop where something can be changed"),
)
"""The question for the first why, for the second, and so on; the last serves for all that follow."""
_DEEP = 3
"""From so many answers on, one asks for how things are decided, and no longer for what happened."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an answer speaks of, and what to ask of that: first, and further down the chain."""

    words: re.Pattern[str]
    question: str
    deep: str


def _subject(words: str, question: str, deep: str) -> _Subject:
    return _Subject(re.compile(rf"\b(?:{words})", re.IGNORECASE), question, deep)


_SUBJECTS = (
    _subject(
        r"(?:was|were|is|are)(?: not|n['’]t) followed|skipp\w*|bypass\w*|work(?:ed|ing)? ?arounds?\b|by hand\b"
        r"|manual\w*|deviat\w*|overrid\w*|without (?:approval|review)",
        N_("what made the deviation sensible: time, tools, or that it always went well?"),
        N_("how did the deviation become normal, and what would have shown it?"),
    ),
    _subject(
        r"nobody|no[- ]one\b|no owner|owner\w*|own(?:s|ed)\b|unowned|responsib\w*|accountab\w*",
        N_("how did it come to be without an owner? what would have shown that?"),
        N_("how is ownership given and taken over, and what falls between?"),
    ),
    _subject(
        r"deadlines?\b|pressure|priorit\w*|budget\w*|backlog|postpone\w*|deferr\w*|no time\b|roadmap|incentiv\w*",
        N_("what made that priority sensible at the time? what was it weighed against?"),
        N_("how is it decided what comes first, and whose risk is not heard there?"),
    ),
    _subject(
        r"only (?:\w+ ){1,3}kn[eo]w|knew|knowledge|train(?:ed|ing)\b|onboard\w*|experience\w*|unfamiliar|expert\w*",
        N_("how did the knowledge stay in one place? what made that work until now?"),
        N_("how does knowledge spread here, and what is in its way?"),
    ),
    _subject(
        r"told|communicat\w*|informed|announc\w*|hand-?overs?|hand-?offs?|misunder\w*|unaware|escalat\w*|approv\w*",
        N_("how does such news travel, and where did it stop?"),
        N_("how do the teams hear of each other’s changes, and what makes that hard?"),
    ),
    _subject(
        r"alert\w*|alarm\w*|monitor\w*|dashboard\w*|detect\w*|unnoticed|notic\w*|threshold\w*|metrics?\b|logg?(?:s|ed|ing)\b",
        N_("how could it stay unseen? which signal was there, and where did it end?"),
        N_("how is it decided what is watched, and what does that leave out?"),
    ),
    _subject(
        r"(?:un)?test\w*|coverage|staging|canar\w*|ci\b|qa\b|simulat\w*",
        N_("how did the tests pass? what made it sensible to test without this?"),
        N_("how is it decided what is tested, and what does that leave out?"),
    ),
    _subject(
        r"runbooks?|document\w*|docs\b|wiki|readme|instruction\w*|checklists?|procedur\w*|outdated|guides?\b",
        N_("how did what is written and what is done drift apart?"),
        N_("how is it kept true, and what makes that hard?"),
    ),
    _subject(
        r"vendors?|providers?|third[- ]part\w*|suppliers?|upstream|dependenc\w*|partners?\b|cloud",
        N_("how did we come to depend on it so far? what made that sensible?"),
        N_("how are such dependencies chosen, and what would soften their failure?"),
    ),
    _subject(
        r"capacit\w*|limits?\b|limited|quotas?|pools?\b|exhaust\w*|ran out|full\b|memory|disks?\b|load\b|traffic"
        r"|overload\w*|saturat\w*|scal(?:e|ing)\b|timeouts?|timed out",
        N_("how was the limit reached without a warning? what made it right when it was set?"),
        N_("how is growth foreseen, and what made that seem enough?"),
    ),
    _subject(
        r"deploy\w*|releas\w*|roll(?:ed)?[- ]?outs?|chang\w*|migrat\w*|config\w*|merg\w*|flags?\b|upgrad\w*|updat\w*"
        r"|patch\w*|commit\w*|refactor\w*",
        N_("how did the change pass every check? what made it look safe?"),
        N_("how are changes judged, and which risk does that not see?"),
    ),
    _subject(
        r"legacy|technical debt|tech debt|workload|old\b|years? ago|historic\w*|temporary|grown",
        N_("what made it sensible when it was built? what has changed since?"),
        N_("how is it decided what is renewed, and what made waiting sensible?"),
    ),
)
"""The narrower subjects first: an answer about the test of a change is about the test."""

_OF_PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "mistake": N_("what made this look right at the time, and what would have caught it?"),
        "omission": N_("what would have prompted that step, and what was known then?"),
        "counterfactual": N_("what was known then, and what made the other way sensible?"),
        "human-error": N_("which step made the slip easy, and which safeguard was missing?"),
        "carelessness": N_("what made the work hard to get right under those conditions?"),
        "punishment": N_("what in the system would have to change so that it cannot happen again?"),
    }
)
_OF_ANYBODY = N_("which system made it likely, and what would have stopped it?")


def next_question(above: Sequence[str]) -> Message:
    """What to ask after those answers, the first of the chain first; with none, what begins a chain.

    The subject of the latest answer decides, unless the answer before was about the same; else the depth does.
    """
    if above:
        subject = _about(above[-1])
        before = _about(above[-2]) if len(above) > 1 else None
        if subject is not None and subject is not before:
            return Message(subject.deep if len(above) >= _DEEP else subject.question)
    return Message(_BY_DEPTH[min(len(above), len(_BY_DEPTH) - 1)])


def _about(answer: str) -> _Subject | None:
    return next((subject for subject in _SUBJECTS if subject.words.search(answer)), None)


def system_question(answer: str, roster: Collection[str] = (), allowed: Collection[str] = ()) -> Message | None:
    """The question for the system behind an answer that ends in a person; none where it does not."""
    if not ends_in_person(answer, roster, allowed):
        return None
    from model.blameless import Level, check  # its patterns take a while to load

    found = check(answer, section=Whys.word, roster=roster, allowed=allowed)
    rule = next((blame.rule for blame in found if blame.level is Level.WARN), "")
    return Message(_OF_PEOPLE.get(rule, _OF_ANYBODY))
