"""Takes the picture of the program in a browser: a part of `make pictures`, or `python -m docs.browser_picture`."""

import asyncio
import sys
import tempfile
from pathlib import Path

from data.workspace import Workspace
from docs.make_pictures import FOLDER, NOW
from docs.sample_incidents import live_incident, past_incidents
from tests.browser import browser, browsing
from tests.tui.commands import Shell
from tests.tui.serving import served

SCALE = 2
"""Dots in a point, each way."""


async def take(program: str, folder: Path) -> bytes:
    """The live incident in that browser, with an entry half typed."""
    shell = Shell(folder)
    workspace = Workspace(shell.home, lambda: NOW, "mina")
    for incident in past_incidents():
        workspace.add(incident)
    live = live_incident()
    workspace.add(live)
    surroundings = {"LC_ALL": "en_US.UTF-8", "BRIDGELOG_NOW": NOW.isoformat()}
    with served(shell, live.id, **surroundings) as server:
        async with browsing(program, folder, scale=SCALE) as page:
            await page.go(server.address, "Mitigate")
            await page.type("error rate below 0.1 %")
            await page.reads("%")
            await asyncio.sleep(0.5)  # until the page has drawn it, too
            return await page.picture()


def main() -> int:
    """Take it, where there is a browser."""
    program = browser()
    if program is None:
        sys.stderr.write("docs/pictures/browser.png stays as it is: there is no browser to take it with\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        picture = asyncio.run(take(program, Path(folder)))
    (FOLDER / "browser.png").write_bytes(_smaller(picture))
    return 0


def _smaller(picture: bytes) -> bytes:
    """The same picture in as many colours as one can tell apart here."""
    import io

    from PIL import Image

    made = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(128).save(made, "PNG", optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main())
