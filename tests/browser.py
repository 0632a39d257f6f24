"""A real browser without a window, driven through its own protocol (Chrome DevTools)."""

import asyncio
import base64
import json
import os
import re
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

__all__ = ["Page", "browser", "browsing"]

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",  # it sees nothing but the page under test, also where one is root
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--hide-scrollbars",
    "--no-default-browser-check",
    "--no-first-run",
    "--password-store=basic",
    "--remote-debugging-port=0",
)
_STYLES = re.compile(r"\x1b\[[0-9;?$]*[a-zA-Z]")
_PATIENCE = 60.0
"""Seconds for whatever is waited for: so much only where something is wrong."""
_KEYS = {
    "enter": ("Enter", "Enter", 13, 0, "\r"),
    "escape": ("Escape", "Escape", 27, 0, ""),
    "f2": ("F2", "F2", 113, 0, ""),
    "f5": ("F5", "F5", 116, 0, ""),
    "ctrl+q": ("q", "KeyQ", 81, 2, ""),
}
"""Key, place on the keyboard, number, modifiers, and what it writes."""


def browser() -> str | None:
    """The browser to use: the one that `BRIDGELOG_BROWSER` names, or else one that is installed."""
    named = os.environ.get("BRIDGELOG_BROWSER")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


class Page:
    """A tab: what it shows, what it asks for, and the keys that are struck in it."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._session: str | None = None
        self.asked: list[str] = []
        """The address of all that the page asked for, also sockets."""
        self.complaints: list[str] = []
        """What the browser says is wrong with the page."""
        self.shown = b""
        """What the program has drawn since the last key."""

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Have the browser do that; returns what it answers."""
        number = next(self._numbers)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        session = {"sessionId": self._session} if self._session else {}
        await self._socket.send_json({"id": number, "method": method, "params": parameters, **session})
        async with asyncio.timeout(_PATIENCE):
            return await answer

    async def attach(self) -> None:
        """Open a tab, and listen to it."""
        made = await self.call("Target.createTarget", url="about:blank")
        attached = await self.call("Target.attachToTarget", targetId=made["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            await self.call(f"{domain}.enable")

    async def listen(self) -> None:
        """Hear what the browser says."""
        async for message in self._socket:
            if message.type == WSMsgType.TEXT:
                self._hear(json.loads(message.data))

    def _hear(self, said: dict[str, Any]) -> None:
        if "id" in said:
            answer = self._answers.pop(said["id"])
            if "error" in said:
                answer.set_exception(AssertionError(said["error"]["message"]))
            else:
                answer.set_result(said["result"])
            return
        told = said["params"]
        match said["method"]:
            case "Network.requestWillBeSent":
                self.asked.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.asked.append(told["url"])
            case "Network.webSocketFrameReceived" if told["response"]["opcode"] == 2:
                self.shown += base64.b64decode(told["response"]["payloadData"])
            case "Log.entryAdded":
                self.complaints.append(told["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(told["exceptionDetails"]["text"])

    async def go(self, address: str, words: str) -> None:
        """Open an address, and wait until the program has drawn those words, and takes keys."""
        self.shown = b""
        await self.call("Page.navigate", url=address)
        await self.reads(words)

    async def reads(self, words: str) -> None:
        """Wait until the program has drawn those words since the last key, and takes the next one."""
        await self.until(lambda: words in _STYLES.sub("", self.shown.decode("utf-8", "replace")))
        await self.until(lambda: self.says("document.activeElement.matches('.xterm-helper-textarea')"))

    async def says(self, expression: str) -> Any:
        """What that JavaScript comes to in the page."""
        done = await self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        return done["result"].get("value")

    async def type(self, text: str) -> None:
        """Type a text."""
        self.shown = b""
        for character in text:
            await self._strike("keyDown", key=character, text=character)
            await self._strike("keyUp", key=character)

    async def press(self, name: str) -> None:
        """Strike a key that writes nothing."""
        self.shown = b""
        key, place, number, modifiers, text = _KEYS[name]
        of_key: dict[str, Any] = {"key": key, "code": place, "windowsVirtualKeyCode": number, "modifiers": modifiers}
        await self._strike("keyDown" if text else "rawKeyDown", **of_key, **({"text": text} if text else {}))
        await self._strike("keyUp", **of_key)

    async def _strike(self, kind: str, **key: Any) -> None:
        await self.call("Input.dispatchKeyEvent", type=kind, **key)

    async def picture(self) -> bytes:
        """What the tab shows, as a PNG."""
        taken = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(taken["data"])

    async def until(self, holds: Callable[[], Any]) -> None:
        """Wait until that holds; it may be asked of the page, or of anything else."""
        async with asyncio.timeout(_PATIENCE):
            while True:
                found = holds()
                if await found if asyncio.iscoroutine(found) else found:
                    return
                await asyncio.sleep(0.05)


@asynccontextmanager
async def browsing(
    program: str, folder: Path, *, width: int = 1000, height: int = 717, scale: int = 1
) -> AsyncIterator[Page]:
    """A tab of a browser that keeps what it has to keep in that folder, and is gone at the end.

    It is so many points wide and high, and a point so many dots.
    """
    process = await asyncio.create_subprocess_exec(
        program,
        *_FLAGS,
        f"--window-size={width},{height}",
        f"--force-device-scale-factor={scale}",
        f"--user-data-dir={folder / 'profile'}",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        address = await _address(folder / "profile" / "DevToolsActivePort", process)
        async with ClientSession() as client, client.ws_connect(address, max_msg_size=0) as socket:
            page = Page(socket)
            listening = asyncio.create_task(page.listen())
            await page.attach()
            yield page
            page._session = None
            with suppress(AssertionError, TimeoutError, ConnectionError):
                await page.call("Browser.close")
            listening.cancel()
            await asyncio.wait([listening])
        async with asyncio.timeout(_PATIENCE):
            await process.wait()
    finally:
        if process.returncode is None:
            os.killpg(process.pid, 9)
            await process.wait()


async def _address(file: Path, process: asyncio.subprocess.Process) -> str:
    """Where the browser takes orders: it writes that down once it does."""
    async with asyncio.timeout(_PATIENCE):
        while not file.is_file() or len(lines := file.read_text("ascii").split()) < 2:
            assert process.returncode is None, "the browser does not start"
            await asyncio.sleep(0.05)
    return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
