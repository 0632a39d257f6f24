"""A text that changes often and seldom needs another place."""

from textual.content import Content
from textual.widgets import Static

__all__ = ["Steady"]


class Steady(Static):
    """A text of which a new wording is painted; the screen is laid out anew only where its lines have other lengths."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._wording = Content("")

    def show(self, text: str | Content) -> None:
        """Say that from now on."""
        wording = Content(text) if isinstance(text, str) else text
        before, self._wording = self._wording, wording
        if wording != before or wording.spans != before.spans:
            self.update(wording, layout=_shape(wording) != _shape(before))


def _shape(text: Content) -> list[int]:
    return [line.cell_length for line in text.split("\n", allow_blank=True)]
