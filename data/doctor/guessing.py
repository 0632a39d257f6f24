"""What is put where a value that has to be there is lost: the next best that the file knows."""

from datetime import UTC, datetime, timedelta
from typing import Any

from data.doctor.sheet import Sheet
from model.ids import CROCKFORD, imported_id, moment_of
from model.instant import stored, to_instant
from model.record import Document

__all__ = ["day_of", "id_for", "instant_of", "made_at", "substitute"]

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_DIGITS = {digit: value for value, digit in enumerate(CROCKFORD)}


def instant_of(value: object) -> datetime | None:
    """The instant that a value of the file is, if it is one with a zone."""
    try:
        return to_instant(datetime.fromisoformat(value)) if isinstance(value, str) else None
    except ValueError:
        return None


def made_at(sheet: Sheet, id: object) -> datetime | None:
    """When the record of that id was made: ids begin with it."""
    digits = moment_of(id) if isinstance(id, str) else ""
    if not digits or any(digit not in _DIGITS for digit in digits):
        return None
    milliseconds = 0
    for digit in digits:
        milliseconds = milliseconds * len(CROCKFORD) + _DIGITS[digit]
    try:
        made = datetime.fromtimestamp(milliseconds // 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return made if _FIRST <= made <= sheet.now + timedelta(days=1) else None


def day_of(sheet: Sheet) -> datetime:
    """When the incident was, as far as anything tells."""
    told = [instant_of(row.get("at")) for _number, row in sheet.rows("timeline")]
    known = [moment for moment in told if moment is not None]
    created = instant_of(sheet.about.get("created_at"))
    if known:
        return min(known)
    if created is not None:
        return created
    try:
        return datetime.strptime((sheet.named or "")[4:12], "%Y%m%d").replace(tzinfo=UTC)
    except ValueError:
        return sheet.now


def id_for(sheet: Sheet, table: str, number: str, row: Document) -> str:
    """An id for a record that has none of its own: the same whenever the same file is looked at."""
    made = instant_of(row.get("recorded_at")) or instant_of(row.get("created_at")) or day_of(sheet)
    return imported_id(made, "doctor", f"{table} {number} {row.get('id')!r:.40}")


def substitute(sheet: Sheet, table: str, row: Document, name: str) -> Any:
    """What to put there instead of a value that cannot be missing; none where the record makes no sense without it."""
    made = made_at(sheet, row.get("id"))
    match table, name:
        case "timeline", "at":
            best = instant_of(row.get("recorded_at")) or made or day_of(sheet)
        case "timeline", "recorded_at":
            best = made or instant_of(row.get("at")) or day_of(sheet)
        case "summary", "title":
            return str(sheet.about.get("id", sheet.path.stem))
        case "summary", "started_at":
            best = day_of(sheet)
        case "incident", "created_at":
            best = instant_of(next((row.get("started_at") for _, row in sheet.rows("summary")), None)) or day_of(sheet)
        case _, "created_at":
            best = made or instant_of(sheet.about.get("created_at")) or day_of(sheet)
        case _:
            return None
    return stored(best)
