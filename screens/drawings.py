"""Pictures in characters: dots, bars and shades, which say the same without colour."""

from collections.abc import Iterable

from model.review.axis import LogAxis

__all__ = ["bar", "dots", "shade"]

_BLANK = 0x2800
_STACK = ((0x40, 0x04, 0x02, 0x01), (0x80, 0x20, 0x10, 0x08))
"""The four dots of the left and of the right half of a character of braille, from below."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_SHADES = "·░▒▓█"


def dots(seconds: Iterable[float], axis: LogAxis, width: int) -> str:
    """A dot for each duration, stacked where they meet; four dots stand for four or more."""
    heights = [0] * (2 * width)
    for one in seconds:
        heights[min(2 * width - 1, int(axis.place(one) * 2 * width))] += 1
    cells = []
    for left in range(0, 2 * width, 2):
        code = _BLANK
        for half in (0, 1):
            code += sum(_STACK[half][: heights[left + half]])
        cells.append(chr(code) if code != _BLANK else " ")
    return "".join(cells)


def bar(share: float, width: int) -> str:
    """A bar from nought, in eighths of a character; what is not nought is seen."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    if share > 0:
        eighths = max(1, eighths)
    full, rest = divmod(eighths, 8)
    return "█" * full + (_EIGHTHS[rest] if rest else "")


def shade(mean: float | None) -> str:
    """How heavy a factor was, from 0 to 3."""
    if mean is None:
        return " "
    return _SHADES[0 if mean <= 0 else min(4, 1 + int(mean * 4 / 3))]
