"""What was exported as Markdown says the same when it is read back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.documents import document
from data.documents.read_back import is_ours, read_back
from data.importers import importer_of
from data.importers.evidence import Evidence, Setting
from data.language import use_language, use_locale
from model.actions import Priority, Status
from model.factors import FACTOR_LABELS
from model.incident import Incident
from model.rules import Rules
from model.text import clean
from model.timeline import Milestone, Trigger
from tests.building import incident, record_id
from tests.incidents import full_incident

NOW = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
texts = st.text(max_size=60).map(lambda text: " ".join(clean(text).split()))
milestones = st.none() | st.sampled_from(Milestone)
triggers = st.none() | st.sampled_from(Trigger)
entries = st.lists(st.tuples(st.integers(-2000, 4000), texts, milestones, triggers), max_size=8)
actions = st.lists(
    st.tuples(
        texts,
        texts.map(lambda text: text[:20].strip()),
        st.none() | st.integers(0, 60),
        st.sampled_from(Priority),
        st.sampled_from(Status),
    ),
    max_size=5,
)
scores = st.dictionaries(st.sampled_from(sorted(FACTOR_LABELS)), st.integers(0, 3))


def written(of: Incident) -> str:
    text = document(of, NOW, Rules(), "markdown")
    assert isinstance(text, str)
    return text


def told(of: Incident) -> list[tuple[datetime, str, Milestone | None, Trigger | None]]:
    """The entries as the document can tell them: to the minute, on single blanks."""
    found = []
    for entry in of.timeline.root:
        text = "\n".join(" ".join(line.split()) for line in entry.text.splitlines())
        found.append((entry.at.replace(second=0), text, entry.milestone, entry.trigger))
    return found


def same(of: Incident) -> None:
    found = read_back(written(of))
    assert found.id == of.id
    assert [(e.at, e.text, e.milestone, e.trigger) for e in found.entries] == told(of)
    assert [(a.number, a.text, a.owner, a.deadline, a.priority, a.status) for a in found.actions] == [
        (a.number, a.text, a.owner, a.deadline, a.priority, a.status) for a in of.actions.root
    ]
    own = {factor.id: factor.score for factor in of.factors.root.values() if factor.score is not None}
    named = {of.factors.root[id].label or id: score for id, score in own.items()}
    assert found.scores == named


@pytest.mark.parametrize(("language", "locale"), [("en", "en_US"), ("de", "de_DE"), ("en", "ja_JP")])
def test_the_full_incident_reads_back_in_the_readers_way(language: str, locale: str) -> None:
    use_language(language)
    use_locale(locale)
    same(full_incident())


@settings(deadline=None, max_examples=40)
@given(
    entries=entries,
    agreed=actions,
    scored=scores,
    severity=st.sampled_from(["SEV-1", "SEV-2"]),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"]),
)
def test_whatever_was_written_down_reads_back(
    entries: list[tuple[int, str, Milestone | None, Trigger | None]],
    agreed: list[tuple[str, str, int | None, Priority, Status]],
    scored: dict[str, int],
    severity: str,
    zone: str,
) -> None:
    use_language("en")
    use_locale("en_US")
    start = datetime(2026, 10, 24, 22, 0, tzinfo=ZoneInfo(zone)).astimezone(UTC)  # clocks change that night in Berlin
    of = incident(
        started=start,
        severity=severity,
        zone=zone,
        entries=[
            {
                "id": record_id(number),
                "at": start + timedelta(minutes=minute),
                "recorded_at": start,
                "text": text,
                "milestone": milestone,
                "trigger": trigger,
            }
            for number, (minute, text, milestone, trigger) in enumerate(entries)
        ],
        actions=[
            {
                "id": record_id(100 + number),
                "number": number,
                "text": text,
                "owner": owner,
                "deadline": (start + timedelta(days=days)).date() if days is not None else None,
                "priority": priority,
                "status": status,
                "created_at": start,
            }
            for number, (text, owner, days, priority, status) in enumerate(agreed, 1)
        ],
        factors=[{"id": name, "score": score} for name, score in scored.items()],
    )
    same(of)


def test_other_markdown_is_not_taken_for_ours() -> None:
    assert is_ours(written(full_incident()))
    assert not is_ours("# Post-mortem of INC-4711\n")
    with pytest.raises(ValueError, match="Bridgelog"):
        read_back("# Something else\n")


def test_an_exported_timeline_is_evidence_for_another_incident() -> None:
    use_language("en")
    use_locale("en_US")
    evidence = Evidence("post-mortem.md", written(full_incident()).encode())
    importer = importer_of(evidence)
    assert importer.NAME == "post-mortem"
    found = list(importer.read(evidence, Setting("UTC", NOW)))
    assert [(one.at, one.milestone) for one in found] == [
        (entry.at.replace(second=0), entry.milestone) for entry in full_incident().timeline.root
    ]
