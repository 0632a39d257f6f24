"""What a rule has to say, as data: the words in English and the values, to be translated when shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["NP_", "N_", "Counted", "Message", "Refused"]

_NOTHING: Mapping[str, object] = MappingProxyType({})


def N_(text: str) -> str:
    """Mark a text for translation without translating it yet."""
    return text


def NP_(context: str, text: str) -> str:  # gettext's own name for it
    """Mark a text for translation that means another thing elsewhere: `open` as a key is a verb, as a state is none."""
    return f"{context}\x04{text}"


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """A sentence for the user.

    Values keep their types (money, durations, instants, labels) so that the language of the reader
    decides how they look; a value that is itself a `Message` is translated too.
    """

    template: str
    """The sentence in English, with `{name}` where a value goes."""
    plural: str | None
    """The sentence for other counts than one, chosen by the value named `n`."""
    values: Mapping[str, object]

    def __init__(self, template: str, **values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "plural", None)
        object.__setattr__(self, "values", values or _NOTHING)

    def __str__(self) -> str:
        template = self.template if self.plural is None or self.values.get("n") == 1 else self.plural
        return template.format(**self.values) if self.values else template


def Counted(singular: str, plural: str, n: int, **values: object) -> Message:
    """A sentence that depends on a number, which it can show as `{n}`."""
    message = Message(singular, n=n, **values)
    object.__setattr__(message, "plural", plural)
    return message


class Refused(ValueError):
    """A value or a change that the rules do not accept; the message says what to do instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message).encode("utf-8", "replace").decode())  # pydantic fails at half a character
        self.message = message
