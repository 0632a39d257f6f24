"""The keys that a text names, as they are set."""

from collections.abc import Mapping
from typing import Any

from textual.app import App

from screens.keymap import key_shown
from screens.session import Session

__all__ = ["keys_named"]


def keys_named(app: App[Any], session: Session, actions: Mapping[str, str]) -> dict[str, str]:
    """The key of each of those actions, by the name that stands for it in a text: `{"add": "item.add"}` gives `a`."""
    keys = session.settings.keys
    return {name: key_shown(app, keys, action) for name, action in actions.items()}
