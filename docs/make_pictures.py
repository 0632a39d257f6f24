"""Draws the pictures of README and docs from the program itself: `make pictures`, or `python -m docs.make_pictures`."""

import asyncio
import re
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from data.demo import demo_incident
from data.language import use_language, use_locale
from data.settings import Settings
from data.workspace import Workspace
from docs.sample_incidents import live_incident, past_incidents
from model.incident import NUMBERED
from tui.app import BridgelogApp
from tui.start import Start

FOLDER = Path(__file__).parent / "pictures"
NOW = datetime(2026, 11, 23, 10, 44, 12, tzinfo=UTC)
SIZE = (100, 30)
_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_UNIQUE = re.compile(r"terminal-\d+")

PICTURES: Mapping[str, tuple[str, ...]] = {
    **{word: ("escape", str(number)) for number, word in enumerate(NUMBERED, 1)},
    "home": ("escape", "0"),
    "missing": ("escape", "c"),
    "help": ("f1",),
    "tour": ("escape", "T"),
    "milestones": ("f5",),
    "clocks": ("escape", "C"),
    "facilitation": ("escape", "F", *["space"] * 7),
    "export": ("escape", "x", "ctrl+u", *"post-mortem", "full_stop", *"html"),
    "history": ("escape", "H"),
    "similar": ("escape", "p"),
    "settings": ("escape", "comma"),
    "review": ("escape", "r"),
    "demo_timeline": ("escape",),
    "demo_actions": ("escape", "6"),
}
"""Each picture with the keys that lead there; those of the demo show a public incident, the others a made-up one."""


async def draw(name: str, *keys: str) -> None:
    """Draw the program over the incident, after those keys."""
    incident = demo_incident("cloudflare") if name.startswith("demo") else live_incident()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # a thread may still write
        workspace = Workspace(Path(folder), lambda: NOW, "mina")
        for past in past_incidents():
            workspace.add(past)
        settings = Settings(zone="Europe/Berlin", country="DE")
        start = Start(workspace, settings, settings.rules(), workspace.add(incident))
        app = BridgelogApp(lambda: start)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.3)
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            await pilot.pause(0.3)
            picture = _UNIQUE.sub("terminal", _FONT.sub("", app.export_screenshot(title="bridgelog")))
    (FOLDER / f"{name}.svg").write_text("\n".join(line.rstrip() for line in picture.splitlines()) + "\n", "utf-8")


async def draw_all(names: list[str]) -> None:
    """Draw those, or all of them."""
    FOLDER.mkdir(exist_ok=True)
    use_language("en")
    use_locale("en_US")
    for name in names or PICTURES:
        await draw(name, *PICTURES[name])


if __name__ == "__main__":
    asyncio.run(draw_all(sys.argv[1:]))
