"""What a typed value of a record's field changes, with what follows from it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from data.language import _
from data.typed import Reader
from model.action_changes import correction
from model.actions import PRIORITY_LABELS, STATUS_LABELS, Actions
from model.change import Change, Step, applied, edit
from model.coverage import factor_name, question_name
from model.day import read_day
from model.field import Field, Kind
from model.incident import SECTIONS, Incident
from model.instant import in_zone
from model.legal import known_regimes
from model.message import N_, Message, Refused
from model.notes import Notes
from model.rules import Rules
from model.stamping import correct
from model.timeline import MILESTONE_LABELS, ROLE_LABELS, TRIGGER_LABELS, Timeline
from model.went_well import WentWell
from model.why_changes import move, set_category
from model.whys import Why, Whys
from tui.dotted import Target
from tui.record_names import Named, named, numbers

__all__ = ["Corrector"]

_YES_NO = {"yes": N_("yes"), "no": N_("no")}
_TEXT = Field("text", "", Kind.TEXT)
_READ: Mapping[str, Sequence[Field]] = {
    Timeline.word: (
        _TEXT,
        Field("at", "", Kind.WHEN, required=True),
        Field("milestone", "", Kind.CHOICE, choices=MILESTONE_LABELS),
        Field("trigger", "", Kind.CHOICE, choices=TRIGGER_LABELS),
        Field("pinned", "", Kind.CHOICE, choices=_YES_NO, required=True),
        Field("role", "", Kind.CHOICE, choices=ROLE_LABELS),
        Field("person", "", Kind.TEXT),
        Field("laid_down", "", Kind.CHOICE, choices=_YES_NO, required=True),
        Field("update", "", Kind.CHOICE, choices=_YES_NO, required=True),
    ),
    Whys.word: (_TEXT,),
    WentWell.word: (
        _TEXT,
        Field("lucky", "", Kind.CHOICE, choices=_YES_NO, required=True),
    ),
    Actions.word: (
        _TEXT,
        Field("owner", "", Kind.TEXT),
        Field("priority", "", Kind.CHOICE, choices=PRIORITY_LABELS, required=True),
        Field("status", "", Kind.CHOICE, choices=STATUS_LABELS, required=True),
    ),
    Notes.word: (
        _TEXT,
        Field("about", "", Kind.CHOICE, choices={word: kind.tab for word, kind in SECTIONS.items()}),
    ),
}
"""The fields that are read by their kind alone."""


class Corrector:
    """Corrects the records of one incident, one value after the other."""

    def __init__(self, incident: Incident, now: datetime, rules: Rules) -> None:
        self.incident = incident
        """The incident as it is after what was corrected so far."""
        self.steps: list[Step] = []
        """What was corrected so far."""
        self.notes: list[Message] = []
        """What to say of the values that were understood in a way that may surprise."""
        self._now = now
        self._rules = rules
        self._special: Mapping[tuple[str, str], Callable[[Named, str], Change | Step | None]] = {
            (Timeline.word, "met"): self._met,
            (Whys.word, "explains"): self._explains,
            (Whys.word, "category"): self._category,
            (Whys.word, "evidence"): self._evidence,
            (Actions.word, "deadline"): self._deadline,
            (Actions.word, "covers"): self._covers,
        }

    def set(self, name: Named, typed: str) -> None:
        """Give the field that value.

        Raises `Refused` or pydantic's `ValidationError` where it is none; nothing has changed then.
        """
        special = self._special.get((name.section, name.field))
        changed = special(name, typed.strip()) if special else self._plain(name, typed)
        self.take(changed.steps if isinstance(changed, Change) else (changed,) if changed else ())

    def put(self, target: Target, typed: str) -> None:
        """The same for a field of a record that has a name.

        Raises as `set` does.
        """
        understood = Reader(self.incident, self._now, plain=True).read(target.field, typed)
        step = edit(self.incident, target.section, target.record, {target.field.name: understood.value})
        self.take((step,) if step else ())

    def take(self, steps: Sequence[Step]) -> None:
        """Take over steps that were thought of elsewhere."""
        self.incident = applied(self.incident, steps)
        self.steps += steps

    def _plain(self, name: Named, typed: str) -> Change | Step | None:
        field = next((field for field in _READ[name.section] if field.name == name.field), None)
        if field is None:
            known = [
                *(field.name for field in _READ[name.section]),
                *(f for s, f in self._special if s == name.section),
            ]
            raise Refused(Message("no field is called that; there is {names}", names=", ".join(known)))
        understood = Reader(self.incident, self._now, plain=True).read(field, typed.strip())
        self.notes += understood.notes
        values: dict[str, Any] = {field.name: understood.value}
        if field.choices is _YES_NO:
            values = {field.name: understood.value == "yes"}
        elif field.kind is Kind.WHEN:
            values["typed"] = typed.strip()
        return self._edited(name, values)

    def _edited(self, name: Named, values: dict[str, Any]) -> Change | Step | None:
        if name.section == Timeline.word:
            entry = self.incident.timeline.find(name.record)
            return correct(self.incident, entry, values) if entry else None
        if name.section == Actions.word and "covers" not in values:
            action = self.incident.actions.find(name.record)
            return correction(self.incident, action, values, self._now, self._rules.calendar) if action else None
        return edit(self.incident, name.section, name.record, values)

    def _met(self, name: Named, typed: str) -> Change | Step | None:
        known = [regime.id for regime in known_regimes(self._rules) if regime.has_clock]
        if typed and typed not in known:
            names = ", ".join(known)
            raise Refused(Message("no clock is called “{name}”: there are {names}", name=typed[:40], names=names))
        return self._edited(name, {"met": typed or None})

    def _why(self, record: str) -> Why:
        why = self.incident.whys.find(record)
        assert why is not None
        return why

    def _explains(self, name: Named, typed: str) -> Change | None:
        above = self._why(self._record(Whys.word, typed)) if typed else None
        return move(self.incident, self._why(name.record), above)

    def _record(self, section: str, typed: str) -> str:
        """The id of the record of that number or name."""
        typed = typed.strip()
        return named(self.incident, typed if typed.startswith(f"{section}.") else f"{section}.{typed}").record

    def _category(self, name: Named, typed: str) -> Change | None:
        """The category stands at the end of the chain, wherever in it one says so."""
        why = self._why(name.record)
        last = next((chain[-1] for chain in self.incident.whys.chains() if why in chain), why)
        wanted = typed.casefold()
        for factor in self.incident.factors.root.values():
            if wanted in (factor.id.casefold(), factor.name.casefold(), _(factor.name).casefold()):
                return set_category(self.incident, last, factor.id, _(factor.name))
        return set_category(self.incident, last, typed or None)

    def _evidence(self, name: Named, typed: str) -> Step | None:
        entries = [self._record(Timeline.word, part) for part in _parts(typed)]
        order = list(numbers(self.incident, Timeline.word))
        cited = sorted(dict.fromkeys(entries), key=order.index)
        return edit(self.incident, Whys.word, name.record, {"evidence": cited})

    def _deadline(self, name: Named, typed: str) -> Change | Step | None:
        today = in_zone(self._now, self._rules.calendar.zone).date()
        return self._edited(name, {"deadline": read_day(typed, today).isoformat() if typed else None})

    def _covers(self, name: Named, typed: str) -> Step | None:
        known = [
            *(factor_name(factor) for factor in self.incident.factors.root),
            *(question_name(question) for question in self.incident.recurrence.root),
        ]
        names = [_known(part, known) for part in _parts(typed)]
        return edit(self.incident, Actions.word, name.record, {"covers": list(dict.fromkeys(names))})


def _parts(typed: str) -> Iterable[str]:
    return (part.strip() for part in typed.split(",") if part.strip())


def _known(name: str, known: Collection[str]) -> str:
    if name not in known:
        raise Refused(Message("“{text}” is none of: {known}", text=name[:40], known=", ".join(known)))
    return name
