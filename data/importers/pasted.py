"""Lines as they are pasted from a chat or a notebook: a time, perhaps a name, and what happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from data.importers.clock_times import TIME, Days, Written, written_time
from data.importers.evidence import Evidence, Setting
from data.importers.origins import Origins
from model.evidence import Candidate
from model.message import Message

__all__ = ["NAME", "fits", "read"]

NAME = "pasted"
_LINE = re.compile(
    rf"\s*(?:[-*•]\s+)?(?:\*\*)?[\[(]?{TIME}[\])]?(?:\*\*)?"
    r"\s*(?:[-–—:|]+\s+|\s+|$)"
    r"(?:<(?P<nick>[^<>\n]{1,60})>\s*|(?P<who>[\w.@'-]{1,40}(?:[ ][\w.@'-]{1,40}){0,2}):\s+)?"
    r"(?P<text>.*)"
)
_AFTER = re.compile(rf"\s*(?P<who>[^\[\]<>:|\n]{{1,60}}?)\s+\[?{TIME}\]?\s*$")
"""As chats are copied: the name and the time on a line of their own, above what was said."""
_LONGEST = 20_000
"""Characters of one line that are read."""


@dataclass
class _Line:
    written: Written
    where: Message
    author: str
    text: list[str]
    typed: str


def fits(evidence: Evidence) -> bool:
    """Whether a line begins with a time."""
    return any(_begun(line, 1) for line in evidence.text.splitlines()[:2_000])


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Every line with a time; a line without one continues the entry above."""
    days, origins = Days(setting), Origins()
    for line in _lines(evidence.text, setting):
        moment: datetime = days.instant(line.written, str(line.where.values["number"]))
        text = "\n".join(line.text).strip()
        if text:
            yield Candidate(
                moment,
                text,
                NAME,
                origins.of(moment, line.author, text),
                author=line.author,
                zone=setting.zone,
                typed=line.typed,
            )


def _lines(text: str, setting: Setting) -> Iterator[_Line]:
    open_line: _Line | None = None
    for number, line in enumerate(text.splitlines(), 1):
        begun = _begun(line[:_LONGEST], number)
        if begun is not None:
            if open_line is not None:
                yield open_line
            open_line = begun
        elif open_line is not None and line.strip():
            open_line.text.append(line.strip())
        elif line.strip():
            setting.note(Message("lines before the first time were left out"))
    if open_line is not None:
        yield open_line


def _begun(line: str, number: int) -> _Line | None:
    """The entry that the line begins; none where it has no time in front."""
    match = _LINE.fullmatch(line) or _AFTER.fullmatch(line)
    written = written_time(match) if match else None
    if match is None or written is None:
        return None
    said = match.groupdict()
    author = said.get("nick") or said.get("who") or ""
    typed = match.string[match.start("hour") : match.end("minute")]
    where = Message("line {number}", number=number)
    text = said.get("text") or ""
    return _Line(written, where, author.strip(), [text.strip()] if text.strip() else [], typed)
