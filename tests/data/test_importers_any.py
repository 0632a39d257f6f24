"""Whatever is handed in, a reader reads it or says why not; nothing else can happen."""

import json
import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.importers import FORMATS, importer_of
from data.importers.evidence import Evidence
from data.trouble import Trouble
from model.change import applied
from model.evidence import proposals, taken
from model.message import Refused
from tests.building import incident
from tests.data.reading import NOW, setting

KEYS = re.findall(
    r"\w+",
    """
    type subtype user bot_id username text ts thread_ts reactions name pinned_to files blocks elements
    attachments fields log_entries id summary created_at agent channel note incidents incident_number title
    acknowledgements at event messages seconds_to_first_ack data log owner createdAt offset tinyId message
    report ackTime closeTime alerts labels annotations startsAt endsAt status state fingerprint updatedAt
    workflow_runs databaseId workflowName displayTitle headSha conclusion environment ref sha deployment_url
    updated_at creator login profile display_name statuses startedAt event_type occurred_at
    """,
)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from(
        (
            "2026-11-22T10:42:00Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59-14:00",
            "1767225600.000200",
            "99999999999.1",
            "trigger_log_entry",
            "incident",
            "success",
            "completed",
            "<@U1|x> &lt; <!date^1^{date}|then>",
            "\ud800",
            "\x1b[31m\u202e",
        )
    )
)
JSON: st.SearchStrategy[Any] = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=7),
    max_leaves=25,
)
LINES = st.lists(
    st.sampled_from(
        (
            "10:42 a",
            "99:99",
            "| 10:42 | x |",
            "|---|---|",
            "# Timeline",
            "time,event",
            "Nov 31 10:42",
            "02:30 x",
            "**10:42**",
        )
    )
    | st.text(max_size=30),
    max_size=8,
)


def survives(content: bytes, name: str | None) -> None:
    """Read it, and take all of it in."""
    how = setting("Europe/Berlin")
    with suppress(Trouble, Refused):
        evidence = Evidence("file", content)
        importer = FORMATS[name] if name and name != "post-mortem" else importer_of(evidence, name)
        found = proposals(incident(), importer.read(evidence, how))
        change = taken(incident(), [(one.candidate, one.milestone) for one in found], NOW)
        if change is not None:
            after = applied(incident(), change.steps)
            assert len(after.timeline.root) == len(found)


@settings(deadline=None, max_examples=150)
@given(JSON, st.sampled_from([None, *FORMATS]))
def test_any_json(value: Any, name: str | None) -> None:
    survives(json.dumps(value).encode(), name)
    assert importer_of is not None


@settings(deadline=None, max_examples=150)
@given(LINES, st.sampled_from(["\n", "\r\n", "\x85"]), st.sampled_from([None, *FORMATS]))
def test_any_text(lines: list[str], end: str, name: str | None) -> None:
    content = end.join(lines).encode("utf-8", "surrogatepass")
    survives(content, name)
    assert isinstance(content, bytes)


@settings(deadline=None, max_examples=80)
@given(st.binary(max_size=200), st.sampled_from([None, *FORMATS]))
def test_any_bytes(content: bytes, name: str | None) -> None:
    survives(content, name)
    assert isinstance(content, bytes)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_of_another_format_is_refused_in_words(name: str) -> None:
    with pytest.raises(Trouble, match="not of the format"):
        importer_of(Evidence("file", b"nothing of the kind"), name)
