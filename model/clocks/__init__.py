"""Clocks that the law, a contract or a policy starts: which are running, until when, and how that was reckoned."""

from model.clocks.arithmetics import ARITHMETICS
from model.clocks.clock import STATE_LABELS, Clock, State, clocks, most_urgent, overdue
from model.clocks.industries import FOCUS, REQUIREMENT
from model.clocks.reckoning import Calendars, Due
from model.clocks.regime import Arithmetic, Jurisdiction, Licence, Regime
from model.clocks.regimes import REGIMES

__all__ = [
    "ARITHMETICS",
    "FOCUS",
    "REGIMES",
    "REQUIREMENT",
    "STATE_LABELS",
    "Arithmetic",
    "Calendars",
    "Clock",
    "Due",
    "Jurisdiction",
    "Licence",
    "Regime",
    "State",
    "clocks",
    "most_urgent",
    "overdue",
]
