"""Sentences that stay as they are, though a check would have them otherwise."""

from hashlib import sha256

from model.text import one_line

__all__ = ["sign_of"]

_LENGTH = 16


def sign_of(check: str, sentence: str) -> str:
    """A sign by which the sentence is known to that check again, wherever it stands and however it is wrapped.

    It does not give the sentence away: what was taken out of the text must not live on in a list of exceptions.
    """
    words = one_line(sentence).casefold()
    return f"{check}:{sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:_LENGTH]}"
