"""The regimes of manufacturing: safety at work, and products with digital elements."""

from datetime import date

from model.clocks.regime import Arithmetic, Jurisdiction, Regime
from model.message import N_
from model.summary import Industry
from model.timeline import Milestone, Trigger

__all__ = ["MANUFACTURING"]

_HERE = frozenset({Industry.MANUFACTURING})
_OSHA_FROM = date(2015, 1, 1)
_CRA_FROM = date(2026, 9, 11)

MANUFACTURING = (
    Regime(
        id="osha-death",
        title=N_("OSHA death"),
        duty=N_("Employers report the death of an employee to OSHA."),
        source="29 CFR 1904.39(a)(1)",
        industries=_HERE,
        starts=(Trigger.LEARNED_OF_INJURY,),
        arithmetic=Arithmetic("hours", 8),
        jurisdiction=Jurisdiction.US,
        effective_from=_OSHA_FROM,
        note=N_("Only a death within 30 days of the incident."),
    ),
    Regime(
        id="osha-injury",
        title=N_("OSHA severe injury"),
        duty=N_("Employers report an in-patient hospitalisation, an amputation or the loss of an eye to OSHA."),
        source="29 CFR 1904.39(a)(2)",
        industries=_HERE,
        starts=(Trigger.LEARNED_OF_INJURY,),
        arithmetic=Arithmetic("hours", 24),
        jurisdiction=Jurisdiction.US,
        effective_from=_OSHA_FROM,
        note=N_("Only within 24 hours of the incident."),
    ),
    Regime(
        id="cra-early-warning",
        title=N_("CRA early warning"),
        duty=N_("Manufacturers of products with digital elements warn their CSIRT and ENISA."),
        source="Regulation (EU) 2024/2847, Art. 14",
        industries=_HERE,
        starts=(Trigger.AWARE,),
        arithmetic=Arithmetic("hours", 24),
        jurisdiction=Jurisdiction.EU,
        effective_from=_CRA_FROM,
    ),
    Regime(
        id="cra-notification",
        title=N_("CRA notification"),
        duty=N_("Manufacturers notify the exploited vulnerability or the severe incident."),
        source="Regulation (EU) 2024/2847, Art. 14",
        industries=_HERE,
        starts=(Trigger.AWARE,),
        arithmetic=Arithmetic("hours", 72),
        jurisdiction=Jurisdiction.EU,
        effective_from=_CRA_FROM,
    ),
    Regime(
        id="cra-final-vulnerability",
        title=N_("CRA final, vulnerability"),
        duty=N_("Of an exploited vulnerability: the final report, once a fix is available."),
        source="Regulation (EU) 2024/2847, Art. 14(2)(c)",
        industries=_HERE,
        starts=(Milestone.FIX_DEPLOYED, Trigger.AWARE),
        arithmetic=Arithmetic("days-once-aware", 14),
        jurisdiction=Jurisdiction.EU,
        effective_from=_CRA_FROM,
    ),
    Regime(
        id="cra-final-incident",
        title=N_("CRA final, incident"),
        duty=N_("Of a severe incident: the final report, after the notification."),
        source="Regulation (EU) 2024/2847, Art. 14(4)(c)",
        industries=_HERE,
        starts=("cra-notification",),
        arithmetic=Arithmetic("months", 1),
        jurisdiction=Jurisdiction.EU,
        effective_from=_CRA_FROM,
    ),
)
"""The records."""
