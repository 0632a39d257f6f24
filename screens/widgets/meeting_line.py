"""The line of the review meeting: which part it is at, what is left of its time and of the whole, in words."""

from datetime import datetime, timedelta

from textual.content import Content
from textual.widget import Widget

from data import formats
from data.language import _
from model.agenda import PAGES, Meeting

__all__ = ["MeetingLine", "clock_text"]

_NONE = timedelta(0)


def clock_text(left: timedelta) -> str:
    """What is left as a running clock: `11:42`, or `+02:10` over time; hours where there are any."""
    text = formats.running(abs(left)).removeprefix("00:")
    return f"+{text}" if left < _NONE else text


class MeetingLine(Widget):
    """Over time is said in words, and not by colour alone."""

    DEFAULT_CSS = """
    MeetingLine {
        height: 1;
        padding: 0 1;
        background: $boost;
        text-wrap: nowrap;
    }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: list[Content] = []

    def show(self, meeting: Meeting, title: str, now: datetime) -> None:
        """Show how the meeting stands."""
        left, whole = meeting.left(now), meeting.left_in_all(now)
        number = _("{number} of {count}").format(number=meeting.number, count=len(PAGES))
        part = _part(left, meeting.minutes[meeting.page])
        paused = [("  ", ""), ("‖ " + _("paused"), "bold reverse")] if meeting.paused else []
        over = left <= _NONE
        style = "bold $text-error" if over else "bold"
        in_all = _("whole meeting: over by {time}") if whole < _NONE else _("whole meeting: {time} left")
        rest = "   " + in_all.format(time=formats.duration(_minutes(abs(whole))))
        self._lines = [
            Content.assemble((number, "$text-muted"), f"  {title}  ", (part, style), *paused, (rest, "$text-muted")),
            Content.assemble((number, "$text-muted"), f"  {title}  ", (part, style), *paused),
            Content.assemble((number, "$text-muted"), "  ", (part, style), *paused),
            Content.assemble((f"{meeting.number}/{len(PAGES)} ", "$text-muted"), *paused[1:], " ", (part, style)),
        ]
        self.refresh()

    def render(self) -> Content:
        """The fullest that fits."""
        fits = (line for line in self._lines if line.cell_length <= self.size.width)
        return next(fits, self._lines[-1] if self._lines else Content(""))


def _part(left: timedelta, minutes: int) -> str:
    if left > _NONE:
        return _("{time} of {minutes} min left").format(time=clock_text(left), minutes=minutes)
    if left == _NONE:
        return _("time is up: {minutes} min").format(minutes=minutes)
    return _("OVER TIME by {time}, of {minutes} min").format(time=clock_text(-left), minutes=minutes)


def _minutes(left: timedelta) -> timedelta:
    """Rounded to a minute: the whole needs no seconds."""
    return timedelta(minutes=round(left.total_seconds() / 60))
