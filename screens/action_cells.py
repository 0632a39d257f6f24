"""What stands in the cells of the table of actions."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from rich.text import Text

from data.language import _
from model.actions import STATUS_LABELS, Action
from model.deadlines import Standing, WorkingCalendar, latest_deadline, standing
from model.message import N_
from model.text import one_line

__all__ = ["COLUMNS", "cells"]

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "number": N_("no."),
        "text": N_("action"),
        "owner": N_("owner"),
        "deadline": N_("deadline"),
        "priority": N_("prio"),
        "status": N_("status"),
    }
)
"""The columns by the fields that they show, with their names marked for translation."""

_ALARM = "bold underline"
_OTHERS = 47
"""Cells that the other columns take."""
_OWNER = 10


def cells(action: Action, calendar: WorkingCalendar, now: datetime, width: int) -> tuple[Text, ...]:
    """The cells of one action's row on a screen of that width. What is missing or late is said in words and marked."""
    return (
        Text(str(action.number), justify="right"),
        _short(action.text, max(12, width - _OTHERS)) if action.text else Text(_("what?"), style=_ALARM),
        _short(action.owner, _OWNER) if action.owner or not action.unfinished else Text(_("owner?"), style=_ALARM),
        _deadline(action, calendar, now),
        Text(action.priority.value),
        _status(action, calendar, now),
    )


def _short(text: str, cells: int) -> Text:
    shown = Text(one_line(text))
    shown.truncate(cells, overflow="ellipsis")
    return shown


def _deadline(action: Action, calendar: WorkingCalendar, now: datetime) -> Text:
    if action.deadline is None:
        return Text(_("when?"), style=_ALARM) if action.unfinished else Text("–")
    day = action.deadline.isoformat()
    if action.unfinished and action.deadline > latest_deadline(action.priority, action.created_at, calendar):
        return Text(_("{day} late!").format(day=day), style=_ALARM)
    if standing(action, calendar, now) is Standing.DUE_SOON:
        return Text(_("{day} soon").format(day=day), style="bold")
    return Text(day)


def _status(action: Action, calendar: WorkingCalendar, now: datetime) -> Text:
    if standing(action, calendar, now) is Standing.OVERDUE:
        return Text(_("overdue"), style=_ALARM)
    return Text(_(STATUS_LABELS[action.status]))
