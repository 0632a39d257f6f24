"""Bridgelog in a browser: a page whose terminal is fed by a process of its own, and nothing from elsewhere."""

import logging
import os
import socket
from contextlib import suppress
from pathlib import Path

import aiohttp_jinja2
from aiohttp import WSCloseCode, web
from aiohttp.typedefs import Handler
from textual_serve.app_service import AppService
from textual_serve.server import Server

from data.language import _
from data.reader import language
from tui.guard import Guard

__all__ = ["Serving"]

_TEMPLATES = Path(__file__).parent / "templates"
_PATIENCE = 10.0
"""Seconds that the tabs get to save and end when the server ends."""
_LARGEST = 1000
"""Cells; no screen is wider or higher."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self' ws://{host} wss://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing is loaded from elsewhere, and no other page may show this one inside it."""


class Tab(AppService):
    """A tab's program."""

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        environment["TEXTUAL_DRIVER"] = "tui.tab_driver:TabDriver"
        del environment["TEXTUAL_FPS"]  # the program knows better
        return environment

    async def run(self) -> None:
        """Pass on what the program says; the tab ends with it."""
        await super().run()
        await self.remote_close()
        if self._process is not None:
            await self._process.wait()


class Serving(Server):
    """Serves a command to the browsers that the guard admits."""

    def __init__(self, command: str, guard: Guard) -> None:
        super().__init__(command, templates_path=_TEMPLATES)
        self._guard = guard
        self._open: set[web.WebSocketResponse] = set()

    def run(self, listener: socket.socket) -> None:
        """Serve whoever comes to that socket, until the user or the system ends it."""
        for name in ("aiohttp.server", "asyncio", "textual-serve"):
            logging.getLogger(name).disabled = not os.environ.get("BRIDGELOG_DEBUG")
        web.run_app(self._make_app(), sock=listener, access_log=None, print=None, shutdown_timeout=_PATIENCE)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_get("/tab.js", self._script)
        app.middlewares.append(self._admit)
        app.on_response_prepare.append(self._seal)
        return app

    @web.middleware
    async def _admit(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        host, origin = request.headers.get("Host"), request.headers.get("Origin")
        if not self._guard.knows(host):
            text = _("Bridgelog does not know itself by this name: open it by its address, or start it with --host.")
            return web.Response(status=403, text=text)
        if not self._guard.admits(host, origin, must_say_origin=request.path == "/ws"):
            return web.Response(status=403, text=_("Bridgelog answers only to its own pages."))
        return await handler(request)

    async def _seal(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = _POLICY.format(host=request.host)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store" if request.path.startswith("/download/") else "no-cache"

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command has said where it is."""

    async def on_shutdown(self, app: web.Application) -> None:
        """Close the tabs; their programs save, and end."""
        for websocket in set(self._open):
            await websocket.close(code=WSCloseCode.GOING_AWAY)

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page."""
        context = {
            "language": language(),
            "websocket": f"ws://{request.host}/ws",
            "size": _number(request.query.get("fontsize"), 16),
            "ended": _("Bridgelog has ended. All that was saved is in the incident's file."),
            "again": _("Open it again"),
        }
        return aiohttp_jinja2.render_template("tab.html", request, context)

    async def _script(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(_TEMPLATES / "tab.js")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """What a tab types, and what it is to show."""
        websocket = web.WebSocketResponse(heartbeat=15)
        await websocket.prepare(request)

        async def send_bytes(data: bytes) -> None:
            with suppress(ConnectionError):
                await websocket.send_bytes(data)

        async def send_text(data: str) -> None:
            with suppress(ConnectionError):
                await websocket.send_str(data)

        async def close() -> None:
            await websocket.close()

        tab = Tab(
            self.command,
            write_bytes=send_bytes,
            write_str=send_text,
            close=close,
            download_manager=self.download_manager,
        )
        self._open.add(websocket)
        try:
            await tab.start(_number(request.query.get("width"), 80), _number(request.query.get("height"), 24))
            with suppress(ValueError, LookupError, TypeError, AttributeError, AssertionError):  # not what a page says
                await self._process_messages(websocket, tab)
        finally:
            self._open.discard(websocket)
            await websocket.close()
            await tab.stop()
        return websocket


def _number(text: str | None, otherwise: int) -> int:
    """The number of cells or points in a query."""
    return min(int(text), _LARGEST) or otherwise if text and text.isdecimal() and text.isascii() else otherwise
