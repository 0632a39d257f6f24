"""Lines as they are pasted from a chat or a notebook: a time, perhaps a name, and what happened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from data.importers.clock_times import TIME, ZONE, Days, Written, written_time
from data.importers.dates import DATE, day_comes_first
from data.importers.evidence import Evidence, Setting
from data.importers.origins import Origins
from model.evidence import Candidate, Kind
from model.evidence_words import is_finished_change, milestone_of
from model.message import Message

__all__ = ["NAME", "Line", "Lines", "fits", "lines_in", "read"]

NAME = "pasted"
_MARK = r"(?:[*_`~]{1,3})?"
_LINE = re.compile(
    rf"\s*(?:>\s*)?(?:(?:[-*+•·–—]|\d{{1,3}}[.)])\s+(?:\[[ xX]\]\s+)?)?{_MARK}(?P<open>[\[(])?{TIME}"
    rf"(?:\s?(?:-|–|—|to|until)\s?(?P<until>\d{{1,2}}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?)"
    rf"(?:\s?\(?(?P<until_zone>{ZONE})\)?)?)?"
    rf"[\])]?{_MARK}:?{_MARK}\s*(?P<dash>[-–—]+\s+|[:|,;>→]+\s*)?(?P<rest>.*)",
    re.DOTALL,
)
_NICK = re.compile(r"<(?P<nick>[^<>\n]{1,60})>\s*(?P<text>.*)", re.DOTALL)
_WHO = re.compile(
    r"@?(?P<who>[\w.'-]{1,40}|[A-ZÀ-Þ][\w.'-]{0,30}(?: [A-ZÀ-Þ][\w.'-]{0,30}){1,2}):\s+(?P<text>\S.*)", re.DOTALL
)
_NO_NAMES = re.compile(
    r"action|alerts?|cause|critical|deploy|deployment|detected|error|fix(?:ed)?|https?|identified|impact|incident|info"
    r"|investigating|issue|mitigat(?:ed|ion)|monitoring|notes?|now|outage|paged?|problem|question|recover(?:ed|y)|resolved"
    r"|rollback|start(?:ed)?|status|summary|todo|update|warn(?:ing)?",
    re.IGNORECASE,
)
"""Words before a colon that are no names."""
_AFTER = re.compile(
    r"\s*(?P<who>[^\[\]<>:|,;\n\d]{1,60}?)"
    r"(?:\s*(?:—|–|\s{2}|\|)\s*(?:Today at\s+)?|\s+(?=\[)|\s+(?=\d{1,2}:\d\d\s?[AaPp]))"
    rf"\[?{TIME}\]?\s*"
)
"""As chats are copied: the name and the time on a line of their own, above what was said."""
_DAY = re.compile(rf"[\s#*_=—–-]*{DATE}[\s*_=:—–-]*(?:\((?P<zone>{ZONE})\))?[\s*_=:—–-]*")
_LONGEST = 20_000
"""Characters of one line that are read."""
_FRONT = 400
"""Characters in which the time has to stand."""
_MOST_WORDS = 4


@dataclass
class Line:
    """An entry as it stands in the text."""

    written: Written
    number: int
    author: str
    text: list[str] = field(default_factory=list)
    typed: str = ""
    milestone: str = ""
    """What a column of a table calls it."""


class Lines:
    """Makes candidates of lines, one after the other."""

    def __init__(self, source: str, setting: Setting, days: Days) -> None:
        self._source, self._days, self._origins = source, days, Origins()
        self._setting = setting

    def candidate(self, line: Line) -> Candidate | None:
        """The candidate; none where nothing was said. Raises `Refused` where its time cannot be told."""
        at = self._days.instant(line.written, str(line.number))
        text = "\n".join(line.text).strip()
        if not text:
            return None
        return Candidate(
            at,
            text,
            self._source,
            self._origins.of(at, line.author, text),
            author=line.author,
            zone=self._days.kept_zone,
            typed=line.typed,
            milestone=milestone_of(text),
            kind=Kind.CHANGE if is_finished_change(text) else Kind.MESSAGE,
        )


def fits(evidence: Evidence) -> bool:
    """Whether a line begins with a time."""
    return any(_begun(line[:_LONGEST], 1) for line in evidence.text.splitlines()[:2_000])


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Every line with a time; a line without one continues the entry above."""
    days = Days(setting, day_first=day_comes_first(evidence.text))
    lines = Lines(NAME, setting, days)
    for line in lines_in(evidence.text, setting, days):
        found = lines.candidate(line)
        if found is not None:
            yield found


def lines_in(text: str, setting: Setting, days: Days) -> Iterator[Line]:
    """The entries in the text. A line that is a date alone begins that day."""
    open_line: Line | None = None
    for number, whole in enumerate(text.split("\n"), 1):
        line = whole.rstrip("\r")[:_LONGEST]
        begun = _begun(line, number)
        day = None if begun else _DAY.fullmatch(line[:_FRONT])
        if begun is not None or day is not None:
            if open_line is not None:
                yield open_line
            open_line = begun
            if day is not None and days.begin(day):
                days.zone = day["zone"] or days.zone
        elif open_line is not None and line.strip():
            open_line.text.append(line.strip())
        elif line.strip():
            setting.note(Message("lines before the first time were left out"))
    if open_line is not None:
        yield open_line


def _begun(line: str, number: int) -> Line | None:
    """The entry that the line begins; none where it has no time in front."""
    front = line.replace("\u202f", " ").replace("\u00a0", " ")
    match = _LINE.match(front[:_FRONT])
    if match and (match["rest"][:1].isalnum() and match.end("minute") == match.start("rest")):
        match = None
    after = None if match else _AFTER.fullmatch(front[:_FRONT])
    if after and len(after["who"].split()) > _MOST_WORDS:
        after = None
    found = match or after
    written = written_time(found) if found else None
    if found is None or written is None:
        return None
    typed = found.string[found.start("hour") : max(found.end("hour"), found.end("minute"), found.end("half"))]
    if match is None:
        return Line(written, number, found["who"].strip(), [], typed)
    author, text = _said(match, front[_FRONT:])
    if match["until"]:
        written = Written(written.clock, written.match, written.zone or match["until_zone"] or "")
        text = f"{text} (– {match['until']})" if text else ""
    return Line(written, number, author, [text] if text else [], typed)


def _said(match: re.Match[str], beyond: str) -> tuple[str, str]:
    """Who said it, and what. After a dash stand no names, except behind dates as phones write them."""
    rest = (match["rest"] + beyond).strip()
    nick = _NICK.fullmatch(rest)
    if nick:
        return nick["nick"].strip(), nick["text"].strip()
    dashed = (match["dash"] or "").strip()
    named = _WHO.fullmatch(rest) if not dashed or match["slashed"] or match["dotted"] else None
    if named and not _NO_NAMES.fullmatch(named["who"]):
        return named["who"], named["text"].strip()
    return "", rest
