"""The review as a document: what it says, its pictures, and nothing from outside."""

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data.quarter import Report, gathered, report
from data.quarter.documents import FORMATS, written
from data.quarter.pictures import cost_picture, pictures, text_width
from data.quarter.report import Filters
from data.workspace import Workspace
from model.money import Money
from model.review import Quarter
from model.review.answers import QuarterCost
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


@pytest.mark.parametrize("currencies", [["EUR"], ["EUR", "USD"], ["EUR", "USD", "JPY", "GBP", "CHF", "SEK", "NOK"]])
@pytest.mark.parametrize("amount", ["10", "67300.50", "123456789012.34"])
def test_the_costs_beside_the_bars_are_inside_the_picture(currencies: list[str], amount: str) -> None:
    total = [Money(amount=Decimal(amount), currency=currency) for currency in currencies]
    quarters = [QuarterCost(Q4.moved(step), [], 0, total) for step in range(-4, 1)]
    root = ElementTree.fromstring(str(cost_picture(quarters)))
    texts = [element for element in root.iter() if element.get("class") == "label"]
    assert len(texts) == 10
    for element in texts:
        assert float(element.get("x", "0")) + text_width(element.text or "") <= 960


def test_each_figure_leads_to_its_incidents(tmp_path: Path) -> None:
    found = made(tmp_path)
    page = written(found, NOW, "html")
    anchors = re.findall(r'<tr id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors)) == 45
    links = set(re.findall(r'<a href="#([^"]+)"', page))
    assert links <= set(anchors)
    assert {facts.id for one in found.review.categories for facts in one.incidents} <= links
    assert "INC-20261002-Q400 Checkout fails, case 0 of 4: 2 min</title>" in page
    assert "left out: missing" in page


def test_a_quarter_that_is_not_over_says_so_in_every_document(tmp_path: Path) -> None:
    found = made(tmp_path)
    for format in ("markdown", "html"):
        text = written(found, NOW, format)
        assert "Quarterly review 2026-Q4 so far" in text
        assert "The quarter is not over" in text
    assert json.loads(written(found, NOW, "json"))["so_far"] is True


def test_actions_and_repeats_have_the_quarter_before_beside_them(tmp_path: Path) -> None:
    found = made(tmp_path)
    text = written(found, NOW, "markdown")
    assert re.search(r"\| \*\*?of which overdue|of which overdue +\| +3 \| +3", text)
    assert "The quarter before: 6 of 9 done" in text
    assert "9 incidents of the quarter before looked like earlier ones, 0 confirmed" in text
    answer = json.loads(written(found, NOW, "json"))
    assert (answer["actions_before"]["total"], answer["repeats_before"]["incidents"]) == (9, 9)


def test_an_empty_quarter_names_the_last_that_has_incidents(tmp_path: Path) -> None:
    made(tmp_path)
    found = gathered(Workspace(tmp_path, lambda: NOW, "mina"))
    assert found is not None
    later = report(found, Quarter(2027, 3), date(2026, 11, 23))
    assert "The last quarter that has incidents is 2026-Q4." in written(later, NOW, "markdown")
    assert json.loads(written(later, NOW, "json"))["last_quarter_with_incidents"] == "2026-Q4"


def test_what_the_figures_mean_stands_beside_them(tmp_path: Path) -> None:
    text = written(made(tmp_path), NOW, "markdown")
    for said in ("TF-IDF", "cosine of 0.25", "Hodges and Lehmann", "normal approximation", "Wilson", "not cancelled"):
        assert said in text


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


def test_the_top_three_are_marked_by_count_and_by_cost(tmp_path: Path) -> None:
    text = written(made(tmp_path), NOW, "markdown")
    assert "Place by cost" in text
    assert "by count, by cost" in text
