"""The user's settings: a TOML file of their own, every value checked on loading."""

import tomllib
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

from data.clock import laptop_zone
from data.own_clocks import OwnClock, regimes_of
from data.places import settings_path
from data.setting_lines import line_of
from data.trouble import BrokenFile, Trouble
from data.working_days import FEDERAL_HOLIDAYS, working_calendar
from model.clocks.regime import Jurisdiction, Licence
from model.deadlines import DEFAULT_SOON_DAYS, DEFAULT_SPRINT_DAYS
from model.instant import Zone
from model.message import Message, Refused
from model.money import Amount, Currency
from model.refusal import refusals
from model.rules import Rules
from model.summary import Severity
from model.text import Line

__all__ = ["Settings", "load_settings", "read_settings", "settings_path"]


def _exact(value: object) -> object:
    return Decimal(repr(value)) if isinstance(value, float) else value


Minutes = Annotated[int, Field(ge=0, le=1440)]
Threshold = Annotated[Amount, BeforeValidator(_exact)]


class Weekday(StrEnum):
    """The days of the week, as they are named in the settings."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Zones(StrEnum):
    """In which zones the timeline shows its times to begin with."""

    ONE = "one"
    ALL = "all"


class Settings(BaseModel):
    """What a team or a person sets once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    author: Line = ""
    """Who writes; the login name unless set."""
    currency: Currency = "EUR"
    """The currency of new incidents."""
    locale: Line = ""
    """How numbers, amounts and dates are written; the environment's unless set."""
    language: Line = ""
    """The language of the texts; the environment's unless set."""
    zone: Zone | None = None
    """The zone of new incidents and of the team's working days; the laptop's unless set."""
    zones: Zones = Zones.ONE
    """Whether the timeline begins with the incident's zone alone, or with UTC and the laptop's beside it."""
    country: Line = ""
    """Whose public holidays count: a code such as DE or US, or DE-BY for a part of it."""
    company_days: tuple[date, ...] = ()
    """Days off that the company adds."""
    weekend: tuple[Weekday, ...] | None = None
    """The days of the week without work, such as `["friday", "saturday"]`; the country's unless set."""
    day_starts: time = time(9)
    """When business begins, on the clock of `zone`: a P0 has until then."""
    day_ends: time | None = None
    """When business is over: an action is late from then on; unset, it has until midnight."""
    sprint_days: Annotated[int, Field(ge=1, le=60)] = DEFAULT_SPRINT_DAYS
    due_soon_days: Annotated[int, Field(ge=0, le=60)] = DEFAULT_SOON_DAYS
    """An action with so many days left, or fewer, is due soon."""
    review_minutes: Annotated[int, Field(ge=10, le=480)] = 60
    """How long the review meeting takes: its agenda is divided by that."""
    update_minutes_sev1: Minutes = 30
    """How long after a status update of a live SEV-1 the next is due; 0 asks for none."""
    update_minutes_sev2: Minutes = 60
    update_minutes_sev3: Minutes = 0
    fiscal_year_starts: Annotated[int, Field(ge=1, le=12)] = 1
    """The month in which the fiscal year begins, for the quarterly review."""
    cost_threshold: Threshold = Decimal(5000)
    hours_threshold: Threshold = Decimal(4)
    allowed_words: tuple[Line, ...] = ()
    """Words that the blameless check never takes for a person."""
    roster: tuple[Line, ...] = ()
    """People whom the blameless check knows in every incident: the team, who is on call."""
    redact: tuple[Line, ...] = ()
    """Words that a redacted document never holds: the company, customers, projects."""
    licences: tuple[Licence, ...] = ()
    """What the company is supervised as, where that changes a legal limit: bank, central-counterparty, trading-venue
    (DORA does not wait for a working day), trust-service (NIS2 gives 24 hours)."""
    jurisdictions: tuple[Jurisdiction, ...] = ()
    """Whose law counts: EU, US, US-NY, US-CA; all that Bridgelog knows unless set."""
    clocks: tuple[OwnClock, ...] = ()
    """Clocks of the team's own contracts and policies."""
    keys: dict[str, Line] = Field(default_factory=dict)
    """`[keys]`: the keys of an action, by its name, such as `"timeline.stamp" = "f2, ctrl+t"`."""
    theme: Line = ""
    """`bridgelog-dark`, `bridgelog-light`, or one of Textual's own."""
    mouse: bool = True
    motion: bool = True
    """Whether anything may move on the screen on its own."""
    plain_output: bool = False
    """Whether commands write one fact a line, without columns and drawn lines, for a screen reader."""

    @field_validator("keys", mode="before")
    @classmethod
    def _flat(cls, keys: object) -> object:
        """`timeline.stamp` without quotes is a table in a table to TOML: both are the same here."""
        return dict(_flattened(keys)) if isinstance(keys, dict) else keys

    @field_validator("language", "locale")
    @classmethod
    def _known(cls, name: str) -> str:
        if name:
            from babel import Locale, UnknownLocaleError

            try:
                Locale.parse(name)
            except (ValueError, UnknownLocaleError):
                text = Message("no language or region is called “{name}”: it is written like de or de_CH", name=name)
                raise Refused(text) from None
        return name

    @model_validator(mode="after")
    def _hours_in_order(self) -> "Settings":
        if self.day_ends is not None and self.day_ends <= self.day_starts:
            raise Refused(Message("the business day ends before it starts: correct day_starts or day_ends"))
        return self

    @model_validator(mode="after")
    def _clocks_named_apart(self) -> "Settings":
        regimes_of(self.clocks)
        return self

    @property
    def home_zone(self) -> str:
        """The zone of new incidents."""
        return self.zone or laptop_zone()

    def rules(self) -> Rules:
        """The figures that the rules measure against."""
        return Rules(
            cost_threshold=self.cost_threshold,
            hours_threshold=self.hours_threshold,
            allowed_words=frozenset(self.allowed_words),
            federal_holidays=FEDERAL_HOLIDAYS,
            licences=frozenset(self.licences),
            jurisdictions=frozenset(self.jurisdictions),
            own_clocks=regimes_of(self.clocks),
            roster=frozenset(self.roster),
            updates=tuple(
                (severity, timedelta(minutes=minutes))
                for severity, minutes in zip(
                    Severity,
                    (self.update_minutes_sev1, self.update_minutes_sev2, self.update_minutes_sev3),
                    strict=True,
                )
            ),
            calendar=working_calendar(
                country=self.country,
                company_days=self.company_days,
                zone=self.home_zone,
                weekend=None if self.weekend is None else map(list(Weekday).index, self.weekend),
                day_starts=self.day_starts,
                day_ends=self.day_ends,
                sprint_days=self.sprint_days,
                soon_days=self.due_soon_days,
            ),
        )


