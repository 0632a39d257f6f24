"""The quarterly review as it is gathered, filtered and written down."""

from data.quarter.gathering import Gathered, gathered
from data.quarter.report import Report, report

__all__ = ["Gathered", "Report", "gathered", "report"]
