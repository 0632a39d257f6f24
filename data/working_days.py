"""Which days a team works: the weekend and the holidays of its country, loaded when first asked for."""

from collections.abc import Iterable
from datetime import date, time

from data.trouble import Trouble
from model.deadlines import SATURDAY_SUNDAY, WorkingCalendar
from model.message import Message

__all__ = ["working_calendar"]


class _Holidays:
    """Public holidays of a country, and the company's own days; looked up one by one."""

    def __init__(self, country: str, company_days: Iterable[date]) -> None:
        import holidays

        code, _, part = country.upper().partition("-")
        try:
            self._public = holidays.country_holidays(code, subdiv=part or None)
        except NotImplementedError:
            text = Message("settings: no holidays are known of the country “{code}”", code=country)
            raise Trouble(text) from None
        self._own = frozenset(company_days)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (day in self._own or day in self._public)

    @property
    def weekend(self) -> frozenset[int]:
        """The days of the week on which the country rests."""
        return frozenset(self._public.weekend)


def working_calendar(
    *, country: str, company_days: Iterable[date], zone: str, day_starts: time, sprint_days: int
) -> WorkingCalendar:
    """The calendar of a team. Without a country, Saturday and Sunday and the company's own days are off.

    Raises `Trouble` where no holidays of that country are known.
    """
    if country:
        known = _Holidays(country, company_days)
        return WorkingCalendar(zone, known.weekend, known, day_starts, sprint_days)
    return WorkingCalendar(zone, SATURDAY_SUNDAY, frozenset(company_days), day_starts, sprint_days)
