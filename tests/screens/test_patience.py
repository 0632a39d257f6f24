"""Keys struck faster than the screen follows: none is lost, and each goes where its writer meant it to go."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, TextArea

from tests.screens.program import Program


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("1ead", "Checkout answers 5xxad"),
        ("3awhy", "why"),
        ("6ado", "do"),
        ("0nLogin", "Login"),
        (",/zone", "zone"),
    ],
)
async def test_a_text_typed_at_once_behind_a_key_stands_in_the_field_that_the_key_leads_to(
    keys: str, text: str, tmp_path: Path
) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape")
        program.app.patient = True
        names = {",": "comma", "/": "slash"}
        for key in keys:
            program.app.post_message(events.Key(names.get(key, key), key))
        await program.settled()
        await program.settled()
        field = program.app.focused
        assert isinstance(field, Input | TextArea)
        assert (field.value if isinstance(field, Input) else field.text) == text


async def test_what_is_pasted_waits_as_well(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        await program.press("escape", "0")
        program.app.patient = True
        program.app.post_message(events.Key("n", "n"))
        program.app.post_message(events.Paste("Login is slow"))
        await program.settled()
        await program.settled()
        assert isinstance(program.app.focused, Input)
        assert program.app.focused.value == "Login is slow"


async def test_lines_entered_in_one_go_are_all_filed_in_their_order(tmp_path: Path) -> None:
    async with Program(tmp_path).running() as program:
        program.app.patient = True
        for text in ("one", "two", "three"):
            for key in (*text, "enter"):
                program.app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        for _ in range(3):
            await program.settled()
        assert [entry.text for entry in program.notebook.incident.timeline.root] == ["one", "two", "three"]
