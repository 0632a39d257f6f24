"""The examination of one file, from its bytes to the incident in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.doctor.identity import check_about, check_action_numbers, check_ids
from data.doctor.lines import check_lines, check_story
from data.doctor.links import check_links
from data.doctor.places import check_place
from data.doctor.problem import Problem
from data.doctor.reading import read
from data.doctor.shapes import TABLES
from data.doctor.sheet import Sheet
from data.doctor.times import check_times
from data.doctor.values import check_values
from data.layout import Tables
from data.migrations import MIGRATIONS, migrated, schema_of
from data.tables import incident_of
from data.trouble import Trouble
from model.message import Message

__all__ = ["Examined", "examine"]


@dataclass(frozen=True, slots=True)
class Examined:
    """What an examination found."""

    path: Path
    problems: Sequence[Problem]
    tables: Tables | None
    """The tables as a repair writes them; none where the file is left as it is."""
    rewrites: bool
    """Whether a repair writes the file; else at most its mode changes."""

    @property
    def left(self) -> list[Problem]:
        """What a repair does not put right: a person has to."""
        return [problem for problem in self.problems if problem.repair is None]


def examine(path: Path, now: datetime) -> Examined:
    """Look at everything in and about a file; nothing is written.

    Raises `Trouble` where it cannot be read.
    """
    sheet = Sheet(path, now)
    check_place(sheet)
    around = tuple(sheet.problems)
    sheet.problems = []
    if not sheet.refused:
        _examine(sheet, _content(path))
    mended = [problem for problem in sheet.problems if problem.repair is not None]
    link = any(problem.kind == "symlink" for problem in around)
    tables = None if sheet.refused else sheet.tables
    return Examined(path, (*around, *sheet.problems), tables, tables is not None and (bool(mended) or link))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be read: {reason}", file=str(path), reason=reason)) from error


def _examine(sheet: Sheet, content: bytes) -> None:
    read(sheet, content)
    if sheet.refused:
        return
    check_about(sheet)
    if sheet.refused or not _bring_up(sheet):
        return
    check_lines(sheet)
    check_ids(sheet)
    check_values(sheet)
    check_action_numbers(sheet)
    check_links(sheet)
    check_story(sheet)
    check_times(sheet)
    sheet.tables = {**{table: sheet.tables.get(table, {}) for table in TABLES}, **sheet.tables}
    try:
        incident_of(sheet.tables, sheet.path)
    except Trouble as trouble:
        sheet.refuse("unknown", trouble.message)


def _bring_up(sheet: Sheet) -> bool:
    """Bring the tables to the newest schema; whether that goes."""
    version = schema_of(sheet.tables)
    try:
        newest = migrated(sheet.tables, sheet.path)
    except Trouble as trouble:
        sheet.refuse("older-schema", trouble.message)
        return False
    if newest is not sheet.tables:
        message = Message(
            "it is of schema {theirs}, which opening brings to {ours}", theirs=version, ours=1 + len(MIGRATIONS)
        )
        sheet.found("older-schema", "", message, Message("it is brought there"))
        sheet.tables = newest
    return True
