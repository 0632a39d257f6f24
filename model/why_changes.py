"""Changes of the whys that touch more than one of them."""

from datetime import datetime
from typing import Any

from model.change import Change, Step, create, edit, remove
from model.ids import new_record_id
from model.incident import Incident
from model.message import Message
from model.text import one_line
from model.whys import Why, Whys

__all__ = ["answer", "removal", "set_category"]


def answer(incident: Incident, above: Why | None, text: str, now: datetime) -> Change:
    """The change that says why the one above happened; with none above, it begins a chain.

    Where the one above ended its chain, the new one ends it now, and takes over its category.
    """
    values: dict[str, Any] = {"text": text}
    steps: list[Step | None] = []
    if above is not None:
        values["parent"] = above.id
        if above.category and not incident.whys.answers(above.id):
            values["category"] = above.category
            steps.append(edit(incident, Whys.word, above.id, {"category": None}))
    steps.append(create(Whys.word, new_record_id(now), values))
    return Change(Message("why: “{text}”", text=one_line(text)[:40]), tuple(step for step in steps if step))


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


def set_category(incident: Incident, why: Why, category: str | None, label: str | None = None) -> Change | None:
    """The change that gives a chain its category, at its last why; none where it has that one already.

    The `label` is what people call the category, where that is not the category itself.
    """
    step = edit(incident, Whys.word, why.id, {"category": category})
    return (
        Change(Message("category: {category}", category=one_line(label or category or "–")[:40]), (step,))
        if step
        else None
    )
