"""A secret in any field of any section blocks publishing, unless its sentence was ignored."""

from typing import Any

import pytest

from model.finding import Finding
from model.ignored import sign_of
from model.incident import Incident
from model.readiness import findings
from model.rules import Rules
from tests.building import at, entry, incident

SECRET = "password=hunter2"


def found(with_secret: Incident) -> list[Finding]:
    everything = findings(with_secret, at("14:00"), Rules())
    return [finding for finding in everything if finding.rule == "secrets.found"]


@pytest.mark.parametrize(
    ("section", "record", "fields"),
    [
        ("summary", "summary", {"title": f"We used {SECRET}"}),
        ("summary", "summary", {"service": SECRET}),
        ("timeline", "E", {"entries": [{**entry(1, "12:01", f"tried {SECRET}"), "id": "E"}]}),
        ("timeline", "E", {"entries": [{**entry(1, "12:01", author=SECRET), "id": "E"}]}),
        ("timeline", "E", {"entries": [{**entry(1, "12:01", link={"to": [SECRET]}), "id": "E"}]}),
        ("whys", "W", {"whys": [{"id": "W", "text": SECRET}]}),
        ("factors", "testing", {"factors": [{"id": "testing", "note": SECRET}]}),
        ("actions", "A", {"actions": [{"id": "A", "owner": SECRET, "created_at": "2026-11-23T12:00:00Z"}]}),
        ("recurrence", "runbook", {"recurrence": [{"id": "runbook", "rfc": f"https://mina:{SECRET}@h/1"}]}),
    ],
)
def test_it_is_found_in_every_field_and_blocks(section: str, record: str, fields: dict[str, Any]) -> None:
    (finding,) = found(incident(**fields))
    assert (finding.section, finding.record, finding.blocks) == (section, record, True)


def test_the_finding_does_not_say_the_secret_again() -> None:
    (finding,) = found(incident(title=f"We used {SECRET}"))
    assert "hunter2" not in str(finding.message)


def test_what_was_ignored_is_none_and_the_rest_stays_one() -> None:
    signs = [sign_of("secrets", f"We used {SECRET}.")]
    fields: dict[str, Any] = {"title": f"We used {SECRET}.", "ignored_sentences": signs}
    assert found(incident(**fields)) == []
    assert len(found(incident(entries=[entry(1, "12:01", "token=abcDEF123")], **fields))) == 1


def test_taking_it_out_ends_it() -> None:
    before = incident(entries=[entry(1, "12:01", SECRET)])
    assert found(before)
    timeline = before.timeline.patched(before.timeline.root[0].id, {"text": "with the password"})
    assert found(before.with_sections({"timeline": timeline})) == []
