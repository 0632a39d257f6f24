"""What all tests share: no colours or themes from outside, a frozen language, async tests without a plugin."""

import asyncio
import inspect
from collections.abc import Iterator

import pytest

from data import language
from tests import quick

quick.work_out_once()


def pytest_collection_finish() -> None:
    """All is loaded; from here on, tests come and go."""
    quick.collect_seldom()


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
