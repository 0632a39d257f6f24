"""Whatever people write is read as they wrote it, and never becomes markup."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from data.documents.escaping import block, line
from data.documents.markdown import document
from model.rules import Rules
from model.text import clean
from tests.incidents import HOSTILE, LOOKED_AT, full_incident, hostile_incident

PLAIN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
GITHUB_LIKE = MarkdownIt("gfm-like")
READERS = pytest.mark.parametrize("reader", [PLAIN, GITHUB_LIKE], ids=["plain", "github-like"])
TEXTS = st.one_of(
    st.text(st.sampled_from("ab1 _*`~|\\<>[]()#+-=.!&;:/$\n\"'"), max_size=30),
    st.text(max_size=30),
    st.lists(st.sampled_from(("__", "**", "~~", "http://a.b/", "&amp;", "1.", "a", " ", "|", "\\", "<b>", "```"))).map(
        "".join
    ),
)


def said(inline: Token) -> str:
    """What a reader sees; an address in a text may become a link to itself, and nothing else may happen."""
    text = ""
    for token in inline.children or ():
        if token.type in ("text", "text_special"):
            text += token.content
        elif token.type == "hardbreak" or (token.type == "html_inline" and token.content == "<br>"):
            text += "\n"
        else:
            assert token.type in ("link_open", "link_close"), token
    return text


def meant(text: str) -> str:
    """The text with its white space as a document shows it."""
    return "\n".join(re.sub("[ \t]+", " ", part).strip() for part in clean(text).splitlines())


def without_gaps(text: str) -> str:
    """The text without its empty lines."""
    return "\n".join(part for part in meant(text).split("\n") if part)


@READERS
@given(text=TEXTS)
@example(text=HOSTILE[0])
@example(text=HOSTILE[1])
@example(text=HOSTILE[2])
@example(text="__foo__ a__b _(x a__) snake_case")
@example(text="https://x.org/_a_/*b*?q=1&amp;r=[2] (see http://x.org/a_b).")
@settings(deadline=None, max_examples=150)
def test_a_text_in_a_cell_is_read_as_it_was_written(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse(f"| head | second |\n| --- | --- |\n| {line(clean(text))} | x |\n")
    inlines = [token for token in tokens if token.type == "inline"]
    assert len(inlines) == 4
    assert said(inlines[2]).strip() == meant(text).strip()
    assert said(inlines[3]) == "x"


@READERS
@given(text=TEXTS)
@example(text=HOSTILE[1])
@example(text="1. one\n2) two\n+ plus\n- minus\n=====\n-----\n# hash")
@settings(deadline=None, max_examples=150)
def test_a_text_in_a_list_is_read_as_it_was_written(reader: MarkdownIt, text: str) -> None:
    tokens = reader.parse("- " + block(clean(f"x{text}\n{text}")).replace("\n", "\n  ") + "\n- end\n")
    kinds = [token.type for token in tokens if token.type.endswith("_open")]
    assert kinds == ["bullet_list_open", *["list_item_open", "paragraph_open"] * 2]
    inlines = [token for token in tokens if token.type == "inline"]
    assert said(inlines[0]) == without_gaps(f"x{text}\n{text}")


@READERS
@given(text=TEXTS)
@example(text="trailing ###")
@example(text="# leading")
@settings(deadline=None, max_examples=100)
def test_a_title_is_read_as_it_was_written(reader: MarkdownIt, text: str) -> None:
    opened, inline, closed = reader.parse(f"# INC: {line(clean(text), heading=True)}\n")
    assert (opened.type, closed.type) == ("heading_open", "heading_close")
    assert said(inline).split() == f"INC: {clean(text)}".split()


def cells(reader: MarkdownIt, text: str, heading: str) -> Iterator[list[str]]:
    """The rows of the first table under a heading, without its header."""
    tokens = reader.parse(text)
    start = next(
        place for place, token in enumerate(tokens) if token.type == "inline" and token.content.startswith(heading)
    )
    row: list[str] = []
    for before, token in zip(tokens[start:], tokens[start + 1 :], strict=False):
        if token.type == "table_close":
            return
        if before.type == "td_open":
            row.append(said(token))
        elif token.type == "tr_close" and row:
            yield row
            row = []


@READERS
def test_the_tables_of_a_hostile_incident_hold_its_texts(reader: MarkdownIt) -> None:
    about = hostile_incident()
    text = document(about, LOOKED_AT, Rules())
    actions = list(cells(reader, text, "Action items"))
    assert [row[1:3] for row in actions] == [[meant(action.text)] * 2 for action in about.actions.root]
    timeline = list(cells(reader, text, "Timeline"))
    assert [row[3] for row in timeline[:-1]] == [meant(entry.text) for entry in about.timeline.root]


@READERS
def test_nothing_but_our_own_markup_is_in_a_hostile_document(reader: MarkdownIt) -> None:
    tokens = reader.parse(document(hostile_incident(), LOOKED_AT, Rules()))
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    tables = {"table", "thead", "tbody", "tr", "th", "td"}
    assert kinds == {"heading", "inline", "paragraph", "bullet_list", "list_item", *tables}
    inner = [child for token in tokens for child in token.children or ()]
    assert {child.content for child in inner if child.type == "html_inline"} == {"<br>"}
    assert {child.type.removesuffix("_open").removesuffix("_close") for child in inner} == {
        "text",
        "text_special",
        "hardbreak",
        "html_inline",
        "strong",
        "em",
        "link",
    } - ({"text_special"} if not any(child.type == "text_special" for child in inner) else set())
    addresses = {str(child.attrs["href"]) for child in inner if child.type == "link_open"}
    assert all(address.startswith(("http://", "https://")) for address in addresses)


def test_a_document_holds_nothing_that_a_terminal_obeys() -> None:
    text = document(hostile_incident(), LOOKED_AT, Rules())
    assert not {character for character in text if ord(character) < 32 and character != "\n"}
    assert "\x7f" not in text
    assert "\u202e" not in text


def test_all_rows_of_a_table_are_equally_wide() -> None:
    tables = [
        part.splitlines() for part in document(full_incident(), LOOKED_AT, Rules()).split("\n\n") if part[0] == "|"
    ]
    assert len(tables) >= 8
    for rows in tables:
        assert len({len(row) for row in rows}) == 1
        assert len({row.replace("\\|", "").count("|") for row in rows}) == 1
