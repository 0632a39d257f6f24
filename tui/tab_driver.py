"""What Bridgelog runs on where a tab of a browser is its terminal."""

import asyncio
import os
import signal

from textual import events, messages
from textual.drivers.web_driver import WebDriver

__all__ = ["TabDriver"]


class TabDriver(WebDriver):
    """A tab that is closed is a terminal that is closed: everything is saved before the program ends."""

    def start_application_mode(self) -> None:
        """Begin; the signals stay the program's own."""
        signals = [number for name in ("SIGINT", "SIGTERM") if (number := getattr(signal, name, None)) is not None]
        before = {number: signal.getsignal(number) for number in signals}
        super().start_application_mode()
        # Textual's own takes no keys until the page says that it has the focus, and drops those that come earlier.
        self._app.call_later(self._app.post_message, events.AppFocus())
        if not hasattr(signal, "SIGHUP"):
            return
        loop = asyncio.get_running_loop()
        for number, handler in before.items():
            loop.remove_signal_handler(number)
            # ctrl+c where it is served goes to this process too: the server ends it in its own time.
            signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else handler)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Heed what the server says."""
        if packet_type == "quit":
            self._hang_up()
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Read what is typed, until the tab or the server is gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._hang_up()

    def _hang_up(self) -> None:
        if hasattr(signal, "SIGHUP"):
            os.kill(os.getpid(), signal.SIGHUP)
        else:
            self._app.post_message(messages.ExitApp())
