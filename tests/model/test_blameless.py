"""The blameless check: people next to mistakes are noticed, systems never, and the rewrite is about the system."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.blameless import ANALYSIS, Blame, Level, check, warm
from model.blameless.inflect import gerunds, participles, pasts, presents
from model.blameless.messages import MESSAGES
from model.blameless.needs import grams
from model.blameless.patterns import ABOUT_PEOPLE, PLAIN
from model.blameless.rule import compiled, needed
from model.readiness import findings
from model.rules import Rules
from model.texts import people, texts
from tests.building import NOON, entry, incident, record_id

ROSTER = frozenset({"Priya Raman", "Xanthe Quill", "Will", "Grace Okafor", "bjx"})


def found(text: str, section: str | None = None, allowed: frozenset[str] = frozenset()) -> list[Blame]:
    return check(text, section=section, roster=ROSTER, allowed=allowed)


def warns(text: str, section: str | None = None) -> bool:
    return any(blame.level is Level.WARN for blame in found(text, section))


def rules(text: str) -> set[str]:
    return {blame.rule for blame in found(text)}


SUBJECTS = [
    *("Xanthe", "Priya Raman", "Quill", "@dev-42", "bjx", "She", "The on-call engineer", "An intern from the web team"),
    *("One of our contractors", "The night shift", "The storage team", "Support", "A tired administrator"),
]
SYSTEMS = [
    *("The scheduler", "The cache", "Kafka", "Jenkins", "Our retry loop", "The Priya cluster", "The admin console"),
    *("The on-call rotation", "Redis", "The load balancer", "A stale lock", "Version 4.2"),
]
REPROACHES = [
    *("forgot to renew the lease", "failed to roll back", "restarted the wrong node", "should have noticed the lag"),
    *("never checked the queue", "deployed without asking anyone", "left the port open to the world"),
    *("pushed a broken manifest", "ignored three alerts", "did not escalate", "mistyped the address"),
    *("should never have touched the router", "made matters worse", "took the whole site down"),
]
FACTS = [
    *("joined the bridge at 10:12", "restarted the pods", "rolled back to build 41", "told the customers"),
    *("noticed the wrong label and fixed it", "found the missing index", "acknowledged the page within a minute"),
    *("will write the runbook by Friday", "reverted the broken commit", "asked for the graphs"),
]


@pytest.mark.parametrize("reproach", REPROACHES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_person_next_to_a_mistake_is_a_warning(subject: str, reproach: str) -> None:
    assert warns(f"{subject} {reproach}.")
    assert warns(f"At 10:42 {subject} {reproach}.")


@pytest.mark.parametrize("reproach", REPROACHES)
@pytest.mark.parametrize("subject", SYSTEMS)
def test_a_system_is_never_blamed(subject: str, reproach: str) -> None:
    assert not warns(f"{subject} {reproach}.")


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_plain_fact_about_a_person_is_no_warning(subject: str, fact: str) -> None:
    assert not found(f"{subject} {fact}.", "timeline")


@pytest.mark.parametrize("section", sorted(ANALYSIS))
@pytest.mark.parametrize("subject", SUBJECTS)
def test_in_the_analysis_any_person_is_a_hint(subject: str, section: str) -> None:
    (blame,) = found(f"{subject} restarted the pods.", section)
    assert (blame.level, blame.rule) == (Level.HINT, "person")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("If only Xanthe had looked at the graph.", "counterfactual"),
        ("Had Xanthe waited, nothing would have happened.", "counterfactual"),
        ("The reviewer could have asked.", "counterfactual"),
        ("Xanthe’s mistake cost us an hour.", "fault"),
        ("The outage was caused by the web team.", "fault"),
        ("It all goes back to Xanthe.", "fault"),
        ("Root cause: human error.", "human-error"),
        ("A fat-fingered command.", "human-error"),
        ("We must be more careful.", "carelessness"),
        ("Sheer negligence.", "carelessness"),
        ("Who merged this?", "who"),
        ("We need to find out who approved it.", "who"),
        ("Thanks to Xanthe we lost the evening.", "sarcasm"),
        ("Well done, whoever disabled the alarm.", "sarcasm"),
        ("Xanthe will be written up.", "punishment"),
        ("Hold the reviewers accountable.", "punishment"),
        ("Nobody bothered to look.", "omission"),
    ],
)
def test_each_rule_has_its_name(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "No one is to blame.",
        "This was not Xanthe's fault.",
        "The guard prevents human error.",
        "The change reduces the risk of operator error.",
        "Run git blame on the file.",
        "We ask what happened, not who did it.",
        "We avoid the phrase “human error”.",
        "The label said `human error`.",
        "He quoted the ticket: \"Xanthe forgot the flag\".",
        "Thanks to Xanthe for staying late.",
        "The response held an error message for the user: wrong password.",
        "Engineers took the node offline to prevent more damage.",
        "The web team should have been paged.",
        "The job runs with lazy loading and a sloppy quorum.",
    ],
)  # fmt: skip
def test_what_only_looks_like_blame_is_left_alone(text: str) -> None:
    assert not warns(text)


@pytest.mark.parametrize(
    "text",
    [
        "Will the queue recover?",
        "The lease will fail in May.",
        "The grace period was wrong.",
        "Grace Hopper cluster failed to start.",
        "Mark the wrong entries and skip them.",
        "Jenkins should have kept the workspace.",
        "Grant the wrong role and it fails.",
    ],
)
def test_words_that_are_names_too_need_a_person_behind_them(text: str) -> None:
    assert not warns(text)


@pytest.mark.parametrize(
    "text", ["Will forgot the flag.", "Grace ignored the alert.", "The flag was forgotten by Will."]
)
def test_people_of_the_roster_with_such_names_are_still_people(text: str) -> None:
    assert warns(text)


def test_an_allowed_word_is_never_a_person() -> None:
    assert found("Xanthe failed to start.")
    assert not found("Xanthe failed to start.", allowed=frozenset({"xanthe"}))


def test_owners_and_praise_are_no_findings() -> None:
    assert not found("Owner: Xanthe, until Friday.", "actions")
    assert not found("Xanthe spotted the wrong route and saved an hour.", "went_well")


def test_the_span_stands_in_its_text() -> None:
    text = "All was calm.\nThen Xanthe forgot the flag."
    (blame,) = found(text)
    assert text[blame.start : blame.start + blame.length] == "Xanthe forgot"
    assert text[blame.sentence.start : blame.sentence.end] == "Then Xanthe forgot the flag."


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Xanthe forgot to renew the lease.", "Nothing in the process prompted anyone to renew the lease."),
        ("She never checked the queue.", "Nothing in the process prompted anyone to check the queue."),
        (
            "The reviewer should have asked, of course.",
            "Nothing in the process prompted anyone to ask.",
        ),
        ("Xanthe deleted the wrong table.", "It was possible to delete the wrong table, and no safeguard stepped in."),
        ("They should never have run the job.", "It was easy to run the job, and nothing advised against it."),
    ],
)
def test_the_rewrite_names_the_step_and_asks_a_question(text: str, opening: str) -> None:
    (blame,) = found(text)
    assert blame.rewrite.startswith(opening)
    assert blame.rewrite.endswith("?")


@pytest.mark.parametrize("reproach", REPROACHES)
def test_a_rewrite_blames_nobody(reproach: str) -> None:
    for blame in found(f"Xanthe {reproach}."):
        assert "Xanthe" not in blame.rewrite
        assert not warns(blame.rewrite)


def test_every_rule_says_what_it_is_about() -> None:
    assert {blame.rule for text in ("Xanthe slept.",) for blame in found(text, "whys")} <= MESSAGES.keys()


HOSTILE = st.sampled_from(
    [
        *("Xanthe ", "forgot ", "should have ", "and ", "who ", ", ", "the wrong ", "without asking ", "@a-b.c "),
        *("the team ", "human error", "“", "”", '"', "`", ".", "!", "?", "\n", "\ue000", "\ue008", "\x1b[2J", "🔥"),
        *("İ", "ß", "'s ", "( ", ") "),
    ]
)


@given(st.lists(HOSTILE | st.text(max_size=5), max_size=60).map("".join), st.sampled_from([None, "whys", "timeline"]))
@settings(deadline=None, max_examples=150)
def test_any_text_gives_spans_that_lie_inside_it(text: str, section: str | None) -> None:
    for blame in found(text, section):
        assert 0 <= blame.start < blame.start + blame.length <= len(text)
        assert blame.sentence.start <= blame.start
        assert blame.start + blame.length <= blame.sentence.end
        assert blame.rule in MESSAGES
        assert blame.rewrite


@pytest.mark.parametrize(
    "part", ["Xanthe and ", "the team ", "Xanthe, ", "a " * 40, "x", "“", "@", "who ", ". ", "Xanthe "]
)
def test_a_text_of_a_hundred_thousand_characters_comes_to_an_end(part: str) -> None:
    warm()
    tail = random.Random(1)
    text = "".join(f"{part}{tail.randrange(10) if len(part) > 1 else ''}" for _ in range(100_000 // (len(part) + 1)))
    found(text, "whys")


def test_verbs_are_inflected() -> None:
    verbs = ["forget", "skip", "mess up", "panic", "try", "leave", "commit", "push"]
    assert pasts(verbs) == ["forgot", "skipped", "messed up", "panicked", "tried", "left", "committed", "pushed"]
    assert participles(["forget", "write"]) == ["forgotten", "written"]
    assert gerunds(["forget", "leave", "try"]) == ["forgetting", "leaving", "trying"]
    assert presents(["push", "try", "miss"]) == ["pushes", "tries", "misses"]


def test_every_text_of_an_incident_is_read() -> None:
    written = incident(
        title="Checkout",
        entries=[entry(1, "12:01", "pager", author="omar")],
        whys=[{"id": record_id(2), "text": "the pool was too small"}],
        factors=[{"id": "testing", "note": "no test"}],
        went_well=["a calm call"],
        actions=[{"id": record_id(3), "text": "add a test", "owner": "Noor", "created_at": NOON}],
        recurrence=[{"id": "tests", "note": "in review"}],
    )
    assert [(text.section, text.text) for text in texts(written)] == [
        ("summary", "Checkout"),
        ("timeline", "pager"),
        ("whys", "the pool was too small"),
        ("factors", "no test"),
        ("went_well", "a calm call"),
        ("actions", "add a test"),
        ("recurrence", "in review"),
    ]
    assert people(written) == {"omar", "Noor"}


def test_readiness_advises_on_the_wording_when_it_is_asked() -> None:
    written = incident(entries=[entry(1, "12:01", "omar broke it", author="omar")])
    told = [finding for finding in findings(written, NOON, Rules(), wording=True) if finding.rule == "blameless.warn"]
    assert [(finding.section, finding.record, finding.blocks) for finding in told] == [
        ("timeline", record_id(1), False)
    ]
    assert "blameless.warn" not in {finding.rule for finding in findings(written, NOON, Rules())}
    allowed = Rules(allowed_words=frozenset({"omar"}))
    assert "blameless.warn" not in {finding.rule for finding in findings(written, NOON, allowed, wording=True)}


def test_the_quick_look_at_the_letters_hides_nothing() -> None:
    files = sorted((Path(__file__).parents[2] / "benchmarks").glob("blame_*.jsonl"))
    sentences = [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
    for text in sentences:
        for rule in (*PLAIN, *ABOUT_PEOPLE):
            wanted = needed(rule.pattern)
            assert wanted is None or not wanted.isdisjoint(grams(text)) or not compiled(rule.pattern).search(text)


def test_every_place_names_the_word_that_would_have_to_be_allowed() -> None:
    named = {
        "Priya pushed the wrong config": "Priya",
        "the on-call engineer forgot to check": "the on-call engineer",
        "It was human error.": "human error",
        "he forgot to check": "",
    }
    for text, word in named.items():
        assert [blame.word for blame in check(text, section=None, roster=())] == [word]
        if word:
            assert check(text, section=None, roster=(), allowed=[word]) == []
