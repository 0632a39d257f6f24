"""What a message in Slack says: its marks spelled out, and the words of its attachments and blocks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from data.importers.records import records, words

__all__ = ["Names", "text_of"]

_MARKED = re.compile(r"<([^<>\n]{1,4000})>")
_DEEPEST = 12
_LONGEST = 20_000
"""Characters of a message that are put together at most."""
_ATTACHED = ("pretext", "title", "text")


@dataclass
class Names:
    """What people and channels are called, by their ids."""

    people: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)


def text_of(message: Mapping[str, Any], names: Names) -> str:
    """What was said, with names for ids.

    A program says what matters in attachments, often beside a short text; what people attach is a look at a link.
    """
    parts = [_spelled(words(message, "text"), names)]
    if not parts[0].strip():
        parts = [" ".join(_in_blocks(message.get("blocks"), names, 0))]
    from_program = bool(words(message, "bot_id")) or words(message, "subtype") == "bot_message"
    if from_program or not parts[0].strip():
        said = parts[0]
        attached = (_attachment(item, names) for item in records(_list(message.get("attachments"))))
        parts += [text for text in attached if text and text not in said]
    if not "".join(parts).strip() and words(message, "subtype") == "huddle_thread":
        parts = ["A huddle started"]
    files = [words(file, "title") or words(file, "name") for file in records(_list(message.get("files")))]
    parts += [f"[{name}]" for name in files if name]
    return " ".join(part for part in parts if part).strip()[:_LONGEST]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _attachment(item: Mapping[str, Any], names: Names) -> str:
    parts = [words(item, name) for name in _ATTACHED]
    for pair in records(_list(item.get("fields"))):
        title, value = words(pair, "title"), words(pair, "value")
        parts.append(f"{title}: {value}" if title and value else title or value)
    said = " ".join(_spelled(part, names) for part in parts if part)
    blocks = "" if said else " ".join(_in_blocks(item.get("blocks"), names, 0))
    return said or blocks or _spelled(words(item, "fallback"), names)


def _in_blocks(value: Any, names: Names, depth: int) -> Iterator[str]:
    """The words in blocks, in their order. Those of a rich text are its elements, those of others have marks."""
    if depth > _DEEPEST:
        return
    for item in records(value):
        kind, text = words(item, "type"), item.get("text")
        if kind in ("rich_text_section", "rich_text_preformatted", "rich_text_quote"):
            yield "".join(_element(part, names) for part in records(_list(item.get("elements"))))
            continue
        if isinstance(text, str):
            yield _spelled(text, names)
        elif isinstance(text, Mapping):
            yield from _in_blocks(text, names, depth + 1)
        for name in ("fields", "elements"):
            yield from _in_blocks(_list(item.get(name)), names, depth + 1)


def _element(item: Mapping[str, Any], names: Names) -> str:
    kind = words(item, "type")
    if kind == "user":
        return "@" + names.people.get(words(item, "user_id"), words(item, "user_id"))
    if kind == "channel":
        return "#" + names.channels.get(words(item, "channel_id"), words(item, "channel_id"))
    if kind == "emoji":
        return f":{words(item, 'name')}:"
    if kind == "broadcast":
        return "@" + words(item, "range")
    if kind == "link":
        return _link(words(item, "url"), words(item, "text"))
    return words(item, "text")


def _link(address: str, label: str) -> str:
    return f"{label} ({address})" if label and label != address else address


def _spelled(text: str, names: Names) -> str:
    """The text with names for ids, and with the three signs that Slack spells out: `&`, `<`, `>`, and no others."""

    def mark(match: re.Match[str]) -> str:
        target, _, label = match[1].partition("|")
        sign, rest = target[:1], target[1:]
        if sign == "@":
            return "@" + (label.lstrip("@") or names.people.get(rest) or rest)
        if sign == "#":
            return "#" + (label.lstrip("#") or names.channels.get(rest) or rest)
        if sign == "!":
            kind = rest.partition("^")[0]
            return label if kind == "date" and label else "@" + (label.lstrip("@") or kind)
        address = target.removeprefix("mailto:").removeprefix("tel:")
        return _link(address, label)

    plain = _MARKED.sub(mark, text)
    return re.sub(r"&(?:amp|lt|gt);", lambda match: unescape(match[0]), plain)
