"""Slack: the export of its channels as a zip or folder, one day of it, or what the API answers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from data.importers.evidence import Evidence, Setting
from data.importers.records import listed, records, words
from data.importers.slack_text import Names, text_of
from model.evidence import Candidate, Kind
from model.evidence_words import is_finished_change, milestone_of

__all__ = ["NAME", "fits", "read"]

NAME = "slack"
_TS = re.compile(r"(\d{1,11})(?:\.(\d{1,9}))?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\.json")
_LEFT_OUT = re.compile(r"(channel|group|bot)_(join|leave)|message_deleted|message_changed|message_replied|tombstone")
"""Joins and leaves, and what only says that another message was changed or deleted."""
_MINOR = re.compile(
    r"(channel|group)_.*|bot_(add|remove|enable|disable)|pinned_item|unpinned_item|reminder_.*|file_(comment|mention)"
)
_PINS = frozenset({"pushpin", "round_pushpin"})
_PEOPLE = ("users.json", "org_users.json")
_CHANNELS = ("channels.json", "groups.json")


@dataclass
class _Export:
    """What the lists of an export say, and what was read so far."""

    names: Names = field(default_factory=Names)
    pins: dict[str, set[str]] = field(default_factory=dict)
    """The `ts` of each message that is pinned, by the channel's name."""
    channel_of: dict[str, str] = field(default_factory=dict)
    """In which channel each `ts` was seen, where there are several."""


def fits(evidence: Evidence) -> bool:
    """Whether it is such an export."""
    if evidence.files:
        return any(_DAY.fullmatch(PurePosixPath(name).name) for name in evidence.files)
    return any(_is_message(record) for record in listed(evidence.json, "messages"))


def read(evidence: Evidence, setting: Setting) -> Iterator[Candidate]:
    """Every message; joins and leaves are left out. One day at a time is held in memory."""
    export = _Export()
    for name, content in (*evidence.beside.items(), *evidence.files.items()):
        if PurePosixPath(name).name in (*_PEOPLE, *_CHANNELS):
            _learn(export, PurePosixPath(name).name, Evidence(name, content()).json)
    if not evidence.files:
        yield from _day(evidence.json, PurePosixPath(evidence.name).parent.name, export, several=False)
        return
    days = [name for name in sorted(evidence.files) if _DAY.fullmatch(PurePosixPath(name).name)]
    several = len({PurePosixPath(name).parent for name in days}) > 1
    for name in days:
        channel = PurePosixPath(name).parent.name or PurePosixPath(evidence.name).name
        yield from _day(Evidence(name, evidence.files[name]()).json, channel, export, several=several)


def _is_message(record: Mapping[str, Any]) -> bool:
    has_words = "text" in record or "subtype" in record or "attachments" in record or "blocks" in record
    return bool(_TS.fullmatch(words(record, "ts"))) and has_words


def _learn(export: _Export, file: str, found: Any) -> None:
    for record in records(found):
        id = words(record, "id")
        if file in _PEOPLE:
            shown = words(record, "profile", "display_name") or words(record, "profile", "real_name")
            export.names.people[id] = shown or words(record, "real_name") or words(record, "name") or id
        else:
            name = words(record, "name")
            export.names.channels[id] = name or id
            pins = record.get("pins")
            found_pins = {words(pin, "id") for pin in records(pins if isinstance(pins, list) else [])}
            export.pins.setdefault(name, set()).update(found_pins)


def _day(found: Any, channel: str, export: _Export, *, several: bool) -> Iterator[Candidate]:
    messages = [message for message in listed(found, "messages") if _is_message(message)]
    for message in messages:  # a message says what its sender is called, also where there is no list of users
        user = words(message, "user")
        called = words(message, "user_profile", "display_name") or words(message, "user_profile", "real_name")
        if user and called:
            export.names.people.setdefault(user, called)
    for message in messages:
        subtype, ts = words(message, "subtype"), words(message, "ts")
        moment = _moment(ts)
        if moment is None or _LEFT_OUT.fullmatch(subtype) or message.get("hidden") is True:
            continue
        text = text_of(message, export.names)
        if not text:
            continue
        elsewhere = several and export.channel_of.setdefault(ts, channel) != channel
        yield Candidate(
            moment,
            text,
            NAME,
            f"{ts} {channel}" if elsewhere else ts,
            author=_author(message, export.names),
            milestone=milestone_of(text),
            kind=Kind.CHANGE if is_finished_change(text) else Kind.MESSAGE,
            pinned=_is_pinned(message) or ts in export.pins.get(channel, ()),
            minor=bool(_MINOR.fullmatch(subtype)),
            place=f"#{channel}" if several else "",
        )


def _moment(ts: str) -> datetime | None:
    """The instant, to the second. The fraction only tells messages apart."""
    try:
        return datetime.fromtimestamp(int(ts.partition(".")[0]), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _author(message: Mapping[str, Any], names: Names) -> str:
    user = words(message, "user")
    is_bot = words(message, "subtype") == "bot_message"
    return (
        (words(message, "username") if is_bot else "")
        or names.people.get(user, "")
        or words(message, "username")
        or words(message, "bot_profile", "name")
        or user
        or words(message, "bot_id")
    )


def _is_pinned(message: Mapping[str, Any]) -> bool:
    reactions = message.get("reactions")
    given = {words(reaction, "name") for reaction in records(reactions if isinstance(reactions, list) else [])}
    return bool(message.get("pinned_to") or message.get("pinned_info")) or bool(given & _PINS)
