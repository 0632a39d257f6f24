"""The review as a document: what it says, its pictures, and nothing from outside."""

from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data.quarter import Report, gathered, report
from data.quarter.documents import FORMATS, written
from data.quarter.pictures import pictures
from data.quarter.report import Filters
from data.workspace import Workspace
from model.review import Quarter
from tests.incidents import hostile_incident
from tests.quarters import past

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
Q4 = Quarter(2026, 4)


def made(folder: Path, *, with_incidents: bool = True) -> Report:
    workspace = Workspace(folder, lambda: NOW, "mina")
    for incident in past() if with_incidents else ():
        workspace.add(incident)
    found = gathered(workspace)
    assert found is not None
    return report(found, Q4, date(2026, 11, 23))


def test_the_page_holds_all_pictures_as_drawings_that_can_be_read_as_text(tmp_path: Path) -> None:
    page = written(made(tmp_path), NOW, "html")
    assert page.count("<svg") == 4
    for said in ("€67,300.00", "n = 8", "Time to detect: a dot is an incident", "3.0 (9)", "2026-Q3"):
        assert said in page
    assert "http-equiv" in page
    assert "src=" not in page


def test_each_picture_is_well_formed_and_has_a_dot_for_each_incident_that_counts(tmp_path: Path) -> None:
    found = made(tmp_path)
    root = ElementTree.fromstring(f"<all>{pictures(found.review)}</all>")
    marks = [element for element in root.iter() if element.get("class") == "dot"]
    times = (found.review.time_to_detect, found.review.time_to_resolve)
    assert len(marks) == sum(len(one.seconds) + len(one.previous_seconds) for one in times)
    for element in root.iter():
        for name in ("x", "x1", "x2", "cx"):
            assert 0 <= float(element.get(name, "0")) <= 960


def test_filters_narrow_the_quarter_and_not_what_it_repeats(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, lambda: NOW, "mina")
    for incident in past():
        workspace.add(incident)
    found = gathered(workspace)
    assert found is not None
    narrow = report(found, Q4, date(2026, 11, 23), Filters(severity="SEV-1"))
    assert {pair.later.severity for pair in narrow.repeats} == {"SEV-1"}
    assert {pair.earlier.severity for pair in narrow.repeats} - {"SEV-1"}


def test_where_nothing_is_known_nothing_is_drawn(tmp_path: Path) -> None:
    found = made(tmp_path, with_incidents=False)
    assert pictures(found.review) == ""
    assert "None was found." in written(found, NOW, "html")


@pytest.mark.parametrize("format", FORMATS)
def test_no_text_becomes_markup(format: str, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, lambda: NOW, "mina")
    workspace.add(hostile_incident())
    found = gathered(workspace)
    assert found is not None
    page = written(report(found, Q4, date(2026, 11, 23)), NOW, format)
    assert "<script" not in page.replace("\\<script", "") or format == "json"


def test_pairs_that_are_not_listed_are_counted(tmp_path: Path) -> None:
    assert "less likely pairs are not listed" in written(made(tmp_path), NOW, "markdown")
