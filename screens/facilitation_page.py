"""What stands on a page of the review meeting: what the document says of the section, with room around it."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import islice

from rich.cells import cell_len
from textual.content import Content

from data import formats
from data.blocks import Subject
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from data.language import _, ngettext
from model.agenda import CLOSING, QUESTIONS, RULES, TITLES, WELCOME
from model.incident import SECTIONS
from model.notes import Note
from model.readiness import findings
from model.summary import Summary
from screens.widgets.hanging import hanging

__all__ = ["big", "page", "question", "title"]

_MOST = 80
"""Paragraphs on a page; who wants more opens the section."""
_SIDE_BY_SIDE, _NAMES = 50, 22
"""Cells from which a fact stands beside its name, and the cells of the name."""
_LEAD = "bold $text-accent"
_QUIET = "$text-muted"


def title(page: str) -> str:
    """What the page is called."""
    return _(TITLES[page] if page in TITLES else SECTIONS[page].heading)


def question(page: str) -> str:
    """What to ask the room."""
    return _(QUESTIONS[page])


def big(text: str, width: int) -> Content:
    """The text in capitals with blanks between, as large as a terminal writes; closer where that is too wide."""
    words = text.upper().split()
    spaced = "   ".join(" ".join(word) for word in words)
    return Content.styled(spaced if cell_len(spaced) <= width else " ".join(words), "bold $text-accent")


def page(page: str, subject: Subject, width: int) -> list[Content]:
    """The paragraphs of the page, each in lines of at most `width` cells."""
    if page == WELCOME:
        return [hanging(_(rule), "", 3, width, Content.styled("•", _LEAD)) for rule in RULES]
    if page == CLOSING:
        return list(_closing(subject, width))
    block: Callable[[Subject], Iterator[Node]] = import_module(f"data.blocks.{page}").block
    painted = (content for node in block(subject) for content in _painted(node, width))
    found = [Content.styled(subject.incident.summary.title, "bold")] if page == Summary.word else []
    found += islice(painted, _MOST)
    if next(painted, None) is not None:
        found.append(Content.styled(_("There is more: enter opens the section."), _QUIET))
    notes = [note for note in subject.incident.notes.root if note.about == page]
    return [*(found or [Content.styled(_("Nothing was written down."), _QUIET)]), *_notes(notes, subject, width)]


def _closing(subject: Subject, width: int) -> Iterator[Content]:
    """The actions that lack something, what blocks publishing, and the notes about the whole."""
    incident = subject.incident
    unfinished = incident.actions.unfinished()
    text = ngettext("{n} action is agreed.", "{n} actions are agreed.", len(unfinished))
    yield hanging(text.format(n=formats.number(len(unfinished))), "", 0, width)
    for action in unfinished:
        lacking = [_("no owner")] if not action.owner else []
        lacking += [_("no deadline")] if action.deadline is None else []
        if lacking:
            text = _("action {number}: {lacking}").format(number=action.number, lacking=", ".join(lacking))
            yield hanging(text, "$text-warning", 3, width, Content("!"))
    blocking = sum(found.blocks for found in findings(incident, subject.now, subject.rules))
    if blocking:
        text = ngettext("{n} thing blocks publishing", "{n} things block publishing", blocking)
        yield hanging(text.format(n=formats.number(blocking)) + ".", "", 0, width)
    else:
        yield hanging(_("Nothing blocks publishing") + ".", "", 0, width)
    whole = [note for note in incident.notes.root if note.about not in SECTIONS]
    yield from _notes(whole, subject, width)


def _notes(notes: list[Note], subject: Subject, width: int) -> Iterator[Content]:
    if notes:
        yield Content.styled(_("Notes"), "bold $text-secondary")
    for note in notes:
        yield hanging(note.text, "", 6, width, Content.styled(subject.clock(note.at), _QUIET))


def _painted(node: Node, width: int) -> Iterator[Content]:
    match node:
        case Heading():
            yield Content.styled(node.text, "bold $text-secondary")
        case Paragraph():
            yield hanging(node.text, _QUIET if node.quiet else "", 0, width)
        case Facts():
            yield Content("\n").join([_fact(name, value, width) for name, value in node.rows])
        case Bullets():
            for point in node.items:
                yield _point(point, width)
        case Table():
            for row in node.rows:
                yield _row(row, width)


def _fact(name: str, value: str, width: int) -> Content:
    """The value beside its name, or below it where that is too narrow."""
    if width < _SIDE_BY_SIDE or cell_len(name) >= _NAMES:
        return _led(name, value, width)
    return hanging(value, "", _NAMES, width, Content.styled(name, _LEAD))


def _led(name: str, value: str, width: int) -> Content:
    return Content("\n").join([Content.styled(name, _LEAD), hanging(value, "", 3, width)])


def _point(point: Point, width: int) -> Content:
    text = f"{point.text} ({point.aside})" if point.aside else point.text
    if point.lead:
        return _led(point.lead, text, width)
    return hanging(text, "", 3, width, Content.styled("•", _LEAD))


def _row(row: Sequence[str], width: int) -> Content:
    """A row as a paragraph: the first two cells, and below them what else is filled."""
    lead, rest = (" · ".join(cell for cell in cells if cell.strip()) for cells in (row[:2], row[2:]))
    if not lead:
        return hanging(rest, _QUIET, 3, width)
    head = hanging(lead, _LEAD, 0, width)
    return Content("\n").join([head, hanging(rest, "", 3, width)]) if rest else head
