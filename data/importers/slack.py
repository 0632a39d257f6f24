"""Slack: the export of a channel as a zip or folder, or one day of it."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape
from pathlib import PurePosixPath
from typing import Any

from data.importers.evidence import Evidence, Setting
from data.importers.records import records, words
from model.evidence import Candidate

__all__ = ["NAME", "fits", "read"]

NAME = "slack"
_TS = re.compile(r"(\d{1,11})\.(\d{1,9})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\.json")
_COMES_AND_GOES = re.compile(r"(channel|group|bot)_(join|leave|add|remove|archive|unarchive|name|purpose|topic)")
_MARKED = re.compile(r"<([^<>\n]{1,2000})>")
_PINS = frozenset({"pushpin", "round_pushpin"})
_PEOPLE = ("users.json", "org_users.json")
_CHANNELS = ("channels.json", "groups.json")


def fits(evidence: Evidence) -> bool:
    """Whether it is such an export."""
    if evidence.files:
        return any(_DAY.fullmatch(PurePosixPath(name).name) for name in evidence.files)
    return isinstance(evidence.json, list) and any(_is_message(record) for record in records(evidence.json))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Every message; joins and leaves are left out. One day at a time is held in memory."""
    if not evidence.files:
        yield from _day(evidence.json, {}, {})
        return
    people = _names(evidence, _PEOPLE)
    channels = _names(evidence, _CHANNELS)
    for name in sorted(evidence.files):
        if _DAY.fullmatch(PurePosixPath(name).name):
            yield from _day(Evidence(name, evidence.files[name]()).json, people, channels)


def _is_message(record: Mapping[str, Any]) -> bool:
    return bool(_TS.fullmatch(words(record, "ts"))) and ("text" in record or "subtype" in record)


def _names(evidence: Evidence, files: tuple[str, ...]) -> dict[str, str]:
    """What people or channels are called, by their ids."""
    found: dict[str, str] = {}
    for name in evidence.files:
        if PurePosixPath(name).name in files:
            for record in records(Evidence(name, evidence.files[name]()).json):
                shown = words(record, "profile", "display_name") or words(record, "real_name") or words(record, "name")
                found[words(record, "id")] = shown
    return found


def _day(messages: Any, people: Mapping[str, str], channels: Mapping[str, str]) -> Iterator[Candidate]:
    for message in records(messages):
        if not _is_message(message) or _COMES_AND_GOES.fullmatch(words(message, "subtype")):
            continue
        moment = _moment(words(message, "ts"))
        text = _text(message, people, channels)
        if moment is None or not text:
            continue
        yield Candidate(
            moment,
            text,
            NAME,
            words(message, "ts"),
            author=_author(message, people),
            pinned=_is_pinned(message),
        )


def _moment(ts: str) -> datetime | None:
    """The instant, to the second. The fraction only tells messages apart."""
    try:
        return datetime.fromtimestamp(int(ts.partition(".")[0]), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _author(message: Mapping[str, Any], people: Mapping[str, str]) -> str:
    user = words(message, "user")
    return (
        people.get(user)
        or words(message, "user_profile", "display_name")
        or words(message, "user_profile", "real_name")
        or words(message, "username")
        or words(message, "bot_profile", "name")
        or user
        or words(message, "bot_id")
    )


def _is_pinned(message: Mapping[str, Any]) -> bool:
    reactions = {words(reaction, "name") for reaction in records(message.get("reactions") or [])}
    return bool(message.get("pinned_to")) or bool(reactions & _PINS)


def _text(message: Mapping[str, Any], people: Mapping[str, str], channels: Mapping[str, str]) -> str:
    """What was said, with names for ids; of a message without words, what its attachments or files are called."""

    def spelled(match: re.Match[str]) -> str:
        target, _, label = match[1].partition("|")
        sign = target[:1]
        if sign == "@":
            return "@" + (label.lstrip("@") or people.get(target[1:]) or target[1:])
        if sign == "#":
            return "#" + (label or channels.get(target[1:]) or target[1:])
        if sign == "!":
            return label or "@" + target[1:].partition("^")[0]
        address = target.removeprefix("mailto:")
        return f"{label} ({address})" if label and label not in (target, address) else address

    said = _unescaped(_MARKED.sub(spelled, words(message, "text")))
    if not said:
        attached = (
            words(item, "fallback") or words(item, "text") for item in records(message.get("attachments") or [])
        )
        said = _unescaped(_MARKED.sub(spelled, " ".join(text for text in attached if text)))
    names = [words(file, "title") or words(file, "name") for file in records(message.get("files") or [])]
    return " ".join([said, *(f"[{name}]" for name in names if name)]).strip()


def _unescaped(text: str) -> str:
    """The text with the three signs that Slack spells out: `&`, `<`, `>`, and no others."""
    return re.sub(r"&(?:amp|lt|gt);", lambda match: unescape(match[0]), text)
