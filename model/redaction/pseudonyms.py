"""What stands in for what: the same original always gets the same pseudonym."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from itertools import chain, count

from model.redaction.find import Find, Kind

__all__ = ["Pseudonyms", "Replacement"]

_FIRST_V4 = ("192.0.2.", "198.51.100.", "203.0.113.")
"""Addresses for documentation (RFC 5737), 254 each."""
_BENCHMARKS = int(IPv4Address("198.18.0.0"))
"""Where addresses come from when those are used up (RFC 2544)."""
_SHOWN = 3
_DOCUMENTED = int(IPv6Address("2001:db8::"))
"""Addresses for documentation of version 6 (RFC 3849)."""


@dataclass(slots=True)
class Replacement:
    """One original and what it is replaced by."""

    kind: Kind
    key: str
    pseudonym: str
    forms: dict[str, str]
    """The ways in which it is written, the first one first, by the same in small letters."""
    count: int = 0
    """How often it was replaced."""

    @property
    def shown(self) -> str:
        """What stands in its place; of a host, with the domain where it stands with one."""
        return _shaped(self, "".join(self.forms) if self.kind is Kind.HOST else self.pseudonym)

    @property
    def original(self) -> str:
        """The first few of its forms; of a secret only how it begins."""
        if self.kind is Kind.SECRET:
            first = next(iter(self.forms.values()))
            return f"{first[: min(4, len(first) // 4)]}…"
        return ", ".join(list(self.forms.values())[:_SHOWN])


class Pseudonyms:
    """The table of an incident's replacements, numbered in the order in which the originals are met."""

    def __init__(self, original_texts: Collection[str]) -> None:
        """With the texts that will be replaced: what stands in them already is no pseudonym."""
        self._taken = {found.casefold() for text in original_texts for found in _LIKE_ONE.findall(text)}
        self._table: dict[tuple[Kind, str], Replacement] = {}
        self._people = self._numbers("person-{}")
        self._hosts = self._numbers("host-{}")
        self._secrets = self._numbers("secret-{}")
        self._words = self._numbers("redacted-{}")
        self._mails = self._numbers("mail-{}")
        self._v4 = self._free(
            chain(
                (f"{start}{number}" for start in _FIRST_V4 for number in range(1, 255)),
                (str(IPv4Address(_BENCHMARKS + number)) for number in range(1, 2**17)),
            )
        )
        self._v6 = self._free(str(IPv6Address(_DOCUMENTED + number)) for number in count(1))
        self._cards = self._free(
            chain(
                (f"00:00:5e:00:53:{number:02x}" for number in range(256)),  # for documentation (RFC 7042)
                (f"02:00:00:{n >> 16:02x}:{n >> 8 & 255:02x}:{n & 255:02x}" for n in range(2**24)),
            )
        )

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """Every replacement in the order of the first appearances."""
        return tuple(replacement for replacement in self._table.values() if replacement.count)

    def of(self, find: Find, written: str, *, counted: bool = True) -> str:
        """What stands in for the find, which the text writes so."""
        replacement = self._known(find.kind, find.key)
        replacement.count += counted
        replacement.forms.setdefault(written.casefold(), written)
        return _shaped(replacement, written)

    def mail(self, find: Find, written: str, user: str | None, *, counted: bool = True) -> str:
        """What stands in for an e-mail address, of that person where it is known whose it is."""
        place = (find.kind, find.key)
        if place not in self._table:
            domain = written.rpartition("@")[2]
            host = _shaped(self._known(Kind.HOST, domain.casefold()), f"{domain}.")
            person = _shaped(self._known(Kind.PERSON, user), user) if user else next(self._mails)
            self._table[place] = Replacement(find.kind, find.key, f"{person}@{host}", {})
        return self.of(find, written, counted=counted)

    def _known(self, kind: Kind, key: str) -> Replacement:
        """The replacement of that; a new one where it is met first."""
        if (kind, key) not in self._table:
            self._table[kind, key] = Replacement(kind, key, self._fresh(kind, key), {})
        return self._table[kind, key]

    def _fresh(self, kind: Kind, key: str) -> str:
        match kind:
            case Kind.PERSON:
                return next(self._people).replace("person-", "Person ")
            case Kind.HOST:
                return next(self._hosts)
            case Kind.SECRET:
                return next(self._secrets)
            case Kind.WORD:
                return next(self._words)
            case Kind.MAIL:
                return f"{next(self._mails)}@host.example"
            case Kind.ADDRESS:
                if ":" in key:
                    return next(self._v6)
                return next(self._v4 if "." in key else self._cards)

    def _numbers(self, shape: str) -> Iterator[str]:
        return self._free(shape.format(number) for number in count(1))

    def _free(self, candidates: Iterator[str]) -> Iterator[str]:
        return (candidate for candidate in candidates if candidate not in self._taken)


_LIKE_ONE = re.compile(r"(?i)(?:person|host|secret|redacted|mail)-\d+|\d+(?:\.\d+){3}|[0-9a-f:]{4,}:[0-9a-f:]+")
_PERSON = re.compile(r"(?i)person (?=\d)")


def _shaped(replacement: Replacement, written: str) -> str:
    """The pseudonym in the shape of what is written: a handle, a login, a name; a host with its domain or without."""
    pseudonym = replacement.pseudonym
    if replacement.kind is Kind.HOST:
        return f"{pseudonym}.example" if "." in written else pseudonym
    if replacement.kind is Kind.PERSON:
        login = pseudonym.replace("Person ", "person-")
        if written.startswith(("@", "`@")):
            return written[: written.index("@") + 1] + login + ("`" if written.endswith("`") else "")
        return login if written == written.lower() and written != written.upper() else pseudonym
    return pseudonym
