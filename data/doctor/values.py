"""Values against their types: what does not fit is put right where that loses nothing, else taken out."""

import json
from collections import Counter
from contextlib import suppress
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from data.doctor.guessing import instant_of, substitute
from data.doctor.sheet import Sheet
from data.doctor.times import TIMES
from data.layout import is_deeper
from data.tables import INCIDENT
from model.cost import AMOUNTS
from model.incident import SECTIONS
from model.instant import Instant, stored
from model.message import Message, Refused
from model.record import Document, Fields, Keyed, Records
from model.refusal import refusals
from model.timeline import Milestone

__all__ = ["check_values"]

DEEPEST = 50
"""How many levels of values may lie in each other within one value."""
_MOST_TURNS = 200
_INSTANT: TypeAdapter[datetime] = TypeAdapter(Instant)


def check_values(sheet: Sheet) -> None:
    """Look at every value of every section, and of the incident's own record."""
    for word in ("timeline", *(word for word in SECTIONS if word != "timeline")):
        for number, row in sheet.rows(word):
            _Record(sheet, word, number, row).mend()
    if not sheet.tables.get("summary"):
        sheet.tables["summary"] = {"1": {}}
        sheet.found("missing", "summary", Message("there is no summary"), Message("one is begun"))
        _Record(sheet, "summary", "1", {}).mend()
    number, about = next(iter(sheet.tables[INCIDENT].items()))
    _Record(sheet, INCIDENT, number, about).mend()
    _check_currency(sheet)
    for table in sheet.tables.keys() - {INCIDENT, "history", *SECTIONS}:
        for number, row in sheet.rows(table):
            _Record(sheet, table, number, row).flatten()


def _check_currency(sheet: Sheet) -> None:
    """The summary and the cost have to be in one currency."""
    (number, summary), cost = next(sheet.rows("summary")), next(sheet.rows("cost"), ("1", {}))
    lost = summary.get("revenue_lost")
    named = lost.get("currency") if isinstance(lost, dict) else None
    if named is None or str(named).strip().upper() == str(cost[1].get("currency", "EUR")).strip().upper():
        return
    message = Message("the revenue lost is in another currency than the cost")
    where = "summary.revenue_lost"
    if any(name in cost[1] for name in (*AMOUNTS, "currency")):
        sheet.found("wrong-value", where, message, Message("it is taken out"), lost)
        del sheet.tables["summary"][number]["revenue_lost"]
    else:
        sheet.found("wrong-value", where, message, Message("the cost is in {currency}", currency=str(named)))
        sheet.tables.setdefault("cost", {})[cost[0]] = {**cost[1], "id": "cost", "currency": named}


