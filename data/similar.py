"""The past incidents of a workspace, kept to be asked which of them are like the one that goes on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from data.index.listing import Sign, listed
from data.trouble import Trouble

if TYPE_CHECKING:  # loaded once there is a past
    from data.workspace import Workspace
    from model.incident import Incident
    from model.review.similar import Past, Similar

__all__ = ["Memory"]

_EVERY, _BREATH = 10, 0.001
"""Files after which whoever types goes first, and for how many seconds."""


class Memory:
    """The past of one workspace. It is read when it is first asked for, and anew where a file of it has changed."""

    def __init__(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._lock = Lock()
        self._files: Mapping[str, Sign] = {}
        self._past: Past | None = None

    def like(self, incident: "Incident", today: date, go_on: Callable[[], bool]) -> Sequence["Similar"]:
        """The past incidents like that one, from any thread; none where there is no past, or `go_on` says no.

        Where an incident is the only one, nothing is read and nothing loaded. A file that cannot be read is left out.
        """
        with self._lock:
            try:
                files = {name: sign for name, sign in listed(self._workspace.folder).items() if name != _file(incident)}
                if not files:
                    return ()
                if self._past is None or files != self._files:
                    self._past = self._read(incident.id, go_on)
                    self._files = files
            except (OSError, Trouble):
                self._past = None
            if self._past is None or not go_on():
                return ()
            from model.review import facts_at_hand

            return self._past.like(facts_at_hand(incident), today)

    def _read(self, but: str, go_on: Callable[[], bool]) -> "Past | None":
        from data.quarter import gathered
        from model.review.similar import Past

        def progress(done: int, of: int) -> bool:
            if done < of and done % _EVERY == 0:
                sleep(_BREATH)
            return go_on()

        found = gathered(self._workspace, progress)
        return None if found is None else Past(facts for facts in found.facts if facts.id != but)


def _file(incident: "Incident") -> str:
    return f"{incident.id}.json"
