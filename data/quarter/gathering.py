"""The facts of all incidents of a workspace."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from data.workspace import Found, Workspace
from model.incident import Incident
from model.review import Facts, facts_of
from model.review.repeats import Ruling

__all__ = ["Gathered", "gathered"]

_SILENT: Callable[[int, int], bool] = lambda _done, _of: True  # noqa: E731


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the review works with."""

    facts: Sequence[Facts]
    """Of every incident that can be read, oldest first."""
    broken: Sequence[Found]
    """The files that cannot be read; they are left out and named."""
    rulings: Mapping[tuple[str, str], Ruling]
    """What people said of pairs that look like repeats, by the ids of the later and the earlier incident."""


def gathered(workspace: Workspace, progress: Callable[[int, int], bool] = _SILENT) -> Gathered | None:
    """The facts of all incidents.

    `progress` is told how many files of how many are read; where it says no, nothing is returned.
    """
    facts: list[Facts] = []
    broken: list[Found] = []
    rulings: dict[tuple[str, str], Ruling] = {}
    every = len(workspace.files())
    for done, found in enumerate(workspace.incidents(), 1):
        if found.incident is None:
            broken.append(found)
        else:
            facts.append(facts_of(found.incident))
            rulings.update(_rulings(found.incident))
        if not progress(done, every):
            return None
    facts.sort(key=lambda one: (one.started_at, one.id))
    return Gathered(facts, broken, MappingProxyType(rulings))


def _rulings(incident: Incident) -> Mapping[tuple[str, str], Ruling]:
    confirmed = {(incident.id, other): Ruling.CONFIRMED for other in incident.summary.repeats}
    return {**{(incident.id, other): Ruling.REJECTED for other in incident.summary.no_repeats}, **confirmed}
