"""Which days a team works: the weekend and the holidays of its country, loaded when first asked for."""

from collections.abc import Container, Iterable
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, TypedDict, Unpack

from model.deadlines import SATURDAY_SUNDAY, WorkingCalendar
from model.message import Message, Refused

if TYPE_CHECKING:
    from holidays import HolidayBase

__all__ = ["FEDERAL_HOLIDAYS", "know_country", "working_calendar"]


class Figures(TypedDict):
    """The figures of a `WorkingCalendar` that a team sets."""

    day_starts: time
    day_ends: time | None
    sprint_days: int
    soon_days: int


@cache
def know_country(country: str) -> "HolidayBase":
    """The public holidays of a country, or of a part of it.

    Raises `Refused` where none are known of it.
    """
    import holidays

    code, _, part = country.upper().partition("-")
    try:
        return holidays.country_holidays(code, subdiv=part or None)
    except NotImplementedError:
        text = Message(
            "no holidays are known of the country “{code}”: write it like DE or US, or DE-BY for a part of it",
            code=country[:40],
        )
        raise Refused(text) from None


class _Holidays:
    """Public holidays of a country, and the company's own days; looked up one by one."""

    def __init__(self, country: str, company_days: Iterable[date]) -> None:
        self._public = know_country(country)
        self._own = frozenset(company_days)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (day in self._own or day in self._public)

    def made_up(self, day: object) -> bool:
        """Whether the country works on that day of a weekend; what the company has off stays off."""
        if not isinstance(day, date) or day in self._own:
            return False
        return day not in self._public and day in self._public.weekend_workdays  # the former makes the year known

    @property
    def weekend(self) -> frozenset[int]:
        """The days of the week on which the country rests."""
        return frozenset(self._public.weekend)


class _MadeUp:
    """The days of weekends on which a country works."""

    def __init__(self, known: _Holidays) -> None:
        self._known = known

    def __contains__(self, day: object) -> bool:
        return self._known.made_up(day)


def working_calendar(
    *,
    country: str,
    company_days: Iterable[date],
    zone: str,
    weekend: Iterable[int] | None = None,
    **figures: Unpack[Figures],
) -> WorkingCalendar:
    """The calendar of a team. Without a country, Saturday and Sunday and the company's own days are off.

    A `weekend` of the team's own, Monday being 0, takes the place of the country's.
    Raises `Refused` where no holidays of that country are known.
    """
    own = None if weekend is None else frozenset(weekend)
    if not country:
        days = SATURDAY_SUNDAY if own is None else own
        return WorkingCalendar(zone, days, frozenset(company_days), **figures)
    known = _Holidays(country, company_days)
    days = known.weekend if own is None else own
    return WorkingCalendar(zone, days, known, workdays=_MadeUp(known), **figures)


class _FederalHolidays:
    """The federal holidays of the United States, observed days included; loaded when one is asked for."""

    _known: Container[date] | None = None

    def __contains__(self, day: object) -> bool:
        if self._known is None:
            import holidays

            self._known = holidays.country_holidays("US")
        return day in self._known


FEDERAL_HOLIDAYS: Container[date] = _FederalHolidays()
