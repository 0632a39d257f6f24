"""Saying of two incidents that one repeats the other, or does not: kept with the later one."""

from model.change import Change, edit
from model.incident import Incident
from model.message import Message
from model.review.repeats import Ruling

__all__ = ["rule", "ruling_of"]


def ruling_of(incident: Incident, earlier: str) -> Ruling:
    """What was said of it and that earlier incident."""
    if earlier in incident.summary.repeats:
        return Ruling.CONFIRMED
    return Ruling.REJECTED if earlier in incident.summary.no_repeats else Ruling.OPEN


def rule(later: Incident, earlier: str, ruling: Ruling) -> Change | None:
    """The change that says so; none where it was said already."""
    if ruling_of(later, earlier) is ruling:
        return None
    summary = later.summary
    repeats = [one for one in summary.repeats if one != earlier]
    others = [one for one in summary.no_repeats if one != earlier]
    match ruling:
        case Ruling.CONFIRMED:
            name = Message("it repeats {id}", id=earlier)
            repeats.append(earlier)
        case Ruling.REJECTED:
            name = Message("it does not repeat {id}", id=earlier)
            others.append(earlier)
        case Ruling.OPEN:
            name = Message("whether it repeats {id} is open", id=earlier)
    step = edit(later, summary.word, summary.word, {"repeats": repeats, "no_repeats": others})
    return Change(name, (step,)) if step else None
