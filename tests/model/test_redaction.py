"""Redaction: nothing of the originals is left, the same original has the same pseudonym, and the rest stays."""

from collections.abc import Callable, Collection
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from data.documents import document
from model.incident import Incident
from model.redaction import Redacted, redacted
from model.rules import Rules
from tests.building import at, entry, incident, record_id
from tests.incidents import full_incident

LATER = at("2026-11-24T12:00Z")


def of(*texts: str, author: str = "", **others: Any) -> Incident:
    entries = [entry(number, "12:01", text, author=author) for number, text in enumerate(texts, 1)]
    return incident(entries=entries, **others)


def lines(done: Redacted) -> list[str]:
    return [one.text for one in done.incident.timeline.root]


def line(text: str, words: Collection[str] = (), roster: Collection[str] = (), kept: Collection[str] = ()) -> str:
    return lines(redacted(of(text), words=words, roster=roster, kept=kept))[0]


def written(done: Redacted) -> str:
    return "\n".join(str(document(done.incident, LATER, Rules(), format)) for format in ("markdown", "json"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("db-1.prod.acme.com fails, db-1 too", "host-1.example fails, host-1 too"),
        ("see https://grafana.acme.io:3000/d/x?y=1", "see https://host-1.example:3000/d/x?y=1"),
        ("10.0.3.17:8080, then 10.0.3.18 and 10.0.3.17", "192.0.2.1:8080, then 192.0.2.2 and 192.0.2.1"),
        ("route 10.0.0.0/8 to 192.168.001.010", "route 192.0.2.1/8 to 192.0.2.2"),
        ("fe80::1 is FE80:0:0:0:0:0:0:1", "2001:db8::1 is 2001:db8::1"),
        ("http://[2a00::7]:80/", "http://[2001:db8::1]:80/"),
        ("card 00:1A:2b:3c:4d:5e", "card 00:00:5e:00:53:00"),
        ("mail ops@acme.com", "mail mail-1@host-1.example"),
        ("psql postgres://app:s3cr3t@pg.internal/x", "psql postgres://person-1:secret-1@host-1.example/x"),
        ("password=hunter2, yes hunter2", "password=secret-1, yes secret-1"),
        ("pod checkout-7d4b9c6f5d-x2x9z", "pod host-1"),
        ("ssh frodo-x; frodo-x hangs", "ssh host-1; host-1 hangs"),
        ("Anna Kowalski said so, and Anna went on", "Person 1 said so, and Person 1 went on"),
        ("asked Zbigniew about it", "asked Person 1 about it"),
        ("ls /home/omar/x by @omar", "ls /home/person-1/x by @person-1"),
    ],
)
def test_what_gives_away_is_replaced(text: str, expected: str) -> None:
    assert line(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "10:42:12 rollback of 4711 on Kafka in eu-west-1, p99 at 230 ms, SEV-1",
        "INC-20261123-K7QF, RFC-118, commit 5f3a9c1d2e4b, v1.2.3.4, 99.95 %",
        "main.py, config.yaml, deploy.sh, Node.js, ASP.NET, e.g. settings.password, done.It works",
        "localhost:8080, 127.0.0.1, ::1, 0.0.0.0 and std::vector",
        "the token expired; the root cause is the pool; will restart it",
        "Postgres, Redis and Kubernetes are fine",
    ],
)
def test_products_times_ids_and_figures_stay(text: str) -> None:
    assert line(text) == text


def test_one_person_has_one_pseudonym_by_whatever_name() -> None:
    done = redacted(
        of(
            "Mina restarted it; Patel's change, MINA PATEL, mina_patel",
            "@mina.patel, mina.patel@corp.example and “mina”",
            author="Mina Patel",
        )
    )
    assert lines(done) == [
        "Person 1 restarted it; Person 1's change, Person 1, person-1",
        "@person-1, person-1@host-1.example and “person-1”",
    ]
    assert {one.author for one in done.incident.timeline.root} == {"Person 1"}


def test_two_of_one_first_name_are_not_taken_for_one_another() -> None:
    done = redacted(of("Sam Lee, Sam Fox and Sam"), roster=["Sam Lee", "Sam Fox"])
    assert lines(done) == ["Person 1, Person 2 and Person 3"]


def test_names_inside_of_words_are_none_and_words_of_the_language_stay() -> None:
    text = "Annual report of Ann; will that king mark it, on a grant?"
    roster = ["Ann", "Will Grant", "Ada King", "Mark Long"]
    assert line(text, roster=roster) == text.replace("Ann;", "Person 1;")


def test_a_script_without_capitals_is_no_shelter() -> None:
    assert line("山田太郎が再起動した", roster=["山田太郎"]) == "Person 1が再起動した"


def test_a_name_is_the_same_however_its_accents_are_written() -> None:
    assert line("Zoe\u0301 and Zo\u00e9", roster=["Zoé"]) == "Person 1 and Person 1"


def test_owners_and_authors_are_people_and_roles_are_none() -> None:
    action = {"id": record_id(1), "created_at": "2026-11-23T12:00:00Z", "owner": "qwx7 and Omar, Mina"}
    done = redacted(of("x", author="root", actions=[action]))
    assert done.incident.actions.root[0].owner == "person-1 and Person 2, Person 3"
    assert done.incident.timeline.root[0].author == "root"


