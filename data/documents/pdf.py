"""The document as PDF, to be read as a document: A4, numbered pages, tables that repeat their header."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.blocks import Subject, post_mortem
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from data.trouble import Trouble
from model.incident import Incident
from model.message import Message
from model.rules import Rules
from model.text import clean

if TYPE_CHECKING:
    from fpdf import FPDF

__all__ = ["document", "pdf"]

_SIZES = {1: 17, 2: 13, 3: 10.5}
_TEXT, _SMALL = 9.5, 8.5
"""Points."""
_LINE = 5.0
"""Millimetres from one line of text to the next."""
_INK, _QUIET, _RULE = (27, 34, 48), (90, 100, 115), (213, 218, 226)
_FAMILY = "document"
_FONTS = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("Arial Unicode.ttf", "Arial Unicode.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
)
_EAST_ASIAN = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansJP-Regular.ttf",
    "Hiragino Sans GB.ttc",
    "msgothic.ttc",
    "YuGothR.ttc",
)
"""To fall back on for letters that the font has not."""
_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)


def document(incident: Incident, now: datetime, rules: Rules) -> bytes:
    """The whole post-mortem. Raises `Trouble` where the library is not installed."""
    title = f"{incident.id}: {incident.summary.title}"
    return pdf(post_mortem(Subject(incident, now, rules)), title, now)


def pdf(nodes: Iterable[Node], title: str, now: datetime) -> bytes:
    """The nodes as a PDF with that title.

    Raises `Trouble` where the library that writes it is not installed.
    """
    try:
        writer = _writer(title, now)
    except ImportError as error:
        raise Trouble(Message("PDF needs one more package: pip install “bridgelog[pdf]”")) from error
    for node in nodes:
        _add(writer, node)
    return bytes(writer.output())


def _writer(title: str, now: datetime) -> "FPDF":
    from fpdf import FPDF

    class Paper(FPDF):
        """Pages with their number."""

        def footer(self) -> None:
            """The title and the number of the page."""
            self.set_y(-14)
            self.set_font(_FAMILY if _FAMILY in self.fonts else "helvetica", size=8)
            self.set_text_color(*_QUIET)
            self.cell(0, 5, _spelled(self, f"{title[:90]}  ·  {self.page_no()}/{{nb}}"), align="R")

    paper = Paper(format="A4")
    paper.set_title(clean(title))
    paper.set_creator("Bridgelog")
    paper.set_creation_date(now)
    paper.set_margins(20, 18)
    paper.set_auto_page_break(auto=True, margin=20)
    _load_fonts(paper)
    paper.add_page()
    return paper


def _load_fonts(paper: "FPDF") -> None:
    """A font with the letters of many languages where the system has one, or else the one that every reader has."""
    for regular, bold in _FONTS:
        found = _find(regular), _find(bold)
        if all(found):
            paper.add_font(_FAMILY, "", str(found[0]))
            paper.add_font(_FAMILY, "B", str(found[1]))
            fallbacks = []
            for number, name in enumerate(_EAST_ASIAN):
                path = _find(name)
                if path is not None:
                    paper.add_font(f"fallback{number}", "", str(path))
                    fallbacks.append(f"fallback{number}")
            if fallbacks:
                paper.set_fallback_fonts(fallbacks, exact_match=False)
            return


def _find(name: str) -> Path | None:
    for folder in _FOLDERS:
        root = Path(folder).expanduser()
        if root.is_dir():
            for path in root.rglob(name):
                return path
    return None


def _font(paper: "FPDF", size: float, style: str = "", color: Sequence[int] = _INK) -> None:
    own = any(name.startswith(_FAMILY) for name in paper.fonts)
    paper.set_font(_FAMILY if own else "helvetica", style, size)
    paper.set_text_color(*color)


def _spelled(paper: "FPDF", text: str) -> str:
    """The text without control characters, and with `?` for letters that the reader's own font has not."""
    harmless = clean(text)
    own = any(name.startswith(_FAMILY) for name in paper.fonts)
    return harmless if own else harmless.translate(_PLAINER).encode("latin-1", "replace").decode("latin-1")


