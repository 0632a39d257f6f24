"""Where a sentence speaks of people: each is masked by a sign of its kind, of equal length."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from model.blameless.given_names import DOUBTFUL, GIVEN_NAMES
from model.blameless.products import NO_PEOPLE
from model.blameless.roles import DEPARTMENTS, DOUBTFUL_DEPARTMENTS, ROLES, SOFTWARE_ROLES, SYSTEM_NOUNS
from model.blameless.words import either

__all__ = [
    "FILLER",
    "GUESS",
    "MAYBE",
    "NOBODY",
    "OTHER",
    "OWN",
    "PERSON",
    "ROLE",
    "SIGNS",
    "THEY",
    "Roster",
    "is_pronoun",
    "masked",
    "plain",
    "roster_of",
]

PERSON = "\ue000"
"""A name, a handle, “she”: certainly a person."""
ROLE = "\ue001"
"""A role or a team."""
MAYBE = "\ue002"
"""An unknown name, or a word that programs are called by too: “the operator”."""
THEY = "\ue003"
GUESS = "\ue004"
"""An unknown word with the capital of a sentence's beginning."""
NOBODY = "\ue005"
OWN = "\ue006"
"""“his”, “their”."""
OTHER = "\ue007"
"""What is not looked into: quotations, allowed words."""
FILLER = "\ue008"
"""Follows each of these signs, so that a mask is as long as what it stands for, and begins just once."""
SIGNS = PERSON + ROLE + MAYBE + THEY + GUESS + NOBODY + OWN + OTHER + FILLER

