"""The rows of a list that did not come in, in a file of their own, so that they can be put right and given again."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from data.durable import private
from data.importers.csv_table import header_of
from data.importers.evidence import Evidence
from data.importers.past import Past
from data.language import say
from data.trouble import Trouble
from model.message import Message

__all__ = ["keep_rejected"]

_REASON = "rejected"
"""The column, or the name, under which the reason stands; it is no column of an incident."""
_MOST_NAMES = 1_000


def keep_rejected(evidence: Evidence, left_out: Sequence[Past], path: Path) -> Path:
    """Write the rows with their reasons beside each other; returns the file, a new one.

    Raises `Trouble` where it cannot be written.
    """
    header = [] if any(isinstance(one.row.given, dict) for one in left_out) else header_of(evidence)
    text = _as_csv(header, left_out) if len(header) > 1 else _as_json_lines(left_out)
    names = (path, *(path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, _MOST_NAMES)))
    for name in names:
        try:
            with open(name, "x", encoding="utf-8", newline="", opener=private) as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            reason = error.strerror or str(error)
            raise Trouble(Message("{file} cannot be written: {reason}", file=str(name), reason=reason)) from error
        return name
    raise Trouble(Message("{file} is there already: name another with --rejected", file=str(path)))


def _as_csv(header: Sequence[str], left_out: Sequence[Past]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*header, _REASON])
    for one in left_out:
        cells = list(one.row.given)[: len(header)]
        writer.writerow([*cells, *[""] * (len(header) - len(cells)), _reason(one)])
    return text.getvalue()


def _as_json_lines(left_out: Sequence[Past]) -> str:
    lines = []
    for one in left_out:
        given = one.row.given if isinstance(one.row.given, dict) else {"text": one.row.given}
        lines.append(json.dumps({**given, _REASON: _reason(one)}, ensure_ascii=True))
    return "\n".join(lines) + "\n"


def _reason(one: Past) -> str:
    return say(one.problem) if one.problem else ""
