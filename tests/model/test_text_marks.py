"""One list of what the checks of texts have to say, and the sentences that they pass over."""

from model.blameless import Level
from model.ignored import sign_of
from model.incident import Incident
from model.marks import BLAMELESS, SECRETS, marks, sign
from model.readiness import findings
from model.rules import Rules
from tests.building import NOON, entry, incident

TEXT = "All is well. Priya forgot the flag, and password=hunter2!x is in the log."


def test_both_checks_mark_one_sentence_in_the_order_of_the_text() -> None:
    found = marks(TEXT, section=None, roster=())
    assert [(mark.check, TEXT[mark.start : mark.end]) for mark in found] == [
        (BLAMELESS, "Priya forgot"),
        (SECRETS, "hunter2!x"),
    ]
    assert all(mark.level is Level.WARN for mark in found)
    assert {TEXT[mark.sentence.start : mark.sentence.end] for mark in found} == {TEXT.partition(". ")[2]}


def test_a_sentence_is_ignored_by_one_check_and_not_by_the_other() -> None:
    blame, secret = marks(TEXT, section=None, roster=())
    left = marks(TEXT, section=None, roster=(), ignored={sign(TEXT, blame)})
    assert [mark.check for mark in left] == [SECRETS]
    assert marks(TEXT, section=None, roster=(), ignored={sign(TEXT, blame), sign(TEXT, secret)}) == []


def test_the_sign_knows_a_sentence_however_it_is_wrapped_and_does_not_give_it_away() -> None:
    assert sign_of(BLAMELESS, "Priya  forgot\nit.") == sign_of(BLAMELESS, "Priya forgot it.")
    assert sign_of(BLAMELESS, "Priya forgot it.") != sign_of(SECRETS, "Priya forgot it.")
    assert "riya" not in sign_of(BLAMELESS, "Priya forgot it.")


def test_an_ignored_sentence_is_no_finding_and_a_changed_one_is_again() -> None:
    written = incident(entries=[entry(1, "12:01", "Priya forgot the flag.")])
    ignored = written.summary.patched("summary", {"ignored_sentences": [sign_of(BLAMELESS, "Priya forgot the flag.")]})
    passed = written.with_sections({"summary": ignored})
    changed = incident(entries=[entry(1, "12:01", "Priya forgot the old flag.")]).with_sections({"summary": ignored})

    def rules(of: Incident) -> set[str]:
        return {found.rule for found in findings(of, NOON, Rules(), wording=True)}

    assert "blameless.warn" in rules(written)
    assert "blameless.warn" not in rules(passed)
    assert "blameless.warn" in rules(changed)


def test_the_roster_of_the_settings_is_known_everywhere() -> None:
    written = incident(entries=[entry(1, "12:01", "xq broke the gateway")])
    rules = Rules(roster=frozenset({"xq"}))
    assert "blameless.warn" not in {found.rule for found in findings(written, NOON, Rules(), wording=True)}
    assert "blameless.warn" in {found.rule for found in findings(written, NOON, rules, wording=True)}
