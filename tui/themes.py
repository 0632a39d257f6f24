"""Two calm themes: one accent, and alarms for severity and overdue alone."""

from typing import Any

from textual.app import App
from textual.theme import Theme

from screens.taste import take_theme

__all__ = ["DARK", "LIGHT", "THEMES", "add_themes"]

DARK = Theme(
    name="bridgelog-dark",
    primary="#5aa9e6",
    secondary="#9fc5e8",
    accent="#7fc8f8",
    warning="#f0c36d",
    error="#ff7b72",
    success="#8fd19e",
    foreground="#dfe4ea",
    background="#12161c",
    surface="#171c24",
    panel="#222a35",
    dark=True,
    variables={"block-cursor-background": "#2f4a63", "block-cursor-foreground": "#ffffff"},
)
LIGHT = Theme(
    name="bridgelog-light",
    primary="#1f5f99",
    secondary="#2b4f6e",
    accent="#0b5cad",
    warning="#8a5a00",
    error="#b3261e",
    success="#1e6b34",
    foreground="#1b2128",
    background="#fafbfc",
    surface="#f1f4f7",
    panel="#dfe5ec",
    dark=False,
    variables={"block-cursor-background": "#bcd7f2", "block-cursor-foreground": "#0c1117"},
)
THEMES = (DARK, LIGHT)


def add_themes(app: App[Any], theme: str = "") -> None:
    """Offer them beside those that come with Textual, and take the one of that name, or else the dark one."""
    for each in THEMES:
        app.register_theme(each)
    take_theme(app, theme, DARK.name)
