"""Changes of the whys that touch more than one of them."""

from model.change import Change, Step, edit, remove
from model.incident import Incident
from model.message import Message
from model.text import one_line
from model.whys import Why, Whys

__all__ = ["removal", "set_category"]


def removal(incident: Incident, why: Why) -> Change:
    """The change that takes a why away; what explained it explains the one above it.

    Where it ended its chain, the one above it ends the chain now, and takes over its category.
    """
    below = incident.whys.answers(why.id)
    steps: list[Step | None] = [edit(incident, Whys.word, answer.id, {"parent": why.parent}) for answer in below]
    above = incident.whys.find(why.parent) if why.parent else None
    if above and not below and why.category and len(incident.whys.answers(above.id)) == 1:
        steps.append(edit(incident, Whys.word, above.id, {"category": why.category}))
    name = Message("delete why “{text}”", text=one_line(why.text)[:40])
    return Change(name, (*(step for step in steps if step), remove(incident, Whys.word, why.id)))


def set_category(incident: Incident, why: Why, category: str | None) -> Change | None:
    """The change that gives a chain its category, at its last why; none where it has that one already."""
    step = edit(incident, Whys.word, why.id, {"category": category})
    return Change(Message("category: {category}", category=category or "–"), (step,)) if step else None
