"""Changes of the whys that touch more than one of them."""

from datetime import datetime
from typing import Any

from model.change import Change, Step, create, edit, remove
from model.ids import new_record_id
from model.incident import Incident
from model.message import Counted, Message, Refused
from model.text import one_line
from model.whys import Why, Whys

__all__ = ["answer", "move", "removal", "set_category", "subtree_removal"]


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
    under = incident.whys.below(why.id)
    parent = None if why.parent in under else why.parent
    steps: list[Step | None] = [
        edit(incident, Whys.word, item.id, {"parent": parent}) for item in below if item.id != why.id
    ]
    if not below and why.category:
        steps.append(_handed_up(incident, why, why.category))
    name = Message("delete why “{text}”", text=one_line(why.text)[:40])
    return Change(name, (*(step for step in steps if step), remove(incident, Whys.word, why.id)))


def subtree_removal(incident: Incident, why: Why) -> Change:
    """The change that takes a why away with all that explains it.

    Where they were one chain, the why above ends it now, and takes over its category.
    """
    under = [item for item in incident.whys.root if item.id in incident.whys.below(why.id) and item.id != why.id]
    ends = [item for item in (why, *under) if not incident.whys.answers(item.id)]
    steps = [_handed_up(incident, why, ends[0].category)] if len(ends) == 1 and ends[0].category else []
    gone = [remove(incident, Whys.word, item.id) for item in (*reversed(under), why)]
    name = Counted(
        "delete why “{text}” and the one below it",
        "delete why “{text}” and the {n} below it",
        len(under),
        text=one_line(why.text)[:40],
    )
    if not under:
        name = Message("delete why “{text}”", text=one_line(why.text)[:40])
    return Change(name, (*(step for step in steps if step), *gone))


def _handed_up(incident: Incident, why: Why, category: str) -> Step | None:
    """The category for the why above, where nothing else explains that one."""
    above = incident.whys.find(why.parent) if why.parent else None
    if above is None or above.id == why.id or len(incident.whys.answers(above.id)) > 1:
        return None
    return edit(incident, Whys.word, above.id, {"category": category})


def move(incident: Incident, why: Why, above: Why | None) -> Change | None:
    """The change that lets a why, with all below it, explain another one, or begin a chain; none where it does already.

    Where the one above ended its chain, and the moved whys are one chain without a category, they take over its.
    Raises `Refused` where the one above is among the moved.
    """
    under = incident.whys.below(why.id)
    if above is not None and (above.id == why.id or above.id in under):
        raise Refused(Message("a why cannot explain itself: choose one that is not below it"))
    parent = above.id if above else None
    steps = [edit(incident, Whys.word, why.id, {"parent": parent})]
    if above is not None and above.category and not incident.whys.answers(above.id):
        ends = [item for item in incident.whys.root if item.id in {why.id, *under}]
        ends = [item for item in ends if not incident.whys.answers(item.id)]
        if len(ends) == 1 and not ends[0].category:
            steps.append(edit(incident, Whys.word, ends[0].id, {"category": above.category}))
        steps.append(edit(incident, Whys.word, above.id, {"category": None}))
    if steps[0] is None:
        return None
    return Change(Message("move why “{text}”", text=one_line(why.text)[:40]), tuple(step for step in steps if step))


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