_PLAINER = str.maketrans(
    {"–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "€": "EUR ", "\u202f": " "}
)


def _add(paper: "FPDF", node: Node) -> None:
    match node:
        case Heading(level, text):
            _heading(paper, level, text)
        case Paragraph(text, quiet):
            _font(paper, _TEXT, color=_QUIET if quiet else _INK)
            _write(paper, text)
            paper.ln(1.5)
        case Bullets(items):
            for item in items:
                _point(paper, item)
            paper.ln(1.5)
        case Facts(rows):
            _table(paper, [], [list(row) for row in rows], frozenset(), frozenset(), names=True)
        case Table(header, rows, right, strong):
            _table(paper, list(header), [list(row) for row in rows], right, strong, names=False)


def _heading(paper: "FPDF", level: int, text: str) -> None:
    size = _SIZES[min(level, 3)]
    if paper.will_page_break(24):
        paper.add_page()
    paper.ln(4 if level > 1 else 0)
    _font(paper, size, "B")
    paper.multi_cell(0, size * 0.5, _spelled(paper, text), align="L", new_x="LMARGIN", new_y="NEXT")
    if level == 2:
        paper.set_draw_color(*_RULE)
        paper.line(paper.l_margin, paper.get_y() + 1, paper.w - paper.r_margin, paper.get_y() + 1)
    paper.ln(2)


def _write(paper: "FPDF", text: str) -> None:
    paper.multi_cell(0, _LINE, _spelled(paper, text), align="L", new_x="LMARGIN", new_y="NEXT")


def _point(paper: "FPDF", item: Point) -> None:
    _font(paper, _TEXT)
    lead = f"{item.lead}: " if item.lead else ""
    aside = f" ({item.aside})" if item.aside else ""
    paper.set_x(paper.l_margin + 2)
    paper.multi_cell(0, _LINE, _spelled(paper, f"• {lead}{item.text}{aside}"), align="L", new_x="LMARGIN", new_y="NEXT")


def _table(
    paper: "FPDF",
    header: list[str],
    rows: list[list[str]],
    right: frozenset[int],
    strong: frozenset[int],
    *,
    names: bool,
) -> None:
    if not rows:
        return
    from fpdf.enums import TableBordersLayout
    from fpdf.fonts import FontFace

    _font(paper, _SMALL)
    paper.set_draw_color(*_RULE)
    many = len(rows[0])
    options: dict[str, Any] = {
        "borders_layout": TableBordersLayout.HORIZONTAL_LINES,
        "col_widths": _widths([header, *rows] if header else rows, names=names),
        "text_align": tuple("RIGHT" if n in right else "LEFT" for n in range(many)),
        "line_height": 4.4,
        "padding": (1, 2, 1, 0),
        "first_row_as_headings": bool(header),
        "headings_style": FontFace(emphasis="BOLD", color=_QUIET),
    }
    with paper.table(**options) as table:
        for place, row in enumerate([header, *rows] if header else rows):
            is_strong = place - bool(header) in strong
            cells = table.row()
            for number, cell in enumerate(row):
                bold = is_strong or (names and number == 0)
                cells.cell(_spelled(paper, cell), style=FontFace(emphasis="BOLD") if bold else None)
    paper.ln(2)


def _widths(rows: Sequence[Sequence[str]], *, names: bool) -> tuple[float, ...]:
    """The columns' shares of the page: by their longest cells, none of them tiny and none of them all."""
    if names:
        return (1.0, 2.6)
    longest = [
        max(max((len(line) for line in cell.splitlines()), default=0) for cell in column)
        for column in zip(*rows, strict=True)
    ]
    return tuple(float(min(max(width, 7), 60)) for width in longest)
