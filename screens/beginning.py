"""Where there is no incident yet: a line for what is going on, which is all that the first one needs."""

from datetime import datetime
from pathlib import Path

from pydantic import ValidationError
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from data.language import _, say
from data.trouble import Trouble
from model.message import Refused
from model.refusal import first_refusal
from model.summary import NO_TITLE, Severity
from screens.keymap import key_shown
from screens.session import OpenIncident, Session

__all__ = ["Beginning", "begin_incident"]


def begin_incident(session: Session, title: str, at: datetime) -> Path:
    """A new incident that began at that moment, with all defaults; without a title, that is still missing.

    Raises `Trouble` where it cannot be written, and `Refused` or pydantic's `ValidationError` for a wrong title.
    """
    settings = session.settings
    values = {"title": title.strip() or NO_TITLE, "severity": Severity.SEV_2.value, "started_at": at}
    return session.workspace.create(
        {**settings.beginning, **values}, zone=settings.home_zone, currency=settings.currency
    )


class _TitleLine(Input):
    """It notes the moment of the first key: that is when the incident began."""

    began: datetime | None = None

    def __init__(self, session: Session) -> None:
        super().__init__(placeholder=_("what is going on? – enter begins it"), compact=True)
        self._session = session

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.value:
            self.began = self._session.now
        await super()._on_key(event)


class Beginning(Vertical):
    """Says what to do in an empty workspace, and begins the first incident."""

    DEFAULT_CSS = """
    Beginning {
        height: auto;
        padding: 1 4;
        & Static { height: auto; color: $text-muted; }
        & Input { height: 1; margin: 1 0; background: $boost; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """What to do, the line, what else there is."""
        yield Static(_("No incidents yet. A few words about what is going on begin one, now."), markup=False)
        yield _TitleLine(self._session)
        keys = self._session.settings.keys
        actions = {"stamp": "timeline.stamp", "leave": "screen.back", "new": "home.new"}
        shown = {name: key_shown(self.app, keys, action) for name, action in actions.items()}
        text = _(
            "{stamp} begins one as well, and keeps this moment: the words can wait.\n"
            "{leave}, then {new}, asks for severity, start, zone and service, too.\n"
            "“bridgelog demo” in a shell shows a real one, with a short tour."
        )
        yield Static(text.format(**shown), id="more", markup=False)

    @property
    def line(self) -> Input:
        """The line for the title."""
        return self.query_one(_TitleLine)

    def take(self, now: datetime) -> Path:
        """Begin the incident with what stands in the line: at the moment of its first key, or else now.

        Raises what `begin_incident` raises.
        """
        line = self.query_one(_TitleLine)
        path = begin_incident(self._session, line.value, line.began if line.value and line.began else now)
        line.value = ""
        return path

    @on(Input.Submitted)
    def _entered(self) -> None:
        if not self.line.value.strip():
            return
        try:
            self.post_message(OpenIncident(self.take(self._session.now)))
        except (Refused, ValidationError) as error:
            self.notify(say(first_refusal(error)[1]), severity="error")
        except Trouble as trouble:
            self.notify(say(trouble.message), severity="error", timeout=20, markup=False)
