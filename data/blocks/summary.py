"""The summary in a document."""

from collections.abc import Iterator

from data import formats
from data.blocks.subject import Subject
from data.clock_words import due_text, industry_text, state_text, working_text
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from data.language import _, say
from model.durations import derived
from model.field import Field, Kind
from model.legal import legal_clocks
from model.message import Message
from model.owed import triggers_met
from model.readiness.summary import missing_fields
from model.roles import Held, held
from model.summary import Summary
from model.timeline import ROLE_LABELS

__all__ = ["block"]

_IN_THE_TITLE = "title"
_ALWAYS = "service"
"""Nothing asks for it, but a reader looks for it."""


def block(subject: Subject) -> Iterator[Node]:
    """The fields, what derives from them, and why a post-mortem is owed."""
    yield Facts(list(_facts(subject)))
    met = [Point(say(trigger.message)) for trigger in triggers_met(subject.incident, subject.now, subject.rules)]
    if met:
        yield Paragraph(_("A post-mortem is owed because of:"))
        yield Bullets(met)
    else:
        yield Paragraph(_("No trigger is met: no post-mortem is owed."))
    yield from _industry(subject)


def _industry(subject: Subject) -> Iterator[Node]:
    """What matters in the industry, and the legal clocks with their working and source."""
    industry = subject.incident.summary.industry
    found = legal_clocks(subject.incident, subject.now, subject.rules)
    if industry is None and not found:
        return
    yield Heading(3, _("Industry and legal clocks"))
    if industry is not None:
        yield Paragraph(industry_text(industry))
    zone = subject.incident.summary.zone
    rows = [
        [_(clock.regime.title), state_text(clock), due_text(clock, zone), working_text(clock), clock.regime.source]
        for clock in found
    ]
    if rows:
        yield Table((_("Clock"), _("State"), _("Due"), _("Reckoned"), _("Source")), rows)
        yield Paragraph(_("This is help, and no legal advice."), quiet=True)


def _facts(subject: Subject) -> Iterator[tuple[str, str]]:
    yield _("ID"), subject.incident.id
    missing = missing_fields(subject.incident.summary)
    for field in Summary.FIELDS:
        if field.name == _IN_THE_TITLE:
            continue
        value = _value(subject, field)
        if value or field.label in missing or field.name == _ALWAYS:
            yield _(field.label), value or _("not known")
        if field.name == "ended_at":
            yield from _duration(subject)
        if field.name == "detected_by":
            yield _("Detection delay"), _delay(subject)
    total = subject.incident.bill(subject.now).total
    if total is not None:
        yield _("Total cost"), formats.money(total)
    yield from _roles(subject)
    yield _("Summary due"), _due(subject)


def _roles(subject: Subject) -> Iterator[tuple[str, str]]:
    """Who had which role, and when."""
    found = held(subject.incident)
    for role, label in ROLE_LABELS.items():
        told = [_held(subject, one) for one in found if one.role == role]
        if told:
            yield _(label), ", ".join(told)


def _held(subject: Subject, one: Held) -> str:
    start = subject.brief(one.since)
    if one.until is None:
        return _("{person} (from {start})").format(person=one.person, start=start)
    return _("{person} ({start}–{end})").format(person=one.person, start=start, end=subject.brief(one.until))


def _value(subject: Subject, field: Field) -> str:
    value = getattr(subject.incident.summary, field.name)
    if value in (None, ""):
        return _("still live") if field.name == "ended_at" else ""
    match field.kind:
        case Kind.CHOICE:
            return _(field.choices[value])
        case Kind.WHEN:
            return subject.moment(value)
        case Kind.AMOUNT:
            return formats.money(value)
        case Kind.COUNT:
            return formats.number(value)
        case _other:
            return str(value)


def _duration(subject: Subject) -> Iterator[tuple[str, str]]:
    summary = subject.incident.summary
    duration = summary.duration(subject.now)
    if duration is not None:
        text = formats.duration(duration)
        yield _("Duration"), _("{time} so far").format(time=text) if summary.live else text


def _delay(subject: Subject) -> str:
    detected = derived(subject.incident, "time_to_detect")
    if detected.value is not None:
        return formats.duration(detected.value)
    return say(detected.problem) if detected.problem else _("not known")


def _due(subject: Subject) -> str:
    summary = subject.incident.summary
    due, missing = summary.due_at(), missing_fields(summary)
    if due is None:
        return _("24 hours after the end")
    if not missing:
        return _("{moment} (complete)").format(moment=subject.moment(due))
    late = subject.now >= due
    left = (
        Message("overdue by {time}", time=subject.now - due)
        if late
        else Message("due in {time}", time=due - subject.now)
    )
    return _("{moment} ({state}; fields missing: {count})").format(
        moment=subject.moment(due), state=say(left), count=formats.number(len(missing))
    )
