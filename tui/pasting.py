"""What is pasted comes from anywhere: it is made harmless before any field sees it."""

from textual import events

from model.harmless import clean
from tui.patience import PatientKeys

__all__ = ["HarmlessPaste"]


class HarmlessPaste(PatientKeys):
    """An App whose fields never hold, and so never draw, what the terminal would obey."""

    async def on_event(self, event: events.Event) -> None:
        """Put signs in the place of control characters in what is pasted."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        await super().on_event(event)
