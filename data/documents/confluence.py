"""The document in Confluence's storage format: XHTML with the macros that its pages are kept in."""

from collections.abc import Iterable
from datetime import datetime

from markupsafe import Markup, escape

from data.blocks import Subject, post_mortem
from data.documents.nodes import Bullets, Facts, Heading, Node, Paragraph, Point, Table
from model.incident import Incident
from model.rules import Rules

__all__ = ["document", "storage"]

_CONTENTS = Markup(
    '<ac:structured-macro ac:name="toc"><ac:parameter ac:name="maxLevel">2</ac:parameter></ac:structured-macro>'
)


def document(incident: Incident, now: datetime, rules: Rules) -> str:
    """The whole post-mortem. Its title is the page's own, and so is not repeated."""
    nodes = (node for node in post_mortem(Subject(incident, now, rules)) if not _is_title(node))
    return f"{_CONTENTS}\n{storage(nodes)}\n"


def _is_title(node: Node) -> bool:
    return isinstance(node, Heading) and node.level == 1


def storage(nodes: Iterable[Node]) -> Markup:
    """The nodes in storage format. No text in them becomes markup."""
    return Markup("\n").join(_element(node) for node in nodes)


def _element(node: Node) -> Markup:
    match node:
        case Heading(level, text):
            return Markup("<h{0}>{1}</h{0}>").format(level, text)
        case Paragraph(text, quiet):
            return Markup("<p><em>{}</em></p>" if quiet else "<p>{}</p>").format(_lines(text))
        case Bullets(items):
            return Markup("<ul>{}</ul>").format(Markup("").join(_point(item) for item in items))
        case Facts(rows):
            body = (_row([Markup("<th>{}</th>").format(_lines(name)), _cell(value)]) for name, value in rows)
            return _table(body)
        case Table(header, rows, right, strong):
            head = _row(Markup("<th>{}</th>").format(_lines(name)) for name in header)
            body = (
                _row(_cell(cell, right=n in right, strong=place in strong) for n, cell in enumerate(row))
                for place, row in enumerate(rows)
            )
            return _table([head, *body])


def _lines(text: str) -> Markup:
    return Markup("<br/>").join(escape(line) for line in text.splitlines())


def _point(item: Point) -> Markup:
    lead = Markup("<strong>{}:</strong> ").format(item.lead) if item.lead else Markup("")
    aside = Markup(" <em>({})</em>").format(item.aside) if item.aside else Markup("")
    return Markup("<li>{}{}{}</li>").format(lead, _lines(item.text), aside)


def _cell(text: str, *, right: bool = False, strong: bool = False) -> Markup:
    inner = Markup("<strong>{}</strong>").format(_lines(text)) if strong and text else _lines(text)
    return Markup('<td style="text-align: right;">{}</td>' if right else "<td>{}</td>").format(inner)


def _row(cells: Iterable[Markup]) -> Markup:
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _table(rows: Iterable[Markup]) -> Markup:
    return Markup("<table><tbody>{}</tbody></table>").format(Markup("").join(rows))
