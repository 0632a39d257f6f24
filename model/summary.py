"""The summary: what happened, when, how badly, and how it was noticed. Due 24 hours after the end."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from pydantic import field_validator, model_validator

from model.field import Field, Kind
from model.instant import Instant, Zone, in_zone
from model.message import N_, Message, Refused
from model.money import EnteredMoney
from model.record import Fields
from model.text import Line, Title

__all__ = [
    "DETECTION_LABELS",
    "INDUSTRY_LABELS",
    "KIND_LABELS",
    "NO_TITLE",
    "RECURRING_LABELS",
    "SEVERITY_LABELS",
    "SUMMARY_LIMIT",
    "Detection",
    "IncidentKind",
    "Industry",
    "Recurring",
    "Severity",
    "SlaBreached",
    "State",
    "Summary",
]

NO_TITLE = "…"
"""The title of an incident that was begun by a stamp, until it is given one."""
SUMMARY_LIMIT = timedelta(hours=24)
"""The summary is due this long after the incident's end."""


class Severity(StrEnum):
    """How badly: who feels it."""

    SEV_1 = "SEV-1"
    SEV_2 = "SEV-2"
    SEV_3 = "SEV-3"


class IncidentKind(StrEnum):
    """What kind of event it was."""

    INCIDENT = "incident"
    OUTAGE = "outage"
    DEGRADATION = "degradation"
    MISSED_DEADLINE = "missed-deadline"
    FAILED_LAUNCH = "failed-launch"
    LOST_DEAL = "lost-deal"
    OTHER = "other"


class Detection(StrEnum):
    """How it was noticed."""

    MONITORING = "monitoring"
    CUSTOMER_REPORT = "customer-report"
    INTERNAL_DISCOVERY = "internal-discovery"


class SlaBreached(StrEnum):
    """Whether a service level that was promised was broken."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Recurring(StrEnum):
    """Whether a quarterly review named it as part of a pattern that comes again and again."""

    YES = "yes"
    NO = "no"


class State(StrEnum):
    """How far the post-mortem is."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHED = "published"


class Industry(StrEnum):
    """The industry, which decides what the regulator asks for."""

    FINTECH = "fintech"
    HEALTHCARE = "healthcare"
    SAAS = "saas"
    E_COMMERCE = "e-commerce"
    MANUFACTURING = "manufacturing"


SEVERITY_LABELS: dict[str, str] = {
    Severity.SEV_1: N_("SEV-1 · revenue impact"),
    Severity.SEV_2: N_("SEV-2 · customer impact"),
    Severity.SEV_3: N_("SEV-3 · internal impact"),
}
KIND_LABELS: dict[str, str] = {
    IncidentKind.INCIDENT: N_("incident"),
    IncidentKind.OUTAGE: N_("outage"),
    IncidentKind.DEGRADATION: N_("degradation"),
    IncidentKind.MISSED_DEADLINE: N_("missed deadline"),
    IncidentKind.FAILED_LAUNCH: N_("failed launch"),
    IncidentKind.LOST_DEAL: N_("lost deal"),
    IncidentKind.OTHER: N_("other"),
}
DETECTION_LABELS: dict[str, str] = {
    Detection.MONITORING: N_("monitoring"),
    Detection.CUSTOMER_REPORT: N_("customer report"),
    Detection.INTERNAL_DISCOVERY: N_("internal discovery"),
}
SLA_LABELS: dict[str, str] = {
    SlaBreached.YES: N_("yes"),
    SlaBreached.NO: N_("no"),
    SlaBreached.UNKNOWN: N_("unknown"),
}
RECURRING_LABELS: dict[str, str] = {
    Recurring.YES: N_("yes"),
    Recurring.NO: N_("no"),
}
INDUSTRY_LABELS: dict[str, str] = {
    Industry.FINTECH: N_("fintech"),
    Industry.HEALTHCARE: N_("healthcare"),
    Industry.SAAS: N_("SaaS"),
    Industry.E_COMMERCE: N_("e-commerce"),
    Industry.MANUFACTURING: N_("manufacturing"),
}


