"""The user's settings from their file: a value that is wrong is left out and named, and the others hold."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.own_clocks import OwnClock, regimes_of
from data.setting_problems import Problem, Source
from data.settings import Settings, flattened
from model.message import Message, Refused
from model.refusal import refusals

__all__ = ["load_settings", "read_settings"]

_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")
_WHOLE = frozenset({"weekend", "jurisdictions"})
"""Lists that mean another thing with a part left out."""


def load_settings(path: Path) -> Settings:
    """The settings in that file, and the default for each value that is wrong; the defaults where there is no file."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        content = b""
    except OSError as error:
        reason = error.strerror or str(error)
        text = Message("{file} cannot be read: {reason}", file=str(path), reason=reason)
        return Settings().taken_from(Source(str(path)), (Problem((), text, text),))
    return read_settings(content, path)


def read_settings(content: bytes, path: Path) -> Settings:
    """The settings that a file of that name would hold with this content, with what in it is wrong."""
    try:
        text = content.decode("utf-8").replace("\r\n", "\n")
        values: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        source = Source(str(path))
        return Settings().taken_from(source, (source.on_line(*_broken(error, content)),))
    if isinstance(values.get("keys"), dict):
        values["keys"] = dict(flattened(values["keys"]))
    source = Source(str(path), text)
    problems: list[Problem] = []
    clocks = list(values["clocks"]) if isinstance(values.get("clocks"), list) else []
    while True:
        try:
            settings = Settings.model_validate(values)
        except ValidationError as error:
            wrong = dict(_problems(error, values, source, clocks))
            problems += wrong.values()
            _leave_out(values, set(wrong))
        else:
            return settings.taken_from(source, _by_line(problems, text))


def _broken(error: ValueError, content: bytes) -> tuple[int, tuple[str, ...], Message]:
    """The line that is no TOML, and what to do."""
    if isinstance(error, UnicodeDecodeError):
        line, reason = content[: error.start].count(b"\n") + 1, "UTF-8"
    else:
        found = _AT_LINE.search(str(error))
        last = content.rstrip().count(b"\n") + 1
        line, reason = int(found[1]) if found and found[1] else last, _AT_LINE.sub("", str(error))
    text = Message("{reason}: correct that line; until then every setting has its default", reason=reason)
    return line, (), text


def _problems(
    error: ValidationError, values: dict[str, Any], source: Source, clocks: list[Any]
) -> Iterator[tuple[tuple[str, ...], Problem]]:
    """The place of each wrong value, to be left out, and what is said of it; `clocks` are all that the file has."""
    details = error.errors(include_url=False, include_input=False, include_context=False)
    for detail, (named, reason) in zip(details, refusals(error), strict=True):
        place = tuple(map(str, detail["loc"]))
        if place == ("clocks",) and (second := _second(values["clocks"])) is not None:
            place = ("clocks", str(second))
        shown = place
        if place[0] == "clocks" and len(place) > 1:
            number = next(n for n, clock in enumerate(clocks) if clock is values["clocks"][int(place[1])])
            shown = ("clocks", str(number), *place[2:])
        where = ".".join(shown) if place[0] == "clocks" else named
        yield place, source.problem(shown, Message("{where}: {reason}", where=where, reason=_said(detail, reason)))


def _said(detail: ErrorDetails, reason: Message) -> Message:
    if detail["type"] != "extra_forbidden":
        return reason
    from difflib import get_close_matches

    place = detail["loc"]
    known = OwnClock.model_fields if len(place) > 1 else Settings.model_fields
    near = get_close_matches(str(place[-1]), list(known), 1, 0.75)
    if near:
        return Message("there is no such setting: {near} is meant?", near=near[0])
    return Message("there is no such setting: take it out")


def _second(clocks: object) -> int | None:
    """The first clock that goes by the name of one before it."""
    if not isinstance(clocks, list):
        return None
    for count in range(2, len(clocks) + 1):
        try:
            regimes_of(map(OwnClock.model_validate, clocks[:count]))
        except Refused:
            return count - 1
    return None


def _leave_out(values: dict[str, Any], places: set[tuple[str, ...]]) -> None:
    """Take out what is wrong: of a list or table the part alone, where the others mean the same without it."""
    parts = {place[:2] for place in places if place[0] not in _WHOLE and isinstance(values[place[0]], list | dict)}
    for place in sorted(parts, key=lambda place: int(place[1]) if place[1:] and place[1].isdigit() else -1)[::-1]:
        held = values[place[0]]
        if len(place) == 1:
            continue
        del held[int(place[1]) if isinstance(held, list) else place[1]]
    for name in {place[0] for place in places if place[:2] not in parts or len(place) == 1}:
        del values[name]


def _by_line(problems: list[Problem], text: str) -> tuple[Problem, ...]:
    """The problems in the order of their lines."""
    from data.setting_lines import line_of

    return tuple(sorted(problems, key=lambda problem: line_of(text, problem.place) or 0))
