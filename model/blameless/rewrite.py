"""Proposals for saying it of the system: the object is named, and a question asks for the conditions."""

import re

from model.blameless.verbs import BASES

__all__ = ["rewritten"]

_LONGEST = 90
_CLAUSE = re.compile(
    r"(?:,? (?:which|so|but|because|since|as|when|who|although|though|while|and then)\b|[,;!?(]"
    r"|[:.](?!\d)| – | - | at \d\d:\d\d).*",
    re.DOTALL,
)
_TO_DO = re.compile(
    r"\b(?:forgot|forgets?|forgotten|fail\w*|neglect\w*|omit\w*|refuse\w*|bother\w*|ought(?: not)?"
    r"|needed|supposed|expected|meant) to (?P<rest>.+)",
    re.I | re.S,
)
_NOT_DONE = re.compile(
    r"\b(?:did not|didn['’]t|does not|doesn['’]t|do not|don['’]t|never) (?:even |ever |once |really )?(?P<rest>\w+.*)",
    re.I | re.S,
)
_HAVE_DONE = re.compile(
    r"\b(?:should|could|might|must|would)(?P<no>n['’]t| not| never)?(?: \w+ly| also| simply| just"
    r"| at least)* have (?:\w+ly |just )?(?P<rest>\w+.*)",
    re.I | re.S,
)
_DID = re.compile(r"(?P<rest>\b\w+\b.*)", re.S)
_AND = re.compile(r" and (?:then |just |simply )?(\w+)")
_QUESTIONS = {
    "mistake": "What made this look right at the time, and what would have caught it?",
    "omission": "What would have prompted it, and what was known then?",
    "counterfactual": "What was known then, and what made the other way sensible?",
    "fault": "Which conditions made this likely, and what would have stopped it?",
    "human-error": "Which step made the slip easy, and which safeguard was missing?",
    "carelessness": "What made the work hard to get right under those conditions?",
    "who": "What happened, and what made it possible?",
    "sarcasm": "What happened, and which condition would have to change?",
    "punishment": "What did we learn, and what will be changed so that it cannot happen again?",
    "person": "Which tool, signal or rule stood behind it?",
}
_OPENINGS = {
    "mistake": "The system let this happen without a warning.",
    "omission": "Nothing in the process prompted that step.",
    "counterfactual": "The information at hand did not lead there.",
    "fault": "Several conditions came together.",
    "human-error": "A step of the process was easy to get wrong, and nothing caught it.",
    "carelessness": "The conditions made this work hard to get right.",
    "who": "The change went out with nothing to stop it.",
    "sarcasm": "The process allowed this to happen again.",
    "punishment": "The process will be changed.",
    "person": "Describe the tool, signal or rule instead of the person.",
}


def rewritten(rule: str, sentence: str, start: int, length: int) -> str:
    """What could stand in place of the sentence, of which the span broke that rule."""
    return f"{_opening(rule, sentence, start, length)} {_QUESTIONS[rule]}"


def _opening(rule: str, sentence: str, start: int, length: int) -> str:
    tail = sentence[start:]
    if rule in ("mistake", "omission") and (step := _base_phrase(_TO_DO.search(tail))):
        return f"Nothing in the process prompted anyone to {step}."
    if rule == "omission" and (step := _base_phrase(_NOT_DONE.search(tail))):
        return f"Nothing in the process prompted anyone to {step}."
    if rule == "counterfactual" and (match := _HAVE_DONE.search(tail)) and (step := _base_phrase(match)):
        if match["no"]:
            return f"It was easy to {step}, and nothing advised against it."
        return f"Nothing in the process prompted anyone to {step}."
    if rule == "mistake" and (step := _deed(sentence[start : start + length], tail)):
        return f"It was possible to {step}, and no safeguard stepped in."
    return _OPENINGS[rule]


def _base_phrase(match: re.Match[str] | None) -> str:
    """The words behind “to”, with the verb in the form that belongs there; empty where it is not known."""
    if match is None:
        return ""
    verb, _, rest = _cut(match["rest"]).partition(" ")
    base = BASES.get(verb.lower())
    if base is None or base == "be":
        return ""
    return f"{base} {rest}".strip()


def _deed(span: str, tail: str) -> str:
    """What was done, from the first verb that is known; empty where there is none with an object."""
    for match in re.finditer(r"\b[a-z][\w-]*\b", span):
        base = BASES.get(match[0])
        if base and match[0] != base and not match[0].endswith("ing"):
            rest = _cut(tail[match.end() :].lstrip())
            return f"{base} {rest}" if rest else ""
    return ""


def _cut(words: str) -> str:
    """The words up to the end of their clause."""
    clause = _CLAUSE.sub("", words).strip()
    for joint in _AND.finditer(clause):
        if joint[1] in BASES and BASES[joint[1]] != joint[1]:
            clause = clause[: joint.start()]
            break
    return clause if len(clause) <= _LONGEST else ""
