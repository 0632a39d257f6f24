"""The regimes of banks, payments and other finance."""

from datetime import date

from model.clocks.regime import Arithmetic, Jurisdiction, Regime
from model.message import N_
from model.summary import Industry
from model.timeline import Trigger

__all__ = ["FINTECH"]

_HERE = frozenset({Industry.FINTECH})
_DORA = "Commission Delegated Regulation (EU) 2025/301, Art. 5"
_DORA_FROM = date(2025, 3, 12)
_NYDFS_FROM = date(2023, 12, 1)

FINTECH = (
    Regime(
        id="sox",
        title=N_("SOX"),
        duty=N_("No incident clock of its own: public companies file Form 8-K."),
        source="Sarbanes-Oxley Act of 2002",
        industries=_HERE,
        jurisdiction=Jurisdiction.US,
    ),
    Regime(
        id="sec-8k",
        title=N_("SEC Form 8-K"),
        duty=N_("Public companies file Item 1.05 with the SEC."),
        source="Form 8-K, Item 1.05 (17 CFR 249.308)",
        industries=_HERE,
        starts=(Trigger.DETERMINED_MATERIAL,),
        arithmetic=Arithmetic("federal-business-days", 4),
        jurisdiction=Jurisdiction.US,
        effective_from=date(2023, 12, 18),
    ),
    Regime(
        id="us-banks",
        title=N_("US banks"),
        duty=N_("Banks notify their federal regulator."),
        source="12 CFR 53, 12 CFR 225, 12 CFR 304",
        industries=_HERE,
        starts=(Trigger.DETERMINED_MATERIAL,),
        arithmetic=Arithmetic("hours", 36),
        jurisdiction=Jurisdiction.US,
        effective_from=date(2022, 5, 1),
        note=N_("From the determination that a notification incident has occurred."),
    ),
    Regime(
        id="nydfs",
        title=N_("NYDFS notice"),
        duty=N_("Covered entities notify the superintendent of financial services."),
        source="23 NYCRR 500.17(a)",
        industries=_HERE,
        starts=(Trigger.DETERMINED_MATERIAL,),
        arithmetic=Arithmetic("hours", 72),
        jurisdiction=Jurisdiction.NEW_YORK,
        effective_from=_NYDFS_FROM,
    ),
    Regime(
        id="nydfs-payment",
        title=N_("NYDFS payment"),
        duty=N_("Covered entities give notice of an extortion payment."),
        source="23 NYCRR 500.17(c)",
        industries=_HERE,
        starts=(Trigger.EXTORTION_PAID,),
        arithmetic=Arithmetic("hours", 24),
        jurisdiction=Jurisdiction.NEW_YORK,
        effective_from=_NYDFS_FROM,
    ),
    Regime(
        id="nydfs-payment-reasons",
        title=N_("NYDFS payment reasons"),
        duty=N_("Covered entities explain why the extortion payment was necessary."),
        source="23 NYCRR 500.17(c)",
        industries=_HERE,
        starts=(Trigger.EXTORTION_PAID,),
        arithmetic=Arithmetic("calendar-days", 30),
        jurisdiction=Jurisdiction.NEW_YORK,
        effective_from=_NYDFS_FROM,
    ),
    Regime(
        id="dora-initial",
        title=N_("DORA initial"),
        duty=N_("Financial entities send the initial notification to their competent authority."),
        source=_DORA,
        industries=_HERE,
        starts=(Trigger.CLASSIFIED_MAJOR, Trigger.AWARE),
        arithmetic=Arithmetic("dora-initial"),
        jurisdiction=Jurisdiction.EU,
        effective_from=_DORA_FROM,
        note=N_("Banks, CCPs and trading venues wait for no working day: the setting licences says what you are."),
    ),
    Regime(
        id="dora-intermediate",
        title=N_("DORA intermediate"),
        duty=N_("Financial entities send the intermediate report to their competent authority."),
        source=_DORA,
        industries=_HERE,
        starts=("dora-initial",),
        arithmetic=Arithmetic("dora-intermediate", 72),
        jurisdiction=Jurisdiction.EU,
        effective_from=_DORA_FROM,
        note=N_("Banks, CCPs and trading venues wait for no working day: the setting licences says what you are."),
    ),
    Regime(
        id="dora-final",
        title=N_("DORA final"),
        duty=N_("Financial entities send the final report to their competent authority."),
        source=_DORA,
        industries=_HERE,
        starts=("dora-intermediate",),
        arithmetic=Arithmetic("dora-final", 1),
        jurisdiction=Jurisdiction.EU,
        effective_from=_DORA_FROM,
        note=N_("From the latest intermediate report."),
    ),
    Regime(
        id="pci-dss",
        title=N_("PCI DSS"),
        duty=N_("The standard names no hours; the card brands ask for immediate notice of a suspected compromise."),
        source="PCI DSS 12.10.1",
        industries=frozenset({Industry.FINTECH, Industry.E_COMMERCE}),
        note=N_("Add what your contract says as a clock of your own, in the settings."),
    ),
)
"""The records."""
