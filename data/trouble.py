"""What can go wrong with files; each says in one sentence what to do."""

from model.message import Message

__all__ = ["BrokenFile", "NotFound", "Trouble"]


class Trouble(Exception):
    """A file could not be read or written."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class BrokenFile(Trouble):
    """A file that is not what it should be. It is left as it is."""


class NotFound(Trouble):
    """Nothing matches, or more than one thing does."""
