"""The regimes of software as a service."""

from datetime import date

from model.clocks.regime import Arithmetic, Jurisdiction, Licence, Regime
from model.message import N_
from model.summary import Industry
from model.timeline import Trigger

__all__ = ["SAAS"]

_HERE = frozenset({Industry.SAAS})
_NIS2_FROM = date(2024, 10, 18)

SAAS = (
    Regime(
        id="soc-2",
        title=N_("SOC 2"),
        duty=N_("Your own policy and contracts set the times."),
        source="SOC 2, CC7.3 to CC7.5",
        industries=_HERE,
        note=N_("Add what your contract says as a clock of your own, in the settings."),
    ),
    Regime(
        id="nis2-early-warning",
        title=N_("NIS2 early warning"),
        duty=N_("Essential and important entities warn their CSIRT or authority of a significant incident."),
        source="Directive (EU) 2022/2555, Art. 23(4)(a)",
        industries=_HERE,
        starts=(Trigger.AWARE,),
        arithmetic=Arithmetic("hours", 24),
        jurisdiction=Jurisdiction.EU,
        effective_from=_NIS2_FROM,
    ),
    Regime(
        id="nis2-notification",
        title=N_("NIS2 notification"),
        duty=N_("Essential and important entities notify their CSIRT or authority of a significant incident."),
        source="Directive (EU) 2022/2555, Art. 23(4)(b)",
        industries=_HERE,
        starts=(Trigger.AWARE,),
        arithmetic=Arithmetic("hours", 72),
        jurisdiction=Jurisdiction.EU,
        effective_from=_NIS2_FROM,
        instead={Licence.TRUST_SERVICE: Arithmetic("hours", 24)},
        note=N_("Trust services have 24 hours: the setting licences says what you are."),
    ),
    Regime(
        id="nis2-final",
        title=N_("NIS2 final"),
        duty=N_("Essential and important entities send the final report to their CSIRT or authority."),
        source="Directive (EU) 2022/2555, Art. 23(4)(d)",
        industries=_HERE,
        starts=("nis2-notification",),
        arithmetic=Arithmetic("months", 1),
        jurisdiction=Jurisdiction.EU,
        effective_from=_NIS2_FROM,
    ),
)
"""The records; the GDPR, which counts here as well, is among those of e-commerce."""
