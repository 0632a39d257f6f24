"""What the screens of all sections have in common: the lines above and below, the keys, following changes."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, TextArea

from data.notebook import Changed
from model.incident import SECTIONS, Incident
from screens.guided import Guided
from screens.key_words import keys_named
from screens.keys import bound
from screens.session import Session
from screens.widgets.key_bar import KeyBar
from screens.widgets.section_tabs import SectionTabs
from screens.widgets.status_line import StatusLine

__all__ = ["SectionScreen"]


class SectionScreen(Guided):
    """A screen of one section. It shows the notebook's incident, and changes it through the notebook alone."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    purpose_keys: ClassVar[Mapping[str, str]] = {}
    """The actions whose keys `purpose` and the texts of the section name, by their names there."""
    word: ClassVar[str]
    """The section's word."""
    follows: ClassVar[frozenset[str]] = frozenset()
    """Words of other sections whose changes it shows as well."""
    at_once: ClassVar[bool] = False
    """Whether a change made here is shown before anything else happens: it is painted together with its key."""
    purpose: ClassVar[str]
    """What the section is for, in a sentence or two for the help; marked for translation."""

    BINDINGS: ClassVar[list[BindingType]] = bound(
        "screen.back",
        "screen.back-letter",
        "timeline.stamp-letter",
        "timeline.milestone-letter",
        "app.missing",
        "app.take_in",
        "app.export",
        "app.export-anywhere",
        "app.publish",
        "app.clocks",
        "facilitation.begin",
        "timeline.legal",
        "timeline.legal-letter",
        "app.severity",
        "app.roles",
        "app.todos",
        "copy.status",
        "copy.status-anywhere",
        "copy.executive",
        "copy.handover",
        "copy.text",
        "app.history",
        "app.similar",
        "app.review",
        "app.unsaved",
        "app.undo-letter",
        "app.home",
        "app.settings",
        "app.help-letter",
        *(f"section.{word}" for word in SECTIONS),
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def incident(self) -> Incident:
        """The open incident as it is at this moment."""
        return self.session.incident

    def compose(self) -> ComposeResult:
        """The status, the sections, the section's own part, the keys."""
        yield StatusLine(self.session)
        yield SectionTabs(self.word)
        yield from self.compose_section()
        yield KeyBar()

    def compose_section(self) -> ComposeResult:
        """The section's own part."""
        raise NotImplementedError

    def show_incident(self) -> None:
        """Show the incident as it is now."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the incident, now and after each change of it."""
        self.session.changed.subscribe(self, self._on_change, immediate=self.at_once)
        self.show_incident()

    def _on_change(self, changed: Changed) -> None:
        if not changed.sections & {self.word, *self.follows}:
            return
        try:
            self.show_incident()
        except Exception:
            self.call_next(self.show_incident)  # a signal would keep the error to itself

    def on_screen_resume(self) -> None:
        """Go to the record that is sought here, if one is."""
        sought = self.session.sought
        if sought is not None and sought[0] == self.word:
            self.session.sought = None
            self.call_after_refresh(self.seek, *sought[1:])

    def seek(self, record: str, field: str | None = None) -> None:
        """Put the cursor on the record with that id, and on its field where one is named."""

    @property
    def keys(self) -> dict[str, str]:
        """The keys that the texts of the section name, as they are set."""
        return keys_named(self.app, self.session, self.purpose_keys)

    def action_back(self) -> None:
        """Leave the field; outside of one, go back to the review that opened it, or to the list of incidents."""
        if isinstance(self.focused, Input | TextArea):
            self.leave_field()
        else:
            back, self.session.back_to = self.session.back_to, "home"
            self.app.switch_mode(back)

    def action_raise_severity(self) -> None:
        """Make the severity one step higher."""
        from screens.severity import raise_severity

        self.notify(raise_severity(self.app, self.session), markup=False)

    def leave_field(self) -> None:
        """Put the focus where letters are keys again: on the section's list, if it has one."""
        lists = self.query("LineList, ItemList, DataTable")
        self.set_focus(lists.first() if lists else None)
