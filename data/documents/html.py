"""The document as one HTML file: printable, light and dark, with nothing from outside."""

from collections.abc import Iterable, Iterator
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
    return Markup("\n").join(_element(node) for node in nodes)


def _element(node: Node) -> Markup:
    match node:
        case Heading(level, text):
            return Markup("<h{0}>{1}</h{0}>").format(level, text)
        case Paragraph(text, quiet):
            return Markup("<p{}>{}</p>").format(Markup(' class="quiet"') if quiet else Markup(""), _broken(text))
        case Bullets(items):
            return Markup("<ul>{}</ul>").format(Markup("").join(_point(item) for item in items))
        case Facts(rows):
            return _table([], [list(row) for row in rows], frozenset(), frozenset(), names=True)
        case Table(header, rows, right, strong):
            return _table(list(header), [list(row) for row in rows], right, strong, names=False)


def _broken(text: str) -> Markup:
    """The text with its line breaks."""
    return Markup("<br>").join(escape(line) for line in text.splitlines())


def _point(item: Point) -> Markup:
    lead = Markup("<b>{}:</b> ").format(item.lead) if item.lead else Markup("")
    aside = Markup(' <span class="quiet">({})</span>').format(item.aside) if item.aside else Markup("")
    return Markup("<li>{}{}{}</li>").format(lead, _broken(item.text), aside)


def _table(
    header: list[str], rows: list[list[str]], right: frozenset[int], strong: frozenset[int], *, names: bool
) -> Markup:
    head = Markup("")
    if header:
        cells = Markup("").join(_cell("th", name, number in right) for number, name in enumerate(header))
        head = Markup("<thead><tr>{}</tr></thead>").format(cells)
    body = Markup("").join(_rows(rows, right, strong, names=names))
    return Markup('<div class="wide"><table{}>{}<tbody>{}</tbody></table></div>').format(
        Markup(' class="facts"') if names else Markup(""), head, body
    )


def _rows(rows: list[list[str]], right: frozenset[int], strong: frozenset[int], *, names: bool) -> Iterator[Markup]:
    for place, row in enumerate(rows):
        cells = [_cell("th" if names and not n else "td", cell, n in right) for n, cell in enumerate(row)]
        yield Markup("<tr{}>{}</tr>").format(
            Markup(' class="strong"') if place in strong else Markup(""), Markup("").join(cells)
        )


def _cell(kind: str, text: str, is_figure: bool) -> Markup:
    scope = Markup(' scope="row"') if kind == "th" else Markup("")
    figure = Markup(' class="figure"') if is_figure else Markup("")
    return Markup("<{0}{1}{2}>{3}</{0}>").format(Markup(kind), scope, figure, _broken(text))
