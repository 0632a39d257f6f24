"""The arithmetics of clocks by their names: the one list that regimes and settings choose from."""

from collections.abc import Mapping
from types import MappingProxyType

from model.clocks.days import business_days, calendar_days, days_once_aware, federal_business_days, year_end_days
from model.clocks.dora import dora_final, dora_initial, dora_intermediate
from model.clocks.hours import hours, minutes
from model.clocks.months import months
from model.clocks.reckoning import Reckon

__all__ = ["ARITHMETICS", "FOR_ANYBODY"]

FOR_ANYBODY: Mapping[str, Reckon] = MappingProxyType(
    {
        "minutes": minutes,
        "hours": hours,
        "calendar-days": calendar_days,
        "business-days": business_days,
        "federal-business-days": federal_business_days,
        "months": months,
        "year-end-days": year_end_days,
    }
)
"""Those that need one start alone, so that a clock of a contract may choose them."""
ARITHMETICS: Mapping[str, Reckon] = MappingProxyType(
    {
        **FOR_ANYBODY,
        "days-once-aware": days_once_aware,
        "dora-initial": dora_initial,
        "dora-intermediate": dora_intermediate,
        "dora-final": dora_final,
    }
)
"""All of them."""
