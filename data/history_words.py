"""What a line of the history says, as the reader knows it: fields by their labels, values as they are shown."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Any

from data import formats
from data.history import Line
from data.language import _
from model.actions import PRIORITY_LABELS, STATUS_LABELS, Actions
from model.clocks import REGIMES
from model.cost import Cost
from model.coverage import cover_label
from model.factors import FACTOR_LABELS, SCORE_LABELS, Factors
from model.field import Field, Kind
from model.incident import SECTIONS, Incident
from model.instant import in_zone, to_instant
from model.message import N_
from model.money import Money, Quantity
from model.notes import Notes
from model.record import Document
from model.recurrence import ANSWER_LABELS, QUESTIONS, Recurrence
from model.summary import Summary
from model.text import clean, one_line
from model.timeline import MILESTONE_LABELS, ROLE_LABELS, TRIGGER_LABELS, Timeline
from model.went_well import WentWell
from model.whys import CATEGORY_LABELS, Whys

__all__ = ["NOTHING", "Wording"]

NOTHING = "–"
"""Stands for an empty field."""
_NAME_LENGTH = 40
_SCORES = MappingProxyType({str(score): label for score, label in enumerate(SCORE_LABELS)})
_YES_NO = MappingProxyType({"True": N_("yes"), "False": N_("no")})
_DAY, _RECORDS, _COVERS, _CLOCKS, _INCIDENTS = "day", "records", "covers", "clocks", "incidents"
_COUNTED = "counted"
_TEXT = Field("text", N_("Text"), Kind.TEXT)
_NOTE = Field("note", N_("Note"), Kind.TEXT)
_FIELDS: Mapping[str, tuple[Field, ...]] = MappingProxyType(
    {
        Summary.word: (
            *Summary.FIELDS,
            Field("clocks_off", N_("Clocks that do not apply"), Kind.TEXT, _CLOCKS),
            Field("clocks_on", N_("Clocks that apply as well"), Kind.TEXT, _CLOCKS),
            Field("repeats", N_("Repeats"), Kind.TEXT, _INCIDENTS),
            Field("no_repeats", N_("Does not repeat"), Kind.TEXT, _INCIDENTS),
            Field("ignored_sentences", N_("Sentences left as they are"), Kind.TEXT, _COUNTED),
        ),
        Cost.word: Cost.FIELDS,
        Timeline.word: (
            Field("at", N_("Happened"), Kind.WHEN),
            Field("recorded_at", N_("Recorded"), Kind.WHEN),
            _TEXT,
            Field("milestone", N_("Milestone"), Kind.CHOICE, choices=MILESTONE_LABELS),
            Field("trigger", N_("Trigger of a legal clock"), Kind.CHOICE, choices=TRIGGER_LABELS),
            Field("met", N_("Notified"), Kind.TEXT, _CLOCKS),
            Field("zone", N_("Zone"), Kind.ZONE),
            Field("source", N_("Source"), Kind.TEXT),
            Field("author", N_("Author"), Kind.TEXT),
            Field("typed", N_("Time as typed"), Kind.TEXT),
            Field("pinned", N_("Pinned"), Kind.CHOICE, choices=_YES_NO),
            Field("role", N_("Role"), Kind.CHOICE, choices=ROLE_LABELS),
            Field("person", N_("Person"), Kind.TEXT),
            Field("laid_down", N_("Role laid down"), Kind.CHOICE, choices=_YES_NO),
            Field("update", N_("Status update"), Kind.CHOICE, choices=_YES_NO),
        ),
        Whys.word: (
            _TEXT,
            Field("parent", N_("Explains"), Kind.TEXT, _RECORDS),
            Field("evidence", N_("Evidence"), Kind.TEXT, _RECORDS),
            Field("category", N_("Category"), Kind.CHOICE, choices=CATEGORY_LABELS),
        ),
        Factors.word: (
            Field("score", N_("Score"), Kind.CHOICE, choices=_SCORES),
            _NOTE,
            Field("sensible", N_("Sensible at the time"), Kind.TEXT),
            Field("label", N_("Name"), Kind.TEXT),
        ),
        WentWell.word: (_TEXT, Field("lucky", N_("Lucky"), Kind.CHOICE, choices=_YES_NO)),
        Actions.word: (
            Field("number", N_("Number"), Kind.COUNT),
            Field("text", N_("Action"), Kind.TEXT),
            Field("owner", N_("Owner"), Kind.TEXT),
            Field("deadline", N_("Deadline"), Kind.TEXT, _DAY),
            Field("priority", N_("Priority"), Kind.CHOICE, choices=PRIORITY_LABELS),
            Field("status", N_("Status"), Kind.CHOICE, choices=STATUS_LABELS),
            Field("created_at", N_("Agreed"), Kind.WHEN),
            Field("done_at", N_("Done"), Kind.WHEN),
            Field("covers", N_("Covers"), Kind.TEXT, _COVERS),
            Field("todo", N_("Made of a TODO"), Kind.TEXT),
        ),
        Recurrence.word: (
            Field("answer", N_("Answer"), Kind.CHOICE, choices=ANSWER_LABELS),
            _NOTE,
            Field("rfc", N_("RFC"), Kind.TEXT),
            Field("action", N_("Action"), Kind.TEXT, _RECORDS),
        ),
        Notes.word: (
            _TEXT,
            Field("at", N_("Taken"), Kind.WHEN),
            Field("about", N_("About"), Kind.CHOICE, choices={word: kind.tab for word, kind in SECTIONS.items()}),
            Field("author", N_("Author"), Kind.TEXT),
        ),
    }
)
_BY_NAME = {(word, field.name): field for word, fields in _FIELDS.items() for field in fields}
_FIXED: Mapping[str, Mapping[str, str]] = MappingProxyType({Factors.word: FACTOR_LABELS, Recurrence.word: QUESTIONS})
_TITLES = MappingProxyType({regime.id: regime.title for regime in REGIMES})
_MARKS = ("milestone", "trigger", "met")
"""The fields that say which entry it is, where it has no text."""
_MAIN = ("text", "label")
"""The fields that say which record it is."""
_UNSAID = ("id", "zone", "typed", "todo")
"""What a record's line leaves out: it says no more than the others do."""