def test_listed_words_are_replaced_anywhere_in_any_case() -> None:
    assert line("AcmePay of ACME, db.acme.com", words=["acme"]) == "redacted-1Pay of redacted-1, host-1.example"


def test_what_is_kept_stays_and_the_numbers_of_the_others_too() -> None:
    text = "Mina and Omar on web01 and web02"
    assert line(text, kept=["mina", "web01"]) == "Mina and Person 2 on web01 and host-2"


def test_a_pseudonym_never_is_what_stands_in_the_original() -> None:
    assert line("host-1 is not 192.0.2.1; Person-1 asked Mina on web01") == (
        "host-2 is not 192.0.2.2; Person-1 asked Person 2 on host-3"
    )


def test_later_entries_do_not_change_earlier_pseudonyms() -> None:
    early = ["Omar on web07", "Mina on 10.0.0.1"]
    before = redacted(of(*early))
    after = redacted(of(*early, "Priya on web01 and 10.0.0.9 with Omar"))
    assert lines(after)[:2] == lines(before)


def test_unknown_fields_foreign_ids_and_signs_of_sentences_are_left_out() -> None:
    given = incident(
        entries=[{**entry(1, "12:01", "a", secret_field="acme"), "id": "mina-laptop-2"}],
        whys=[{"id": "mina-1", "text": "b", "evidence": ["mina-laptop-2"]}],
        factors=[{"id": "mina_forgot", "label": "x"}],
        ignored_sentences=["secrets:0123"],
        acme="acme",
    ).model_copy(update={"id": "acme"})
    done = redacted(given)
    text = written(done)
    assert "acme" not in text
    assert "mina" not in text
    assert "0123" not in text.replace("0000000000000123", "")
    assert done.incident.whys.root[0].evidence == (done.incident.timeline.root[0].id,)


def test_the_table_says_what_became_what_and_how_often_without_the_secrets() -> None:
    done = redacted(of("Mina: password=hunter2pass on web01, web01"), roster=["Mina"])
    assert [(one.kind.value, one.original, one.pseudonym, one.count) for one in done.replacements] == [
        ("person", "Mina", "Person 1", 1),
        ("secret", "hu…", "secret-1", 1),
        ("host", "web01", "host-1", 2),
    ]


names = st.text(
    alphabet=st.characters(min_codepoint=0xC0, max_codepoint=0x5FF, categories=["Lu", "Ll", "Lo"]),
    min_size=4,
    max_size=9,
).filter(
    lambda name: (
        normalize("NFC", name.title().upper().casefold()) == name.title().casefold() and name == normalize("NFC", name)
    )
)
octets = st.integers(1, 254)
originals = st.one_of(
    st.tuples(octets, octets, octets).map(lambda parts: "172.{}.{}.{}".format(*parts)),
    st.from_regex(r"[q-z]{5,8}-[0-9]{2}\.[q-z]{4,9}\.(com|internal|de)", fullmatch=True),
    st.from_regex(r"[q-z]{5,8}\.[q-z]{4,8}@[q-z]{4,9}\.(com|org)", fullmatch=True),
    st.from_regex(r"ghp_[A-Za-z0-9]{36}", fullmatch=True),
    st.from_regex(r"2a0[0-9]:[1-9a-f]{2,4}::[1-9a-f]{2,4}", fullmatch=True),
)
fillers = st.sampled_from(["fails at", "and", "(", ")", ",", "–", "→ ", "“", "”", "is slow;", "\n", "日本"])


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_nothing_of_the_originals_is_left_anywhere(data: st.DataObject) -> None:
    found = data.draw(st.lists(originals, min_size=1, max_size=6))
    roster = data.draw(st.lists(names.map(str.title), max_size=3))
    listed = data.draw(st.lists(st.from_regex(r"[q-z]{4,9}", fullmatch=True), max_size=2))
    texts = [
        " ".join(
            part
            for pair in zip(chosen, data.draw(st.lists(fillers, min_size=9, max_size=9)), strict=False)
            for part in pair
        )
        for chosen in data.draw(st.lists(st.lists(st.sampled_from([*found, *roster, *listed]), max_size=8), max_size=4))
    ]
    cases: dict[str, Callable[[str], str]] = {"as it is": str, "small": str.lower, "large": str.upper}
    case = cases[data.draw(st.sampled_from(sorted(cases)))]
    given_incident = of(
        *[text if "ghp_" in text else case(text) for text in texts],
        title=texts[0][:100] if texts and texts[0].strip() else "x",
    )
    assume(not any(word in "person host example secret redacted mail" for word in listed))
    done = redacted(given_incident, roster=roster, words=listed)
    text = written(done).casefold()
    blank = written(redacted(of(*["" for _ in texts]))).casefold()
    for original in (*found, *roster, *listed):
        assert original.casefold() not in text or original.casefold() in blank
    assert lines(redacted(given_incident, roster=roster, words=listed)) == lines(done)


def test_a_whole_incident_names_nobody_and_keeps_every_figure() -> None:
    incident_given = full_incident()
    text = written(redacted(incident_given))
    assert not any(name in text for name in ("Mina", "Omar", "Priya", "Jonas"))
    assert "4,200" in text
    assert incident_given.bill(LATER).total == redacted(incident_given).incident.bill(LATER).total
