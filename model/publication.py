"""Publishing as a state: a draft, in review, published; who set it, when, and which version it is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from model.change import Change, Step, edit
from model.incident import SECTIONS, Incident
from model.instant import stored
from model.message import N_, Message, Refused
from model.summary import State, Summary

__all__ = ["STATE_LABELS", "moved", "steps_between"]

STATE_LABELS: Mapping[str, str] = {
    State.DRAFT: N_("draft"),
    State.IN_REVIEW: N_("in review"),
    State.PUBLISHED: N_("published"),
}
_ABOUT_ITSELF = ("state", "state_by", "state_at", "version", "published_copy")
"""The summary's fields that say how far it is, and are no changes of what is published."""


def moved(incident: Incident, state: State, by: str, now: datetime, copy: str = "") -> Change:
    """The change that makes it a draft, in review or published; `copy` names the file that keeps what is published.

    Raises `Refused` where it is that already, or still live.
    """
    summary = incident.summary
    label = Message(STATE_LABELS[state])
    if state is summary.state and state is not State.PUBLISHED:
        raise Refused(Message("it is that already: {state}", state=label))
    if state is State.PUBLISHED and summary.live:
        raise Refused(Message("the incident is still live: set its end before it is published"))
    values: dict[str, Any] = {"state": state, "state_by": by, "state_at": stored(now)}
    if state is State.PUBLISHED:
        values |= {"version": summary.version + 1, "published_copy": copy}
    step = edit(incident, Summary.word, Summary.word, values)
    return Change(Message("state: {state}", state=label), (step,) if step else ())


def steps_between(then: Incident, now: Incident) -> list[Step]:
    """What was changed from one incident to the other, record by record, apart from how far it is."""
    steps = []
    for word in SECTIONS:
        before, after = then.section(word).documents(), now.section(word).documents()
        for record in dict.fromkeys((*before, *after)):
            step = _step(word, record, before.get(record), after.get(record))
            if step is not None:
                steps.append(step)
    return steps


def _step(word: str, record: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> Step | None:
    if before is None or after is None:
        return Step(word, record, before, after)
    hidden = _ABOUT_ITSELF if word == Summary.word else ()
    names = [name for name in {**before, **after} if before.get(name) != after.get(name) and name not in hidden]
    if not names:
        return None
    return Step(word, record, {name: before.get(name) for name in names}, {name: after.get(name) for name in names})
