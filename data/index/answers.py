"""Answers that were given, kept beside the incidents as long as every file stays as it is.

Like the index they are only a cache: an answer that does not prove that it is whole, and for just this question,
program, day and state of all files, is none.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from data.durable import make_folder, private
from data.index.edition import edition
from data.index.listing import Sign, listed

__all__ = ["Question"]

_PROOF = 32
_MOST = 16
"""Answers kept of one folder."""
_ENDING = ".answer"


class Question:
    """A question about all incidents of a folder: two with the same words have the same answer on the same day."""

    def __init__(self, folder: Path, words: tuple[object, ...]) -> None:
        self.folder = folder
        self._words = repr(words).encode("utf-8", "backslashreplace")
        name = blake2b(self._words, digest_size=16).hexdigest()
        self.path = folder / ".cache" / f"{name}{_ENDING}"

    def answer(self, now: float) -> str | None:
        """The answer that was kept, if it still holds at that time, in seconds since 1970."""
        try:
            kept = self.path.read_bytes()
            times, _, text = kept[_PROOF:].partition(b"\n")
            since, until = map(float, times.split())
            holds = since <= now < until and kept[:_PROOF] == self._proof(kept[_PROOF:], listed(self.folder))
            return text.decode() if holds else None
        except (OSError, ValueError):
            return None

    def keep(self, answer: str, files: Mapping[str, Sign], since: float, until: float) -> None:
        """Remember the answer for those files, from one time until before the other; as far as that goes."""
        content = f"{since!r} {until!r}\n{answer}".encode("utf-8", "backslashreplace")
        temporary = self.path.with_name(f"{self.path.name}.{os.getpid()}.tmp")
        with suppress(OSError):
            make_folder(self.path.parent)
            self._forget_oldest()
            temporary.unlink(missing_ok=True)
            with open(temporary, "xb", opener=private) as file:
                file.write(self._proof(content, files) + content)
            temporary.replace(self.path)

    def _proof(self, content: bytes, files: Mapping[str, Sign]) -> bytes:
        digest = blake2b(content, digest_size=_PROOF, key=edition())
        digest.update(self._words)
        digest.update(repr([(name, *sign) for name, sign in sorted(files.items())]).encode())
        return digest.digest()

    def _forget_oldest(self) -> None:
        kept = sorted(self.path.parent.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns)
        for path in kept[: 1 - _MOST]:
            path.unlink(missing_ok=True)
