"""Saying that what was filed holds a secret; it is filed all the same."""

from collections.abc import Iterable

from data.language import _, ngettext, say
from model.incident import Incident
from tui.desk import complain

__all__ = ["note_secrets", "note_unpublishable"]


def note_secrets(texts: Iterable[str]) -> None:
    """Say in one line on standard error what secrets the texts hold, if any."""
    from model.secrets import secrets  # its patterns take a while to load

    names = dict.fromkeys(say(secret.name) for text in texts for secret in secrets(text))
    if names:
        text = _("filed, and it looks like a secret ({names}): take it out, and have it replaced")
        complain(text.format(names=", ".join(names)))


def note_unpublishable(incident: Incident) -> None:
    """Say in one line on standard error that a document is about to hold secrets, if it is."""
    from model.readiness.secrets import findings

    found = list(findings(incident))
    if found:
        text = ngettext(
            "{n} secret stands in the document: take it out, or use --redact",
            "{n} secrets stand in the document: take them out, or use --redact",
            len(found),
        )
        complain(text.format(n=len(found)))
