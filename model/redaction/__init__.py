"""An incident without what would give people, machines and secrets away: pseudonyms stand in for them.

The same original has the same pseudonym throughout, and in every export of the incident as long as what was there
before stays: they are numbered by first appearance, in the order summary, then the records by their age.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import normalize

from model.blameless.people import roster_of
from model.incident import Incident
from model.redaction.addresses import addresses
from model.redaction.find import KIND_LABELS, Find, Kind
from model.redaction.persons import SEVERAL, People, named
from model.redaction.pseudonyms import Pseudonyms, Replacement
from model.redaction.records import PEOPLE, every, rebuilt

__all__ = ["KIND_LABELS", "Kind", "Redacted", "Replacement", "redacted"]


@dataclass(frozen=True, slots=True)
class Redacted:
    """The incident as it may be given away, and what was replaced by what."""

    incident: Incident
    replacements: tuple[Replacement, ...]


def redacted(
    incident: Incident,
    *,
    roster: Collection[str] = (),
    words: Collection[str] = (),
    allowed: Collection[str] = (),
    kept: Collection[str] = (),
) -> Redacted:
    """The incident with pseudonyms.

    `roster` are people besides those whom the incident names, `words` what else is to be replaced wherever it stands
    (also inside of words), `allowed` what is never taken for a person, and `kept` what is left as it is though it was
    found. Fields that this version does not know are left out, since nobody can say what they hold.
    """
    work = _Work(incident, roster, words, allowed, kept)
    return Redacted(rebuilt(incident, work.field), work.pseudonyms.replacements)


class _Work:
    """What is known of one incident while its texts are replaced."""

    def __init__(
        self,
        incident: Incident,
        roster: Collection[str],
        words: Collection[str],
        allowed: Collection[str],
        kept: Collection[str],
    ) -> None:
        fields = [(name, normalize("NFC", text)) for name, text in every(incident)]
        texts = dict.fromkeys(text for name, text in fields if name not in PEOPLE)
        names = [normalize("NFC", name) for name in roster] + [text for name, text in fields if name in PEOPLE]
        self._words = _any_of(frozenset(normalize("NFC", word).strip() for word in words))
        self._people = People(allowed)
        self._people.know(names)
        known = roster_of(frozenset(names), frozenset(allowed))
        self._people.know(name for text in texts for name in named(text, known))
        self._found = {text: tuple(addresses(text)) for _name, text in fields}
        self._hosts = _by_any_name(
            find.key for found in self._found.values() for find in found if find.kind is Kind.HOST
        )
        self._secrets = _whole(
            {text[f.start : f.end] for text, found in self._found.items() for f in found if f.kind is Kind.SECRET}
        )
        self._kept = {normalize("NFC", one).casefold() for one in kept}
        self._kept |= {key for one in kept if (key := self._people.key_of(one))}
        self.pseudonyms = Pseudonyms(self._found)
        kept_later, self._kept = self._kept, set()  # what is kept has its number all the same: the others keep theirs
        self._spans = {text: self._apart(text) for text in self._found}
        for name, text in fields:
            self._replaced(name, text, counted=False)
        if kept_later:
            self._kept = kept_later
            self._spans = {text: self._apart(text) for text in self._found}

    def field(self, name: str, text: str) -> str:
        """What stands in the field instead."""
        return self._replaced(name, normalize("NFC", text), counted=True)

    def _replaced(self, name: str, text: str, *, counted: bool) -> str:
        if name in PEOPLE and "@" not in text.strip("@"):
            parts = SEVERAL.split(text)
            parts[::2] = [self._person(part, counted) if part else part for part in parts[::2]]
            return "".join(parts)
        made, place = [], 0
        for find in self._spans[text]:
            made += [text[place : find.start], self._pseudonym(find, text[find.start : find.end], counted)]
            place = find.end
        return "".join(made) + text[place:]

    def _person(self, name: str, counted: bool) -> str:
        """What stands for an author or an owner: a person, whatever the name looks like, unless it is a role's."""
        key = self._people.key_of(name)
        if key is None or key in self._kept or name.casefold() in self._kept:
            return name
        return self.pseudonyms.of(Find(0, len(name), Kind.PERSON, key), name, counted=counted)

    def _pseudonym(self, find: Find, written: str, counted: bool) -> str:
        if find.kind is Kind.MAIL:
            user = self._people.key_of(written.rpartition("@")[0], known=True)
            return self.pseudonyms.mail(find, written, user, counted=counted)
        return self.pseudonyms.of(find, written, counted=counted)

    def _apart(self, text: str) -> list[Find]:
        """What is to be replaced in the text: the longest where one lies in another, both as one where they cross."""
        found = sorted(
            (find for find in self._all(text) if not self._is_kept(find, text)),
            key=lambda find: (find.start, -find.end, _RANK.index(find.kind)),
        )
        spans: list[Find] = []
        for find in found:
            if not spans or find.start >= spans[-1].end:
                spans.append(find)
            elif find.end > spans[-1].end:
                both = text[spans[-1].start : find.end]
                spans[-1] = Find(spans[-1].start, find.end, Kind.WORD, both.casefold())
        return spans

    def _all(self, text: str) -> Iterator[Find]:
        for find in self._found[text]:
            yield replace(find, key=self._hosts.get(find.key, find.key)) if find.kind is Kind.HOST else find
        for pattern in (_DOTTED, _PLAIN):
            for match in pattern.finditer(text):
                host = self._hosts.get(match[0].casefold())
                if host is not None:
                    yield Find(*match.span(), Kind.HOST, host)
        for match in self._secrets.finditer(text) if self._secrets else ():
            yield Find(*match.span(), Kind.SECRET, match[0])
        yield from self._people.finds(text)
        for match in self._words.finditer(text) if self._words else ():
            yield Find(*match.span(), Kind.WORD, match[0].casefold())

    def _is_kept(self, find: Find, text: str) -> bool:
        return find.key in self._kept or text[find.start : find.end].casefold() in self._kept


_RANK = (Kind.SECRET, Kind.MAIL, Kind.ADDRESS, Kind.HOST, Kind.PERSON, Kind.WORD)
_LEAST, _MOST = 4, 1000
_DOTTED = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_PLAIN = re.compile(r"[\w-]+")


def _by_any_name(hosts: Iterable[str]) -> dict[str, str]:
    """The hosts by their full names, and by the first part of it where that can be no common word."""
    known: dict[str, str] = {}
    for host in sorted(set(hosts), key=lambda host: (-host.count("."), host)):
        first = host.partition(".")[0]
        if not any(c in "-." or c.isdigit() for c in host):
            continue  # “grafana” is a machine in an address, and a product elsewhere
        known.setdefault(host, host)
        if first != host and any(c == "-" or c.isdigit() for c in first):
            known.setdefault(first, host)
    return known


def _whole(secrets: Collection[str]) -> re.Pattern[str] | None:
    """Any of the secrets where it stands as a word of its own: somebody may have typed it again."""
    ordered = sorted((s for s in secrets if len(s) >= _LEAST), key=lambda secret: (-len(secret), secret))[:_MOST]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)") if ordered else None


def _any_of(words: Collection[str]) -> re.Pattern[str] | None:
    ordered = sorted((word for word in words if word), key=lambda word: (-len(word), word))
    return (
        re.compile("|".join(r"\s+".join(map(re.escape, w.split())) for w in ordered), re.IGNORECASE)
        if ordered
        else None
    )
