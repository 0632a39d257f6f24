"""The regimes of e-commerce: personal data of customers."""

from datetime import date

from model.clocks.regime import Arithmetic, Jurisdiction, Regime
from model.message import N_
from model.summary import Industry
from model.timeline import Trigger

__all__ = ["COMMERCE"]

_HERE = frozenset({Industry.E_COMMERCE})
_CALIFORNIA_FROM = date(2026, 1, 1)

COMMERCE = (
    Regime(
        id="gdpr",
        title=N_("GDPR"),
        duty=N_("The controller notifies its supervisory authority of a personal data breach; later needs reasons."),
        source="Regulation (EU) 2016/679, Art. 33",
        industries=frozenset({Industry.E_COMMERCE, Industry.SAAS}),
        starts=(Trigger.AWARE,),
        arithmetic=Arithmetic("hours", 72),
        jurisdiction=Jurisdiction.EU,
        effective_from=date(2018, 5, 25),
    ),
    Regime(
        id="california",
        title=N_("California residents"),
        duty=N_("Businesses notify each resident of California whose data were taken."),
        source="Cal. Civ. Code 1798.82",
        industries=_HERE,
        starts=(Trigger.DISCOVERED,),
        arithmetic=Arithmetic("calendar-days", 30),
        jurisdiction=Jurisdiction.CALIFORNIA,
        effective_from=_CALIFORNIA_FROM,
    ),
    Regime(
        id="california-attorney-general",
        title=N_("California AG"),
        duty=N_("Over 500 residents: the Attorney General gets a copy of the notice."),
        source="Cal. Civ. Code 1798.82(f)",
        industries=_HERE,
        starts=("california",),
        arithmetic=Arithmetic("calendar-days", 15),
        jurisdiction=Jurisdiction.CALIFORNIA,
        effective_from=_CALIFORNIA_FROM,
        from_users=501,
        note=N_("All users affected are counted here, whichever state they live in."),
    ),
)
"""The records; PCI DSS, which counts here as well, is among those of fintech."""
