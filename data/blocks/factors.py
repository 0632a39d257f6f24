"""The contributing factors in a document, the heaviest first."""

from collections.abc import Iterator

from data.blocks.subject import Subject
from data.documents.nodes import Node, Paragraph, Table
from data.language import _
from model.factors import SCORE_LABELS, Factor

__all__ = ["block"]


def block(subject: Subject) -> Iterator[Node]:
    """A row a factor, and the names of those that nobody has looked at."""
    factors = subject.incident.factors.heaviest_first()
    rows = [_row(factor) for factor in factors if not _untouched(factor)]
    if not rows:
        return
    yield Table((_("Factor"), _("Score"), _("Meaning"), _("Note")), rows, frozenset({1}))
    others = [_(factor.name) for factor in factors if _untouched(factor)]
    if others:
        yield Paragraph(_("Not scored: {factors}.").format(factors=", ".join(others)), quiet=True)


def _untouched(factor: Factor) -> bool:
    return factor.score is None and not factor.note and not factor.sensible


def _row(factor: Factor) -> list[str]:
    sensible = _("Sensible at the time: {text}").format(text=factor.sensible) if factor.sensible else ""
    note = "\n".join(text for text in (factor.note, sensible) if text)
    if factor.score is None:
        return [_(factor.name), "–", _("not scored"), note]
    return [_(factor.name), str(factor.score), _(SCORE_LABELS[factor.score]), note]
