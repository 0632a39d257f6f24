"""The blameless check: people next to mistakes, and how to speak of the system instead."""

from model.blameless.check import ANALYSIS, Blame, Level, check, warm

__all__ = ["ANALYSIS", "Blame", "Level", "check", "warm"]
