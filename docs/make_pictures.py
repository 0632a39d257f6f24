"""Draws the pictures of README and docs from the program itself: `make pictures`, or `python -m docs.make_pictures`."""

import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from data.demo import demo_incident
from data.language import use_language, use_locale
from data.settings import Settings
from data.workspace import Workspace
from model.incident import SECTIONS, Incident
from tui.app import BridgelogApp
from tui.start import Start

FOLDER = Path(__file__).parent / "pictures"
NOW = datetime(2026, 11, 23, 10, 44, 12, tzinfo=UTC)
SIZE = (100, 30)
_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


async def draw(incident: Incident, name: str, *keys: str) -> None:
    """Draw the program over an incident, after those keys."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder), lambda: NOW, "mina")
        settings = Settings(zone="UTC")
        start = Start(workspace, settings, settings.rules(), workspace.add(incident))
        app = BridgelogApp(lambda: start)
        async with app.run_test(size=SIZE) as pilot:
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            await pilot.pause(0.2)
            picture = _FONT.sub("", app.export_screenshot(title="bridgelog"))
    (FOLDER / f"{name}.svg").write_text("\n".join(line.rstrip() for line in picture.splitlines()) + "\n", "utf-8")


async def draw_all() -> None:
    """Draw every section of a demo, and the dialogs that one sees first."""
    FOLDER.mkdir(exist_ok=True)
    use_language("en")
    use_locale("en_US")
    incident = demo_incident("cloudflare")
    for number, word in enumerate(SECTIONS, 1):
        await draw(incident, word, "escape", str(number))
    await draw(incident, "missing", "escape", "c")
    await draw(incident, "help", "f1")
    await draw(incident, "milestones", "f5")


if __name__ == "__main__":
    asyncio.run(draw_all())
