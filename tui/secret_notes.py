"""Saying that what was filed holds a secret; it is filed all the same."""

from collections.abc import Iterable

from data.language import _, say
from tui.desk import complain

__all__ = ["note_secrets"]


def note_secrets(texts: Iterable[str]) -> None:
    """Say in one line on standard error what secrets the texts hold, if any."""
    from model.secrets import secrets  # its patterns take a while to load

    names = dict.fromkeys(say(secret.name) for text in texts for secret in secrets(text))
    if names:
        text = _("filed, and it looks like a secret ({names}): take it out, and have it replaced")
        complain(text.format(names=", ".join(names)))
