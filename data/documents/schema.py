"""The JSON Schema of the exported JSON, made from the types."""

from typing import Any

from pydantic import Field, create_model

from model.incident import SCHEMA, Incident
from model.money import Money
from model.record import Frozen

__all__ = ["schema"]


class Trigger(Frozen):
    """Why a post-mortem is owed."""

    name: str
    text: str


class Finding(Frozen):
    """What is missing, or against the rules."""

    rule: str
    section: str
    level: str = Field(pattern="^(blocks|advice)$")
    record: str | None
    text: str


class Derived(Frozen):
    """What follows from what was written down; seconds, instants in UTC, money with its currency."""

    live: bool
    duration_seconds: int | None
    time_to_detect_seconds: int | None
    time_to_acknowledge_seconds: int | None
    time_to_diagnose_seconds: int | None
    time_to_mitigate_seconds: int | None
    time_to_resolve_seconds: int | None
    summary_due_at: str | None
    direct_cost: Money | None
    indirect_cost: Money | None
    total_cost: Money | None
    cost_per_minute: Money | None
    triggers: list[Trigger]
    findings: list[Finding]


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12. `derived` is written, and ignored when read back."""
    document = create_model(
        "BridgelogIncident",
        __base__=Incident,
        __doc__="An incident as Bridgelog exports it.",
        version=(int, Field(alias="schema", ge=1, le=SCHEMA)),
        derived=(Derived, ...),
    )
    made = document.model_json_schema(mode="serialization", by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
