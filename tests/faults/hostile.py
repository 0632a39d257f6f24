"""Texts and values that nobody should trust, and a look for what must never reach a terminal."""

import re
from pathlib import Path

from hypothesis import strategies as st

from tests.tui.commands import Ended, ended

__all__ = ["NASTY", "Ended", "nasty", "run", "unsafe", "workspace"]

NASTY = (
    "\x1b[2J\x1b[H",
    "\x1b]0;owned\x07",
    "\x1b]52;c;AAAA\x07",
    "\x9b31m",
    "\x00",
    "a\x00b",
    "\r\n\r",
    "\x07\x08\x7f",
    "\u202eevil\u202c",
    "\u2066x\u2069",
    "\ud800",
    "\udcff\udcfe",
    "\ufeff\u200f",
    "\u0085\u2028\u2029",
    "[bold red]x[/]",
    "[/]",
    "{0} {name} %s %(x)s",
    "$(touch pwned) `id` ${HOME}",
    "'; DROP TABLE x; --",
    "__import__('os').system('touch pwned')",
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "| a | b |\n|---|",
    "../../../../etc/passwd",
    "1e999999999",
    "-" + "9" * 400,
    "9" * 5000,
    "NaN",
    "-Infinity",
    "0x10",
    "٣٤",
    "T+" + "9" * 30 + "h",
    "-" + "9" * 30 + "d",
    "99999-99-99",
    "0001-01-01T00:00:00+14:00",
    "🤷🏽‍♀️" * 50,
    "e" + "\u0301" * 500,
    "\t\v\f",
    "",
    " ",
    "--help",
    "-",
)
nasty = st.sampled_from(NASTY) | st.text(max_size=30) | st.lists(st.sampled_from(NASTY), max_size=3).map("".join)
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def unsafe(text: str) -> list[str]:
    """The characters in the text that a terminal obeys, or that hide what stands there."""
    return _UNSAFE.findall(text)


def run(*arguments: str, stdin: str | bytes = "") -> Ended:
    """Run the command, and hold what holds always: a known exit code, no traceback, nothing that a terminal obeys."""
    content = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8", "surrogatepass")
    done = ended(*arguments, stdin=content)
    assert done.code in (0, 1, 2, 3), done
    assert "Traceback" not in done.err
    assert "this should not have happened" not in done.err, done.err
    assert not unsafe(done.out), done.out
    assert not unsafe(done.err), done.err
    return done


def workspace(folder: Path) -> dict[str, str]:
    """The environment of a workspace in that folder."""
    return {
        "BRIDGELOG_HOME": str(folder / "workspace"),
        "BRIDGELOG_CONFIG": str(folder / "none.toml"),
        "BRIDGELOG_NOW": "2026-11-23T10:44:12+00:00",
        "COLUMNS": "100",
    }
