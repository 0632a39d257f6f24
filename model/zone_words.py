"""The zone that people write after a time: an offset, the name of a zone, or an abbreviation."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import available_timezones

from model.instant import zone_of
from model.message import Message, Refused

__all__ = ["AMBIGUOUS", "REGIONS", "Place", "place_of"]


def _regions(lines: str) -> Mapping[str, str]:
    pairs = ((word, zone) for zone, *words in map(str.split, lines.strip().splitlines()) for word in words)
    return MappingProxyType(dict(pairs))


REGIONS = _regions(
    """
    America/Los_Angeles PST PDT PT
    America/Denver      MST MDT MT
    America/Chicago     CST CDT CT
    America/New_York    EST EDT ET
    America/Anchorage   AKST AKDT
    Pacific/Honolulu    HST
    America/Halifax     AST ADT
    America/St_Johns    NST NDT
    America/Sao_Paulo   BRT
    Europe/London       BST
    Europe/Lisbon       WET WEST
    Europe/Berlin       CET CEST
    Europe/Athens       EET EEST
    Europe/Moscow       MSK
    Europe/Istanbul     TRT
    Africa/Lagos        WAT
    Africa/Johannesburg SAST
    Africa/Maputo       CAT
    Africa/Nairobi      EAT
    Asia/Jerusalem      IDT
    Asia/Dubai          GST
    Asia/Karachi        PKT
    Asia/Kolkata        IST
    Asia/Bangkok        ICT
    Asia/Jakarta        WIB
    Asia/Singapore      SGT
    Asia/Hong_Kong      HKT
    Asia/Tokyo          JST
    Asia/Seoul          KST
    Australia/Perth     AWST
    Australia/Adelaide  ACST ACDT
    Australia/Sydney    AEST AEDT
    Pacific/Auckland    NZST NZDT
    """
)
"""Abbreviations, and the zone on whose wall clock a time with them is read."""

AMBIGUOUS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AST": ("Asia/Riyadh",),
        "BST": ("Asia/Dhaka",),
        "CST": ("Asia/Shanghai", "America/Havana"),
        "EST": ("Australia/Sydney",),
        "IST": ("Asia/Jerusalem", "Europe/Dublin"),
    }
)
"""Abbreviations that are in use elsewhere too, and where."""

_EVERYWHERE = frozenset({"Z", "UTC", "UT", "GMT"})
_OFFSET = re.compile(r"(?:UTC?|GMT)?(?P<sign>[+-])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?", re.IGNORECASE)
_WIDEST = timedelta(hours=14)
_OF_THE_MACHINE = frozenset({"Factory", "localtime", "posixrules"})


@dataclass(frozen=True, slots=True)
class Place:
    """Whose wall clock a typed time is read on."""

    clock: tzinfo
    zone: str
    """The name to keep with the time."""
    word: str = ""
    """The abbreviation that was typed and promises standard or daylight time; empty where none was."""
    notes: tuple[Message, ...] = ()

    def in_force(self, moment: datetime) -> str:
        """The abbreviation in force there at that moment, empty where the zone has none."""
        name = moment.astimezone(self.clock).tzname() or ""
        return name if name.isalpha() else ""

    def doubts(self, moment: datetime) -> list[Message]:
        """That the abbreviation is another one at that moment, such as PST in summer."""
        name = self.in_force(moment)
        if not self.word or name in ("", self.word):
            return []
        return [
            Message(
                "{word} is not in force then: taken as the time of day in {zone}, which is {name}",
                word=self.word,
                zone=self.zone,
                name=name,
            )
        ]


def place_of(word: str, own: str, year: int) -> Place:
    """Where that zone is: the incident's own where nothing was written, its own abbreviations first.

    Raises `Refused` where there is no such zone.
    """
    upper = word.upper()
    if not word:
        return Place(zone_of(own), own)
    if upper in _EVERYWHERE:
        return Place(UTC, "UTC")
    if match := _OFFSET.fullmatch(word):
        return Place(_fixed(match), own)
    mine = _abbreviations(own, year)
    if upper in mine or own in AMBIGUOUS.get(upper, ()):
        return Place(zone_of(own), own, upper)
    if len(upper) == 2 and {f"{upper[0]}ST", f"{upper[0]}DT"} <= mine:
        return Place(zone_of(own), own)
    if upper in REGIONS:
        zone = REGIONS[upper]
        return Place(zone_of(zone), zone, upper if len(upper) > 2 else "", _others(upper, zone))
    if zone := _names().get(word.lower(), ""):
        return Place(zone_of(zone), zone)
    raise Refused(Message("no zone is called “{name}”: take one such as Europe/Berlin, PST, UTC or +01:00", name=word))


def _fixed(match: re.Match[str]) -> timezone:
    minutes = int(match["minutes"] or 0)
    offset = timedelta(hours=int(match["hours"]), minutes=minutes)
    if offset > _WIDEST or minutes > 59:
        raise Refused(Message("no zone is {offset} from UTC: offsets go from -14:00 to +14:00", offset=match[0]))
    return timezone(-offset if match["sign"] == "-" else offset)


def _others(word: str, zone: str) -> tuple[Message, ...]:
    if word not in AMBIGUOUS:
        return ()
    others = ", ".join(AMBIGUOUS[word])
    return (
        Message(
            "{word} was taken as {zone}, and could also be {others}: write the name of the zone to be sure",
            word=word,
            zone=zone,
            others=others,
        ),
    )


@lru_cache(maxsize=16)
def _abbreviations(zone: str, year: int) -> frozenset[str]:
    """What the clock of that zone is called in the course of a year."""
    names = (datetime(year, month, 15, tzinfo=zone_of(zone)).tzname() for month in range(1, 13))
    return frozenset(name for name in names if name)


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """The names of all zones, by their small letters."""
    return MappingProxyType({name.lower(): name for name in available_timezones() - _OF_THE_MACHINE})
