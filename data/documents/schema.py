"""The JSON Schema of the exported JSON, made from the types."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import Field, create_model
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from model.clocks import State
from model.ids import INCIDENT_ID
from model.incident import SCHEMA, Incident
from model.instant import Instant, stored
from model.money import Money, plain, written
from model.record import Frozen
from model.timeline import Role

__all__ = ["schema"]

_DECIMAL: JsonSchemaValue = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}
_WRITTEN: Mapping[Any, JsonSchemaValue] = MappingProxyType(
    {
        stored: {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        plain: _DECIMAL,
        written: {
            "anyOf": [
                _DECIMAL,
                {
                    "type": "object",
                    "properties": {"amount": _DECIMAL, "low": _DECIMAL, "high": _DECIMAL},
                    "required": ["amount", "low", "high"],
                },
            ]
        },
    }
)
"""What is written by a function of ours, by that function."""
_COUNT: JsonSchemaValue = {"minimum": 0, "maximum": 10**12}
_BOUNDS: Mapping[tuple[str, str], JsonSchemaValue] = MappingProxyType(
    {
        ("Factor", "score"): {"minimum": 0, "maximum": 3},
        ("Summary", "users_affected"): _COUNT,
        ("Cost", "users_affected"): _COUNT,
        ("Cost", "currency"): {"pattern": "^[A-Z]{3}$"},
        ("Money", "currency"): {"pattern": "^[A-Z]{3}$"},
    }
)
"""Bounds that the types check with words of their own, and so are not seen in them."""


class MetTrigger(Frozen):
    """Why a post-mortem is owed."""

    name: str
    text: str


class Finding(Frozen):
    """What is missing, or against the rules."""

    rule: str
    section: str
    level: str = Field(pattern="^(blocks|advice)$")
    record: str | None
    field: str | None
    when: str = Field(pattern="^(now|afterwards)$")
    key: str = Field(pattern="^[1-9]$")
    text: str


class LegalClock(Frozen):
    """A duty to notify; `due_at` is an instant, or a date where the law counts days."""

    regime: str
    title: str
    trigger: str | None
    started_at: Instant | None
    due_at: str | None
    state: State
    source: str
    working: str


class HeldRole(Frozen):
    """A time in which somebody had a role; `until` is null where they have it still, or had it to the end."""

    role: Role
    person: str
    since: Instant
    until: Instant | None


class Derived(Frozen):
    """What follows from what was written down; seconds, instants in UTC, money with its currency."""

    live: bool
    duration_seconds: int | None
    time_to_detect_seconds: int | None
    time_to_acknowledge_seconds: int | None
    time_to_diagnose_seconds: int | None
    time_to_mitigate_seconds: int | None
    time_to_resolve_seconds: int | None
    summary_due_at: Instant | None
    update_due_at: Instant | None
    roles: list[HeldRole]
    engineering_hours: str | None = Field(pattern=r"^\d+(\.\d+)?$")
    direct_cost: Money | None
    indirect_cost: Money | None
    total_cost: Money | None
    cost_per_minute: Money | None
    clocks: list[LegalClock]
    triggers: list[MetTrigger]
    findings: list[Finding]


class _Generator(GenerateJsonSchema):
    """Says how instants and decimals are written, where the types only know that it is text."""

    def ser_schema(self, schema: Any) -> JsonSchemaValue | None:
        written = _WRITTEN.get(schema.get("function"))
        return dict(written) if written else super().ser_schema(schema)


def schema() -> dict[str, Any]:
    """The schema, draft 2020-12. `derived` is written, and ignored when read back."""
    document = create_model(
        "BridgelogIncident",
        __base__=Incident,
        __doc__="An incident as Bridgelog exports it.",
        id=(str, Field(pattern=f"^{INCIDENT_ID.pattern}$")),
        version=(int, Field(alias="schema", ge=1, le=SCHEMA)),
        derived=(Derived, ...),
    )
    made = document.model_json_schema(mode="serialization", by_alias=True, schema_generator=_Generator)
    for (kind, name), bounds in _BOUNDS.items():
        made["$defs"][kind]["properties"][name] |= bounds
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
