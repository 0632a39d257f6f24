"""What the program answers: what was undone, whether all is saved, what it can do."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from data.language import _, say
from model.message import Message, Refused
from screens.keys import KEYS

if TYPE_CHECKING:
    from data.notebook import Changed, Notebook

__all__ = ["offered", "say_changed", "say_moved", "say_saved"]


def say_moved(app: App[Any], text: str, move: Callable[[], Message | None], nothing: str) -> None:
    """Undo or do again, and say by its name what it was, or why it stays, or that there is nothing."""
    from pydantic import ValidationError

    from model.refusal import first_refusal

    try:
        name = move()
    except (Refused, ValidationError) as error:
        app.notify(say(first_refusal(error)[1]), severity="warning", timeout=10, markup=False)
        return
    app.notify(text.format(name=say(name)) if name else nothing, timeout=3, markup=False)


def say_changed(app: App[Any], changed: "Changed", notebook: "Notebook | None", told: Message | None) -> Message | None:
    """Say what of the user's changes stays beside somebody else's, and once what hinders saving; returns the latter."""
    for kept in changed.kept:
        app.notify(say(kept), severity="warning", timeout=10, markup=False)
    trouble = notebook.trouble if notebook else None
    if trouble is not None and trouble != told:
        hint = _("S: save it elsewhere, or copy it out")
        app.notify(f"{say(trouble)}. {hint}", severity="error", timeout=15, markup=False)
    return trouble


def say_saved(app: App[Any], notebook: "Notebook | None") -> None:
    """Say whether everything is on the disk, and where."""
    if notebook is None:
        app.notify(_("Nothing is open."))
    elif notebook.trouble:
        app.notify(say(notebook.trouble), severity="error", markup=False)
    elif notebook.unsaved:
        app.notify(_("Saving …"))
    else:
        app.notify(_("All is saved already, in {file}").format(file=notebook.path), markup=False)


def offered(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What the palette offers on that screen: every action that works there, with its keys."""
    for active in screen.active_bindings.values():
        key = KEYS.get(active.binding.id or "")
        if key is not None:
            run = partial(app.run_action, active.binding.action, active.node)
            yield SystemCommand(f"{_(key.name)}  ({app.get_key_display(active.binding)})", _(key.help), run)
