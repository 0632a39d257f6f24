"""Answering again what was answered before, ahead of loading the program: a review of thousands of incidents."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from data.index.answers import Question
from data.places import settings_path, workspace_path

__all__ = ["answered", "asked"]

_WORD = "review"
_OUTPUT = ("-o", "--o", "--ou", "--out", "--outp", "--outpu", "--output")
_ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "TZ", "BRIDGELOG_NOW")
_ZONE = Path("/etc/localtime"), Path("/etc/timezone")


def asked(argv: Sequence[str]) -> Question | None:
    """The question that a command line puts, if its answer may be kept: a review as JSON to standard output.

    Everything that the answer hangs on besides the files, the program and the day is among the question's words.
    """
    if "--json" not in argv or _WORD not in argv or any(word.startswith(_OUTPUT) for word in argv):
        return None
    try:
        folder = workspace_path(_workspace(argv)).absolute()
        environment = [os.environ.get(name) for name in _ENVIRONMENT]
        return Question(folder, (*argv, str(folder), sys.stdout.encoding, *environment, *_files()))
    except (OSError, RuntimeError, ValueError):
        return None


def answered(question: Question) -> str | None:
    """The answer, if it was given before and still holds."""
    try:
        frozen = os.environ.get("BRIDGELOG_NOW")
        now = datetime.fromisoformat(frozen).timestamp() if frozen else time.time()
        return question.answer(now)
    except (ValueError, OverflowError):
        return None


def _workspace(argv: Sequence[str]) -> str | None:
    """The folder that the command line names last."""
    found = None
    for word, following in zip(argv, (*argv[1:], ""), strict=True):
        name, equals, value = word.partition("=")
        if name.startswith("--w") and "--workspace".startswith(name):
            found = value if equals else following
    return found


def _files() -> Iterator[object]:
    """The settings, and what tells the zone of this laptop."""
    path = settings_path()
    yield path.read_bytes() if path.exists() else None
    yield time.tzname
    for zone in _ZONE:
        yield (os.path.realpath(zone), zone.stat().st_mtime_ns) if zone.exists() else None
