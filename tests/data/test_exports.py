"""Documents for others' programs: whole, harmless, and read by somebody else's reader."""

import csv
import io
import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from data.documents import FORMATS, document, format_of, write_document
from data.documents.actions_csv import harmless
from data.language import use_language, use_locale
from data.trouble import BrokenFile
from model.deadlines import WorkingCalendar
from model.incident import Incident
from model.message import Refused
from model.rules import Rules
from tests.building import incident, record_id
from tests.incidents import full_incident

NOW = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script> & "quoted" \x1b[31m =1+1 ]]> \u202eevil'


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")
    use_locale("en_US")


def made(format: str, of: Incident | None = None) -> str:
    text = document(of or full_incident(), NOW, Rules(), format)
    assert isinstance(text, str)
    return text


def hostile() -> Incident:
    return incident(
        title=HOSTILE,
        entries=[{"id": record_id(1), "at": NOW, "recorded_at": NOW, "text": HOSTILE, "milestone": "first-alert"}],
        whys=[{"id": record_id(2), "text": HOSTILE}],
        went_well=[HOSTILE],
        actions=[{"id": record_id(3), "number": 1, "text": "=cmd|calc", "owner": HOSTILE, "created_at": NOW}],
    )


class Page(HTMLParser):
    """Collects the elements, the addresses and the text of a page, and checks that what is opened is closed."""

    VOID = frozenset({"meta", "br", "rect", "line", "circle", "path"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: set[str] = set()
        self.addresses: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "data")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("format", ["markdown", "html", "text", "confluence", "json", "csv"])
def test_a_document_names_its_zone(format: str) -> None:
    zone = full_incident().summary.zone
    assert zone in made(format)


@pytest.mark.parametrize("format", ["status", "executive", "handover"])
def test_a_message_names_the_offset_of_its_times(format: str) -> None:
    assert "UTC+01:00" in made(format)


def test_a_calendar_and_a_spreadsheet_name_the_zone_in_which_a_deadline_ends() -> None:
    rules = Rules(calendar=WorkingCalendar(zone="Asia/Tokyo"))
    calendar, sheet = (str(document(full_incident(), NOW, rules, format)) for format in ("icalendar", "csv"))
    assert "X-WR-TIMEZONE:Asia/Tokyo" in calendar
    assert "Deadlines are days in Asia/Tokyo." in calendar.replace("\r\n ", "")
    rows = list(csv.DictReader(io.StringIO(sheet)))
    assert {(row["zone"], row["deadline_zone"]) for row in rows} == {(full_incident().summary.zone, "Asia/Tokyo")}


def read(page: str) -> Page:
    parser = Page()
    parser.feed(page)
    parser.close()
    return parser


def test_a_page_is_whole_and_takes_nothing_from_outside() -> None:
    text = made("html")
    page = read(text)
    assert page.open == []
    assert not page.elements & {"script", "link", "img", "iframe", "object"}
    assert page.addresses == []
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org)", text.partition("<main>")[0])
    assert "Checkout in eu-west" in " ".join(page.words)


def test_the_timeline_is_drawn_to_scale() -> None:
    svg = ElementTree.fromstring(re.findall(r"<svg.*?</svg>", made("html"), re.DOTALL)[0])
    name = "{http://www.w3.org/2000/svg}"
    marks = [element for element in svg.iter() if element.get("class") in ("milestone", "legal", "entry")]
    of = full_incident()
    assert len(marks) == len(of.timeline.root)
    labels = [element.text or "" for element in svg.iter(f"{name}text") if element.get("class") == "label"]
    assert len(labels) == len([entry for entry in of.timeline.root if entry.milestone or entry.trigger])
    axis = next(element for element in svg.iter(f"{name}line") if element.get("class") == "axis")
    width = float(axis.get("x2", "0")) - float(axis.get("x1", "0"))
    during = next(element for element in svg.iter(f"{name}rect"))
    moments = [entry.at for entry in of.timeline.root] + [of.summary.started_at, of.summary.ended_at or NOW]
    length = ((of.summary.ended_at or NOW) - of.summary.started_at) / (max(moments) - min(moments))
    assert float(during.get("width", "0")) == pytest.approx(width * length, abs=0.2)


@pytest.mark.parametrize("format", ["html", "confluence"])
def test_no_text_becomes_markup(format: str) -> None:
    text = made(format, hostile())
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "\x1b" not in text


def test_confluence_takes_the_document_as_its_storage_format() -> None:
    text = made("confluence")
    root = ElementTree.fromstring(f'<page xmlns:ac="urn:ac">{text}</page>')
    assert [element.text for element in root.iter("h2")][:2] == ["Summary", "Timeline"]
    assert root.find("h1") is None
    assert len(root.findall("table")) >= 8


