"""What is different where a browser shows the program: whose key is whose, where a document goes, and no editor."""

from pathlib import Path

import pytest

from screens.handing_over import hand_over
from screens.taste import dress
from tests.screens.program import Program
from tui.app import BridgelogApp


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the browser was handed, by the names of the files."""
    got: dict[str, bytes] = {}

    def deliver(_app: object, file: object, *, save_filename: str) -> None:
        got[save_filename] = file.read()  # type: ignore[attr-defined]

    monkeypatch.setattr(BridgelogApp, "is_web", property(lambda _: True))
    monkeypatch.setattr(BridgelogApp, "deliver_binary", deliver)
    return got


async def test_a_document_goes_to_the_browser_and_not_to_the_disk(
    handed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    program = Program(tmp_path)
    async with program.running():
        await program.type("5xx above 5 %")
        await program.press("enter", "escape", "x")
        assert "Enter hands it to your browser." in program.screen_text()
        await program.press("enter")
        (name,) = handed
        assert name == f"{program.path.stem}.md"
        assert "5xx above 5 %" in handed[name].decode()
        assert program.said[-1] == f"Handed to your browser: {name}"
        assert [path.name for path in tmp_path.iterdir()] == ["workspace"]


async def test_a_stamp_is_f2_as_ctrl_t_is_the_browsers_and_an_editor_needs_a_terminal(
    handed: dict[str, bytes], tmp_path: Path
) -> None:
    program = Program(tmp_path)
    async with program.running():
        assert "f2 stamp" in program.screen_text()
        assert "^t" not in program.screen_text()
        await program.press("ctrl+o")
        assert program.said[-1] == "An editor needs a terminal: in a browser, write in the field."
        own = program.app.session.settings.model_copy(update={"keys": {"timeline.stamp": "f11"}})
        assert dress(program.app, own, program.app.theme) == 0
        await program.settled()
        assert "f11 stamp" in program.screen_text()
    assert handed == {}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/etc/passwd", "passwd"),
        ("../Störung im Kassensystem.html", "St-rung-im-Kassensystem.html"),
        ('a"; filename=b.exe', "a-filename-b.exe"),
        ("x\r\nSet-Cookie: y.md", "x-Set-Cookie-y.md"),
        ("障害", "document"),
    ],
)
def test_a_file_gets_a_name_that_every_system_can_have(
    handed: dict[str, bytes], path: str, name: str, tmp_path: Path
) -> None:
    program = Program(tmp_path)
    assert hand_over(BridgelogApp(lambda: pytest.fail(str(program.path))), "text", Path(path)) == name
    assert handed == {name: b"text"}
