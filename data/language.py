"""The reader's language: texts through gettext, and messages with their values worded."""

import gettext
import os
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from data.reader import language, locale_name, speak, use_locale
from model.message import Message

__all__ = [
    "DOMAIN",
    "LANGUAGES",
    "LOCALES",
    "_",
    "language",
    "locale_name",
    "ngettext",
    "say",
    "use_language",
    "use_locale",
    "use_reader",
]

LANGUAGES = ("en", "de", "es", "fr", "ja", "pt_BR")
"""The languages that all texts are in; a catalog that is not complete is not used."""
DOMAIN = "bridgelog"
LOCALES = Path(__file__).parent / "locales"
"""Where the catalogs are: `<language>/LC_MESSAGES/bridgelog.mo`."""

_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
_POSIX = {"", "C", "POSIX", "en_US_POSIX"}

_translations: gettext.NullTranslations = gettext.NullTranslations()


def from_environment() -> str:
    """The locale that the environment asks for, `en_US` where it asks for none."""
    for name in _SETTINGS:
        value = os.environ.get(name, "").partition(".")[0].partition("@")[0]
        if value:
            return "en_US" if value in _POSIX else value
    return "en_US"


def use_language(name: str) -> None:
    """Show texts in that language from now on: that of the region, or else of any; in English where it is none."""
    global _translations  # noqa: PLW0603  # one reader, one language
    family = name.partition("_")[0]
    found = [one for one in LANGUAGES if one == name or one.partition("_")[0] == family]
    chosen = name if name in found else next(iter(found), "en")
    speak(chosen.partition("_")[0])
    _translations = gettext.translation(DOMAIN, LOCALES, [chosen], fallback=True)


def use_reader(language: str = "", locale: str = "") -> None:
    """Speak that language, and write numbers in the way of that locale; else as the environment asks for."""
    named = from_environment()
    use_language(language or named)
    use_locale(locale or named)


def use_translations(translations: gettext.NullTranslations) -> None:
    """Show texts through these translations from now on, such as a test's."""
    global _translations  # noqa: PLW0603  # one reader, one language
    _translations = translations


def _(text: str) -> str:
    """The text in the reader's language."""
    return _translations.gettext(text).rpartition("\x04")[2] if text else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The text for that count in the reader's language."""
    return _translations.ngettext(singular, plural, n)


def say(message: Message) -> str:
    """The message in the reader's language, its values worded in the reader's way."""
    if message.plural is None:
        text = _(message.template)
    else:
        n = message.values.get("n")
        text = ngettext(message.template, message.plural, n if isinstance(n, int) else 0)
    if not message.values:
        return text
    return text.format(**{name: _worded(value) for name, value in message.values.items()})


def _worded(value: object) -> str:
    from data import formats
    from model.money import Money

    match value:
        case Message():
            return say(value)
        case Money():
            return formats.money(value)
        case timedelta():
            return formats.duration(value)
        case datetime():
            return formats.moment(value)
        case date():
            return formats.day(value)
        case bool() | str():
            return str(value)
        case int() | Decimal():
            return formats.number(value)
        case _:
            return str(value)
