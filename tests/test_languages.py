"""Every language says everything, keeps the placeholders, and fits into the places that a small terminal gives it."""

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from rich.cells import cell_len

from data.language import LANGUAGES, _, use_language
from model.clocks.regimes import REGIMES
from model.cost import Cost
from model.durations import FIGURES
from model.factors import FACTOR_LABELS
from model.incident import NUMBERED, SECTIONS
from model.summary import Summary
from screens.keys import KEYS
from screens.timeline_list import SHORT_MILESTONES

LOCALES = Path(__file__).parents[1] / "data" / "locales"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
TABS_CELLS = 80 - 2 - len(NUMBERED) * len("1 ") - (len(NUMBERED) - 1) * len("  ")
"""What the line of sections leaves for their names: without its edges, the digits and the gaps."""
TEMPLATE = LOCALES / "bridgelog.pot"

every_language = pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])


def catalog(language: str) -> Catalog:
    """The translations as they are edited."""
    with (LOCALES / language / "LC_MESSAGES" / "bridgelog.po").open("rb") as file:
        return read_po(file, locale=language, domain="bridgelog")


def messages(of: Catalog) -> Iterator[Message]:
    """All but the header."""
    return (message for message in of if message.id)


def forms(of: Message) -> list[str]:
    """What may be shown for the message: one text, or one for each plural form."""
    return [of.string] if isinstance(of.string, str) else list(of.string or ())


def texts(of: Message) -> tuple[str, ...]:
    """What is translated: one text, or a singular and a plural."""
    return (of.id,) if isinstance(of.id, str) else tuple(of.id)


@every_language
def test_every_text_is_translated_and_nothing_else_is(language: str) -> None:
    with TEMPLATE.open("rb") as file:
        wanted = {(message.context, message.id) for message in messages(read_po(file))}
    there = {(message.context, message.id): message for message in messages(catalog(language))}
    assert set(there) == wanted
    assert [one.id for one in there.values() if not all(forms(one))] == []
    assert [one.id for one in there.values() if one.fuzzy] == []


@every_language
def test_every_plural_form_of_the_language_is_there(language: str) -> None:
    known = catalog(language)
    short = [one.id for one in messages(known) if one.pluralizable and len(forms(one)) != known.num_plurals]
    assert short == []


@every_language
def test_every_placeholder_is_kept(language: str) -> None:
    wrong = []
    for message in messages(catalog(language)):
        wanted = set(PLACEHOLDER.findall(texts(message)[-1]))
        for number, form in enumerate(forms(message)):
            kept = set(PLACEHOLDER.findall(form))
            one = message.pluralizable and number == 0 and len(forms(message)) > 1  # "one hour" needs no figure
            if kept != wanted and not (one and kept < wanted):
                wrong.append((message.id, form))
    assert wrong == []


@every_language
def test_the_edges_of_every_text_are_kept(language: str) -> None:
    def edges(text: str) -> tuple[bool, bool, bool]:
        return text[:1] == " ", text[-1:] == " ", text[-1:] == "\n"

    wrong = [
        one.id for one in messages(catalog(language)) if {edges(form) for form in forms(one)} != {edges(texts(one)[0])}
    ]
    assert wrong == []


@every_language
def test_the_program_reads_what_the_catalog_says(language: str) -> None:
    """The compiled catalog, which the program reads, is not older than the one that is edited."""
    with (LOCALES / language / "LC_MESSAGES" / "bridgelog.mo").open("rb") as file:
        compiled = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    for message in messages(catalog(language)):
        singular, *plural = texts(message)
        for number, form in enumerate(forms(message)):
            known_as = f"{message.context}\x04{singular}" if message.context else singular
            assert compiled[(known_as, number) if plural else known_as] == form


def wide(language: str, names: dict[str, str], cells: int) -> dict[str, str]:
    """The translations of those names that do not fit into so many cells."""
    known = catalog(language)
    said = {name: str(known[text].string) for name, text in names.items()}
    return {name: text for name, text in said.items() if cell_len(text) > cells}


@every_language
def test_the_sections_fit_on_their_line(language: str) -> None:
    known = catalog(language)
    names = [str(known[SECTIONS[word].tab].string) for word in NUMBERED]
    assert sum(map(cell_len, names)) <= TABS_CELLS, names


@every_language
def test_what_stands_in_a_column_fits_into_it(language: str) -> None:
    assert wide(language, {word: section.tab for word, section in SECTIONS.items()}, 10) == {}
    labels = {field.label: field.label for section in (Summary, Cost) for field in section.FIELDS}
    assert wide(language, labels, 20) == {}
    assert wide(language, {figure.name: figure.label for figure in FIGURES}, 11) == {}
    assert wide(language, {str(one): text for one, text in SHORT_MILESTONES.items()}, 14) == {}
    assert wide(language, dict(FACTOR_LABELS), 36) == {}
    assert wide(language, {one.id: one.title for one in REGIMES if one.title in catalog(language)}, 24) == {}


@pytest.mark.parametrize(
    ("asked", "text"), [("es_MX", "Ajustes"), ("es", "Ajustes"), ("en_GB", "Settings"), ("xx", "Settings")]
)
def test_a_language_is_spoken_in_every_region_and_english_where_it_is_not_known(asked: str, text: str) -> None:
    use_language(asked)
    assert _("Settings") == text


def test_a_word_that_means_two_things_is_translated_as_each() -> None:
    use_language("de")
    assert (_("open"), _(KEYS["list.choose"].name)) == ("offen", "öffnen")
    use_language("en")
    assert _(KEYS["list.choose"].name) == "open"
