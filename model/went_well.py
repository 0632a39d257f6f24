"""What went well: three to five things worth keeping; and, beside them, where one got lucky."""

from typing import ClassVar

from model.message import N_
from model.record import Record, Records
from model.text import Paragraph

__all__ = ["FEWEST", "LUCKY", "LUCKY_PROMPT", "MOST", "PROMPTS", "WentWell", "WentWellItem"]

FEWEST = 3
MOST = 5
PROMPTS = (N_("fast detection?"), N_("good runbooks?"), N_("strong communication?"), N_("quick escalation?"))

LUCKY = N_("Where we got lucky")
"""The heading of what went well by luck."""
LUCKY_PROMPT = N_("what could as well have gone worse: the hour, who was awake, what was not hit?")


class WentWellItem(Record):
    """One thing that went well."""

    text: Paragraph = ""
    lucky: bool = False
    """Whether it went well by luck: nothing would have made it so a second time."""


class WentWell(Records[WentWellItem]):
    """The items in the order in which they were written."""

    word: ClassVar[str] = "went_well"
    heading: ClassVar[str] = N_("What went well")
    tab: ClassVar[str] = N_("Well")

    @classmethod
    def record_type(cls) -> type[WentWellItem]:
        return WentWellItem

    def earned(self) -> list[WentWellItem]:
        """What went well and is meant to stay so."""
        return [item for item in self.root if not item.lucky]

    def lucky(self) -> list[WentWellItem]:
        """Where one got lucky."""
        return [item for item in self.root if item.lucky]
