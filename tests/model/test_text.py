"""Texts made harmless, ids that sort, and refusals that say what to do."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from model.ids import CROCKFORD, INCIDENT_ID, new_incident_id, new_record_id
from model.message import Counted, Message, Refused
from model.refusal import first_refusal, refusals
from model.text import Line, Paragraph, Title, clean, one_line
from tests.building import incident

HOSTILE = "\x00\x07\x1b\x7f\x85\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ud800\udfff\ufeff\r\t"
ANY_TEXT = st.text(st.characters(codec=None) | st.sampled_from(HOSTILE), max_size=80)


class Texts(BaseModel):
    """One field of each kind of text."""

    title: Title = "t"
    line: Line = ""
    paragraph: Paragraph = ""


@given(ANY_TEXT)
@settings(deadline=None, max_examples=150)
def test_nothing_that_a_terminal_obeys_survives(text: str) -> None:
    cleaned = clean(text)
    assert not set(cleaned) & set(HOSTILE.replace("\t", ""))
    assert not any(ord(sign) < 0x20 and sign not in "\n\t" for sign in cleaned)
    cleaned.encode()


@given(ANY_TEXT)
@settings(deadline=None, max_examples=100)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)
    once = Texts(line=text[:400], paragraph=text)
    assert Texts(line=once.line, paragraph=once.paragraph) == once


def test_an_escape_sequence_can_be_read_and_never_runs() -> None:
    assert clean("\x1b[2J") == "␛[2J"
    assert clean("a\x7fb\x9bc") == "a␡b\ufffdc"


def test_emoji_wide_and_combining_signs_stay() -> None:
    for text in ("👩‍🚒 on the bridge", "障害が発生", "e\u0301", "نص"):
        assert clean(text) == text


def test_lines_of_every_system_become_the_same() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"
    assert Texts(line=" a\n\tb ").line == "a b"
    assert Texts(paragraph="\n a\nb \n").paragraph == "a\nb"


def test_a_text_that_does_not_fit_is_refused_with_its_length() -> None:
    for values, limit in (
        ({"title": "x" * 10_000}, 200),
        ({"line": "x" * 501}, 500),
        ({"paragraph": "x" * 20_001}, 20_000),
    ):
        with pytest.raises(ValidationError, match=rf"{limit} fit: shorten it"):
            Texts.model_validate(values)


@pytest.mark.parametrize("title", ["", "  ", "\n\t"])
def test_a_title_is_never_empty(title: str) -> None:
    with pytest.raises(ValidationError, match="a title is needed"):
        Texts(title=title)


def test_an_incidents_id_can_be_said_on_a_call() -> None:
    name = new_incident_id(datetime(2026, 11, 23, tzinfo=UTC))
    assert INCIDENT_ID.fullmatch(name)
    assert name.startswith("INC-20261123-")
    assert not set("ILOU") & set(CROCKFORD)


@given(st.datetimes(min_value=datetime(1970, 1, 2), timezones=st.just(UTC)), st.integers(1, 10**9))
@settings(deadline=None, max_examples=60)
def test_ids_of_records_sort_by_their_age(moment: datetime, later: int) -> None:
    one = new_record_id(moment, lambda most: most - 1)
    other = new_record_id(datetime.fromtimestamp(moment.timestamp() % 10**9 + 10**9 + later, UTC), lambda _: 0)
    early = new_record_id(datetime.fromtimestamp(moment.timestamp() % 10**9, UTC), lambda most: most - 1)
    assert len(one) == len(other) == 16
    assert early < other


def test_two_ids_of_the_same_moment_differ() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert len({new_record_id(now) for _ in range(200)}) == 200


def test_a_refusal_names_the_field_and_says_it_in_our_words() -> None:
    with pytest.raises(ValidationError) as caught:
        incident(severity="SEV-9", users_affected=-1, started_at="soon", kind=None)
    found = {where: str(message) for where, message in refusals(caught.value)}
    assert found["severity"] == "none of the values that there are: SEV-1, SEV-2, SEV-3"
    assert found["users_affected"] == "a number of people lies between 0 and 10^12"
    assert found["started_at"].startswith("a time in ISO 8601 is needed")
    assert first_refusal(caught.value)[0] in found


def test_a_refusal_without_a_place_names_what_holds_it() -> None:
    with pytest.raises(ValidationError) as caught:
        incident(ended="11:00")
    where, message = first_refusal(caught.value)
    assert where == "Summary"
    assert "lies before the start" in str(message)
    assert first_refusal(Refused(Message("no"))) == ("", Message("no"))


def test_a_message_chooses_its_number() -> None:
    assert str(Counted("{n} gap", "{n} gaps", 1)) == "1 gap"
    assert str(Counted("{n} gap", "{n} gaps", 0)) == "0 gaps"
    assert str(Message("100 % {plain")) == "100 % {plain"
