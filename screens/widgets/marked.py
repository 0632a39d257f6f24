"""Fields whose prose is checked as one types: what is found is underlined, and a note beside says why."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.widget import Widget

from data.language import _, say
from data.trouble import Trouble
from model.text import one_line
from screens.keys import bound
from screens.session import Session
from screens.widgets.mark_note import MarkNote

if TYPE_CHECKING:
    from model.marks import Mark

__all__ = ["Marked"]

_ACTIONS = frozenset({"accept_rewrite", "ignore_sentence", "allow_word"})


@dataclass(slots=True)
class _Ignored:
    """A sentence that is ignored while it is still being written."""

    check: str
    start: int
    text: str


class Marked(Widget, can_focus=True):
    """What an input and a text area have in common where their text is checked; their second base.

    Textual takes styles from the first base alone: a field adds `CSS` and `MARK_CLASSES` to its own.
    """

    CSS: ClassVar[str] = """
        & > .mark--warn { text-style: bold underline; color: $text-error; }
        & > .mark--hint { text-style: underline; color: $text-warning; }
    """
    MARK_CLASSES: ClassVar[set[str]] = {"mark--warn", "mark--hint"}
    BINDINGS: ClassVar[list[BindingType]] = bound("blame.accept", "blame.ignore", "blame.allow")

    prose: bool = True
    """Whether what is typed is prose; names, times and figures are not checked."""
    _marks: "Sequence[Mark]" = ()
    _looked_at: tuple[str, str | None, int] = ("", None, 0)
    """Text, section, and version of the marking that the marks are of."""
    _ignored: "Sequence[_Ignored]" = ()
    _note_is_due = False
    _note_is_shown = False

    # --- what the field says of itself -------------------------------------------------------------

    @property
    @abstractmethod
    def content(self) -> str:
        """The text as it is now, line breaks as single characters."""

    @property
    @abstractmethod
    def place(self) -> int:
        """Where the cursor is in the content."""

    @abstractmethod
    def put(self, start: int, end: int, text: str) -> None:
        """Replace a part of the content, so that undo brings it back."""

    def prose_of(self, content: str) -> str:
        """The content with blanks in place of whatever is no prose; as long as before."""
        return content

    # --- marks -------------------------------------------------------------------------------------

    @property
    def session(self) -> Session | None:
        """The session, where there is one."""
        found = getattr(self.app, "session", None)
        return found if isinstance(found, Session) else None

    @property
    def section(self) -> str | None:
        """The word of the section that the text is for: the screen's, or that of the screen below a dialog."""
        words = (getattr(screen, "word", None) for screen in reversed(self.app.screen_stack))
        return next((word for word in words if word), None)

    @property
    def _unborn(self) -> bool:
        return bool(getattr(self.screen, "begins", False))

    @property
    def marks(self) -> "Sequence[Mark]":
        """The marks of the text as it is now."""
        session = self.session if self.prose and self.is_mounted else None
        if session is None:
            return ()
        looked_at = (self.content, self.section, session.marking.version)
        if looked_at != self._looked_at:
            self._looked_at = looked_at
            text = self.prose_of(self.content)
            found = session.marking.marks(text, self.section, unborn=self._unborn)
            self._marks = self._without_ignored(text, found)
        return self._marks

    @property
    def mark(self) -> "Mark | None":
        """The mark that the keys work on: of the sentence that the cursor is in, or else the first after it."""
        marks, place = self.marks, self.place
        inside = [mark for mark in marks if mark.sentence.start <= place <= mark.sentence.end]
        before = [mark for mark in inside if mark.start <= place]
        ahead = [mark for mark in marks if mark.start >= place]
        nearest = before[-1:] or inside[:1] or ahead[:1] or marks[-1:]
        return nearest[0] if nearest else None

    def underline(self, text: Text, start: int = 0) -> Text:
        """Underline the marks in a piece of the content that begins at `start`."""
        for mark in self.marks:
            if mark.end > start and mark.start < start + len(text.plain):
                text.stylize(self._mark_style(mark), max(0, mark.start - start), mark.end - start)
        return text

    def _mark_style(self, mark: "Mark") -> Style:
        return self.get_component_rich_style(f"mark--{mark.level.value}", partial=True)

    def _without_ignored(self, text: str, found: "Sequence[Mark]") -> "Sequence[Mark]":
        """The marks without those in sentences that are ignored here, however far they are written by now."""
        if not self._ignored:
            return found
        kept = []
        for mark in found:
            sentence = text[mark.sentence.start : mark.sentence.end]
            for ignored in self._ignored:
                same = sentence.startswith(ignored.text) or ignored.text.startswith(sentence)
                if ignored.check == mark.check and ignored.start == mark.sentence.start and same:
                    ignored.text = sentence
                    break
            else:
                kept.append(mark)
        return kept

    # --- following what is typed -------------------------------------------------------------------

    def look_again(self) -> None:
        """After the text, the cursor, or what is allowed has changed: show what is found now."""
        if not self.is_mounted:
            return
        if self._ignored and not all(self.content.startswith(one.text, one.start) for one in self._ignored):
            self.marks  # noqa: B018  # follows the sentences
            if not all(self.content.startswith(one.text, one.start) for one in self._ignored):
                self.keep_ignored()
        if not self._note_is_due and ((self.has_focus and self.marks) or self._note_is_shown):
            self._note_is_due = True
            self.call_after_refresh(self._show_note)

    def _show_note(self) -> None:
        """After what was typed is painted: no key waits for the note."""
        self._note_is_due = False
        if self.is_attached:
            mark = self.mark if self.has_focus else None
            note = MarkNote.of(self.screen, make=mark is not None)
            self._note_is_shown = mark is not None
            if note is not None:
                note.show(self, mark)

    def keep_ignored(self) -> None:
        """Remember, with the incident, the sentences that were ignored here."""
        ignored, self._ignored = self._ignored, ()
        session = self.session
        if session is not None:
            for one in ignored:
                session.marking.ignore(one.check, one.text, unborn=self._unborn)

    def on_mount(self) -> None:
        """Have the rules loaded once the first screen is there."""
        session = self.session
        if session is not None and self.prose:
            self.call_after_refresh(self.run_worker, session.marking.load(self._loaded))

    def _loaded(self) -> None:
        focused = self.app.focused
        for field in {self, focused}:
            if isinstance(field, Marked) and field.is_mounted:
                field.notify_style_update()
                field.refresh()
                field.look_again()

    def on_focus(self) -> None:
        """Say what is found."""
        self.look_again()

    def on_blur(self) -> None:
        """The note goes; what was ignored is kept."""
        self.keep_ignored()
        self.look_again()

    def on_unmount(self) -> None:
        """What was ignored is kept."""
        self.keep_ignored()

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the note beside the field."""
        if self.has_focus and self.marks:
            self.call_after_refresh(self.look_again)

    # --- the three keys ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys work, and are offered, where something is found."""
        if action in _ACTIONS:
            mark = self.mark
            return mark is not None and (action != "allow_word" or bool(mark.word))
        return super().check_action(action, parameters)

    def action_accept_rewrite(self) -> None:
        """Put the proposal in the place."""
        mark = self.mark
        if mark is not None:
            self.put(mark.rewrite_start, mark.rewrite_end, mark.rewrite)

    def action_ignore_sentence(self) -> None:
        """Leave this sentence as it is."""
        mark = self.mark
        if mark is not None:
            sentence = self.prose_of(self.content)[mark.sentence.start : mark.sentence.end]
            self._ignored = [*self._ignored, _Ignored(mark.check, mark.sentence.start, sentence)]
            self._marks_differ()

    def action_allow_word(self) -> None:
        """Never mark that word again."""
        mark, session = self.mark, self.session
        if mark is None or session is None:
            return
        try:
            file = session.marking.allow(mark.word)
            text = _("“{word}” is allowed from now on: {file} says so.")
            self.notify(text.format(word=one_line(mark.word), file=file), markup=False)
        except Trouble as trouble:
            self.notify(say(trouble.message), severity="error", timeout=15, markup=False)
        self._marks_differ()

    def _marks_differ(self) -> None:
        self._looked_at = ("", None, -1)
        self.notify_style_update()
        self.refresh()
        self.look_again()