Roster = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""Whole names, single names, and words that are allowed, all but the last as they are written."""

_FOREIGN = {ord(sign): " " for sign in SIGNS}
_QUOTED = re.compile(r"“[^”\n]{1,120}”|„[^“\n]{1,120}“|\"[^\"\n]{1,120}\"|«[^»\n]{1,120}»|`(?!@)[^`\n]{1,120}`")
_HANDLE = re.compile(r"(?<![\w.@/])`?@(?!here\b|channel\b|everyone\b|all\b)\w+(?:[.-]\w+)*`?")
_DETERMINER = (
    r"(?:one of (?:the|our|their|your)|some of (?:the|our)|members? of (?:the|our)|the|an?|our|their|your|my|some|any"
    r"|each|every|that|this|another|two|three|both|last night['’]s|whichever|no)"
)
_MODIFIER = (
    r"(?!(?:the|an?|our|and|or|of|to|in|on|at|by|for|with|from|that|which|who|was|were|is|are|has|had|have|did|as|but"
    r"|so|if|when|while|because|since|after|before|not|no|than|it|its|also|then|only|be|been|being"
    r"|will|would|should|could"
    r"|can|may|might|must|do|does|told|asked|made|let|left|kept|sent|paged|us|we|i|more|many|few|other"
    r"|all|there|how|what"
    r"|why|where|who|out|up|down|off|over|under|into|onto|during|about|between|through|per|via|says?"
    r"|said|tells?)(?![\w-]))"
    r"(?:inexperienced|experienced|tired|overworked|stressed|distracted|bored|rushed|assigned|trained|untrained"
    r"|unqualified|qualified|certified|overtired|outsourced|junior[- ]level|\w+(?<!ed)(?:['’]s)?(?:[-&/]\w+){0,3})"
)
_AFTER = (
    r"(?: on[- ](?:call|duty|shift|watch|our side|their side|the team))?"
    r"(?: (?:from|in|of|on) (?:the |our )?[\w-]{1,30} (?:team|group|squad|department|side))?"
)
_ROLE = re.compile(
    r"\b"
    rf"(?:{_DETERMINER} (?:{_MODIFIER} ){{0,3}})?(?:{either(ROLES)})\b{_AFTER}(?!['’]?s? (?:{either(SYSTEM_NOUNS)})\b)"
    r"(?!-)",
    re.IGNORECASE,
)
_TEAM = re.compile(
    rf"\b(?:{_DETERMINER} )?(?:{_MODIFIER} ){{1,3}}(?:teams?|squads?|guilds?|crews?|departments?|guys"
    r"|folks|people|staff|desk|shift)\b"
    r"(?! (?:lead|drive|channel|calendar|page)\b)"
    r"|\b(?:the|our|that|their|this|last night['’]s) (?:team|squad|crew|department|guys|folks|staff|shift|people)\b",
    re.IGNORECASE,
)
_IN_A_PERSONS_PLACE = (
    r"(?:^|(?<=\d )|(?<=[.:;,(–-] )|(?<=\bif )|(?<=\bthat )|(?<=\bbecause )|(?<=\band )|(?<=\bsince )"
    r"|(?<=\bby )|(?<=\bto )|(?<=\bas )"
    r"|(?<=\bwhen )|(?<=\bhad )|(?<=\busual, )|(?<=\bbut ))"
)
_NO_NOUN = r"\b(?![-'’/])(?! (?:for|of|ticket|tickets|contract|desk)\b)"
_DEPARTMENT = re.compile(rf"{_IN_A_PERSONS_PLACE}(?:{either(DEPARTMENTS)}){_NO_NOUN}", re.IGNORECASE)
_DOUBTFUL_DEPARTMENT = re.compile(rf"{_IN_A_PERSONS_PLACE}(?:{either(DOUBTFUL_DEPARTMENTS)}){_NO_NOUN}", re.IGNORECASE)
_SOFTWARE_ROLE = re.compile(rf"\b(?:the |an? |our )?(?:{either(SOFTWARE_ROLES)})\b", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Yy]ou|[Ss]omeone|[Ss]omebody|[Ww]hoever|[Ss]ome people|[Cc]ertain people|I)\b(?!\.\w|/)"
)
_THEY = re.compile(r"\bthey\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:nobody|no[- ]one|none of (?:us|you|them|the team))\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:his|her|their|your)\b(?= \w)", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![\w@/.#-])[A-ZÀ-ÞŁŚŻŽŠČİ][^\W\d_]+(?:-[A-ZÀ-Þ]?[^\W\d_]+)?(?![\w@/]|\.\w)")
_PARTICLE = re.compile(
    r"\b(?:[Vv]an(?: de[nr]?)?|[Vv]on(?: der)?|D[ei]|Del|Della|Da|Dos|El|Al|Ben|Bin|Mac|Le|La) [A-Z][a-zà-ÿ]+"
    r"(?=['’]s\b|(?: \w+)? \w+ed\b)"
)
_ENGLISH_WORD = re.compile(r"(?:ing|tion|sion|ment|er|or|ers|ors|ity|ness|ics|ions|ments|ance|ence|age|ware|base|ble)$")
"""How words end that are seldom names, though they may begin a sentence with a capital."""
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,5}")
"""Names such as Ji-ho."""
_HUMAN_DEED = re.compile(
    r" (?:then |also |later |again |\w+ly )?(?:rang|rung|spoke|spoken|told|asked|said|thought|decided|typed|clicked"
    r"|pasted|phoned|emailed|e-mailed|signed"
    r"|insisted|admitted|apologi[sz]ed|assumed|believed|wanted|forgot|wondered|argued|complained|promised|guessed|hoped"
    r"|remembered|went home|joined the (?:call|bridge))\b"
)
"""What only people do: whoever does it is one."""
_LEAD = re.compile(r"\b(?:the|our|their) (?:\w+ )?lead\b(?! (?:time|to|role|up|node)\b)", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:by|with|to|from|than|for|and|of|on) $")
"""What stands before a person rather than before a month or a verb."""
_CAPITAL_BEFORE = re.compile(
    r"\b(?!(?:Because|When|After|Before|If|Since|While|Once|Then|But|And|Or|So|As|Had|Did|Only|Until|Unless|Although|Though"
    r"|By|From|With|To|For|That|Both|Was|Were|Has|Later|Today|Yesterday|Still|Also|Even|Why|How|Where|Whether|On|In|At)$)"
    r"[A-Z][\w-]{0,30}$"
)
"""A word with a capital in front makes the next one a part of its name, unless it only opens the sentence."""
_HE = re.compile(r"\b(?:he|she|him|his|her|himself|herself)\b", re.IGNORECASE)
_NAMES_AND_ROLES = re.compile(f"[{PERSON}{ROLE}{MAYBE}{GUESS}]{FILLER}*")
_NOT_A_PERSON = re.compile(
    rf" (?:{either(SYSTEM_NOUNS)})\b|, (?:the|our|an?) (?:\w+ ){{0,3}}(?:bot|assistant|robot"
    rf"|{either(SYSTEM_NOUNS)})\b| [A-Z][a-z]+ (?:{either(SYSTEM_NOUNS)})\b"
)
_LIKE_A_PERSON = re.compile(
    r"['’]s (?:fault|mistake|error|typo|change|commit|script)\b|,? (?:who|\w+ly|and then|had|has|did"
    r"|didn['’]t|never|should|could|was"
    r"|\w+(?<!e)ed|forgot|ran|broke|left|took|made|put|told|sent|lost|wrote|overwrote)\b"
)


@lru_cache(maxsize=64)
def roster_of(names: frozenset[str], allowed: frozenset[str]) -> Roster:
    """The names by which a sentence may mean one of these people."""
    whole = frozenset(" ".join(name.split()) for name in names if name.strip())
    single = frozenset(part for name in whole for part in name.split() if len(part) > 1 and part[:1].isupper())
    lower = frozenset(name for name in whole if " " not in name)
    return whole, single | lower, frozenset(word.casefold() for word in allowed)


def is_pronoun(word: str) -> bool:
    """Whether that is “she” or “someone”, which means a person wherever it stands."""
    return _PRONOUN.fullmatch(word) is not None


def _signs(sign: str, match: re.Match[str]) -> str:
    return sign + FILLER * (len(match[0]) - 1)


def plain(sentence: str, roster: Roster) -> str:
    """The sentence with quotations and allowed words masked; offsets stay what they were."""
    text = sentence.translate(_FOREIGN)
    text = _QUOTED.sub(lambda match: _signs(OTHER, match), text)
    allowed = roster[2]
    return _allowed(allowed).sub(lambda match: _signs(OTHER, match), text) if allowed else text


def masked(text: str, roster: Roster) -> str:
    """The plain sentence with people masked; offsets stay what they were."""
    names = roster[1]
    words = frozenset(_WORD.findall(text.casefold()))
    he = _HE.search(text)
    text = _with_kinds(text, words, _SURE)
    text = _HANDLE.sub(lambda match: _signs(PERSON, match), text)
    text = _PARTICLE.sub(lambda match: _signs(PERSON, match), text)
    text = _CAPITAL.sub(lambda match: _name(match, names), text)
    if names:
        text = _small_names(text, names)
    text = _with_kinds(text, words, _KINDS)
    return _with_antecedent(text, he.start()) if he else text


def _with_antecedent(text: str, pronoun: int) -> str:
    """The text with an unknown name taken for a person where “she” follows, and nobody else is there to be meant."""
    before = list(_NAMES_AND_ROLES.finditer(text, 0, pronoun))
    if not before or any(match[0][0] not in MAYBE + GUESS for match in before):
        return text
    place = before[0].start()
    return text[:place] + PERSON + text[place + 1 :]


def _with_kinds(text: str, words: frozenset[str], kinds: tuple["_Kind", ...]) -> str:
    """The text with the kinds masked for which it has a word at all."""
    for kind in kinds:
        if not kind.needs.isdisjoint(words):
            text = kind.pattern.sub(kind.mask, text)
    return text


@dataclass(frozen=True, slots=True)
class _Kind:
    pattern: re.Pattern[str]
    needs: frozenset[str]
    """The words of which a sentence must have one for the pattern to match: a quick look first."""
    sign: str

    def mask(self, match: re.Match[str]) -> str:
        return _signs(self.sign, match)


def _last_words(phrases: Collection[str]) -> frozenset[str]:
    return frozenset(part for phrase in phrases for part in [re.split("[ -]", phrase.casefold())[-1]])


_WORD = re.compile(r"[^\W\d_]+")
_ROLE_WORDS = _last_words(ROLES)
_TEAM_WORDS = frozenset(
    [
        "team",
        "teams",
        "squad",
        "squads",
        "guild",
        "guilds",
        "crew",
        "crews",
        "department",
        "departments",
        "guys",
        "folks",
        "people",
        "staff",
        "desk",
        "shift",
    ]
)
_SURE = (
    _Kind(_NOBODY, frozenset({"nobody", "no", "none"}), NOBODY),
    _Kind(_PRONOUN, frozenset({"he", "she", "you", "someone", "somebody", "whoever", "people", "i"}), PERSON),
    _Kind(_THEY, frozenset({"they"}), THEY),
    _Kind(_OWN, frozenset({"his", "her", "their", "your"}), OWN),
    _Kind(_DEPARTMENT, _last_words(DEPARTMENTS), ROLE),
    _Kind(_DOUBTFUL_DEPARTMENT, _last_words(DOUBTFUL_DEPARTMENTS), MAYBE),
)
_KINDS = (
    _Kind(_ROLE, _ROLE_WORDS, ROLE),
    _Kind(_TEAM, _TEAM_WORDS, ROLE),
    _Kind(_LEAD, frozenset({"lead"}), ROLE),
    _Kind(_SOFTWARE_ROLE, frozenset(SOFTWARE_ROLES), MAYBE),
)


@lru_cache(maxsize=64)
def _allowed(words: Collection[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words)})\b", re.IGNORECASE)


def _name(match: re.Match[str], names: frozenset[str]) -> str:
    """The sign for a capitalised word, or the word itself where it is none."""
    word, text = match[0], match.string
    known = word in names
    rest = text[match.end() : match.end() + 40]
    if not known and (word in NO_PEOPLE or word.casefold() in _ROLE_WORDS):
        return word
    if word in DOUBTFUL:
        if known and _TOWARDS.search(text, max(0, match.start() - 12), match.start()):
            return _signs(PERSON, match)
        if not _LIKE_A_PERSON.match(rest) or _NOT_A_PERSON.match(rest):
            return word
        return _signs(PERSON if known else MAYBE, match)
    if known or word in GIVEN_NAMES or word.partition("-")[0] in GIVEN_NAMES:
        return word if _NOT_A_PERSON.match(rest) else _signs(PERSON, match)
    if _ENGLISH_WORD.search(word):
        return word
    if _SYLLABLES.fullmatch(word) or _HUMAN_DEED.match(rest):
        return _signs(PERSON, match)
    before = text[: match.start()].rstrip()
    if _CAPITAL_BEFORE.search(before):
        return word
    if not before or before[-1] in ".:;!?-–—" or word.isupper():
        # The first word of a sentence has a capital whatever it is.
        return _signs(GUESS, match) if _LIKE_A_PERSON.match(rest) else word
    return _signs(MAYBE, match)


_LOGIN = re.compile(r"(?<![\w@/-])[\w.-]*\w")


@lru_cache(maxsize=64)
def _small(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if name[:1].islower())


def _small_names(text: str, names: frozenset[str]) -> str:
    small = _small(names)
    if not small:
        return text
    return _LOGIN.sub(lambda match: _signs(PERSON, match) if match[0] in small else match[0], text)
