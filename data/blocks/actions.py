"""The action items in a document."""

from collections.abc import Iterator, Sequence

from data import formats
from data.blocks.subject import Subject
from data.documents.nodes import Node, Paragraph, Table
from data.language import _, ngettext
from model.actions import STATUS_LABELS, Action, Status
from model.coverage import cover_label
from model.deadlines import is_overdue

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """How far they are, and a row an action."""
    actions = subject.incident.actions.root
    rows = [_row(action, subject) for action in actions]
    if rows:
        yield Paragraph(_progress(actions, subject))
        header = (_("No."), _("Action"), _("Owner"), _("Deadline"), _("Priority"), _("Status"))
        yield Table(header, rows, frozenset({0}))


def _progress(actions: Sequence[Action], subject: Subject) -> str:
    kept = [action for action in actions if action.status is not Status.CANCELLED]
    done = sum(action.status is Status.DONE for action in kept)
    late = sum(is_overdue(action, subject.rules.calendar, subject.now) for action in kept)
    text = ngettext("{done} of {n} action done.", "{done} of {n} actions done.", len(kept))
    parts = [text.format(done=formats.number(done), n=formats.number(len(kept)))]
    if late:
        parts.append(_("Overdue: {count}.").format(count=formats.number(late)))
    if len(kept) < len(actions):
        parts.append(_("Cancelled: {count}.").format(count=formats.number(len(actions) - len(kept))))
    return " ".join(parts)


def _text(action: Action, subject: Subject) -> str:
    """What will be done, and what it is the answer to where that is said."""
    text = action.text or _("(says nothing yet)")
    if action.covers:
        names = "; ".join(_(cover_label(subject.incident, name)) for name in action.covers)
        text += "\n" + _("Covers: {names}").format(names=names)
    return text


def _row(action: Action, subject: Subject) -> list[str]:
    status = _(STATUS_LABELS[action.status])
    if is_overdue(action, subject.rules.calendar, subject.now):
        status = _("{status}, overdue").format(status=status)
    return [
        str(action.number),
        _text(action, subject),
        action.owner or _("no owner"),
        formats.day(action.deadline) if action.deadline else _("no deadline"),
        action.priority.value,
        status,
    ]
