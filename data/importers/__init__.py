"""Evidence from elsewhere: one module a format, told apart by what is in it."""

from collections.abc import Iterator, Mapping
from typing import Protocol, cast

from data.importers import alertmanager, csv_table, exported, github, markdown, opsgenie, pagerduty, pasted, slack
from data.importers.evidence import Evidence, Setting
from data.trouble import BrokenFile
from model.evidence import Candidate
from model.message import Message

__all__ = ["FORMATS", "Importer", "importer_of"]


class Importer(Protocol):
    """A format."""

    NAME: str

    def fits(self, evidence: Evidence) -> bool:
        """Whether the evidence is of that format."""

    def read(self, evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
        """What is in it, in whatever order.

        Raises `Trouble` where it cannot be read, `Refused` where a time in it cannot be told.
        """


FORMATS: Mapping[str, Importer] = {
    importer.NAME: cast("Importer", importer)
    for importer in (slack, pagerduty, opsgenie, alertmanager, github, csv_table, exported, markdown, pasted)
}
"""The formats by their names, in the order in which they are tried."""


def importer_of(evidence: Evidence, name: str | None = None) -> Importer:
    """The format of that name, or else the one that the evidence is of.

    Raises `BrokenFile` where it is of none, or not of that.
    """
    tried = [FORMATS[name]] if name else FORMATS.values()
    for importer in tried:
        if importer.fits(evidence):
            return importer
    if name:
        raise BrokenFile(Message("{file} is not of the format {format}", file=evidence.name, format=name))
    text = Message(
        "{file} is of no known format: give --format {known}; as pasted, a line needs a time and words, such as "
        "10:42 rollback",
        file=evidence.name,
        known="|".join([*FORMATS, "incidents", "bridgelog"]),
    )
    raise BrokenFile(text)
