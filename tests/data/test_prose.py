"""The prose of Markdown: code, addresses and markup are blank, and nothing moves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.prose import prose


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("a `code` b", "a b"),
        ("a ``co`de`` b", "a b"),
        ("see [the page](https://example.org/human-error) now", "see [the page] now"),
        ("<https://example.org/x> and https://example.org/y too", "and too"),
        ("[1]: https://example.org/z\nafter", "after"),
        ("# Head\n\nText", "Head Text"),
        ("before\n\n```py\nhuman error\n```\n\nafter", "before after"),
        ("before\n\n~~~\nhuman error", "before"),
        ("before\n\n    indented code\n\nafter", "before after"),
        ("a <!-- hidden\nnote --> b", "a b"),
        ("---\ntitle: x\n---\ntext", "text"),
        ("| a | b |", "a b"),
        ("- [x] done **well**", "done well"),
        ("thanks to `@omar` today", "thanks to `@omar` today"),
    ],
)
def test_only_what_is_read_as_sentences_is_left(markdown: str, words: str) -> None:
    assert prose(markdown).split() == words.split()


def test_a_wrapped_paragraph_is_one_line_and_a_list_is_not() -> None:
    assert prose("one\ntwo\n\nthree") == "one two\n\nthree"
    assert prose("one\n- two\n- three").count("\n") == 2


@given(
    st.lists(
        st.sampled_from(["`", "```\n", "[a](", ")", "<", ">", "\n", "    x", "- ", "text ", "|", "https://x "])
    ).map("".join)
)
@settings(deadline=None, max_examples=150)
def test_every_character_keeps_its_place(markdown: str) -> None:
    blanked = prose(markdown)
    assert len(blanked) == len(markdown)
    assert all(new in (old, " ") for old, new in zip(markdown, blanked, strict=True))
