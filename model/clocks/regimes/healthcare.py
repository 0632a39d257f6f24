"""The regimes of healthcare."""

from datetime import date

from model.clocks.regime import Arithmetic, Jurisdiction, Regime
from model.message import N_
from model.summary import Industry
from model.timeline import Trigger

__all__ = ["HEALTHCARE"]

_HERE = frozenset({Industry.HEALTHCARE})
_FROM = date(2009, 9, 23)
_SIXTY_DAYS = Arithmetic("calendar-days", 60)

HEALTHCARE = (
    Regime(
        id="hipaa-individuals",
        title=N_("HIPAA individuals"),
        duty=N_("Covered entities notify each individual, without unreasonable delay; the limit is the latest day."),
        source="45 CFR 164.404",
        industries=_HERE,
        starts=(Trigger.DISCOVERED,),
        arithmetic=_SIXTY_DAYS,
        jurisdiction=Jurisdiction.US,
        effective_from=_FROM,
    ),
    Regime(
        id="hipaa-media",
        title=N_("HIPAA media"),
        duty=N_("Over 500 individuals of one state: prominent media of that state are notified."),
        source="45 CFR 164.406",
        industries=_HERE,
        starts=(Trigger.DISCOVERED,),
        arithmetic=_SIXTY_DAYS,
        jurisdiction=Jurisdiction.US,
        effective_from=_FROM,
        from_users=501,
        note=N_("All users affected are counted here, whichever state they live in."),
    ),
    Regime(
        id="hipaa-hhs",
        title=N_("HIPAA HHS"),
        duty=N_("500 individuals or more: HHS is notified together with the individuals."),
        source="45 CFR 164.408(b)",
        industries=_HERE,
        starts=(Trigger.DISCOVERED,),
        arithmetic=_SIXTY_DAYS,
        jurisdiction=Jurisdiction.US,
        effective_from=_FROM,
        from_users=500,
    ),
    Regime(
        id="hipaa-hhs-annual",
        title=N_("HIPAA HHS annual"),
        duty=N_("Fewer than 500 individuals: HHS is notified after the end of the calendar year."),
        source="45 CFR 164.408(c)",
        industries=_HERE,
        starts=(Trigger.DISCOVERED,),
        arithmetic=Arithmetic("year-end-days", 60),
        jurisdiction=Jurisdiction.US,
        effective_from=_FROM,
        below_users=500,
    ),
)
"""The records."""
