"""Whether three to five things are named that went well."""

from collections.abc import Iterator
from datetime import datetime

from model.finding import Finding
from model.incident import Incident
from model.message import Counted
from model.rules import Rules
from model.went_well import FEWEST, MOST, WentWell

__all__ = ["findings"]


def findings(incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """Fewer than three or more than five items; where one got lucky does not count."""
    count = len([item for item in incident.went_well.earned() if item.text])
    if not FEWEST <= count <= MOST:
        text = Counted(
            "{n} thing that went well: three to five are wanted",
            "{n} things that went well: three to five are wanted",
            count,
        )
        yield Finding("went_well.count", WentWell.word, text, blocks=count == 0)
