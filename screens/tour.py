"""The tour: goes with the user through the first deeds, and on to the next step when one is done."""

from typing import Any

from textual.app import App
from textual.content import Content

from data.language import _
from screens.keymap import key_shown
from screens.session import Session
from screens.tour_steps import STEPS, Seen, Step
from screens.widgets.tour_panel import TourPanel

__all__ = ["Tour"]


class Tour:
    """Which step it is; a panel says so on each screen that is shown. It hinders nothing."""

    def __init__(self, app: App[Any], session: Session, *, demo: bool = False) -> None:
        """With `demo`, the workspace is thrown away in the end, and the tour says so."""
        self._app = app
        self._session = session
        self._demo = demo
        self._before = self._seen()
        self._steps = tuple(step for step in STEPS if step.wanted(self._before))
        self._number = 0
        self._panels: list[TourPanel] = []

    def begin(self) -> None:
        """Show the first step, and follow what the user does."""
        self._session.tour = self
        self._session.changed.subscribe(self._app, self._look)
        self._app.screen_change_signal.subscribe(self._app, self._look)
        self._look(None)

    @property
    def step(self) -> Step:
        """What it is about now."""
        return self._steps[self._number]

    @property
    def number(self) -> int:
        """Which step that is: the first is 1."""
        return self._number + 1

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    @property
    def text(self) -> Content:
        """What the step says, with the keys as they are set."""
        keys = {name: self.key(action) for name, action in self.step.keys.items()}
        marked = _(self.step.text).format(**{name: f"[b]${name}[/b]" for name in keys})
        return Content.from_markup(marked, **keys)

    def key(self, action: str) -> str:
        """The key of that action, as it is set, in the way it is shown everywhere."""
        return key_shown(self._app, self._session.settings.keys, action)

    def go(self, by: int) -> None:
        """Go so many steps on, or back; after the last one it is over."""
        number = max(0, self._number + by)
        if number == len(self._steps):
            self.end()
            return
        self._number = number
        self._before = self._seen()
        for panel in self._panels:
            panel.refresh(layout=True)

    def end(self) -> None:
        """Leave the tour, and say how it comes back."""
        self._session.tour = None
        self._session.changed.unsubscribe(self._app)
        self._app.screen_change_signal.unsubscribe(self._app)
        for panel in self._panels:
            panel.remove()
        self._app.screen.refresh_bindings()
        keys = {"leave": self.key("screen.back"), "key": self.key("app.tour")}
        self._app.notify(_("{leave}, then {key}, shows the tour again.").format(**keys), timeout=4)

    def _look(self, _event: object) -> None:
        """Go on where the step is done, and see to it that the screen in sight has a panel."""
        if self._session.tour is not self:
            return
        if self.step.done(self._before, self._seen()):
            self.go(1)
        screen = self._app.screen
        if self._session.tour is self and hasattr(screen, "action_tour"):  # not over windows, nor in the meeting
            screen.call_after_refresh(self._show_panel)

    def _show_panel(self) -> None:
        screen = self._app.screen
        below = screen.query("SectionTabs") or screen.query("StatusLine")
        if self._session.tour is self and below and hasattr(screen, "action_tour") and not screen.query(TourPanel):
            panel = TourPanel(self)
            self._panels = [*(one for one in self._panels if one.is_attached), panel]
            screen.mount(panel, after=below.last())

    def _seen(self) -> Seen:
        screen, opened = self._app.screen, self._session.opened
        place = type(screen).__name__ if screen.is_modal else self._app.current_mode
        return Seen(place, opened.incident if opened else None, self._demo)
