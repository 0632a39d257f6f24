"""Which action answers what: factors and questions of recurrence, and the actions that cover them."""

from collections.abc import Iterator

from model.factors import PRIMARY, SIGNIFICANT, Factors
from model.incident import Incident
from model.recurrence import ARCHITECTURE, QUESTIONS, Answer, Recurrence

__all__ = [
    "cover_label",
    "coverable",
    "covered",
    "factor_name",
    "question_name",
    "uncovered_factors",
    "uncovered_questions",
]


def factor_name(factor: str) -> str:
    """The dotted name of a factor, as actions cite it."""
    return f"{Factors.word}.{factor}"


def question_name(question: str) -> str:
    """The dotted name of a question of recurrence, as actions cite it."""
    return f"{Recurrence.word}.{question}"


def cover_label(incident: Incident, name: str) -> str:
    """What people call the factor or question of that dotted name, marked for translation; else the name itself."""
    section, _dot, record = name.partition(".")
    if section == Factors.word and record in incident.factors.root:
        return incident.factors.root[record].name
    return QUESTIONS[record] if section == Recurrence.word and record in QUESTIONS else name


def covered(incident: Incident) -> frozenset[str]:
    """The dotted names that some action covers; a cancelled one covers nothing."""
    kept = incident.actions.kept()
    ids = {action.id for action in kept}
    linked = (question_name(name) for name, asked in incident.recurrence.root.items() if asked.action in ids)
    return frozenset((*(name for action in kept for name in action.covers), *linked))


def coverable(incident: Incident) -> list[str]:
    """What an action can be the answer to: the factors from 2 on, the heaviest first, and every question."""
    factors = [item for item in incident.factors.heaviest_first() if (item.score or 0) >= SIGNIFICANT]
    return [*(factor_name(item.id) for item in factors), *map(question_name, incident.recurrence.root)]


def uncovered_factors(incident: Incident) -> Iterator[str]:
    """The primary contributors that no action covers, by their ids."""
    known = covered(incident)
    for factor in incident.factors.root.values():
        if factor.score == PRIMARY and factor_name(factor.id) not in known:
            yield factor.id


def uncovered_questions(incident: Incident) -> Iterator[str]:
    """The questions answered yes that no action covers; an RFC that is named covers a change of the architecture."""
    known = covered(incident)
    for name, question in incident.recurrence.root.items():
        has_rfc = name == ARCHITECTURE and question.rfc
        if question.answer is Answer.YES and not has_rfc and question_name(name) not in known:
            yield name
