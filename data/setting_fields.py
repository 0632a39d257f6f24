"""The settings by name: what each is for, and how its value is typed on one line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from data.readings import Plausible, Way, is_doubtful, spelled_apart
from data.settings import Settings
from model.message import N_, Message, Refused

__all__ = ["SETTINGS", "SettingField", "Typing", "as_text", "in_file"]


class Typing(StrEnum):
    """How a value is typed."""

    TEXT = "text"
    WHOLE = "whole"
    """A whole number."""
    AMOUNT = "amount"
    """A number with a point, as in the file."""
    LIST = "list"
    """Texts, with commas between."""
    DATES = "dates"
    """Dates such as 2026-12-24, with commas between."""
    TIME = "time"
    """A time of day such as 09:00."""
    SWITCH = "switch"
    """`yes` or `no`."""
    TABLE = "table"
    """More than a line: in the file alone."""


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting."""

    name: str
    """Its name in the file."""
    typing: Typing
    meaning: str
    """What it is for, marked for translation."""


_ALL = (
    SettingField("author", Typing.TEXT, N_("who writes; your login name unless set")),
    SettingField("language", Typing.TEXT, N_("the language of the texts, such as de; the environment’s unless set")),
    SettingField("locale", Typing.TEXT, N_("how numbers, amounts and dates are written, such as de_CH")),
    SettingField("currency", Typing.TEXT, N_("the currency of new incidents")),
    SettingField(
        "industry",
        Typing.TEXT,
        N_("the industry of new incidents: fintech, healthcare, saas, e-commerce, manufacturing"),
    ),
    SettingField("zone", Typing.TEXT, N_("the time zone of new incidents and of the team’s working days")),
    SettingField("zones", Typing.TEXT, N_("one: times in the incident’s zone; all: in UTC and the laptop’s beside it")),
    SettingField("country", Typing.TEXT, N_("whose public holidays count: DE, US, or DE-BY for a part of it")),
    SettingField("company_days", Typing.DATES, N_("days off that the company adds, with commas")),
    SettingField(
        "weekend", Typing.LIST, N_("the days without work, such as friday, saturday; the country’s unless set")
    ),
    SettingField("day_starts", Typing.TIME, N_("when business begins: a P0 has until then")),
    SettingField("day_ends", Typing.TIME, N_("when business is over: an action is late from then on")),
    SettingField("sprint_days", Typing.WHOLE, N_("how many days a sprint has")),
    SettingField("due_soon_days", Typing.WHOLE, N_("with so many days left, or fewer, an action is due soon")),
    SettingField("review_minutes", Typing.WHOLE, N_("how long the review meeting takes")),
    SettingField(
        "update_minutes_sev1", Typing.WHOLE, N_("minutes from one status update of a SEV-1 to the next; 0: none")
    ),
    SettingField(
        "update_minutes_sev2", Typing.WHOLE, N_("minutes from one status update of a SEV-2 to the next; 0: none")
    ),
    SettingField(
        "update_minutes_sev3", Typing.WHOLE, N_("minutes from one status update of a SEV-3 to the next; 0: none")
    ),
    SettingField("fiscal_year_starts", Typing.WHOLE, N_("the month in which the fiscal year begins, for the review")),
    SettingField("cost_threshold", Typing.AMOUNT, N_("a post-mortem is owed from this cost on")),
    SettingField("hours_threshold", Typing.AMOUNT, N_("a post-mortem is owed from so many hours of work on")),
    SettingField("roster", Typing.LIST, N_("the people of the team, whom the blameless check knows, with commas")),
    SettingField("allowed_words", Typing.LIST, N_("words that are never taken for a person, with commas")),
    SettingField("redact", Typing.LIST, N_("words that a document with pseudonyms never holds, with commas")),
    SettingField(
        "licences", Typing.LIST, N_("bank, central-counterparty, trading-venue, trust-service: legal limits differ")
    ),
    SettingField("jurisdictions", Typing.LIST, N_("whose law counts: EU, US, US-NY, US-CA; all unless set")),
    SettingField("clocks", Typing.TABLE, N_("clocks of your contracts and policies: [[clocks]] in the file")),
    SettingField("keys", Typing.TABLE, N_("keys of your own: [keys] in the file, or a line of this list")),
    SettingField("theme", Typing.TEXT, N_("bridgelog-dark, bridgelog-light, or one of the terminal library’s")),
    SettingField("motion", Typing.SWITCH, N_("whether anything may slide or fade; no keeps the screen still")),
    SettingField(
        "plain_output",
        Typing.SWITCH,
        N_("whether commands write one fact a line, without columns, for a screen reader"),
    ),
    SettingField("mouse", Typing.SWITCH, N_("whether the mouse works; no leaves it to the terminal")),
)
SETTINGS: Mapping[str, SettingField] = {field.name: field for field in _ALL}
"""Every setting by its name, in the order in which it is shown."""

_THRESHOLD = Plausible(2, rounded=True)
_YES, _NO = frozenset({"yes", "true", "on", "1"}), frozenset({"no", "false", "off", "0"})


def as_text(settings: Settings, name: str) -> str:
    """The value of a setting as it is typed; nothing where it is not set."""
    value = getattr(settings, name)
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case time():
            return value.isoformat("minutes")
        case Decimal():
            return f"{value:f}"
        case tuple() if name == "clocks":
            return ", ".join(clock.name for clock in value)
        case tuple():
            return ", ".join(str(one) for one in value)
        case Mapping():
            return ", ".join(sorted(value))
        case _:
            return str(value)


def in_file(field: SettingField, text: str) -> Any:
    """The typed value as it stands in the file. What does not look right is left to the check of the whole file.

    Raises `Refused` where it cannot be typed on one line, or is neither yes nor no.
    """
    text = text.strip()
    match field.typing:
        case Typing.TABLE:
            raise Refused(Message("{name} takes more than a line: write it in the file", name=field.name))
        case Typing.SWITCH if text.casefold() not in _YES | _NO:
            raise Refused(Message("yes or no is needed"))
        case Typing.SWITCH:
            return text.casefold() in _YES
        case Typing.WHOLE:
            return int(text) if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 20 else text
        case Typing.AMOUNT if is_doubtful(text, _THRESHOLD, plain=True):
            first, second = (spelled_apart(text, way, _THRESHOLD, plain=True) for way in Way)
            raise Refused(
                Message(
                    "“{text}” can mean two numbers: write {first} or {second}",
                    text=text[:40],
                    first=first,
                    second=second,
                )
            )
        case Typing.LIST:
            return _parts(text)
        case Typing.DATES:
            return [_converted(part, date.fromisoformat) for part in _parts(text)]
        case Typing.TIME:
            return _converted(text, time.fromisoformat)
        case _:
            return text


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _converted(text: str, convert: Any) -> Any:
    try:
        return convert(text)
    except ValueError:
        return text
