"""Slack: whole exports, single days and answers of the API become what was said, by whom, and when."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from data.importers.opening import opened
from tests.data.reading import read, read_json, told

USERS = [
    {"id": "U1", "name": "alice", "real_name": "Alice A", "profile": {"display_name": "al"}},
    {"id": "U2", "name": "bob", "real_name": "Bob B", "profile": {"display_name": "", "real_name": "Bob B"}},
]
CHANNELS = [
    {"id": "C1", "name": "inc-42", "pins": [{"id": "1767225600.000300", "type": "C"}]},
    {"id": "C2", "name": "ops"},
]


def message(ts: str, text: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "message", "user": "U1", "text": text, "ts": ts, "unknown_key": {"a": [1]}, **more}


def export(days: dict[str, list[dict[str, Any]]], top: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{top}users.json", json.dumps(USERS))
        archive.writestr(f"{top}channels.json", json.dumps(CHANNELS))
        for name, messages in days.items():
            archive.writestr(f"{top}{name}", json.dumps(messages))
    return file.getvalue()


def test_an_export_names_people_and_channels_and_spells_out_every_mark() -> None:
    text = "<@U2> see <#C2|ops> <#C1> <!subteam^S1|@sre> <!here> "
    text += "<https://x.example/9|build 9> <https://y.example> &amp;lt; &lt;b&gt;"
    found = read(export({"inc-42/2026-01-01.json": [message("1767225600.000100", text)]}, "Acme export/"), of="slack")
    assert (
        found[0].text == "@Bob B see #ops #inc-42 @sre @here build 9 (https://x.example/9) https://y.example &lt; <b>"
    )
    assert found[0].author == "al"
    assert found[0].origin == "1767225600.000100"


def test_several_channels_say_which_and_two_messages_of_one_moment_are_two() -> None:
    days = {
        "inc-42/2026-01-01.json": [message("1767225600.000300", "pinned by the list")],
        "ops/2026-01-01.json": [message("1767225600.000300", "another", user="U2")],
        "ops/2026-01-02.json": [message("1767312000.000300", "later")],
    }
    found = read(export(days))
    assert [(one.place, one.text, one.pinned) for one in found] == [
        ("#inc-42", "pinned by the list", True),
        ("#ops", "another", False),
        ("#ops", "later", False),
    ]
    assert len({one.origin for one in found}) == 3


def test_joins_leaves_and_what_was_deleted_are_left_out_and_topics_are_minor() -> None:
    found = read_json(
        [
            message("1767225600.000100", "<@U1> has joined", subtype="channel_join"),
            message("1767225600.000200", "<@U1> has left", subtype="channel_leave"),
            message("1767225600.000300", "This message was deleted.", subtype="tombstone"),
            message("1767225600.000400", "hidden", hidden=True),
            message("1767225600.000500", "set the topic: SEV-1", subtype="channel_topic"),
            message("1767225600.000600", "really said", edited={"user": "U1", "ts": "1767225700.000000"}),
        ]
    )
    assert [(one.text, one.minor) for one in found] == [("set the topic: SEV-1", True), ("really said", False)]


def test_what_programs_say_in_attachments_and_blocks_is_read() -> None:
    bot: dict[str, Any] = {"subtype": "bot_message", "bot_id": "B1", "username": "alerts", "user": None}
    attachment = {"title": "[FIRING] Checkout", "text": "5xx &gt; 5%", "fields": [{"title": "Region", "value": "eu"}]}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "*deploy* <https://x.example|v42> done"}}
    rich = {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [{"type": "user", "user_id": "U9"}, {"type": "text", "text": " hi"}],
            }
        ],
    }
    found = read_json(
        [
            message("1767225600.000100", attachments=[attachment], **bot),
            message("1767225601.000100", blocks=[section], **bot),
            message("1767225602.000100", blocks=[rich]),
            message("1767225603.000100", files=[{"name": "graph.png"}]),
            message("1767225604.000100", subtype="huddle_thread", room={"id": "R1"}),
        ]
    )
    assert [one.text for one in found] == [
        "[FIRING] Checkout 5xx > 5% Region: eu",
        "*deploy* v42 (https://x.example) done",
        "@U9 hi",
        "[graph.png]",
        "A huddle started",
    ]
    assert found[0].author == "alerts"


def test_pins_and_pushpins_are_marked_and_names_are_learnt_from_the_messages() -> None:
    found = read_json(
        {
            "ok": True,
            "messages": [
                message("1767225602.000100", "asks <@U5>", pinned_to=["C1"], thread_ts="1767225600.000100"),
                message("1767225601.000100", "said", user="U5", user_profile={"display_name": "eve"}),
                message("1767225600.000100", "x", reactions=[{"name": "pushpin", "count": 1}]),
            ],
        },
        of="slack",
    )
    assert [(one.text, one.author, one.pinned) for one in found] == [
        ("x", "U1", True),
        ("said", "eve", False),
        ("asks @eve", "U1", True),
    ]


def test_one_day_of_an_unpacked_export_finds_the_names_beside_it(tmp_path: Path) -> None:
    (tmp_path / "inc-42").mkdir()
    (tmp_path / "users.json").write_text(json.dumps(USERS))
    day = tmp_path / "inc-42" / "2026-01-01.json"
    day.write_text(json.dumps([message("1767225600.000100", "hello", user="U2")]))
    for path in (day, tmp_path / "inc-42", tmp_path):
        assert [one.author for one in read(opened(path), of="slack")] == ["Bob B"]


def test_the_id_keeps_every_digit_and_the_time_is_the_second() -> None:
    found = read_json([message("1767225599.999999", "late in its second")])
    assert found[0].origin == "1767225599.999999"
    assert told(found) == [("12-31 23:59:59", "late in its second")]
