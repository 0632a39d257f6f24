"""The review in a format."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

from data.documents.markdown import markdown
from data.documents.nodes import Heading
from data.quarter.blocks import quarter_document
from data.quarter.json import document
from data.quarter.report import Report
from data.reader import language

__all__ = ["FORMATS", "written"]


def _markdown(report: Report, now: datetime) -> str:
    return markdown(quarter_document(report, now))


def _json(report: Report, _now: datetime) -> str:
    return json.dumps(document(report), indent=2, ensure_ascii=False) + "\n"


def _html(report: Report, now: datetime) -> str:
    from data.documents.html import html
    from data.documents.templates import filled
    from data.quarter.pictures import pictures

    heading, as_of, *nodes = quarter_document(report, now)
    return filled(
        "review.html",
        title=heading.text if isinstance(heading, Heading) else "",
        language=language(),
        head=html([heading, as_of]),
        drawing=pictures(report.review),
        body=html(nodes),
        review=document(report),
    )


FORMATS: Mapping[str, Callable[[Report, datetime], str]] = {"markdown": _markdown, "html": _html, "json": _json}
"""The formats by their names."""


def written(report: Report, now: datetime, format: str) -> str:
    """The review as a document of that format; `now` is on the reader's wall clock."""
    return FORMATS[format](report, now)
