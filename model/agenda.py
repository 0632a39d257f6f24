"""The review meeting: what it goes through, how many minutes each part has, and how they pass."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from model.message import N_

__all__ = ["CLOSING", "MINUTES", "PAGES", "QUESTIONS", "RULES", "TITLES", "WELCOME", "Meeting", "minutes_for"]

WELCOME, CLOSING = "welcome", "closing"
RULES = (
    N_("Focus on systems, not on individuals."),
    N_("What happened, not who did it."),
    N_("Everyone acted with the best intentions, and with the information that they had."),
    N_("The goal is learning, not punishment."),
    N_("A name next to a mistake becomes a gap in the process."),
)
"""The blameless rules, which the meeting begins with."""
MINUTES: Mapping[str, int] = MappingProxyType(
    {
        WELCOME: 3,
        "summary": 4,
        "timeline": 12,
        "whys": 14,
        "factors": 6,
        "went_well": 4,
        "actions": 8,
        "recurrence": 4,
        "cost": 2,
        CLOSING: 3,
    }
)
"""The minutes of each part in a meeting of an hour: most for what happened, and for how it came about."""
PAGES = tuple(MINUTES)
"""The parts in their order: the rules, each section by its word, the end."""
TITLES: Mapping[str, str] = MappingProxyType({WELCOME: N_("Before we begin"), CLOSING: N_("Before we part")})
"""What the parts are called that are no sections."""
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        WELCOME: N_("Does everybody agree to these rules?"),
        "summary": N_("Is this what happened? What is missing?"),
        "timeline": N_("What did we know at each moment, and what made the next step sensible?"),
        "whys": N_("How did it come about? Is there another way to see it?"),
        "factors": N_("What else made it likely, or worse?"),
        "went_well": N_("What helped, and how do we keep it? Where did we get lucky?"),
        "actions": N_("What will be done, by whom, until when?"),
        "recurrence": N_("Would we notice it sooner, and would it still hurt?"),
        "cost": N_("Does this cost look right?"),
        CLOSING: N_("What did we learn? Has every action an owner and a deadline?"),
    }
)
"""What to ask the room at each part."""
_HOUR = 60
_LEAST, _MOST = 1, 240


def minutes_for(total: int) -> dict[str, int]:
    """The agenda of a meeting of so many minutes: each part by its share of an hour, at least a minute, whole minutes.

    The parts add up to the total, unless it is less than a minute each.
    """
    exact = {page: minutes * total / _HOUR for page, minutes in MINUTES.items()}
    whole = {page: max(_LEAST, int(share)) for page, share in exact.items()}
    missing = total - sum(whole.values())
    for page in sorted(exact, key=lambda page: whole[page] - exact[page])[: max(0, missing)]:
        whole[page] += 1
    while sum(whole.values()) > max(total, len(whole) * _LEAST):
        whole[max(whole, key=lambda page: whole[page])] -= 1
    return whole


@dataclass(slots=True)
class Meeting:
    """A meeting that goes on: which part it is at, and how long each was talked about."""

    since: datetime | None
    """When the clock of the current part was set going; none while it stands."""
    minutes: dict[str, int] = field(default_factory=lambda: dict(MINUTES))
    page: str = WELCOME
    _spent: dict[str, timedelta] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """The number of the part, counted from 1."""
        return PAGES.index(self.page) + 1

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self.since is None

    @property
    def total(self) -> timedelta:
        """How long the whole meeting may take."""
        return timedelta(minutes=sum(self.minutes.values()))

    def turn(self, page: str, now: datetime) -> None:
        """Go to a part; its clock goes on where it was left."""
        self._note(now)
        self.page = page

    def step(self, by: int, now: datetime) -> None:
        """Go on or back by so many parts, at most to the last or the first."""
        place = PAGES.index(self.page) + by
        self.turn(PAGES[max(0, min(place, len(PAGES) - 1))], now)

    def pause(self, now: datetime) -> None:
        """Let the clock stand, or go on."""
        self._note(now)
        self.since = now if self.since is None else None

    def adjust(self, by: int) -> None:
        """Give the current part so many minutes more, or fewer."""
        self.minutes[self.page] = max(_LEAST, min(self.minutes[self.page] + by, _MOST))

    def left(self, now: datetime) -> timedelta:
        """What is left of the current part; less than nothing where it is over time."""
        return timedelta(minutes=self.minutes[self.page]) - self._spent_on(self.page, now)

    def left_in_all(self, now: datetime) -> timedelta:
        """What is left of the meeting; less than nothing where it is over time."""
        return self.total - sum((self._spent_on(page, now) for page in PAGES), timedelta(0))

    def _spent_on(self, page: str, now: datetime) -> timedelta:
        going = now - self.since if self.since is not None and page == self.page else timedelta(0)
        return self._spent.get(page, timedelta(0)) + max(going, timedelta(0))

    def _note(self, now: datetime) -> None:
        self._spent[self.page] = self._spent_on(self.page, now)
        if self.since is not None:
            self.since = now
