"""The first frame ahead of the program: one types into it while the rest is loaded."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from data.folder import file_of
from data.language import use_reader
from data.places import settings_path, workspace_path
from data.unchecked_settings import unchecked
from tui.start import Start
from tui.terminal import has_terminal, paint_often

if TYPE_CHECKING:
    from screens.opening import Opening

__all__ = ["Early", "asked_to_open"]

_WORKSPACE = "--workspace"


@dataclass(frozen=True, slots=True)
class Early:
    """A command line that does nothing but show the program: `bridgelog`, `bridgelog open`, `bridgelog open ID`."""

    folder: str | None
    """The workspace as it was given."""
    opens: bool
    """Whether it opens an incident."""
    part: str
    """Its ID, or a part of it; empty for the live one."""

    def show(self) -> int:
        """Run the program until the user quits; returns the exit code.

        Raises what hinders it: `Trouble` where no such incident is there.
        """
        gc.disable()  # until the first screen is painted
        path = file_of(workspace_path(self.folder), self.part) if self.part else None
        wishes = unchecked(settings_path())
        use_reader(str(wishes.get("language", "")), str(wishes.get("locale", "")))
        paint_often()
        from screens.opening import Opening
        from tui.app import run_app

        name = path.stem if path else ""
        opening = Opening(name, takes_text=self.opens)
        mouse = wishes.get("mouse") is not False
        return run_app(
            lambda: self._load(path, opening), mouse=mouse, opening=opening, theme=str(wishes.get("theme", ""))
        )

    def _load(self, path: Path | None, opening: "Opening") -> Start:
        """Everything else, beside the first frame; first of all what is to be seen in it."""
        if path is not None:
            from data.first_look import first_look

            opening.call_later(opening.show_rows, first_look(path))
        import_module("screens.timeline" if self.opens else "screens.home")
        from tui.commands.open import only_live
        from tui.desk import Desk

        desk = Desk.of_environment().at(self.folder)
        use_reader(desk.settings.language, desk.settings.locale)
        if path is None and self.opens:
            path = only_live(desk)
        return Start(desk.workspace, desk.settings, desk.rules, path)


def asked_to_open(argv: Sequence[str]) -> Early | None:
    """What a command line shows, if that is all it asks for, and there is a terminal to show it in."""
    words, folder = list(argv), None
    for place, word in enumerate(words):
        if word.startswith(f"{_WORKSPACE}="):
            folder = word.partition("=")[2]
            del words[place]
            break
        if word == _WORKSPACE and place + 1 < len(words):
            folder = words[place + 1]
            del words[place : place + 2]
            break
    fits = not words or (words[0] == "open" and len(words) <= 2 and not any(word[:1] == "-" for word in words))
    if not fits or folder == "" or not has_terminal() or not _is_plain(words):
        return None
    return Early(folder, bool(words), words[1] if len(words) == 2 else "")


def _is_plain(words: Sequence[str]) -> bool:
    """Whether the words can be written as text: half a character cannot."""
    try:
        "".join(words).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
