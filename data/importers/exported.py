"""The timeline of a post-mortem that Bridgelog exported as Markdown, perhaps edited in a wiki since."""

from collections.abc import Iterator

from data.documents.read_back import is_ours, read_back
from data.importers.evidence import Evidence, Setting
from data.importers.origins import Origins
from model.evidence import Candidate

__all__ = ["NAME", "fits", "read"]

NAME = "post-mortem"


def fits(evidence: Evidence) -> bool:
    """Whether Bridgelog wrote it, and it has entries."""
    return is_ours(evidence.text) and bool(read_back(evidence.text).entries)


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Every entry, to the minute."""
    origins = Origins()
    for entry in read_back(evidence.text).entries:
        text = entry.text or str(entry.milestone or entry.trigger or "")
        yield Candidate(entry.at, text, NAME, origins.of(entry.at, "", text), milestone=entry.milestone)
