"""Readiness: what an incident still needs before it can be published, section by section."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType

from model.finding import Finding
from model.incident import SECTIONS, Incident
from model.owed import is_owed
from model.readiness import actions, clocks, cost, factors, recurrence, secrets, summary, timeline, went_well, whys
from model.readiness.moment import unasked, while_live
from model.rules import Rules

__all__ = ["findings"]

Finder = Callable[[Incident, datetime, Rules], Iterator[Finding]]
_FINDERS: Mapping[str, Finder] = MappingProxyType(
    {
        module.__name__.rpartition(".")[2]: module.findings
        for module in (summary, timeline, whys, factors, went_well, actions, recurrence, cost)
    }
)


def findings(incident: Incident, now: datetime, rules: Rules, *, wording: bool = False) -> list[Finding]:
    """Everything found, in the order of the sections; what blocks publishing first in each.

    With `wording` every text is read for blame as well. That is advice alone, and takes a while in a
    long timeline: leave it out where only what blocks counts. While the incident is live, what is about
    the time after is marked as such. An event of which no post-mortem is owed is asked for none.
    """
    owed = is_owed(incident, now, rules)
    everywhere = [
        *secrets.findings(incident),
        *clocks.findings(incident, now, rules),
        *(_blame(incident, rules) if wording else ()),
    ]
    found = (
        finding
        for word in SECTIONS
        for finding in sorted(
            (*_own(word, incident, now, rules), *(found for found in everywhere if found.section == word)),
            key=lambda found: not found.blocks,
        )
    )
    if not owed:
        return unasked(found)
    return while_live(found) if incident.summary.live else list(found)


def _own(word: str, incident: Incident, now: datetime, rules: Rules) -> Iterator[Finding]:
    """What the section itself still needs; an appendix needs nothing."""
    return _FINDERS[word](incident, now, rules) if word in _FINDERS else iter(())


def _blame(incident: Incident, rules: Rules) -> list[Finding]:
    from model.readiness import wording  # its patterns take a while to load

    return list(wording.findings(incident, rules))
