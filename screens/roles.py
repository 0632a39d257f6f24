"""Who does what on the bridge: each role with who has it, handed over and laid down by a key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from pydantic import ValidationError
from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from data import formats
from data.language import _, say
from data.notebook import Changed
from data.typed import when_context
from model.change import Change
from model.incident import Incident
from model.message import N_, Refused
from model.refusal import first_refusal
from model.roles import SEVERAL, hand_over, holders, lay_down, usual_time
from model.stamping import NewEntry
from model.timeline import ROLE_LABELS, Role
from model.when import read_when
from screens.columns import cut, left
from screens.dialog import Dialog
from screens.keys import bound
from screens.names import Named, Names
from screens.session import Session
from screens.widgets.capture import SOURCE
from screens.widgets.line_list import LineList

__all__ = ["Roles"]

_NARROW_BELOW, _NARROW_LABEL = 54, 12
"""Cells of a line below which a role has fewer, and a time stands without words."""
_AROUND = 6
"""Lines of the window that are no roles."""


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, and one who has it."""

    role: Role
    person: str = ""
    since: datetime | None = None
    more: bool = False
    """Whether others have the role already, and this line is for one more."""


class RoleList(LineList[RoleRow]):
    """A line a role, and a person who has it."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="roles")
        self._session = session

    def paint(self, row: RoleRow) -> Sequence[tuple[str, str]]:
        """The role, the name, since when."""
        width = self.scrollable_content_region.width
        narrow = width < _NARROW_BELOW
        label = _NARROW_LABEL if narrow else max(cell_len(_(name)) for name in ROLE_LABELS.values())
        parts = [("-plain", f" {cut('' if row.more else _(ROLE_LABELS[row.role]), label)}  ")]
        since = f"  {self._since(row.since, narrow=narrow)}" if row.since else ""
        room = max(1, width - label - 3 - cell_len(since))
        if row.person:
            parts += [("-mark", cut(row.person, room)), ("-muted", since)]
        else:
            parts.append(("-muted", left(_("one more") if row.more else _("nobody yet"), room)))
        return parts

    def _since(self, moment: datetime, *, narrow: bool) -> str:
        local, today = self._session.local(moment), self._session.local(self._session.now)
        shown = formats.clock(local) if local.date() == today.date() else formats.moment(local)
        return formats.clock(local) if narrow else _("since {time}").format(time=shown)


class Roles(Dialog[None]):
    """The roles. What is done here is an entry of the timeline, and undo takes it back."""

    purpose: ClassVar[str] = N_(
        "Who leads, who writes, who tells the others, who knows the parts best. Enter hands the role over, {lay_down} "
        "lays it down; the timeline says so, and {undo} takes it back."
    )
    purpose_keys: ClassVar[Mapping[str, str]] = {"lay_down": "roles.lay-down", "undo": "app.undo-letter"}
    BINDINGS: ClassVar[list[BindingType]] = bound(
        "roles.hand-over", "roles.lay-down", "app.undo-letter", "dialog.close"
    )

    def __init__(self, session: Session) -> None:
        super().__init__(_("Who does what"))
        self._session = session

    def compose_dialog(self) -> ComposeResult:
        """A line a role."""
        yield RoleList(self._session)

    def on_mount(self) -> None:
        """Follow the incident: somebody else may hand over too."""
        self._session.changed.subscribe(self, self._on_change)
        self._show()
        self.query_one(RoleList).focus()

    def on_resize(self) -> None:
        """Show as many lines as there is room for."""
        self._fit()

    def _on_change(self, _changed: Changed) -> None:
        self._show()

    def _fit(self) -> None:
        entries = self.query_one(RoleList)
        entries.styles.height = max(1, min(len(entries.rows), self.size.height - _AROUND))

    def _show(self) -> None:
        rows: list[RoleRow] = []
        for role, found in holders(self._session.incident).items():
            rows += [RoleRow(role, one.person, one.since) for one in found]
            if not found or role in SEVERAL:
                rows.append(RoleRow(role, more=bool(found)))
        entries = self.query_one(RoleList)
        entries.show(rows, min(entries.cursor, len(rows) - 1))
        self._fit()

    @on(LineList.Chosen)
    def action_hand_over(self) -> None:
        """Ask who takes the role over."""
        row = self.query_one(RoleList).current
        if row is None:
            return

        def take(named: Named) -> None:
            self._do(hand_over, row.role, named)

        title = _("{role}: who takes over?").format(role=_(ROLE_LABELS[row.role]))
        self.app.push_screen(Names(self._session, title, take))

    def action_lay_down(self) -> None:
        """The person on the line has the role no longer."""
        row = self.query_one(RoleList).current
        if row is not None and row.person:
            try:
                self._do(lay_down, row.role, Named(row.person))
            except (Refused, ValidationError) as error:
                self.notify(say(first_refusal(error)[1]), severity="warning", markup=False)

    def _do(self, rule: Callable[..., Change], role: Role, named: Named) -> None:
        """Hand over or lay down, at the time that was typed or the usual one. Raises what the rule raises."""
        notebook, now = self._session.notebook, self._session.now
        incident: Incident = notebook.incident
        when = read_when(named.when, when_context(incident, now)) if named.when else None
        new = NewEntry(
            at=when.at if when else usual_time(incident, role, now),
            zone=when.zone if when else None,
            typed=when.typed if when else "",
            source=SOURCE,
            author=notebook.author,
        )
        notebook.do(rule(incident, role, named.name, new, now, say))
