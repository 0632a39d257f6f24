"""The document as one HTML file: printable, light and dark, with nothing from outside."""

from collections.abc import Iterable, Iterator, Set
from datetime import datetime

from markupsafe import Markup, escape

from data.blocks import Subject, post_mortem
from data.documents.json import show
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from data.documents.templates import filled
from data.documents.timeline_svg import timeline_svg
from data.reader import language
from model.incident import Incident
from model.rules import Rules

__all__ = ["document", "html", "page"]


def document(incident: Incident, now: datetime, rules: Rules) -> str:
    """The whole post-mortem. Raises `BrokenFile` where the team's own template is wrong."""
    subject = Subject(incident, now, rules)
    nodes = list(post_mortem(subject))
    drawing = timeline_svg(subject)
    return page(nodes, drawing, incident=show(incident, now, rules))


def page(nodes: Iterable[Node], drawing: Markup | None = None, **values: object) -> str:
    """The nodes as a page: the first heading is its title, the drawing stands above the text."""
    nodes = list(nodes)
    title = next((node.text for node in nodes if isinstance(node, Heading)), "")
    return filled(
        "post-mortem.html", title=title, language=language(), body=html(nodes), drawing=drawing or Markup(""), **values
    )


def html(nodes: Iterable[Node]) -> Markup:
    """The nodes as HTML. No text in them becomes markup."""
    nodes = list(nodes)
    anchors = {row[0] for node in nodes if isinstance(node, Table) and node.anchors for row in node.rows}
    return Markup("\n").join(_element(node, anchors) for node in nodes)


def _element(node: Node, anchors: Set[str]) -> Markup:
    match node:
        case Heading(level, text):
            return Markup("<h{0}>{1}</h{0}>").format(level, text)
        case Paragraph(text, quiet):
            return Markup("<p{}>{}</p>").format(Markup(' class="quiet"') if quiet else Markup(""), _broken(text))
        case Bullets(items):
            return Markup("<ul>{}</ul>").format(Markup("").join(_point(item) for item in items))
        case Facts(rows):
            return _table(Table([], [list(row) for row in rows]), frozenset(), names=True)
        case Table():
            return _table(node, anchors, names=False)


def _broken(text: str) -> Markup:
    """The text with its line breaks."""
    return Markup("<br>").join(escape(line) for line in text.splitlines())


def _point(item: Point) -> Markup:
    lead = Markup("<b>{}:</b> ").format(item.lead) if item.lead else Markup("")
    aside = Markup(' <span class="quiet">({})</span>').format(item.aside) if item.aside else Markup("")
    return Markup("<li>{}{}{}</li>").format(lead, _broken(item.text), aside)


def _table(table: Table, anchors: Set[str], *, names: bool) -> Markup:
    head = Markup("")
    if table.header:
        cells = Markup("").join(
            _cell("th", _broken(name), number in table.right) for number, name in enumerate(table.header)
        )
        head = Markup("<thead><tr>{}</tr></thead>").format(cells)
    body = Markup("").join(_rows(table, anchors, names=names))
    return Markup('<div class="wide"><table{}>{}<tbody>{}</tbody></table></div>').format(
        Markup(' class="facts"') if names else Markup(""), head, body
    )


def _rows(table: Table, anchors: Set[str], *, names: bool) -> Iterator[Markup]:
    for place, row in enumerate(table.rows):
        cells = [
            _cell(
                "th" if names and not n else "td",
                _linked(cell, anchors) if n in table.links else _broken(cell),
                n in table.right,
            )
            for n, cell in enumerate(row)
        ]
        strong = Markup(' class="strong"') if place in table.strong else Markup("")
        anchor = Markup(' id="{}"').format(row[0]) if table.anchors else Markup("")
        yield Markup("<tr{}{}>{}</tr>").format(anchor, strong, Markup("").join(cells))


def _linked(text: str, anchors: Set[str]) -> Markup:
    """Names, each leading to its row where there is one."""
    link = Markup('<a href="#{0}">{0}</a>')
    return Markup(", ").join(link.format(name) if name in anchors else _broken(name) for name in text.split(", "))


def _cell(kind: str, text: Markup, is_figure: bool) -> Markup:
    scope = Markup(' scope="row"') if kind == "th" else Markup("")
    figure = Markup(' class="figure"') if is_figure else Markup("")
    return Markup("<{0}{1}{2}>{3}</{0}>").format(Markup(kind), scope, figure, text)
