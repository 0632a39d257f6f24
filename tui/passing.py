"""A plain stamp from a shell, ahead of loading the program: scripts stamp often, and wait for it."""

import getpass
from collections.abc import Sequence
from typing import Any

from data.clock import system_clock
from data.folder import file_of
from data.passing import Passing, only_live
from data.places import settings_path, workspace_path
from data.trouble import Trouble
from data.unchecked_settings import unchecked

__all__ = ["SOURCE", "stamped"]

SOURCE = "shell"
"""Where an entry came from, as it says itself."""
_OPTIONS = {"--workspace": "folder", "--incident": "part"}


def stamped(argv: Sequence[str]) -> bool:
    """Whether the command line asked for a plain stamp, and it is filed; else it is for the command.

    Raises `OSError` where the disk refuses it.
    """
    asked = _read(argv)
    if asked is None:
        return False
    at = system_clock()
    wishes = unchecked(settings_path())
    author = _author(wishes)
    if author is None:
        return False
    try:
        folder = workspace_path(asked["folder"] or None)
        path = file_of(folder, asked["part"]) if asked["part"] else only_live(folder)
    except Trouble:
        return False
    if path is None or not Passing(asked["text"], at, author, SOURCE).file_in(path):
        return False
    _note_secrets(asked["text"], wishes)
    return True


def _read(argv: Sequence[str]) -> dict[str, str] | None:
    """The text and where it belongs, of a command line that says no more than that."""
    found = {"folder": "", "part": "", "text": ""}
    words = iter(argv)
    plain: list[str] = []
    for word in words:
        name, equals, value = word.partition("=")
        if name in _OPTIONS:
            found[_OPTIONS[name]] = value if equals else next(words, "")
        elif word.startswith("-"):
            return None
        else:
            plain.append(word)
    if len(plain) != 2 or plain[0] != "stamp" or not all(text.isprintable() for text in (*plain, *found.values())):
        return None
    return {**found, "text": plain[1]}


def _author(wishes: dict[str, Any]) -> str | None:
    """Who writes: as set, or the login name; nothing where what is set needs a closer look."""
    author = wishes.get("author") or ""
    if not isinstance(author, str) or not author.isprintable() or len(author) > 100:
        return None
    try:
        return author.strip() or getpass.getuser()
    except (OSError, KeyError):
        return ""


def _note_secrets(text: str, wishes: dict[str, Any]) -> None:
    from model.secrets import secrets

    if any(secrets(text)):
        from data.language import use_reader
        from tui.secret_notes import note_secrets

        use_reader(str(wishes.get("language", "")), str(wishes.get("locale", "")))
        note_secrets([text])
