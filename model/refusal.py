"""What pydantic found wrong, as messages for the user."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from model.message import N_, Message, Refused

__all__ = ["first_refusal", "refusals"]

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "missing": N_("it is needed"),
        "int_parsing": N_("a whole number is needed"),
        "int_type": N_("a whole number is needed"),
        "int_from_float": N_("a whole number is needed"),
        "string_type": N_("a text is needed"),
        "decimal_parsing": N_("a number is needed"),
        "decimal_type": N_("a number is needed"),
        "datetime_from_date_parsing": N_("a time in ISO 8601 is needed, such as 2026-11-23T10:42:00Z"),
        "datetime_parsing": N_("a time in ISO 8601 is needed, such as 2026-11-23T10:42:00Z"),
        "datetime_type": N_("a time in ISO 8601 is needed, such as 2026-11-23T10:42:00Z"),
        "date_from_datetime_parsing": N_("a date is needed, such as 2026-11-23"),
        "date_parsing": N_("a date is needed, such as 2026-11-23"),
        "date_type": N_("a date is needed, such as 2026-11-23"),
        "time_parsing": N_("a time of day is needed, such as 09:00"),
        "time_type": N_("a time of day is needed, such as 09:00"),
        "bool_parsing": N_("true or false is needed"),
        "bool_type": N_("true or false is needed"),
        "tuple_type": N_("a list is needed, such as [“a”, “b”]"),
        "dict_type": N_("a table is needed: names, each with a value"),
    }
)
_NAME = re.compile("'([^']*)'")


def refusals(error: ValidationError | Refused) -> list[tuple[str, Message]]:
    """Each thing that is wrong, with the dotted name of where it is."""
    if isinstance(error, Refused):
        return [("", error.message)]
    found = []
    for detail in error.errors(include_url=False, include_input=False):
        cause = detail.get("ctx", {}).get("error")
        reason = cause.message if isinstance(cause, Refused) else None
        where = ".".join(str(part) for part in detail["loc"])
        found.append((where, reason or _worded(detail)))
    return found


def _worded(detail: ErrorDetails) -> Message:
    """What pydantic says, with the values that there are or the end of the range."""
    context = detail.get("ctx", {})
    match detail["type"]:
        case "enum":
            names = ", ".join(_NAME.findall(str(context["expected"])))
            return Message("none of the values that there are: {names}", names=names)
        case "greater_than_equal":
            return Message("at least {least} is needed", least=context["ge"])
        case "less_than_equal":
            return Message("at most {most} is possible", most=context["le"])
    return Message(_WORDS.get(detail["type"], N_("it is of the wrong type")))


def first_refusal(error: ValidationError | Refused) -> tuple[str, Message]:
    """The first thing that is wrong, with the dotted name of where it is (or what holds it)."""
    where, message = refusals(error)[0]
    if not where and isinstance(error, ValidationError):
        where = error.title
    return where, message
