"""CSV with a header: a time, what happened, and perhaps who and what kind."""

from collections.abc import Iterator

from data.importers.evidence import Evidence, Setting
from data.importers.table import columns_of, from_rows, rows_of_csv
from model.evidence import Candidate
from model.message import Refused

__all__ = ["NAME", "fits", "read"]

NAME = "csv"


def fits(evidence: Evidence) -> bool:
    """Whether the first line names a time and a text."""
    try:
        rows = rows_of_csv(Evidence(evidence.name, evidence.text.partition("\n")[0].encode()))
    except Refused:
        return False
    return bool(rows) and {"time", "text"} <= columns_of(rows[0]).keys()


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """A candidate a row."""
    yield from from_rows(rows_of_csv(evidence), NAME, setting)
