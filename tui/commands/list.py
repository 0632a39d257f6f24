"""`bridgelog list`: the incidents of the workspace, live first, then the newest."""

import argparse

from data import formats
from data.glance import Glance, glances
from data.language import _, say
from tui.desk import Desk, as_json, complain, is_plain, table

__all__ = ["configure", "run"]

_RIGHT = (4, 5, 6, 7)
_TITLE = 3


def configure(parser: argparse.ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--json", action="store_true", help=_("for scripts"))


def run(arguments: argparse.Namespace, desk: Desk) -> int:
    """List them; a broken file is named and hinders no other."""
    seen, broken = glances(desk.workspace, desk.now, desk.rules)
    for found in broken:
        if found.trouble:
            complain(say(found.trouble))
    if arguments.json:
        desk.say(as_json([glance.as_json() for glance in seen]))
    elif seen:
        head = [_("ID"), _("severity"), _("state"), _("title"), _("took"), _("cost"), _("actions"), _("missing")]
        desk.say(table([_row(glance) for glance in seen], _RIGHT, head=head, shrink=_TITLE))
    else:
        complain(_("no incidents yet: bridgelog new TITLE begins one"))
    return 0


def _row(glance: Glance) -> list[str]:
    return [
        glance.incident.id,
        glance.incident.summary.severity.value,
        _("live") if glance.live else _("ended"),
        glance.incident.summary.title,
        "–" if glance.duration is None else formats.duration(glance.duration),
        "–" if glance.total_cost is None else formats.amount(glance.total_cost.amount, glance.total_cost.currency),
        _actions(glance),
        _missing(glance),
    ]


def _actions(glance: Glance) -> str:
    """How many are open, and how many of them are overdue or due soon."""
    parts = [formats.number(glance.open_actions)]
    if glance.overdue_actions:
        parts.append(_("{n} overdue").format(n=formats.number(glance.overdue_actions)))
    if glance.due_soon_actions:
        parts.append(_("{n} due soon").format(n=formats.number(glance.due_soon_actions)))
    return ", ".join(parts)


def _missing(glance: Glance) -> str:
    """What blocks publishing; nothing is asked for while it is live, or where no post-mortem is owed."""
    if glance.blocking:
        return formats.number(len(glance.blocking))
    if not glance.owed:
        return _("none owed")
    return "–" if glance.live else formats.number(0) if is_plain() else "✓"
