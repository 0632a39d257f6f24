"""Themes whose texts can be read: a colour that is too close to what it stands on is moved away from it."""

from collections.abc import Mapping
from dataclasses import replace

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

__all__ = ["GROUNDS", "LEAST", "TEXTS", "colors_of", "drawn_on", "legible", "ratio"]

LEAST = 4.5
"""The contrast that text of any size needs (WCAG 2.2, criterion 1.4.3)."""
TEXTS = (
    *("foreground", "foreground-muted", "text-muted", "text-primary", "text-secondary"),
    *("text-accent", "text-warning", "text-error", "text-success"),
)
GROUNDS = ("background", "surface", "panel", "boost")
_STEPS = 20


def ratio(text: Color, ground: Color) -> float:
    """The contrast of a text on a ground, from 1 to 21 (WCAG 2.2)."""
    brighter, darker = sorted((_luminance(text), _luminance(ground)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def legible(theme: Theme) -> Theme:
    """The theme with every text at least `LEAST` from all grounds; that of the terminal's own palette as it is."""
    if theme.ansi:
        return theme
    colors = colors_of(theme)
    base = Color.parse(colors["background"])
    grounds = [_over(Color.parse(colors[name]), base) for name in GROUNDS]
    moved: dict[str, str] = {}
    for name in TEXTS:
        drawn = [_drawn(colors[name], ground) for ground in grounds]
        if min(map(ratio, drawn, grounds)) < LEAST:
            moved[name] = _moved(drawn[0], grounds, WHITE if theme.dark else BLACK).hex
    cursor = Color.parse(colors["block-cursor-background"])
    text = _drawn(colors["block-cursor-foreground"], _over(cursor, base))
    if ratio(text, _over(cursor, base)) < LEAST:
        moved["block-cursor-foreground"] = max(WHITE, BLACK, key=lambda one: ratio(one, _over(cursor, base))).hex
    return replace(theme, variables={**theme.variables, **moved}) if moved else theme


def colors_of(theme: Theme) -> dict[str, str]:
    """The colours that the program draws with in that theme, by the names that styles have for them."""
    return {**theme.to_color_system().generate(), **theme.variables}


def drawn_on(colors: Mapping[str, str], text: str, ground: str) -> tuple[Color, Color]:
    """What a text and a ground of a theme look like, the one on the other."""
    below = _over(Color.parse(colors[ground]), Color.parse(colors["background"]))
    return _drawn(colors[text], below), below


def _drawn(value: str, ground: Color) -> Color:
    """The colour as it is seen on the ground; `auto 60%` is black or white, with so much of it."""
    if value.startswith("auto"):
        share = float(value.removeprefix("auto").strip().rstrip("%") or 100) / 100
        return _over(ground.get_contrast_text(share), ground)
    return _over(Color.parse(value), ground)


def _over(color: Color, ground: Color) -> Color:
    return ground.blend(color, color.a, 1)


def _moved(color: Color, grounds: list[Color], target: Color) -> Color:
    """The colour, as little nearer to the target as makes it legible on every ground."""
    for step in range(1, _STEPS + 1):
        nearer = color.blend(target, step / _STEPS, 1)
        if min(ratio(nearer, ground) for ground in grounds) >= LEAST:
            return nearer
    return target


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in (color.r, color.g, color.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
