"""Times in several zones side by side: the columns of a row, and the heading that names them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from data import formats
from data.language import _
from model.incident import Incident
from model.instant import in_zone
from model.zones import Role, WallClock, city, day_mark, span, wall_clocks
from screens.columns import left, shortened
from screens.session import Session

__all__ = ["ZoneColumns", "named"]

_TIME, _MARKED = len("10:42"), len("10:42+1")
_ROOM = ((60, 7), (90, 9), (10_000, 14))
"""Up to how wide a list is, and how wide a column may be in it so that its city has a place."""
_NAME = 14


@dataclass(frozen=True, slots=True)
class ZoneColumns:
    """The columns of times in a list of a certain width."""

    clocks: Sequence[WallClock]
    heads: Sequence[str]
    widths: Sequence[int]

    @classmethod
    def within(cls, width: int, incident: Incident, session: Session) -> "ZoneColumns":
        """Columns for a list of that width. A city that does not fit gives way to its offset."""
        clocks = wall_clocks(incident, session.laptop_zone, session.now)
        room = next(cells for most, cells in _ROOM if width <= most)
        heads = [_head(clock, incident, session.now, room) for clock in clocks]
        least = (_TIME, *(_MARKED for _clock in clocks[1:]))
        return cls(clocks, heads, [max(cells, cell_len(head)) for cells, head in zip(least, heads, strict=True)])

    def times(self, moment: datetime) -> str:
        """The time of day on each clock; with a mark where the date is not that of the first."""
        first = self.clocks[0].at(moment)
        parts = []
        for clock, width in zip(self.clocks, self.widths, strict=True):
            local = clock.at(moment)
            parts.append(left(formats.clock(local) + day_mark(first, local), width))
        return " ".join(parts)

    def heading(self, width: int) -> Content:
        """The names of the columns, and whose zones they are where there is room for that."""
        names = " ".join(left(head, cells) for head, cells in zip(self.heads, self.widths, strict=True))
        line = Content.styled(f" {names} ", "bold $text-secondary")
        full, brief = (" · ".join(_whose(clock, zones=zones) for clock in self.clocks) for zones in (True, False))
        longer = (Content.assemble(line, (f"  {whose}", "$foreground-muted")) for whose in (full, brief))
        return next((one for one in longer if one.cell_length <= width), line)


def named(text: str, moment: datetime, session: Session) -> str:
    """A time of the open incident in words, with its zone behind it where the laptop's clock shows another time."""
    zone = session.incident.summary.zone
    local = in_zone(moment, zone)
    if local.utcoffset() == in_zone(moment, session.laptop_zone).utcoffset():
        return text
    return f"{text} {shortened(city(zone), _NAME) if _has_city(zone) else _offset(local)}"


def _has_city(zone: str) -> bool:
    return "/" in zone and not zone.startswith("Etc/")  # Etc/GMT+3 lies three hours behind, and not ahead


def _offset(local: datetime) -> str:
    return formats.offset(local).removeprefix("UTC") or "UTC"


def _head(clock: WallClock, incident: Incident, now: datetime, room: int) -> str:
    name = city(clock.zone)
    if _has_city(clock.zone) and cell_len(name) <= room:
        return name
    offsets = {_offset(clock.at(moment)) for moment in span(incident, now)}
    return offsets.pop() if len(offsets) == 1 else shortened(name, room)


def _whose(clock: WallClock, *, zones: bool) -> str:
    """Who goes by the clock: “incident Europe/Berlin = laptop”, or without zones “incident = laptop”."""
    texts = {Role.INCIDENT: _("incident {zone}"), Role.UTC: "{zone}", Role.LAPTOP: _("laptop {zone}")}
    parts, before = [], ""
    for role, zone in clock.goes_by:
        shown = "UTC" if role is Role.UTC else zone if zones and zone != before else ""
        parts.append(texts[role].format(zone=shown).strip())
        before = zone
    return " = ".join(parts)
