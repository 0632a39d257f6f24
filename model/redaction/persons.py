"""The people whom the texts of an incident name, by whatever part of their names."""

import re
from collections.abc import Collection, Iterable, Iterator

from model.blameless.given_names import DOUBTFUL, GIVEN_NAMES
from model.blameless.people import FILLER, MAYBE, PERSON, Roster, is_pronoun, masked, plain
from model.blameless.products import NO_PEOPLE
from model.blameless.roles import DEPARTMENTS, DOUBTFUL_DEPARTMENTS, ROLES
from model.blameless.sentences import sentences
from model.redaction.find import Find, Kind

__all__ = ["SEVERAL", "People", "named"]

_LETTERS = "(?:[^\\W\\d_][\u0300-\u036f]*)+"
"""Letters with the accents that no single character has."""
_WORD = re.compile(rf"{_LETTERS}(?:['’](?!s\b){_LETTERS})*\d*|\d+")
SEVERAL = re.compile(r"(\s*(?:[,;&/+|]|\b(?:and|und|et)\b)\s*)")
"""What stands between the names of a list such as “Mina, Omar and Ji-ho”."""
_HANDLE = re.compile(r"(?<![\w.@/])@(?!here\b|channel\b|everyone\b|all\b)\w+(?:[.-]\w+)*")
_HOME = re.compile(r"(?:/home/|/Users/|\\Users\\)(?P<name>[\w.-]*\w)")
_MARKED = re.compile(rf"(?P<sign>[{PERSON}{MAYBE}]){FILLER}*")
_ADDRESSED = re.compile(
    r"\b(?:told|asked|paged|pinged|phoned|texted|messaged|e-?mailed|thanked|thanks(?: to)?|assigned to|owned by"
    r"|hand(?:ed|over)(?: over| off)? to|sp(?:oke|eaks) (?:to|with)|talked (?:to|with)|call with|met with"
    r"|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Herr|Frau) $",
    re.IGNORECASE,
)
"""What stands before a person whose name nobody knows."""
_SURNAME = re.compile(
    r" (?:(?:van|von|de|der|den|da|di|del|la|le|bin|al|el)[ -]){0,3}(?P<name>[A-ZÀ-ÞŁŚŻŽŠČİ](?:[\w’'-]*\w|\.))"
)
_GENERIC = frozenset(
    {*ROLES, *DEPARTMENTS, *DOUBTFUL_DEPARTMENTS}
    | {"root", "admin", "administrator", "user", "ubuntu", "ec2-user", "oncall", "on-call", "bot", "system", "service"}
    | {"shell", "screen", "import", "team", "nobody", "unknown", "none", "me", "us", "all", "everyone", "tbd", "n/a"}
)
"""Logins and owners that are nobody's name."""
_LONGEST = 6
_BETWEEN = re.compile(r"[ \t\n._’'-]{1,2}")
_SHORT = 2


def _words(name: str) -> tuple[str, ...]:
    return tuple(match[0].casefold() for match in _WORD.finditer(name))


def named(text: str, roster: Roster) -> Iterator[str]:
    """The names of people that the blameless check's rules see in the text, whoever they are."""
    for match in _HANDLE.finditer(text):
        yield match[0][1:]
    for match in _HOME.finditer(text):
        yield match["name"]
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        for match in _MARKED.finditer(masked(plain(words, roster), roster)):
            name = words[match.start() : match.end()].strip("`")
            if name.startswith("@") or is_pronoun(name) or not name[:1].isupper():
                continue
            if match["sign"] == MAYBE and not _ADDRESSED.search(words, max(0, match.start() - 24), match.start()):
                continue
            surname = _SURNAME.match(words, match.end())
            if surname and surname["name"] not in NO_PEOPLE:
                name += surname[0]
            yield name


