"""Where a text of the incident holds a secret, which must not be published."""

from collections.abc import Collection, Iterator

from pydantic import BaseModel

from model.finding import Finding
from model.incident import SECTIONS, Incident
from model.message import Message
from model.secrets import Secret, secrets
from model.strings import records, strings

__all__ = ["findings"]

_MOST = 250_000
_clean: dict[int, BaseModel] = {}
"""Records that were looked at and hold none, by their identity: a long timeline changes in one place at a time."""


def findings(incident: Incident) -> Iterator[Finding]:
    """A finding for each secret in any field of any section; all of them block. Sentences that are ignored are not."""
    ignored = frozenset(incident.summary.ignored_sentences)
    for word in SECTIONS:
        for name, record in records(incident.section(word)):
            if _clean.get(id(record)) is not record:
                for secret in _found(record, ignored):
                    message = Message("{name} stands in the text: take it out, and have it replaced", name=secret.name)
                    yield Finding("secrets.found", word, message, blocks=True, record=name)


def _found(record: BaseModel, ignored: Collection[str]) -> list[Secret]:
    texts = [(text, found) for text in strings(record) if (found := secrets(text))]
    if not texts:
        if len(_clean) >= _MOST:
            _clean.clear()
        _clean[id(record)] = record
    return [secret for text, found in texts for secret in _counting(text, found, ignored)]


def _counting(text: str, found: Collection[Secret], ignored: Collection[str]) -> Iterator[Secret]:
    if not ignored:
        yield from found
        return
    from model.marks import SECRETS, marks  # loads the blameless check, which nothing here needs but this

    kept = {mark.start for mark in marks(text, section=None, roster=(), ignored=ignored) if mark.check == SECRETS}
    yield from (secret for secret in found if secret.start in kept)
