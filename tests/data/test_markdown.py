"""The post-mortem as Markdown: two read by eye and kept, and what must hold of each."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.documents.markdown import document
from data.language import use_language, use_locale
from model.deadlines import WorkingCalendar
from model.incident import Incident
from model.rules import Rules
from tests.building import entry, incident
from tests.incidents import LOOKED_AT, empty_incident, full_incident, quarters_incident

GOLDEN = Path(__file__).parent / "golden"
"""What the documents say; `UPDATE_GOLDEN=1` writes them anew, to be read before they are committed."""
RULES = Rules(calendar=WorkingCalendar(zone="Europe/Berlin"))


def written(about: Incident, now: datetime = LOOKED_AT) -> str:
    """The incident's document."""
    return document(about, now, RULES)


def section(text: str, heading: str) -> str:
    """What stands under a heading of level 2."""
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize(
    ("name", "about"),
    [("full", full_incident()), ("quarters", quarters_incident()), ("empty", empty_incident())],
)
def test_a_document_reads_as_it_was_approved(name: str, about: Incident) -> None:
    path = GOLDEN / f"{name}.md"
    text = written(about)
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


def test_the_sections_stand_in_the_order_of_the_domain() -> None:
    headings = [line[3:] for line in written(full_incident()).splitlines() if line.startswith("## ")]
    assert headings == [
        "Summary",
        "Timeline",
        "Root cause: whys",
        "Contributing factors",
        "What went well",
        "Action items",
        "Recurrence prevention",
        "Cost of the incident",
    ]


def test_numbers_amounts_and_dates_are_written_as_in_german() -> None:
    use_language("de")
    use_locale("de_DE")
    text = written(full_incident())
    assert "70.023,00\N{NO-BREAK SPACE}€" in text
    assert "| 4.200 " in text
    assert "22.11.2026 23:12 UTC+01:00" in text
    assert "### So., 22. Nov. 2026 (UTC+01:00)" in text
    assert "1 Std. 37 Min." in text
    assert "0,4\N{NO-BREAK SPACE}%" in text


def test_an_empty_section_says_so() -> None:
    text = written(empty_incident())
    assert section(text, "Action items").strip() == "*Nothing was written down.*"
    assert section(text, "Cost of the incident").strip() == "*Nothing was written down.*"


def test_a_live_incident_says_that_it_is() -> None:
    text = written(empty_incident())
    assert text.index("still live. What is said here will change.") < text.index("## Summary")
    assert "9 days 10 hr so far" in section(text, "Summary")
    assert "still live" not in written(full_incident())


def test_what_is_not_known_is_named_and_never_nought() -> None:
    summary = section(written(quarters_incident()), "Summary")
    assert "| **Users affected**  | not known" in summary
    assert "| **Revenue lost**    | not known" in summary
    assert "overdue by 11 days 17 hr; fields missing: 3" in summary


def test_the_cost_shows_the_figures_that_it_comes_from() -> None:
    cost = section(written(full_incident()), "Cost of the incident")
    for figures in (
        "37.5 h × €112.40",
        "4,200 users × 0.4% × €310.00",
        "€55,600.00",
        "€14,423.00",
        "€70,023.00 ÷ 97 min",
        "€721.89",
    ):
        assert figures in cost
    assert "Not known" not in cost


def test_hours_without_a_rate_are_a_cost_that_is_not_known() -> None:
    cost = section(written(incident(cost={"engineering_hours": "3"})), "Cost of the incident")
    assert "3 h × not known" in cost
    assert "| **Total so far**  | direct + indirect                    | **not known** |" in cost
    assert "€" not in cost


def test_sev_1_shows_minutes_and_the_others_blocks() -> None:
    full, quarters = (section(written(about), "Timeline") for about in (full_incident(), quarters_incident()))
    assert "| 23:18 | first alert " in full
    assert "Block" not in full
    assert "| 14:45–15:00 | 14:50 |" in quarters
    assert "|             | 14:58 | first alert " in quarters


def test_days_are_marked_where_an_incident_crosses_midnight() -> None:
    timeline = section(written(full_incident()), "Timeline")
    days = [line for line in timeline.splitlines() if line.startswith("### ")]
    assert days == ["### Sun, Nov 22, 2026 (UTC+01:00)", "### Mon, Nov 23, 2026 (UTC+01:00)", "### Durations"]


def test_the_silence_after_the_last_entry_is_a_gap() -> None:
    about = incident(severity="SEV-1", ended="13:00", entries=[entry(1, "12:05", "alert")])
    assert "(55 min without an entry)" in section(written(about), "Timeline")


def test_a_change_of_the_clocks_is_said_where_it_comes() -> None:
    start = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
    about = incident(
        started=start,
        ended=start + timedelta(minutes=24),
        zone="Europe/Berlin",
        severity="SEV-1",
        entries=[entry(number, start + timedelta(minutes=12 * number), f"entry {number}") for number in range(3)],
    )
    rows = [line for line in section(written(about), "Timeline").splitlines() if "entry" in line or "clocks" in line]
    assert [row[2:7] for row in rows] == ["02:50", "     ", "02:02", "02:14"]
    assert "(the clocks change: from here on UTC+01:00)" in rows[1]


def test_a_time_of_another_day_has_its_date() -> None:
    about = incident(
        ended="2026-11-25T12:00Z",
        entries=[
            entry(1, "12:04", "alert", milestone="first-alert"),
            entry(2, "2026-11-25T12:00Z", milestone="resolved"),
        ],
    )
    timeline = section(written(about), "Timeline")
    assert "| start, 12:00 " in timeline
    assert "| confirmed resolved, Nov 25, 2026 12:00 |" in timeline


def test_a_first_alert_before_the_start_is_said_and_is_no_negative_number() -> None:
    text = written(incident(ended="13:00", entries=[entry(1, "11:50", "alert", milestone="first-alert")]))
    assert "| **Detection delay** | first alert lies before start" in text
    assert "-10 min" not in text


def test_an_entry_of_20_000_characters_does_not_widen_the_others() -> None:
    entries = [entry(0, "12:00", "x" * 20_000), *(entry(number, "12:01", "short") for number in range(1, 200))]
    text = written(incident(ended="12:10", entries=entries))
    assert len(text) < 60_000


def test_progress_counts_what_was_not_cancelled() -> None:
    assert "1 of 4 actions done. Overdue: 1. Cancelled: 1." in section(written(full_incident()), "Action items")


def test_an_architecture_change_without_an_rfc_is_named() -> None:
    about = incident(recurrence=[{"id": "architecture", "answer": "yes"}])
    assert "| no RFC yet |" in section(written(about), "Recurrence prevention")