def test_another_reader_finds_every_open_deadline_in_the_calendar() -> None:
    text = made("icalendar")
    found = vobject.readOne(text)
    open_actions = [action for action in full_incident().actions.unfinished() if action.deadline]
    assert len(found.vevent_list) == len(open_actions) > 0
    by_uid = {event.uid.value.partition("@")[0]: event for event in found.vevent_list}
    for action in open_actions:
        event = by_uid[action.id]
        assert event.dtstart.value == action.deadline
        assert isinstance(event.dtstart.value, date)
        assert action.text in event.summary.value
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert made("icalendar") == text


@pytest.mark.parametrize(
    ("format", "columns"),
    [
        ("csv", ["incident", "number", "action", "owner", "deadline"]),
        ("jira", ["Summary", "Issue Type", "Status", "Priority", "Assignee", "Due Date"]),
        ("github", ["title", "body", "labels", "assignees"]),
        ("linear", ["Title", "Description", "Priority", "Status", "Assignee"]),
    ],
)
def test_tickets_get_their_columns_and_no_formula(format: str, columns: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(made(format))))
    assert rows[0][: len(columns)] == columns
    assert len(rows) == 1 + len(full_incident().actions.root)
    assert all(len(row) == len(rows[0]) for row in rows)
    for row in csv.reader(io.StringIO(made(format, hostile()))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=12))
def test_no_cell_begins_like_a_formula_and_others_stay_as_they_are(cell: str) -> None:
    assert harmless(cell).removeprefix("'") == cell.removeprefix("'") or harmless(cell) == cell
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_pdf_is_read_by_another_reader_with_all_of_its_text() -> None:
    made_pdf = document(full_incident(), NOW, Rules(), "pdf")
    assert isinstance(made_pdf, bytes)
    reader = pypdf.PdfReader(io.BytesIO(made_pdf))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert len(reader.pages) >= 2
    assert reader.metadata is not None
    assert "Checkout" in (reader.metadata.title or "")
    for heading in ("Summary", "Timeline", "Action items", "Cost of the incident"):
        assert heading in text
    assert f"1/{len(reader.pages)}" in text
    assert "/JavaScript" not in str(reader.trailer)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_empty_hostile_and_full_incidents(format: str, tmp_path: Path) -> None:
    for number, of in enumerate((incident(), hostile(), full_incident())):
        path = tmp_path / f"{number}{FORMATS[format].ending}"
        write_document(of, NOW, Rules(), path, format)
        content = path.read_bytes()
        assert content
        if format != "pdf":
            assert b"\x1b" not in content
            content.decode("utf-8")


def test_a_files_ending_asks_for_the_first_format_of_that_ending() -> None:
    endings = {name: format_of(Path(f"x{kind.ending}")) for name, kind in FORMATS.items()}
    assert endings["html"] == "html"
    assert endings["jira"] == "csv"
    assert format_of(Path("x")) == "markdown"
    with pytest.raises(Refused, match=r"no format has the ending “\.unknown”: there are \.md"):
        format_of(Path("x.unknown"))


def test_short_texts_say_where_it_stands() -> None:
    status = made("status").splitlines()
    assert len(status) == 5
    assert "SEV-1" in status[0]
    executive = made("executive")
    assert "€70,023.00" in executive
    assert executive.count("\n") < 45
    assert "The latest entries" in made("handover")


def test_a_teams_own_template_takes_the_place_and_a_bad_one_gives_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(tmp_path / "settings.toml"))
    own = tmp_path / "templates" / "post-mortem.html"
    own.parent.mkdir()
    own.write_text("<h1>House style: {{ incident.summary.title }}</h1>\n{{ body }}", "utf-8")
    assert made("html", hostile()).startswith("<h1>House style: &lt;script&gt;")
    own.write_text("first\n\n{% if %}", "utf-8")
    with pytest.raises(BrokenFile, match="line 3"):
        made("html")
    own.write_text("first\n{{ nobody.knows }}\n", "utf-8")
    with pytest.raises(BrokenFile, match="line 2"):
        made("html")
    own.write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", "utf-8")
    with pytest.raises(BrokenFile, match="unsafe"):
        made("html")


@pytest.mark.parametrize("format", [name for name, kind in FORMATS.items() if kind.template and kind.ending != ".html"])
def test_every_text_can_be_in_a_teams_own_template(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(tmp_path / "settings.toml"))
    plain = made(format, hostile())
    own = tmp_path / "templates" / FORMATS[format].template
    own.parent.mkdir()
    own.write_text("{{ incident.summary.severity }} of ACME\n{{ body }}", "utf-8")
    assert made(format, hostile()) == f"SEV-2 of ACME\n{plain}"
    own.write_text("one\n{{ nobody.knows }}", "utf-8")
    with pytest.raises(BrokenFile, match=r"line 2.*nobody"):
        made(format)


def test_texts_in_a_template_of_markdown_can_be_made_harmless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIDGELOG_CONFIG", str(tmp_path / "settings.toml"))
    own = tmp_path / "templates" / "post-mortem.md"
    own.parent.mkdir()
    own.write_text("# {{ incident.summary.title | markdown_line }}\n", "utf-8")
    assert "\\<script\\>" in made("markdown", hostile())
