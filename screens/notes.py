"""The notes of the review meeting: they are taken in the meeting, and can be read and corrected here."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from data import formats
from data.language import _, ngettext
from model.incident import SECTIONS
from model.instant import stored
from model.message import N_, Message
from model.notes import Note, Notes
from model.text import one_line
from screens.items_screen import ItemsScreen
from screens.keys import bound
from screens.session import Session
from screens.widgets.hanging import hanging

__all__ = ["NotesScreen", "take_note"]


def take_note(session: Session, text: str, about: str = "") -> str:
    """Take a note down; returns its id."""
    values = {"at": stored(session.now), "text": text, "about": about, "author": session.notebook.author}
    return session.notebook.add(Message("note: “{text}”", text=one_line(text)[:40]), Notes.word, values)


class NotesScreen(ItemsScreen):
    """A list of the notes, each with its time and the section that was spoken of."""

    word: ClassVar[str] = Notes.word
    purpose: ClassVar[str] = N_(
        "What was said in the review and stands in no other section; an appendix of the document. {meeting} begins the "
        "review meeting, where {note} takes a note. Here {add} writes one, enter changes it, {delete} takes it away."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {
        "meeting": "facilitation.begin",
        "note": "facilitation.note",
        "add": "item.add",
        "delete": "item.delete",
    }
    BINDINGS: ClassVar[list[BindingType]] = bound("item.add", "item.edit", "item.delete")

    def items(self) -> Sequence[tuple[str, Content]]:
        """A note each."""
        return [(note.id, self._line(note)) for note in self.incident.notes.root]

    def _line(self, note: Note) -> Content:
        local = self.session.local(note.at)
        section = SECTIONS.get(note.about)
        parts = [formats.moment(local), _(section.tab) if section else "", one_line(note.author)]
        head = Content.styled(" · ".join(part for part in parts if part), "$text-accent").truncate(
            self.width, ellipsis=True
        )
        return Content("\n").join([head, hanging(note.text, "", 2, self.width)])

    def head(self) -> str:
        """How many there are."""
        count = len(self.incident.notes.root)
        if not count:
            return _("No notes yet. {meeting} begins the review meeting; {add} takes a note down here.").format(
                **self.keys
            )
        return ngettext("{n} note", "{n} notes", count).format(n=formats.number(count))

    def label(self, item: str | None) -> str:
        """What the line is for."""
        return _("what was said?") if item is None else _("this note")

    def text(self, item: str) -> str:
        """The note's text."""
        found = self.incident.notes.find(item)
        return found.text if found else ""

    def store(self, item: str, text: str) -> None:
        """Change the note; without a text it goes."""
        if not text:
            self._remove(item)
            return
        self.session.notebook.put(Message("note: “{text}”", text=one_line(text)[:40]), Notes.word, item, {"text": text})

    def create(self, text: str) -> str:
        """Take a note."""
        return take_note(self.session, text)

    def action_delete(self) -> None:
        """Take the note away; undo brings it back."""
        if self.current is not None:
            self._remove(self.current)

    def _remove(self, item: str) -> None:
        name = Message("delete “{text}”", text=one_line(self.text(item))[:40])
        self.session.notebook.remove(name, Notes.word, item)
