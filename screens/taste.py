"""What the user's settings make of the program on the screen: its theme, its keys, its language."""

from typing import TYPE_CHECKING, Any

from textual.app import App

from data.language import _, say, use_reader
from model.message import Counted
from screens.legible import legible

if TYPE_CHECKING:
    from data.settings import Settings
    from screens.session import Session

__all__ = ["complain", "dress", "take_theme", "use"]


def dress(app: App[Any], settings: "Settings", theme: str) -> int:
    """Take the theme that is set, or else the one given, and the keys; returns how many settings cannot be used."""
    problems = len(settings.problems)
    take_theme(app, settings.theme, theme)
    if not settings.motion:
        app.animation_level = "none"
    if settings.keys or app.is_web or app._keymap:
        from screens.keymap import keymap_of, keys_for

        keymap = keymap_of(keys_for(app, settings.keys))
        app.set_keymap(dict(keymap.keys))
        problems += len(keymap.problems)
    return problems


def take_theme(app: App[Any], name: str, otherwise: str) -> bool:
    """Take the theme of that name, as legible as it has to be; where none is called that, the other, and false."""
    known = name in app.available_themes
    wanted = name if known else otherwise
    theme = legible(app.available_themes[wanted])
    if app.available_themes[wanted] != theme:
        app.register_theme(theme)
    app.theme = wanted
    return known


def complain(app: App[Any], settings: "Settings", problems: int) -> None:
    """Say once that so many of the settings cannot be used, and where they are shown."""
    if problems:
        from screens.keymap import key_shown

        key = key_shown(app, settings.keys, "app.settings")
        text = Counted(
            "{n} setting is wrong: {key} shows it", "{n} settings are wrong: {key} shows them", problems, key=key
        )
        app.notify(say(text), severity="warning", timeout=12, markup=False)


def use(app: App[Any], session: "Session", settings: "Settings") -> None:
    """Let changed settings hold from now on; the mouse, and texts that are drawn already, follow at the next start."""
    before, session.settings = session.settings, settings
    session.rules = settings.rules()
    if (settings.theme, settings.keys) != (before.theme, before.keys):
        dress(app, settings, app.theme)
    if (settings.language, settings.locale) != (before.language, before.locale):
        use_reader(settings.language, settings.locale)
        app.notify(_("What stands on the screen already follows at the next start."), markup=False)
