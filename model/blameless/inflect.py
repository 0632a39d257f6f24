"""English verbs in the forms that a sentence may hold: forget, forgets, forgot, forgotten, forgetting."""

import re
from collections.abc import Iterable

__all__ = ["base_of", "gerunds", "participles", "pasts", "presents", "told"]

_IRREGULAR = {
    "be": "was been",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought brought",
    "build": "built built",
    "catch": "caught caught",
    "choose": "chose chosen",
    "come": "came come",
    "cost": "cost cost",
    "cut": "cut cut",
    "do": "did done",
    "drive": "drove driven",
    "blow": "blew blown",
    "fall": "fell fallen",
    "feed": "fed fed",
    "find": "found found",
    "forget": "forgot forgotten",
    "freeze": "froze frozen",
    "get": "got got",
    "give": "gave given",
    "go": "went gone",
    "hear": "heard heard",
    "hide": "hid hidden",
    "hit": "hit hit",
    "hold": "held held",
    "keep": "kept kept",
    "know": "knew known",
    "lead": "led led",
    "leave": "left left",
    "let": "let let",
    "lose": "lost lost",
    "make": "made made",
    "mean": "meant meant",
    "misread": "misread misread",
    "mistake": "mistook mistaken",
    "misunderstand": "misunderstood misunderstood",
    "oversleep": "overslept overslept",
    "override": "overrode overridden",
    "overwrite": "overwrote overwritten",
    "pay": "paid paid",
    "put": "put put",
    "read": "read read",
    "rebuild": "rebuilt rebuilt",
    "reset": "reset reset",
    "rewrite": "rewrote rewritten",
    "run": "ran run",
    "say": "said said",
    "see": "saw seen",
    "send": "sent sent",
    "set": "set set",
    "shut": "shut shut",
    "sit": "sat sat",
    "sleep": "slept slept",
    "speak": "spoke spoken",
    "spend": "spent spent",
    "spill": "spilled spilled",
    "split": "split split",
    "take": "took taken",
    "tell": "told told",
    "think": "thought thought",
    "throw": "threw thrown",
    "undo": "undid undone",
    "withhold": "withheld withheld",
    "write": "wrote written",
}
_DOUBLING = frozenset(
    {"commit", "submit", "permit", "admit", "omit", "refer", "prefer", "occur", "unplug", "begin", "forget", "reset"}
)
"""Longer verbs whose last letter is doubled."""
_VOWELS = frozenset("aeiou")
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""A short verb, whose last letter is doubled: skip, hog, spot."""


def _stem(verb: str, ending: str) -> str:
    if verb in _DOUBLING or _SHORT.fullmatch(verb):
        return verb + verb[-1] + ending
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + ending
    if verb.endswith("c"):
        return f"{verb}k{ending}"
    if ending == "ed" and verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + ending


def _each(phrase: str, form: str) -> str:
    """One form of a verb that may carry more words, such as `mess up`."""
    verb, blank, rest = phrase.partition(" ")
    irregular = _IRREGULAR.get(verb, "").split()
    match form:
        case "past":
            made = irregular[0] if irregular else _stem(verb, "ed")
        case "participle":
            made = irregular[1] if irregular else _stem(verb, "ed")
        case "gerund":
            made = _stem(verb, "ing")
        case _:
            made = _present(verb)
    return made + blank + rest


def _present(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def pasts(verbs: Iterable[str]) -> list[str]:
    """forgot, skipped."""
    return [_each(verb, "past") for verb in verbs]


def participles(verbs: Iterable[str]) -> list[str]:
    """forgotten, skipped."""
    return [_each(verb, "participle") for verb in verbs]


def gerunds(verbs: Iterable[str]) -> list[str]:
    """forgetting, skipping."""
    return [_each(verb, "gerund") for verb in verbs]


def presents(verbs: Iterable[str]) -> list[str]:
    """forgets, skips."""
    return [_each(verb, "present") for verb in verbs]


def told(verbs: Iterable[str]) -> list[str]:
    """The forms in which a sentence tells what somebody does or did: forgot, forgotten, forgets, forgetting."""
    known = list(verbs)
    return [*pasts(known), *participles(known), *presents(known), *gerunds(known)]


def base_of(verbs: Iterable[str]) -> dict[str, str]:
    """Each form of the verbs with the form that stands behind “to”."""
    found: dict[str, str] = {}
    for verb in verbs:
        for form in (*told([verb]), verb):
            found.setdefault(form.partition(" ")[0], verb.partition(" ")[0])
    return found
