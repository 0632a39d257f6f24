"""The regimes that Bridgelog knows, one record each, by the industry where they are looked at first.

This is help, and no legal advice. A change of law is a change of one record; `verified_on` says when one was checked.
"""

from model.clocks.regime import Regime
from model.clocks.regimes.commerce import COMMERCE
from model.clocks.regimes.fintech import FINTECH
from model.clocks.regimes.healthcare import HEALTHCARE
from model.clocks.regimes.manufacturing import MANUFACTURING
from model.clocks.regimes.saas import SAAS

__all__ = ["REGIMES"]

REGIMES: tuple[Regime, ...] = (*FINTECH, *HEALTHCARE, *SAAS, *COMMERCE, *MANUFACTURING)
"""All of them."""
