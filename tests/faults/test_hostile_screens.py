"""Screens with texts that nobody should trust: what is drawn holds nothing that a terminal obeys, and no markup."""

import json
from pathlib import Path
from typing import Any

import pytest
from textual import events

from data.incident_file import IncidentFile
from data.tables import incident_of, tables_of
from model.incident import SECTIONS
from tests.faults.hostile import NASTY, unsafe
from tests.incidents import full_incident
from tests.screens.program import Program

TEXT = " ".join(text for text in NASTY if len(text) < 60)
"""All of them at once; the markup among them would be an error, were it taken for such."""
TITLE = TEXT[:190]
KEYS = ("c", "f1", "x", "ctrl+g", "H", "f5")
"""What opens over the screens."""


def hostile(path: Path) -> None:
    """Put hostile texts into every field of the file that holds one."""
    incident = full_incident().model_copy(update={"id": path.stem})
    tables: dict[str, Any] = json.loads(json.dumps(tables_of(incident)))
    for word in SECTIONS:
        for row in tables[word].values():
            for name in ("text", "note", "owner", "author", "source", "service", "rfc", "category"):
                if name in row:
                    row[name] = TEXT[:400]
            if word == "factors":
                row["note"] = TEXT
    tables["summary"]["1"]["title"] = TITLE
    tables["factors"]["99"] = {"id": "\x1b[31m[bold]", "label": TITLE, "score": 3}
    tables["history"] = {
        "1": {
            "id": "\x1b[2J",
            "at": "2026-11-23T09:00:00Z",
            "by": TITLE,
            "name": TEXT,
            "steps": [{"section": "summary", "record": "summary", "before": {"title": TEXT}, "after": {TITLE: TITLE}}],
        }
    }
    incident_of(tables, path)
    IncidentFile(path).write(tables)


def drawn(program: Program) -> str:
    """Everything on the screen as it goes to the terminal, without how it looks."""
    strips = program.app.screen._compositor.render_strips()
    assert not any(segment.control for strip in strips for segment in strip)
    return "".join(segment.text for strip in strips for segment in strip)


def at_peace(program: Program) -> bool:
    text = drawn(program)
    return not unsafe(text) and "\n" not in text


@pytest.mark.parametrize("word", SECTIONS)
@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_a_section_full_of_hostile_texts_draws_them_as_signs(
    tmp_path: Path, word: str, size: tuple[int, int]
) -> None:
    program = Program(tmp_path)
    hostile(program.path)
    async with program.running(section=word, size=size):
        assert at_peace(program)
        await program.press("escape", "j", "e")
        assert at_peace(program)
        await program.press("escape", "escape")
        for key in KEYS if size == (80, 24) else ():
            await program.press(key)
            assert at_peace(program), key
            await program.press("escape", "escape")
            await program.app.run_action(f"app.section('{word}')")


async def test_home_draws_hostile_titles_and_broken_files_as_signs(tmp_path: Path) -> None:
    program = Program(tmp_path)
    hostile(program.path)
    broken = program.path.with_name("INC-20261122-0001.json")
    broken.write_text(
        '{"incident": {"1": {"schema": 1, "id": "\\u001b[2J"}}, "summary": {"1": {"\\u001b[2J": 1}}}', "utf-8"
    )
    async with program.running(home=True):
        assert at_peace(program)
        await program.press("slash")
        await program.type("e")
        assert at_peace(program)


@pytest.mark.parametrize("text", NASTY)
async def test_a_hostile_text_that_is_pasted_is_filed_and_drawn_as_signs(tmp_path: Path, text: str) -> None:
    program = Program(tmp_path)
    async with program.running():
        program.app.post_message(events.Paste(f"before {text} after"))
        await program.settled()
        assert at_peace(program)
        await program.press("enter")
        assert at_peace(program)
        assert not any(unsafe(entry.text) for entry in program.on_disk().incident.timeline.root)
