"""The user's settings, every value checked; `data/settings_reading.py` takes them from their file."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationInfo, field_validator

from data.clock import laptop_zone
from data.own_clocks import OwnClock, regimes_of
from data.places import settings_path
from data.setting_problems import Problem, Source
from data.theme_names import THEME_NAMES
from data.trouble import Trouble
from data.working_days import FEDERAL_HOLIDAYS, know_country, working_calendar
from model.clocks.regime import Jurisdiction, Licence
from model.deadlines import DEFAULT_SOON_DAYS, DEFAULT_SPRINT_DAYS
from model.instant import Zone
from model.message import Message, Refused
from model.money import Amount, Currency
from model.rules import Rules
from model.summary import Industry, Severity
from model.text import Line

__all__ = ["Settings", "flattened", "settings_path"]


def _exact(value: object) -> object:
    return Decimal(repr(value)) if isinstance(value, float) else value


def _whole(least: int, most: int) -> BeforeValidator:
    def check(value: object) -> object:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            text = Message("a whole number between {least} and {most} is needed", least=least, most=most)
            raise Refused(text)
        return value

    return BeforeValidator(check)


Minutes = Annotated[int, _whole(0, 1440)]
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
    industry: Industry | None = None
    """The industry of new incidents."""
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
    sprint_days: Annotated[int, _whole(1, 60)] = DEFAULT_SPRINT_DAYS
    due_soon_days: Annotated[int, _whole(0, 60)] = DEFAULT_SOON_DAYS
    """An action with so many days left, or fewer, is due soon."""
    review_minutes: Annotated[int, _whole(10, 480)] = 60
    """How long the review meeting takes: its agenda is divided by that."""
    update_minutes_sev1: Minutes = 30
    """How long after a status update of a live SEV-1 the next is due; 0 asks for none."""
    update_minutes_sev2: Minutes = 60
    update_minutes_sev3: Minutes = 0
    fiscal_year_starts: Annotated[int, _whole(1, 12)] = 1
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
        return dict(flattened(keys)) if isinstance(keys, dict) else keys

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

    @field_validator("currency")
    @classmethod
    def _current(cls, code: str) -> str:
        from data.formats import is_currency

        if not is_currency(code):
            raise Refused(Message("no currency is called “{code}”: take one such as EUR, USD or JPY", code=code))
        return code

    @field_validator("country")
    @classmethod
    def _with_holidays(cls, country: str) -> str:
        if country:
            know_country(country)
        return country

    @field_validator("weekend")
    @classmethod
    def _with_work(cls, weekend: tuple[Weekday, ...] | None) -> tuple[Weekday, ...] | None:
        if weekend is not None and len(set(weekend)) == len(Weekday):
            raise Refused(Message("a week needs a day of work: leave one out"))
        return weekend

    @field_validator("theme")
    @classmethod
    def _of_a_theme(cls, theme: str) -> str:
        if theme and theme not in THEME_NAMES:
            names = ", ".join(sorted(THEME_NAMES))
            raise Refused(Message("no theme is called “{name}”: there are {names}", name=theme[:40], names=names))
        return theme

    @field_validator("day_ends")
    @classmethod
    def _after_the_start(cls, ends: time | None, info: ValidationInfo) -> time | None:
        starts = info.data.get("day_starts")
        if ends is not None and starts is not None and ends <= starts:
            raise Refused(Message("the business day ends before it starts: correct day_starts or day_ends"))
        return ends

    @field_validator("clocks")
    @classmethod
    def _named_apart(cls, clocks: tuple[OwnClock, ...]) -> tuple[OwnClock, ...]:
        regimes_of(clocks)
        return clocks

    _source: Source | None = PrivateAttr(default=None)
    _problems: tuple[Problem, ...] = PrivateAttr(default=())

    def taken_from(self, source: Source, problems: tuple[Problem, ...]) -> "Settings":
        """The same, as they come from a file, with what in it could not be used."""
        taken = self.model_copy()
        taken._source, taken._problems = source, problems
        return taken

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What in their file is wrong: the default holds in its place."""
        return self._problems

    def problem(self, place: tuple[str, ...], reason: Message) -> Problem:
        """What was found wrong later with the value at that place, with its line."""
        return (self._source or Source("settings.toml")).problem(place, reason)

    @property
    def hidden_words(self) -> tuple[str, ...]:
        """The words that a redacted document never holds.

        Raises `Trouble` where the file's are not right: a document must not hold what they were to hide.
        """
        for problem in self._problems:
            if not problem.place or problem.place[0] in ("redact", "roster"):
                text = Message("nothing is redacted while its words are not known: {problem}", problem=problem.message)
                raise Trouble(text)
        return self.redact

    @property
    def beginning(self) -> dict[str, Any]:
        """What the summary of a new incident begins with."""
        return {} if self.industry is None else {"industry": self.industry.value}

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


def flattened(table: dict[str, Any], head: str = "") -> Iterator[tuple[str, Any]]:
    """Tables in a table as one, their names joined by points."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{head}{name}.")
        else:
            yield f"{head}{name}", value
