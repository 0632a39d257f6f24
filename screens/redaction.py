"""The switch for pseudonyms, and the list of what they replace."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Checkbox, Static

from data.language import _, ngettext, say
from data.trouble import Trouble
from model.incident import Incident
from model.redaction import KIND_LABELS, Redacted, redacted
from model.text import clean, one_line
from screens.session import Session
from screens.widgets.check_list import CheckList, Choice

__all__ = ["Redaction"]


class Switch(Checkbox):
    """On or off by a mark, and not by colour alone: `[x]`, `[ ]`."""

    @property
    def _button(self) -> Content:
        return Content.styled("[x]" if self.value else "[ ]", "bold $text-accent" if self.value else "$text-muted")


class Replacements(CheckList):
    """What is replaced by what; what is not taken stays as it is."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to open."""
        return action != "choose" and super().check_action(action, parameters)


class Redaction(Vertical):
    """Off, the document is as it was written; on, it is what the list says."""

    DEFAULT_CSS = """
    Redaction {
        height: auto;
        margin-top: 1;
        & Checkbox { border: none; padding: 0; background: $surface; width: 100%; &:focus { border: none; } }
        & Replacements { height: auto; max-height: 9; display: none; }
        & #redacted { color: $text-muted; height: auto; display: none; }
        &.-on Replacements, &.-on #redacted { display: block; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: Redacted | None = None

    def compose(self) -> ComposeResult:
        """The switch and the list."""
        yield Switch(Content(_("pseudonyms for people, hosts, secrets")), id="redact")
        yield Static(id="redacted", markup=False)
        yield Replacements((), id="replacements")

    @property
    def asked(self) -> bool:
        """Whether pseudonyms are asked for."""
        return self.query_one(Switch).value

    def incident(self) -> Incident:
        """The incident to write down: as it is, or with the pseudonyms that were left in the list."""
        if not self.asked:
            return self._session.incident
        taken = self.query_one(Replacements).taken
        known = self._found.replacements if self._found else ()
        return self._redacted([one.key for one in known if _id(one.kind, one.key) not in taken]).incident

    def _redacted(self, kept: list[str]) -> Redacted:
        rules, settings = self._session.rules, self._session.settings
        return redacted(
            self._session.incident,
            roster=rules.roster,
            words=settings.hidden_words,
            allowed=rules.allowed_words,
            kept=kept,
        )

    def toggle(self) -> None:
        """On or off."""
        self.query_one(Switch).toggle()

    @on(Switch.Changed)
    def _switched(self) -> None:
        if self.asked and not self._knows_words():
            self.query_one(Checkbox).value = False
            return
        self.set_class(self.asked, "-on")
        if self.asked and self._found is None:
            self.query_one("#redacted", Static).update(_("Looking for what gives away …"))
            self._look()

    def _knows_words(self) -> bool:
        """Whether the settings say what is to be hidden; else it is said."""
        try:
            return self._session.settings.hidden_words is not None
        except Trouble as trouble:
            self.notify(say(trouble.message), severity="error", timeout=20, markup=False)
            return False

    @work(thread=True, exclusive=True)
    def _look(self) -> None:
        found = self._redacted([])
        self.app.call_from_thread(self._show, found)

    def _show(self, found: Redacted) -> None:
        self._found = found
        choices = []
        for one in found.replacements:
            kind = _(KIND_LABELS[one.kind])
            text = _("{original} → {pseudonym} · {kind}, {count}×")
            shown = text.format(original=one.original, pseudonym=one.shown, kind=kind, count=one.count)
            choices.append(Choice(_id(one.kind, one.key), "", one_line(clean(shown))))
        replacements = self.query_one(Replacements)
        replacements.taken = {choice.id for choice in choices}
        replacements.show(choices, 0)
        n = len(found.replacements)
        text = ngettext("{n} replaced; space leaves one as it is:", "{n} replaced; space leaves one as it is:", n)
        self.query_one("#redacted", Static).update(text.format(n=n) if n else _("Nothing was found to replace."))


def _id(kind: str, key: str) -> str:
    return f"{kind} {key}"
