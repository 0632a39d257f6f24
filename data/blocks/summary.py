"""The summary in a document."""

from collections.abc import Iterator

from data import formats
from data.blocks.subject import Subject
from data.documents.nodes import Bullets, Facts, Node, Paragraph
from data.language import _, say
from model.durations import derive
from model.field import Kind
from model.message import Message
from model.owed import triggers_met
from model.readiness.summary import missing_fields
from model.summary import Summary

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """The fields, what derives from them, and why a post-mortem is owed."""
    summary = subject.incident.summary
    yield Facts([*_fields(subject), *_derived(subject)])
    met = [say(trigger.message) for trigger in triggers_met(subject.incident, subject.now, subject.rules)]
    if met:
        yield Paragraph(_("A post-mortem is owed because of:"))
        yield Bullets(met)
    else:
        yield Paragraph(_("No trigger is met: no post-mortem is owed."))
    missing = missing_fields(summary)
    if missing:
        names = ", ".join(_(label) for label in missing)
        yield Paragraph(_("Not known: {fields}.").format(fields=names), quiet=True)


def _fields(subject: Subject) -> Iterator[tuple[str, str]]:
    summary = subject.incident.summary
    for field in Summary.FIELDS:
        value = getattr(summary, field.name)
        if value in (None, "") or field.name == "title":
            continue
        if field.kind is Kind.CHOICE:
            yield _(field.label), _(field.choices[value])
        elif field.kind is Kind.WHEN:
            yield _(field.label), subject.moment(value)
        elif field.kind is Kind.AMOUNT:
            yield _(field.label), formats.money(value)
        elif field.kind is Kind.COUNT:
            yield _(field.label), formats.number(value)
        else:
            yield _(field.label), str(value)


def _derived(subject: Subject) -> Iterator[tuple[str, str]]:
    summary = subject.incident.summary
    duration = summary.duration(subject.now)
    if duration is not None:
        text = formats.duration(duration)
        yield _("Duration"), _("{time} so far").format(time=text) if summary.live else text
    detected = derive(subject.incident)["time_to_detect"]
    if detected.value is not None:
        yield _("Detection delay"), formats.duration(detected.value)
    elif detected.problem:
        yield _("Detection delay"), say(detected.problem)
    due = summary.due_at()
    if due is not None:
        yield _("Summary due"), subject.moment(due) + _state(subject)


def _state(subject: Subject) -> str:
    due = subject.incident.summary.due_at()
    if due is None or not missing_fields(subject.incident.summary):
        return ""
    if subject.now >= due:
        return " (" + say(Message("overdue by {time}", time=subject.now - due)) + ")"
    return " (" + say(Message("due in {time}", time=due - subject.now)) + ")"
