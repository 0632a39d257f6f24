"""The program on the screen: which incident is open, which screen is shown, what works everywhere."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.message import Message as Event
from textual.screen import Screen

from data.language import _, say
from data.trouble import Trouble
from model.message import Message
from screens.keys import bound
from screens.opening import Opening
from screens.session import OpenIncident, Session
from screens.taste import complain, dress
from tui.answers import offered, say_changed, say_moved, say_saved
from tui.leaving import heed_signals, leave
from tui.loading import LoadingApp
from tui.sections import add_screens, add_sections, forget_sections, go_on
from tui.themes import DARK, LIGHT, add_themes
from tui.windows import WITHOUT_INCIDENT, Place, window

if TYPE_CHECKING:  # loaded once the first frame is painted
    from data.notebook import Changed
    from tui.start import Load, Start

__all__ = ["BridgelogApp", "run_app"]

_NOT_OVER_DIALOGS = frozenset({"section", "neighbour", "home", "show", "milestone", "command_palette"})
_AT_ONCE = frozenset({"stamp", "quit"})
_OF_AN_INCIDENT = frozenset({"section", "neighbour", "show", "undo", "redo", "copy_text"})


class NotebookChanged(Event):
    """The notebook said so, from whichever thread."""

    def __init__(self, changed: "Changed") -> None:
        super().__init__()
        self.changed = changed


class BridgelogApp(LoadingApp):
    """The frame around the screens."""

    TITLE = "Bridgelog"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal"), (110, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "timeline.stamp",
        "timeline.milestone",
        "app.help",
        "section.previous",
        "section.next",
        "app.go-to",
        "field.editor",
        "app.saved",
        "app.undo",
        "app.redo",
        "app.theme",
        "app.quit",
    )

    def __init__(self, load: "Load", opening: Opening | None = None, theme: str = "") -> None:
        """With an `opening`, that is shown in that theme first, and the program is loaded beside it."""
        super().__init__(load, opening)
        self._told: Message | None = None
        self._own_thread = get_ident()
        add_themes(self, theme)

    async def begin(self, start: "Start") -> None:
        """Show the first screen, and start the clock."""
        self.session = Session(self, start.workspace, start.settings, start.rules, start.shown_folder)
        complain(self, start.settings, dress(self, start.settings, DARK.name))
        add_screens(self, self.session)
        self.set_interval(1, self._tick)
        if start.path is not None:
            await self.open_incident(start.path, start.begin)
        if self.session.opened is None:
            await self.switch_mode("review" if start.begin == "review" else "home")

    def _tick(self) -> None:
        self.session.tick.publish(self.session.now)

    async def on_open_incident(self, event: OpenIncident) -> None:
        """Open what the list of incidents asks for."""
        await self.open_incident(event.path, event.section, event.back)

    async def open_incident(self, path: Path, section: str = "timeline", back: str = "home") -> None:
        """Open an incident on one of its sections, and say where escape leads; one that was open before is closed."""
        if self.session.opened is None or self.session.opened.path != path:
            try:
                notebook = self.session.workspace.open(path)
                if self.session.opened is not None:
                    self.session.opened.close()
            except Trouble as trouble:
                self.notify(say(trouble.message), severity="error", timeout=20, markup=False)
                return
            await forget_sections(self)
            notebook.listener = self._hear
            notebook.start()
            self.session.opened = notebook
            add_sections(self, self.session)
        self.session.back_to = back
        await self.switch_mode(section)

    def _hear(self, changed: "Changed") -> None:
        if get_ident() == self._own_thread:
            self._tell(changed)  # at once: what was typed and what came of it are painted together
        else:
            self.post_message(NotebookChanged(changed))

    def on_notebook_changed(self, event: NotebookChanged) -> None:
        """Take over what another thread says."""
        self._tell(event.changed)

    def _tell(self, changed: "Changed") -> None:
        """Tell the screens, and the user once where something cannot be saved."""
        self.session.changed.publish(changed)
        self._told = say_changed(self, changed, self.session.opened, self._told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dialogs are finished before one goes elsewhere; what is not loaded yet has to wait."""
        if not self.loaded:
            return action in _AT_ONCE
        over_dialog = self.screen.is_modal and not isinstance(self.screen, CommandPalette)
        if action in _NOT_OVER_DIALOGS and over_dialog:
            return False
        needs_incident = action in _OF_AN_INCIDENT and not WITHOUT_INCIDENT.intersection(parameters)
        return self.session.opened is not None or not needs_incident

    async def action_stamp(self) -> None:
        """Stamp this moment into the open incident, or into the one that is live."""
        if self.opening is not None and not self.loaded:
            self.opening.stamp()
            return
        from tui.stamps import ready, stamp

        now = self.session.now
        if await ready(self, self.session, self.open_incident, now):
            stamp(self, self.session, now)

    async def action_milestone(self) -> None:
        """Ask which milestone this moment is."""
        from screens.milestones import MilestonePicker
        from tui.stamps import ready, stamp_milestone

        now = self.session.now
        if await ready(self, self.session, self.open_incident, now):
            self.push_screen(MilestonePicker(self.session), partial(stamp_milestone, self, self.session, now))

    async def action_section(self, word: str) -> None:
        """Go to a section, or to the review."""
        self.session.came_from = self.current_mode
        await self.switch_mode(word)

    def action_neighbour(self, step: int) -> None:
        """Go to the section before or after."""
        go_on(self, step)

    async def action_home(self) -> None:
        """Go to the list of incidents."""
        self.session.back_to = "home"
        await self.switch_mode("home")

    async def action_show(self, name: str) -> None:
        """Show a window over the screen, and go where it says when it closes."""
        await self.push_screen(window(name, self.session), self._go)

    async def _go(self, place: Place | None) -> None:
        if isinstance(place, Path):
            await self.open_incident(place)
        elif place is not None:
            await self.switch_mode(place)

    def action_keys(self) -> None:
        """Show what this screen is for, and its keys."""
        from screens.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen, self.session))

    def action_copy_text(self, format: str) -> None:
        """Put a short text on the clipboard."""
        from tui.copying import copy

        copy(self, self.session, format)

    def action_undo(self) -> None:
        """Take back what was typed in the field, or else the latest change of the incident."""
        revert: Callable[[], bool] | None = getattr(self.screen.focused, "revert", None)
        if revert is None or not revert():
            say_moved(self, _("Undone: {name}"), self.session.notebook.undo, _("Nothing to undo."))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        say_moved(self, _("Done again: {name}"), self.session.notebook.redo, _("Nothing to do again."))

    def action_saved(self) -> None:
        """Say whether everything is on the disk."""
        say_saved(self, self.session.opened)

    def action_editor(self) -> None:
        """Write the focused field in the user's editor."""
        from tui.editor import edit_focused

        edit_focused(self)

    def action_theme(self) -> None:
        """Change between light and dark."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    async def action_quit(self) -> None:
        """Quit once all is saved; where that fails, ask what to do."""
        if not self.loaded:
            self.once_done = self._leave
            if not self.owes:
                self.exit()
        else:
            self._leave()

    def _leave(self) -> None:
        self.run_worker(leave(self, self.session), exclusive=True, group="leave")

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: every action that works on the screen."""
        return offered(self, screen)


def run_app(load: "Load", *, mouse: bool, opening: Opening | None = None, theme: str = "") -> int:
    """Run the program on the screen until the user quits; returns the exit code.

    Raises what `load` raises.
    """
    app = BridgelogApp(load, opening, theme)
    heed_signals(app)
    app.run(mouse=mouse)
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
