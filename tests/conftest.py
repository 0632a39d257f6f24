"""What all tests share: no colours or themes from outside, a frozen language, async tests without a plugin."""

import asyncio
import inspect
from collections.abc import Iterator

import pytest
import textual._wait

from data import language

# After each key a test of a screen waits until the program is idle: looked at five times as often, it waits less long.
textual._wait.SLEEP_GRANULARITY = 1 / 250
textual._wait.SLEEP_IDLE = 1 / 1000


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run `async def` tests in a loop of their own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The same surroundings on every machine."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORTERM", "BRIDGELOG_HOME", "BRIDGELOG_CONFIG", "BRIDGELOG_NOW"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TZ", "UTC")
    language.use_language("en")
    language.use_locale("en_US")
    yield
    language.use_language("en")
    language.use_locale("en_US")
