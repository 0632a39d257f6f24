"""Short texts for people who do not read the document: an update for the chat, a page for managers, a hand-over."""

from collections.abc import Iterator
from datetime import datetime

from data import formats
from data.blocks.subject import Subject
from data.language import _, ngettext
from model.durations import derive
from model.incident import Incident
from model.readiness import findings
from model.roles import commander, holders
from model.rules import Rules
from model.summary import SEVERITY_LABELS
from model.text import one_line
from model.timeline import MILESTONE_LABELS, ROLE_LABELS, Entry, Role
from model.todos import todos

__all__ = ["executive", "handover", "status"]

_LATEST = 5
"""Entries that the next shift should have read."""
_OPEN = 5
_WIDEST = 200
"""Characters of an entry in a line."""


def status(incident: Incident, now: datetime, rules: Rules) -> str:
    """Where it stands, in five lines for the chat."""
    subject, summary = Subject(incident, now, rules), incident.summary
    state = _("LIVE") if summary.live else _("ended")
    duration = summary.duration(now)
    running = formats.duration(duration) if duration is not None else "–"
    latest = next((entry for entry in reversed(incident.timeline.root) if not entry.update), None)
    lines = [
        f"{summary.severity} {incident.id} – {one_line(summary.title)}",
        _("{state} since {start}, {duration} so far.")
        if summary.live
        else _("{state} after {duration}, began {start}."),
        _("Impact: {impact}.").format(impact=_impact(subject)),
        _("Now: {text}").format(text=_entry(subject, latest) if latest else _("nothing is taken down yet")),
        _("Reached: {milestones}.").format(milestones=_milestones(subject)),
    ]
    lines[1] = lines[1].format(state=state, start=subject.moment(summary.started_at), duration=running)
    leads = commander(incident)
    if leads is not None and summary.live:
        lines[1] += f" {_(ROLE_LABELS[Role.INCIDENT_COMMANDER])}: {leads.person}."
    return "\n".join(lines) + "\n"


def executive(incident: Incident, now: datetime, rules: Rules) -> str:
    """One page: what happened, what it cost, why, and what is done about it."""
    subject, summary = Subject(incident, now, rules), incident.summary
    total = incident.bill(now).total
    causes = [chain[-1].text for chain in incident.whys.chains() if chain and chain[-1].text]
    parts = [
        f"{incident.id}: {one_line(summary.title)}",
        "",
        _("Severity: {severity}").format(severity=_(SEVERITY_LABELS[summary.severity])),
        _("When: {start} to {end}").format(
            start=subject.moment(summary.started_at),
            end=subject.moment(summary.ended_at) if summary.ended_at else _("still live"),
        ),
        _("Impact: {impact}.").format(impact=_impact(subject)),
        _("Cost: {cost}").format(cost=formats.money(total) if total else _("not known yet")),
        *_durations(subject),
        "",
        _("Why it happened:"),
        *(f"– {one_line(cause)}" for cause in causes or [_("not written down yet")]),
        "",
        _("What is done so that it does not happen again:"),
        *(_actions(subject) or [f"– {_('nothing is agreed on yet')}"]),
    ]
    return "\n".join(parts) + "\n"


def handover(incident: Incident, now: datetime, rules: Rules) -> str:
    """What the next shift needs to know: where it stands, what was last done, what is open."""
    subject, entries = Subject(incident, now, rules), incident.timeline.root
    blocking = [finding for finding in findings(incident, now, rules) if finding.blocks]
    count = ngettext("{n} thing still blocks publishing.", "{n} things still block publishing.", len(blocking))
    parts = [
        _("Hand-over of {id}, {moment}").format(id=incident.id, moment=subject.moment(now)),
        "",
        status(incident, now, rules).rstrip("\n"),
        "",
        *_roles(subject),
        *_pinned(subject),
        _("The latest entries:"),
        *(f"– {_entry(subject, entry)}" for entry in entries[-_LATEST:]),
        *([] if entries else [f"– {_('none yet')}"]),
        "",
        _("Open actions:"),
        *(_actions(subject) or [f"– {_('none')}"]),
        "",
        *_todos(subject),
        count.format(n=formats.number(len(blocking))) if blocking else _("Nothing blocks publishing."),
    ]
    return "\n".join(parts) + "\n"


def _impact(subject: Subject) -> str:
    summary = subject.incident.summary
    parts = [_(SEVERITY_LABELS[summary.severity]).partition("· ")[2]]
    if summary.service:
        parts.append(summary.service)
    if summary.users_affected is not None:
        text = ngettext("{n} user", "{n} users", summary.users_affected)
        parts.append(text.format(n=formats.number(summary.users_affected)))
    return ", ".join(part for part in parts if part)


def _entry(subject: Subject, entry: Entry) -> str:
    words = one_line(entry.text) or (_(MILESTONE_LABELS[entry.milestone]) if entry.milestone else "")
    return f"{subject.brief(entry.at)} {words[:_WIDEST]}".strip()


def _roles(subject: Subject) -> list[str]:
    """Who does what, as far as it is said."""
    since = _("{person} (from {start})")
    told = [
        f"– {_(ROLE_LABELS[role])}: "
        + ", ".join(since.format(person=one.person, start=subject.brief(one.since)) for one in found)
        for role, found in holders(subject.incident).items()
        if found
    ]
    return [_("Who does what:"), *told, ""] if told else []


def _pinned(subject: Subject) -> list[str]:
    """What the next shift keeps in sight."""
    pinned = subject.incident.timeline.pinned
    return [_("Pinned:"), *(f"– {_entry(subject, entry)}" for entry in pinned), ""] if pinned else []


def _todos(subject: Subject) -> list[str]:
    """What entries leave to be done, of which nobody has made an action."""
    found = [f"– {todo.proposal.text}" for todo in todos(subject.incident)]
    return [_("TODOs without an action:"), *found[:_OPEN], *_more(len(found) - _OPEN), ""] if found else []


def _more(count: int) -> list[str]:
    return ["– " + ngettext("and {n} more", "and {n} more", count).format(n=formats.number(count))] if count > 0 else []


def _milestones(subject: Subject) -> str:
    timeline = subject.incident.timeline
    reached = [
        f"{_(label)} {subject.brief(at)}"
        for name, label in MILESTONE_LABELS.items()
        if (at := timeline.at(name))  # type: ignore[arg-type]
    ]
    return ", ".join(reached) or _("no milestone yet")


def _durations(subject: Subject) -> Iterator[str]:
    for derived in derive(subject.incident).values():
        if derived.value is not None and derived.figure.name in ("time_to_detect", "time_to_resolve"):
            yield f"{_(derived.figure.label)}: {formats.duration(derived.value)}"


def _actions(subject: Subject) -> list[str]:
    found = []
    for action in subject.incident.actions.unfinished()[:_OPEN]:
        due = formats.day(action.deadline) if action.deadline else _("no deadline")
        found.append(f"– {action.text} ({action.owner or _('no owner')}, {due})")
    return found + _more(len(subject.incident.actions.unfinished()) - _OPEN)