class _Record:
    """One record on its way to being right."""

    def __init__(self, sheet: Sheet, table: str, number: str, row: Document) -> None:
        self._sheet, self._table, self._number = sheet, table, number
        self._row = dict(row)
        self._kind = SECTIONS.get(table)

    def mend(self) -> None:
        """Put right what can be, and put the record back; without what it cannot be without, it is taken out."""
        before = dict(self._row)
        self.flatten()
        for _turn in range(_MOST_TURNS):
            wrong = self._wrong()
            if not wrong:
                self._spell_times()
                self._sheet.tables[self._table][self._number] = self._row
                return
            if not self._put_right_all(wrong):
                break
        del self._sheet.tables[self._table][self._number]
        message = Message("this is no record of its section")
        self._sheet.found("wrong-value", self._where(), message, Message("it is left out"), before)

    def _spell_times(self) -> None:
        """Spell times as everybody reads them: here a number counts as seconds since 1970, too."""
        for table, name in TIMES:
            value = self._row.get(name)
            if table == self._table and value is not None and instant_of(value) is None:
                self._row[name] = stored(_INSTANT.validate_python(value))
                message = Message("a time in ISO 8601 is needed, such as 2026-11-23T10:42:00Z")
                self._found(name, message, Message("{value} is put there", value=self._row[name]), value)

    def flatten(self) -> None:
        """Take out values that lie in each other deeper than any of ours."""
        for name, value in list(self._row.items()):
            if is_deeper(value, DEEPEST):
                message = Message("values lie in each other too deep to be read")
                self._found(name, message, Message("it is taken out"), self._row.pop(name))
        self._sheet.tables[self._table][self._number] = self._row

    def _wrong(self) -> list[tuple[tuple[str | int, ...], str, Message]]:
        """What is wrong: the path, pydantic's name for it, and the reason."""
        try:
            if self._kind is None:
                _INSTANT.validate_python(self._row["created_at"])
            elif issubclass(self._kind, Fields):
                self._kind.model_validate({name: value for name, value in self._row.items() if name != "id"})
            elif issubclass(self._kind, Records | Keyed):
                self._kind.record_type().model_validate(self._row)
        except KeyError:
            return [(("created_at",), "missing", Message("it is needed"))]
        except Refused as error:
            return [((), "refused", error.message)]
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False, include_context=False)
            prefix: tuple[str | int, ...] = () if self._kind else ("created_at",)
            reasons = [reason for _where, reason in refusals(error)]
            found = [
                ((*prefix, *detail["loc"]), detail["type"], reason)
                for detail, reason in zip(details, reasons, strict=True)
            ]
            return sorted(found, key=lambda item: [str(part).rjust(9) for part in item[0]], reverse=True)
        return []

    def _put_right_all(self, wrong: list[tuple[tuple[str | int, ...], str, Message]]) -> bool:
        taken: set[str] = set()
        for path, kind, reason in wrong:
            name = str(path[0]) if path else ""
            if name in taken:
                continue
            if not self._put_right(path, kind, reason):
                return False
            if not isinstance(self._row.get(name), list):
                taken.add(name)
        return True

    def _put_right(self, path: tuple[str | int, ...], kind: str, reason: Message) -> bool:
        """Change what is wrong; false where there is nothing to change."""
        if not path:
            return self._fit_together(reason)
        name = str(path[0])
        value = self._row.get(name)
        if kind == "missing" and name not in self._row:
            return self._replace(name, reason, "missing")
        if len(path) > 1 and isinstance(value, list) and isinstance(path[1], int) and path[1] < len(value):
            self._row[name] = [item for place, item in enumerate(value) if place != path[1]]
            self._found(name, reason, Message("it is taken out"), value[path[1]])
        elif kind == "string_type" and name != "id":
            self._row[name] = json.dumps(value, ensure_ascii=False)
            self._found(name, reason, Message("it is kept as text"), value)
        elif _is_naive(value):
            self._row[name] = stored(datetime.fromisoformat(f"{value}Z"))
            self._found(name, reason, Message("it is taken for a time in UTC"), value, kind="impossible-time")
        elif name not in self._row:
            return False
        else:
            del self._row[name]
            return self._replace(name, reason, "wrong-value", value) or self._drop(name, reason, value)
        return True

    def _replace(self, name: str, reason: Message, kind: str, *value: Any) -> bool:
        best = substitute(self._sheet, self._table, self._row, name)
        if best is None:
            return False
        self._row[name] = best
        self._found(name, reason, Message("{value} is put there", value=best), *value, kind=kind)
        return True

    def _drop(self, name: str, reason: Message, value: Any) -> bool:
        self._found(name, reason, Message("it is taken out"), value)
        return True

    def _fit_together(self, reason: Message) -> bool:
        """Values that are right each for itself, and not together."""
        if self._table == "summary" and "ended_at" in self._row:
            ended, started = self._row.pop("ended_at"), instant_of(self._row.get("started_at"))
            best = self._resolved()
            if best is not None and started is not None and best >= started:
                self._row["ended_at"] = stored(best)
                repair = Message("it is put to the resolution in the timeline")
            else:
                repair = Message("it is taken out")
            self._found("ended_at", reason, repair, ended, kind="impossible-time")
            return True
        if self._table == "cost":
            amounts = {name: self._row[name] for name in AMOUNTS if isinstance(self._row.get(name), dict)}
            named = Counter(str(amount.get("currency")).strip().upper() for amount in amounts.values())
            if len(named) == 1 and "currency" not in self._row:
                (self._row["currency"],) = named
                self._found("currency", reason, Message("{value} is put there", value=self._row["currency"]))
                return True
            ours = str(self._row.get("currency", "EUR")).strip().upper()
            odd = [name for name, amount in amounts.items() if str(amount.get("currency")).strip().upper() != ours]
            for name in odd:
                self._drop(name, reason, self._row.pop(name))
            return bool(odd)
        return False

    def _resolved(self) -> datetime | None:
        """When the incident was resolved, by its timeline."""
        rows = [row for _number, row in self._sheet.rows("timeline") if row.get("milestone") == Milestone.RESOLVED]
        return max(filter(None, (instant_of(row.get("at")) for row in rows)), default=None)

    def _found(self, name: str, message: Message, repair: Message, *value: Any, kind: str = "wrong-value") -> None:
        self._sheet.found(kind, f"{self._where()}.{name[:40]}", message, repair, *value)

    def _where(self) -> str:
        if self._kind is None or issubclass(self._kind, Fields):
            return self._table
        return f"{self._table}.{str(self._row.get('id', self._number))[:40]}"


def _is_naive(value: object) -> bool:
    with suppress(ValueError):
        return isinstance(value, str) and len(value) > 10 and datetime.fromisoformat(value).tzinfo is None
    return False