class Wording:
    """Words the history of one incident."""

    def __init__(self, incident: Incident) -> None:
        self._incident = incident
        self._zone = incident.summary.zone
        self._as_kind: Mapping[Kind, Callable[[Field, Any], str]] = MappingProxyType(
            {
                Kind.WHEN: lambda _, value: self._moment(value),
                Kind.COUNT: _number,
                Kind.DECIMAL: lambda _, value: formats.quantity(_quantity(value)),
                Kind.SHARE: lambda _, value: formats.share(_quantity(value)),
                Kind.AMOUNT: lambda _, value: formats.money(Money.model_validate(value)),
                Kind.CHOICE: lambda field, value: _(field.choices.get(str(value), str(value))),
            }
        )

    def at(self, line: Line) -> datetime:
        """When it was changed, on the incident's clock."""
        return in_zone(line.change.at, self._zone)

    def name(self, line: Line) -> str:
        """What was done, by the name that undo shows; taking back and doing again are said."""
        if line.change.undoes:
            return _("taken back: {name}").format(name=line.change.name)
        if line.change.redoes:
            return _("done again: {name}").format(name=line.change.name)
        return line.change.name

    def section(self, line: Line) -> str:
        """The section's name."""
        return _(SECTIONS[line.section].tab) if line.section in SECTIONS else _foreign(line.section)

    def record(self, line: Line) -> str:
        """Which record it is, in a few words; nothing where the section is one record."""
        return self._known(line.section, line.record) or self._gist(line.section, line.after or line.before)

    def field(self, line: Line) -> str:
        """The field's label; nothing where it is about the whole record."""
        field = _BY_NAME.get((line.section, line.field))
        return _(field.label) if field else _foreign(line.field)

    def where(self, line: Line) -> str:
        """Section, record and field."""
        return " · ".join(part for part in (self.section(line), self.record(line), self.field(line)) if part)

    def before(self, line: Line) -> str:
        """What it was before."""
        return self._value(line, line.before)

    def after(self, line: Line) -> str:
        """What it was after."""
        return self._value(line, line.after)

    def fields(self, section: str) -> list[tuple[str, str]]:
        """The names and labels of the fields of a section's records, in order."""
        return [(field.name, _(field.label)) for field in _FIELDS.get(section, ())]

    def value(self, section: str, field: str, value: Any) -> str:
        """The value of one field."""
        return NOTHING if value in (None, "", []) else self._shown(section, field, value)

    def told(self, section: str, record: Document) -> str:
        """All that a record says, on one line, its text first."""
        return one_line(self._whole(section, {**record, "text": record.get("text") or self._fixed(section, record)}))

    def _fixed(self, section: str, record: Document) -> str:
        fixed = _FIXED.get(section, {}).get(str(record.get("id", "")))
        return _(fixed) if fixed else ""

    def _value(self, line: Line, value: Any) -> str:
        if value in (None, ""):
            return NOTHING
        if not line.field:
            return self._whole(line.section, value)
        return self._shown(line.section, line.field, value)

    def _whole(self, section: str, record: Any) -> str:
        """All that a record says that was made or removed, its text first."""
        if not isinstance(record, Mapping):
            return _plain(record)
        filled = {name: value for name, value in record.items() if name not in _UNSAID and not _is_nothing(value)}
        known = [field.name for field in _FIELDS.get(section, ()) if field.name in filled]
        order = [name for name in _MAIN if name in filled] + known + list(filled)
        parts = [self._part(section, name, filled[name]) for name in dict.fromkeys(order)]
        return " · ".join(parts) or NOTHING

    def _part(self, section: str, name: str, value: Any) -> str:
        shown = self._shown(section, name, value)
        field = _BY_NAME.get((section, name))
        return shown if name in _MAIN else f"{_(field.label) if field else _foreign(name)}: {shown}"

    def _shown(self, section: str, name: str, value: Any) -> str:
        """The value; as it stands in the file where somebody wrote something else there."""
        field = _BY_NAME.get((section, name))
        try:
            if field is None:
                return _plain(value)
            if field.hint == _DAY:
                return formats.day(date.fromisoformat(value))
            if field.hint == _COVERS and isinstance(value, list):
                return ", ".join(_(cover_label(self._incident, str(name))) for name in value) or NOTHING
            if field.hint == _CLOCKS:
                ids = value if isinstance(value, list) else [value]
                return ", ".join(_(_TITLES.get(str(id), str(id))) for id in ids) or NOTHING
            if field.hint == _COUNTED and isinstance(value, list):
                return formats.number(len(value))
            if field.hint == _INCIDENTS and isinstance(value, list):
                return ", ".join(map(clean, map(str, value))) or NOTHING
            if field.hint == _RECORDS:
                ids = value if isinstance(value, list) else [value]
                return ", ".join(self._anywhere(str(id)) for id in ids) or NOTHING
            if field.kind in self._as_kind:
                return clean(self._as_kind[field.kind](field, value))
        except (ArithmeticError, TypeError, ValueError):
            pass
        return _plain(value)

    def _moment(self, value: Any) -> str:
        local = in_zone(to_instant(datetime.fromisoformat(value)), self._zone)
        return f"{formats.day(local.date())} {local:%H:%M:%S}".removesuffix(":00")

    def _known(self, section: str, record: str) -> str:
        fixed = _FIXED.get(section, {}).get(record)
        return _(fixed) if fixed else self._names.get((section, record), "")

    def _anywhere(self, id: str) -> str:
        found = (self._names.get((word, id)) for word in SECTIONS)
        return next((name for name in found if name), _foreign(id))

    @cached_property
    def _names(self) -> dict[tuple[str, str], str]:
        names = {}
        for word, kind in SECTIONS.items():
            records = getattr(self._incident.section(word), "root", ())
            for record in records.values() if isinstance(records, dict) else records:
                main = getattr(record, "text", "") or getattr(record, "label", "")
                names[word, record.id] = _short(main) if main else self._gist(kind.word, record.document())
        return names

    def _gist(self, section: str, document: Document | None) -> str:
        if not isinstance(document, Mapping) or (section in SECTIONS and section in (Summary.word, Cost.word)):
            return ""
        main = next((document[name] for name in _MAIN if document.get(name)), None)
        if main is None:
            marked = next((name for name in _MARKS if document.get(name)), None)
            main = self._shown(section, marked, document[marked]) if marked else None
        return _short(str(main)) if main else ""


def _is_nothing(value: Any) -> bool:
    """Whether nothing is said with it: an empty field, or a mark that is not set."""
    return value is False or value in (None, "", [])


def _foreign(name: str) -> str:
    """The name of what this version does not know, as it may be shown."""
    return one_line(clean(name))


def _short(text: str) -> str:
    line = one_line(clean(text))
    return f"“{line if len(line) <= _NAME_LENGTH else line[: _NAME_LENGTH - 1] + '…'}”" if line else ""


def _number(_field: Field, value: Any) -> str:
    return formats.number(Decimal(str(value)))


def _quantity(value: Any) -> Quantity:
    return Quantity.model_validate(value if isinstance(value, Mapping) else {"amount": str(value)})


def _plain(value: Any) -> str:
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
