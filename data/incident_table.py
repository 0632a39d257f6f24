"""All incidents of a workspace as one table in a file: Parquet, CSV or JSON Lines."""

import csv
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from data.incident_rows import COLUMNS, row_of
from data.trouble import Trouble
from data.workspace import Found, Workspace
from model.message import N_, Message
from model.rules import Rules

__all__ = ["TABLES", "is_parquet", "table_bytes", "write_table"]

TABLES: Mapping[str, str] = {
    "parquet": N_("a table of all incidents for DuckDB, Spark and the like"),
    "table": N_("a table of all incidents as CSV"),
    "lines": N_("a table of all incidents as JSON Lines"),
}
"""The formats by their names, with what they are for; marked for translation."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MAGIC = b"PAR1"
_SILENT: Callable[[int, int], bool] = lambda _done, _of: True  # noqa: E731


def write_table(
    workspace: Workspace,
    now: datetime,
    rules: Rules,
    path: Path,
    format: str,
    *,
    first_month: int = 1,
    tell: Callable[[int, int], bool] = _SILENT,
) -> list[Found]:
    """Write a row an incident to the file, which is replaced only by a whole new one; returns the files left out.

    Raises `Trouble` where it cannot be written, or the library that writes Parquet is not installed.
    """
    broken: list[Found] = []
    try:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix=".bridgelog-", dir=path.parent)))
            made = folder / "table"
            rows = _rows(workspace, now, rules, first_month, broken, tell)
            _WRITERS[format](rows, made, folder)
            made.chmod(0o600)
            made.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        text = Message("{file} cannot be written: {reason}; choose another place", file=str(path), reason=reason)
        raise Trouble(text) from error
    return broken


def table_bytes(
    workspace: Workspace,
    now: datetime,
    rules: Rules,
    format: str,
    *,
    first_month: int = 1,
    tell: Callable[[int, int], bool] = _SILENT,
) -> tuple[bytes, list[Found]]:
    """The same table as bytes, with the files left out. Raises `Trouble` as `write_table` does."""
    broken: list[Found] = []
    try:
        with TemporaryDirectory(prefix="bridgelog-") as name:
            folder = Path(name)
            made = folder / "table"
            _WRITERS[format](_rows(workspace, now, rules, first_month, broken, tell), made, folder)
            return made.read_bytes(), broken
    except OSError as error:
        reason = error.strerror or str(error)
        raise Trouble(Message("{file} cannot be written: {reason}", file="table", reason=reason)) from error


def is_parquet(path: Path) -> bool:
    """Whether that file is there and begins as Parquet does."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _rows(
    workspace: Workspace,
    now: datetime,
    rules: Rules,
    first_month: int,
    broken: list[Found],
    tell: Callable[[int, int], bool],
) -> Iterator[dict[str, object]]:
    count = len(workspace.files())
    for done, found in enumerate(workspace.incidents()):
        tell(done, count)
        if found.incident is None:
            broken.append(found)
        else:
            yield row_of(found.incident, now, rules, first_month)
    tell(count, count)


def _as_lines(rows: Iterator[dict[str, object]], made: Path, _folder: Path) -> None:
    with made.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=True) + "\n")


def _as_csv(rows: Iterator[dict[str, object]], made: Path, _folder: Path) -> None:
    with made.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([_cell(row[name]) for name in COLUMNS])


def _cell(value: object) -> object:
    """The value for a spreadsheet; what it would take for a formula has a quote in front."""
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _as_parquet(rows: Iterator[dict[str, object]], made: Path, folder: Path) -> None:
    try:
        import duckdb
    except ImportError:
        raise Trouble(Message("Parquet needs another library: pip install 'bridgelog[parquet]'")) from None
    lines = folder / "lines"
    _as_lines(rows, lines, folder)
    with duckdb.connect(
        config={"autoinstall_known_extensions": "false", "temp_directory": os.fspath(folder)}
    ) as engine:
        types = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
        source = f"read_json('{_quoted(lines)}', format = 'newline_delimited', columns = {{{types}}})"
        engine.execute(f"COPY (SELECT * FROM {source}) TO '{_quoted(made)}' (FORMAT parquet, COMPRESSION zstd)")


def _quoted(path: Path) -> str:
    return os.fspath(path).replace("'", "''")


_WRITERS: Mapping[str, Callable[[Iterator[dict[str, object]], Path, Path], None]] = {
    "parquet": _as_parquet,
    "table": _as_csv,
    "lines": _as_lines,
}
