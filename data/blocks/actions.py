"""The action items in a document."""

from collections.abc import Iterator

from data import formats
from data.blocks.subject import Subject
from data.documents.nodes import Node, Table
from data.language import _
from model.actions import STATUS_LABELS, Action
from model.deadlines import is_overdue

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """A row an action."""
    rows = [_row(action, subject) for action in subject.incident.actions.root]
    if rows:
        header = (_("No."), _("Action"), _("Owner"), _("Deadline"), _("Priority"), _("Status"))
        yield Table(header, rows, frozenset({0}))


def _row(action: Action, subject: Subject) -> list[str]:
    status = _(STATUS_LABELS[action.status])
    if is_overdue(action, subject.rules.calendar, subject.now):
        status = _("{status}, overdue").format(status=status)
    return [
        str(action.number),
        action.text or _("(says nothing yet)"),
        action.owner or _("no owner"),
        formats.day(action.deadline) if action.deadline else _("no deadline"),
        action.priority.value,
        status,
    ]