class People:
    """Who is meant by a name: the whole of it, a part that only one person has, a handle, a login."""

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = frozenset(word.casefold() for word in allowed)
        self._whole: dict[tuple[str, ...], str] = {}
        self._parts: dict[str, set[str]] = {}
        self._first: set[str] = set()
        """The first words of all names, and the parts of names: a quick look."""
        self._uncased: list[str] = []
        """Names in scripts that know no capitals, and often no blanks."""

    def know(self, names: Iterable[str]) -> None:
        """Take these for people. A list such as “Mina, Omar” is several."""
        for name in names:
            for one in SEVERAL.split(name)[::2]:
                self._know(one.strip("@ "))

    def _know(self, name: str) -> None:
        words = _words(name)
        if not words or self._is_nobody(name) or all(word.isdigit() for word in words):
            return
        key = " ".join(words)
        self._whole.setdefault(words[:_LONGEST], key)
        self._first.add(words[0])
        if name.lower() == name.upper() and len(name) >= _SHORT:
            self._uncased.append(name)
        if len(words) > 1 and not any(word in _GENERIC for word in words):
            for word in words:
                if len(word) >= _SHORT and word.capitalize() not in NO_PEOPLE and word not in self._allowed:
                    self._parts.setdefault(word, set()).add(key)
                    self._first.add(word)

    def _is_nobody(self, name: str) -> bool:
        return name.casefold() in _GENERIC or name.casefold() in self._allowed or name in NO_PEOPLE

    def key_of(self, name: str, *, known: bool = False) -> str | None:
        """The key of the person of that whole name; none for a role, or, if it has to be `known`, for a stranger."""
        words = _words(name)
        found = self.who(words) if words else None
        return found or (None if known or self._is_nobody(name) else " ".join(words) or name.casefold().strip() or None)

    def who(self, words: tuple[str, ...]) -> str | None:
        """The key of the person of that name, if one is known; one of several of the same first name is nobody else."""
        single = self._parts.get(words[0], set()) if len(words) == 1 else set()
        if len(single) == 1:
            return next(iter(single))
        return self._whole.get(words) or (words[0] if single else None)

    def login(self, name: str) -> str:
        """The key of the person with that login or handle; of a new one where nobody is known by it."""
        words = _words(name)
        return self.who(words) or " ".join(words) or name.casefold()

    def finds(self, text: str) -> Iterator[Find]:
        """Every place where the text means one of them."""
        for match in _HANDLE.finditer(text):
            yield Find(*match.span(), Kind.PERSON, self.login(match[0]))
        for match in _HOME.finditer(text):
            yield Find(*match.span("name"), Kind.PERSON, self.login(match["name"]))
        for name in self._uncased:
            start = text.find(name)
            while start >= 0:
                yield Find(start, start + len(name), Kind.PERSON, self.login(name))
                start = text.find(name, start + len(name))
        words = list(_WORD.finditer(text))
        for place, first in enumerate(words):
            if first[0].casefold() in self._first:
                yield from self._at(text, words[place : place + _LONGEST])

    def _at(self, text: str, words: list[re.Match[str]]) -> Iterator[Find]:
        """The longest name that begins with the first of these words."""
        together = 1
        while together < len(words) and _BETWEEN.fullmatch(text, words[together - 1].end(), words[together].start()):
            together += 1
        names = tuple(word[0].casefold() for word in words[:together])
        for count in range(together, 0, -1):
            key = self.who(names[:count])
            if key is not None and (count > 1 or self._is_meant(words[0][0])):
                yield Find(words[0].start(), words[count - 1].end(), Kind.PERSON, key)
                return

    def _is_meant(self, word: str) -> bool:
        """Whether one word is the name, rather than a word of the language that is written alike: “will”, “king”."""
        if word[:1] != word[:1].lower() or word.lower() == word.upper() or (word.casefold(),) in self._whole:
            return True
        title = word.capitalize()
        return title in GIVEN_NAMES and title not in DOUBTFUL