class Summary(Fields):
    """What happened, from when to when, how badly, and how it was noticed."""

    word: ClassVar[str] = "summary"
    heading: ClassVar[str] = N_("Summary")
    tab: ClassVar[str] = N_("Summary")
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("title", N_("Title"), Kind.TEXT, N_("what is going on, in a few words"), required=True),
        Field("kind", N_("Kind"), Kind.CHOICE, choices=KIND_LABELS, required=True),
        Field("severity", N_("Severity"), Kind.CHOICE, choices=SEVERITY_LABELS, required=True),
        Field("started_at", N_("Start"), Kind.WHEN, N_("10:42, -5m, yesterday 23:10"), required=True),
        Field("ended_at", N_("End"), Kind.WHEN, N_("empty while it is live")),
        Field("zone", N_("Zone"), Kind.ZONE, N_("Europe/Berlin, UTC"), required=True),
        Field("service", N_("Service"), Kind.TEXT, N_("what is affected: checkout, login")),
        Field("detected_by", N_("Detected by"), Kind.CHOICE, choices=DETECTION_LABELS),
        Field("users_affected", N_("Users affected"), Kind.COUNT, N_("how many people felt it")),
        Field("revenue_lost", N_("Revenue lost"), Kind.AMOUNT, N_("in the incident's currency")),
        Field("sla_breached", N_("SLA breached"), Kind.CHOICE, choices=SLA_LABELS),
        Field("industry", N_("Industry"), Kind.CHOICE, choices=INDUSTRY_LABELS),
        Field("recurring", N_("Recurring pattern"), Kind.CHOICE, choices=RECURRING_LABELS),
    )

    title: Title
    kind: IncidentKind = IncidentKind.INCIDENT
    severity: Severity = Severity.SEV_2
    started_at: Instant
    ended_at: Instant | None = None
    zone: Zone = "UTC"
    service: Line = ""
    detected_by: Detection | None = None
    users_affected: int | None = None
    revenue_lost: EnteredMoney | None = None
    sla_breached: SlaBreached | None = None
    industry: Industry | None = None
    recurring: Recurring | None = None
    """Whether the quarterly review of recurring patterns asks for a post-mortem of it."""
    state: State = State.DRAFT
    state_by: Line = ""
    """Who set the state."""
    state_at: Instant | None = None
    version: int = 0
    """How often it was published."""
    published_copy: Line = ""
    """The name of the file that keeps the version published last, in the folder for copies."""
    repeats: tuple[Line, ...] = ()
    """Ids of earlier incidents that somebody confirmed this one to repeat."""
    no_repeats: tuple[Line, ...] = ()
    """Ids of earlier incidents that look alike and, as somebody said, are none."""
    clocks_off: tuple[Line, ...] = ()
    """Ids of regimes that, as somebody said, this incident is not under."""
    clocks_on: tuple[Line, ...] = ()
    """Ids of regimes that this incident is under, though its industry or jurisdiction is another."""
    ignored_sentences: tuple[Line, ...] = ()
    """Sentences of any section that stay as they are, by their `model.ignored.sign_of`: the checks pass them over."""

    @field_validator("users_affected")
    @classmethod
    def _countable(cls, count: int | None) -> int | None:
        if count is not None and not 0 <= count <= 10**12:
            raise Refused(Message("a number of people lies between 0 and 10^12"))
        return count

    @model_validator(mode="after")
    def _in_order(self) -> "Summary":
        if self.ended_at is not None and self.ended_at < self.started_at:
            raise Refused(
                Message(
                    "the end ({end}) lies before the start ({start}): correct one of them",
                    end=in_zone(self.ended_at, self.zone),
                    start=in_zone(self.started_at, self.zone),
                )
            )
        return self

    @property
    def live(self) -> bool:
        """Whether it is still going on."""
        return self.ended_at is None

    def duration(self, now: datetime) -> timedelta | None:
        """From the start to the end, or to now while it is live; none where the start lies ahead."""
        until = self.ended_at or now
        return until - self.started_at if until >= self.started_at else None

    def due_at(self) -> datetime | None:
        """When this summary has to be complete: 24 hours after the end."""
        return None if self.ended_at is None else self.ended_at + SUMMARY_LIMIT
