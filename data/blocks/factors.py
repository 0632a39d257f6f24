"""The contributing factors in a document, the heaviest first."""

from collections.abc import Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Node, Table
from data.language import _
from model.factors import SCORE_LABELS

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """A row a factor."""
    factors = subject.incident.factors.heaviest_first()
    if all(factor.score is None and not factor.note for factor in factors):
        return
    rows = [
        [
            _(factor.name),
            "–" if factor.score is None else str(factor.score),
            _("not scored") if factor.score is None else _(SCORE_LABELS[factor.score]),
            factor.note,
        ]
        for factor in factors
    ]
    yield Table((_("Factor"), _("Score"), _("Meaning"), _("Note")), rows, frozenset({1}))
