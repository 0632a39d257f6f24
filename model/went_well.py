"""What went well: three to five things worth keeping."""

from typing import ClassVar

from model.message import N_
from model.record import Record, Records
from model.text import Paragraph

__all__ = ["FEWEST", "MOST", "PROMPTS", "WentWell", "WentWellItem"]

FEWEST = 3
MOST = 5
PROMPTS = (N_("fast detection?"), N_("good runbooks?"), N_("strong communication?"), N_("quick escalation?"))


class WentWellItem(Record):
    """One thing that went well."""

    text: Paragraph = ""


class WentWell(Records[WentWellItem]):
    """The items in the order in which they were written."""

    word: ClassVar[str] = "went_well"
    heading: ClassVar[str] = N_("What went well")
    tab: ClassVar[str] = N_("Well")

    @classmethod
    def record_type(cls) -> type[WentWellItem]:
        return WentWellItem
