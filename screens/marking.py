"""What the texts of a session are checked for as they are typed, and what its user wants to be passed over."""

from asyncio import to_thread
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from data.places import settings_path
from model.message import Message

if TYPE_CHECKING:
    from model.marks import Mark
    from screens.session import Session

__all__ = ["Marking"]


class Marking:
    """Reads texts for the fields of all screens.

    Nothing is found before the rules are loaded, which happens beside the first screen: no key has to wait for it.
    """

    def __init__(self, session: "Session") -> None:
        self._session = session
        self._loading = False
        self._ready = False
        self._people: tuple[object, object, object, frozenset[str]] = (None, None, None, frozenset())
        self.version = 0
        """Another one as soon as the same text may have other marks."""
        self.unborn: set[str] = set()
        """The signs of sentences ignored in an incident that has no file yet."""

    async def load(self, then: Callable[[], object]) -> None:
        """Load the rules in a thread of their own, unless they are loaded already; `then` look again."""
        if not self._loading:
            self._loading = True
            await to_thread(_load)
            self._ready = True
            self.version += 1
            then()

    def marks(self, text: str, section: str | None, *, unborn: bool = False) -> Sequence["Mark"]:
        """The places in a text of that section; `unborn` where it belongs to an incident that is only being begun."""
        if not self._ready or not text or text.isspace():
            return ()
        from model.marks import marks

        rules = self._session.rules
        known = None if unborn or self._session.opened is None else self._session.opened.incident
        ignored = frozenset(known.summary.ignored_sentences) if known else frozenset(self.unborn)
        roster = self.roster() if known else rules.roster
        return marks(text, section=section, roster=roster, allowed=rules.allowed_words, ignored=ignored)

    def roster(self) -> frozenset[str]:
        """The people of the incident and of the settings, gathered anew only where they may be others."""
        from model.texts import people

        incident, rules = self._session.incident, self._session.rules
        timeline, actions, team, found = self._people
        if timeline is not incident.timeline or actions is not incident.actions or team is not rules.roster:
            found = people(incident) | rules.roster
            self._people = (incident.timeline, incident.actions, rules.roster, found)
        return found

    def ignore(self, check: str, sentence: str, *, unborn: bool = False) -> None:
        """Let that sentence stay as it is, in this incident, from now on."""
        from model.ignored import sign_of
        from model.text import one_line

        sign = sign_of(check, sentence)
        if unborn or self._session.opened is None:
            self.unborn.add(sign)
            return
        known = self._session.incident.summary.ignored_sentences
        if sign not in known:
            name = Message("leave “{text}” as it is", text=one_line(sentence)[:40])
            values = {"ignored_sentences": [*known, sign]}
            self._session.notebook.put(name, "summary", "summary", values)
        self.version += 1

    def allow(self, word: str) -> str:
        """Never take that word for a person again; returns the file of settings that says so.

        Raises `Trouble` where the file cannot be written: the word is then allowed until the program ends.
        """
        from data.settings_file import add_to_list

        session = self._session
        session.rules = replace(session.rules, allowed_words=session.rules.allowed_words | {word})
        words = (*session.settings.allowed_words, word)
        session.settings = session.settings.model_copy(update={"allowed_words": words})
        self.version += 1
        path = settings_path()
        add_to_list(path, "allowed_words", word)
        return str(path)


def _load() -> None:
    import model.marks  # noqa: F401  # what the first look would have to wait for
    from model.blameless import warm

    warm()
