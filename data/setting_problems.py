"""What is wrong in a file of settings, with its line."""

from dataclasses import dataclass

from data.setting_lines import line_of
from model.message import Message

__all__ = ["Problem", "Source"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One value that cannot be used."""

    place: tuple[str, ...]
    """Its name, and where in its value; nothing where the file cannot be read at all."""
    reason: Message
    """What is wrong, with the name."""
    message: Message
    """The same, with file and line."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that settings come from."""

    file: str
    text: str = ""

    def problem(self, place: tuple[str, ...], reason: Message) -> Problem:
        """What is wrong with the value at that place."""
        return self.on_line(line_of(self.text, place), place, reason)

    def on_line(self, line: int | None, place: tuple[str, ...], reason: Message) -> Problem:
        """What is wrong in that line, if it is one line."""
        told = reason if line is None else Message("line {line}: {problem}", line=line, problem=reason)
        return Problem(place, reason, Message("{file}: {problems}", file=self.file, problems=told))
