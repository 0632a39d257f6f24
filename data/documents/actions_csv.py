"""The action items as CSV: for a spreadsheet, and with the columns that ticket systems import."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from data.language import _
from model.actions import Action, Priority, Status
from model.deadlines import is_overdue
from model.incident import Incident
from model.instant import in_zone
from model.rules import Rules

__all__ = ["github", "harmless", "jira", "linear", "spreadsheet"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
LABEL = "post-mortem"
"""The label that each ticket gets, to find all of them by."""
_LINEAR_PRIORITY = {Priority.P0: "Urgent", Priority.P1: "High", Priority.P2: "Medium"}
_JIRA_PRIORITY = {Priority.P0: "Highest", Priority.P1: "High", Priority.P2: "Medium"}
_LINEAR_STATUS = {
    Status.OPEN: "Todo",
    Status.IN_PROGRESS: "In Progress",
    Status.DONE: "Done",
    Status.CANCELLED: "Canceled",
}
_JIRA_STATUS = {
    Status.OPEN: "To Do",
    Status.IN_PROGRESS: "In Progress",
    Status.DONE: "Done",
    Status.CANCELLED: "Cancelled",
}


@dataclass(frozen=True, slots=True)
class _Row:
    incident: Incident
    action: Action
    is_overdue: bool
    deadline_zone: str
    """The zone in which the deadline's day ends: the team's."""

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.action.text or f"{self.incident.id} #{self.action.number}"

    @property
    def due(self) -> str:
        """The deadline, as ISO 8601 writes it."""
        return self.action.deadline.isoformat() if self.action.deadline else ""

    @property
    def body(self) -> str:
        """Where it comes from."""
        text = _("Action {number} of the post-mortem {id}: {title}")
        return text.format(number=self.action.number, id=self.incident.id, title=self.incident.summary.title)

    def day(self, moment: datetime | None) -> str:
        """The day on the incident's calendar."""
        return in_zone(moment, self.incident.summary.zone).date().isoformat() if moment else ""


_Columns = Mapping[str, Callable[[_Row], str]]

_SPREADSHEET: _Columns = {
    "incident": lambda row: row.incident.id,
    "number": lambda row: str(row.action.number),
    "action": lambda row: row.action.text,
    "owner": lambda row: row.action.owner,
    "deadline": lambda row: row.due,
    "priority": lambda row: row.action.priority.value,
    "status": lambda row: row.action.status.value,
    "overdue": lambda row: "yes" if row.is_overdue else "no",
    "agreed": lambda row: row.day(row.action.created_at),
    "done": lambda row: row.day(row.action.done_at),
    "zone": lambda row: row.incident.summary.zone,
    "deadline_zone": lambda row: row.deadline_zone,
}
_JIRA: _Columns = {
    "Summary": lambda row: row.title,
    "Issue Type": lambda _row: "Task",
    "Status": lambda row: _JIRA_STATUS[row.action.status],
    "Priority": lambda row: _JIRA_PRIORITY[row.action.priority],
    "Assignee": lambda row: row.action.owner,
    "Due Date": lambda row: row.due,
    "Labels": lambda _row: LABEL,
    "Description": lambda row: row.body,
}
_GITHUB: _Columns = {
    "title": lambda row: row.title,
    "body": lambda row: "\n\n".join(
        part for part in (row.body, row.due and _("Due {day}").format(day=row.due)) if part
    ),
    "labels": lambda row: f"{LABEL},{row.action.priority.value}",
    "assignees": lambda row: row.action.owner.removeprefix("@"),
    "milestone": lambda _row: "",
    "state": lambda row: "open" if row.action.unfinished else "closed",
}
_LINEAR: _Columns = {
    "Title": lambda row: row.title,
    "Description": lambda row: row.body,
    "Priority": lambda row: _LINEAR_PRIORITY[row.action.priority],
    "Status": lambda row: _LINEAR_STATUS[row.action.status],
    "Assignee": lambda row: row.action.owner,
    "Created": lambda row: row.day(row.action.created_at),
    "Completed": lambda row: row.day(row.action.done_at),
    "Due Date": lambda row: row.due,
    "Labels": lambda _row: LABEL,
    "Estimate": lambda _row: "",
}


def spreadsheet(incident: Incident, now: datetime, rules: Rules) -> str:
    """All actions, in columns for a spreadsheet."""
    return _written(_SPREADSHEET, incident, now, rules)


def jira(incident: Incident, now: datetime, rules: Rules) -> str:
    """All actions, in the columns that Jira's import of CSV maps by their names."""
    return _written(_JIRA, incident, now, rules)


def github(incident: Incident, now: datetime, rules: Rules) -> str:
    """All actions, in columns named as the fields of GitHub's issues."""
    return _written(_GITHUB, incident, now, rules)


def linear(incident: Incident, now: datetime, rules: Rules) -> str:
    """All actions, in the columns of Linear's CSV."""
    return _written(_LINEAR, incident, now, rules)


def harmless(cell: str) -> str:
    """The cell, which no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _written(columns: _Columns, incident: Incident, now: datetime, rules: Rules) -> str:
    zone = rules.calendar.zone
    rows = (_Row(incident, action, is_overdue(action, rules.calendar, now), zone) for action in incident.actions.root)
    return _csv(list(columns), ([of(row) for of in columns.values()] for row in rows))


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")  # as RFC 4180 has it
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue()
