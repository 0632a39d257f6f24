"""Who reads: in which language, and with which way of writing numbers, amounts and dates."""

__all__ = ["language", "locale_name", "speak", "use_locale"]

_locale: str = "en_US"
_language: str = "en"


def speak(name: str) -> None:
    """Take that language for the reader's from now on."""
    global _language  # noqa: PLW0603  # one reader, one language
    _language = name


def use_locale(name: str) -> None:
    """Write numbers, amounts and dates as is usual there from now on."""
    global _locale  # noqa: PLW0603  # one reader, one locale
    _locale = name


def language() -> str:
    """The language in use, such as `de`."""
    return _language


def locale_name() -> str:
    """The locale in use for numbers, amounts and dates, such as `de_CH`."""
    return _locale
