"""What all tests of screens share: a laptop in Berlin, where their incidents are."""

import pytest

from screens.session import Session
from tests.screens.program import ZONE


@pytest.fixture(autouse=True)
def _laptop_in_berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Session, "laptop_zone", ZONE)