def load_settings(path: Path) -> Settings:
    """The settings in that file; the defaults where there is none.

    Raises `BrokenFile` with the line and the name of each value that is wrong, `Trouble` where it cannot be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        content = b""
    except OSError as error:
        reason = error.strerror or str(error)
        text = Message("{file} cannot be read: {reason}", file=str(path), reason=reason)
        raise Trouble(text) from error
    return read_settings(content, path)


def read_settings(content: bytes, path: Path) -> Settings:
    """The settings that a file of that name would hold with this content.

    Raises `BrokenFile` with the line and the name of each value that is wrong.
    """
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
        values: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        broken = Message("{file}: {reason}: correct that line", file=str(path), reason=str(error))
        raise BrokenFile(broken) from None
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        told: object = None
        for problem in _problems(error, text):
            told = problem if told is None else Message("{first}; {next}", first=told, next=problem)
        raise BrokenFile(Message("{file}: {problems}", file=str(path), problems=told)) from None


def _problems(error: ValidationError, text: str) -> Iterator[Message]:
    """Each wrong value with its line."""
    details = error.errors(include_url=False, include_input=False, include_context=False)
    for detail, (named, reason) in zip(details, refusals(error), strict=True):
        place, where = detail["loc"], named or "settings"
        if detail["type"] == "extra_forbidden":
            known = OwnClock.model_fields if len(place) > 1 else Settings.model_fields
            problem = Message("{where}: {reason}", where=where, reason=_unknown(str(place[-1]), list(known)))
        else:
            problem = Message("{where}: {reason}", where=where, reason=reason)
        line = line_of(text, place)
        yield problem if line is None else Message("line {line}: {problem}", line=line, problem=problem)


def _unknown(name: str, known: list[str]) -> Message:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1, 0.75)
    if near:
        return Message("there is no such setting: {near} is meant?", near=near[0])
    return Message("there is no such setting: take it out")


def _flattened(table: dict[str, Any], head: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{head}{name}.")
        else:
            yield f"{head}{name}", value
