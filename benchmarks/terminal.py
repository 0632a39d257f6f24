"""How fast the program is to the one who types: in a pseudo-terminal, beside the smallest Textual program.

    python benchmarks/terminal.py [--entries 10 1000 10000] [--stamps N] [--keys N] [--starts N]

Both programs run in the same run, on terminals of 80×24, and take turns where they can. Every figure is a multiple of
the small program's median: the start until a key is painted, a key until it is painted, and from enter until the new
row is painted and its bytes are in the file (what is acknowledged is synced before it is said to be saved). Memory is
the resident set after a start.
"""

import argparse
import os
import re
import select
import signal
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pexpect

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.storage import incident, late
from data.incident_file import IncidentFile
from data.tables import tables_of
from model.incident import SECTIONS

ROOT = Path(__file__).resolve().parent.parent
HELLO = [sys.executable, str(Path(__file__).with_name("hello.py"))]
READY, LOADED = "enter files it", "Resolve"
"""What is painted with the capture line, and once all is loaded."""
PATIENCE = 30.0
"""Seconds after which a program has failed."""
CAPTURE_LINE = 23
"""The line of the terminal that one types into; the timeline is above."""
_PLACE = re.compile(rb"\x1b\[(\d+);\d+H")
FIELDS = {"summary": "\x1b1e", "whys": "3a", "went well": "5a", "actions": "6a"}
"""Keys from the timeline's capture line, and then from each list, into a field of another section."""
REST = 12.0
"""Seconds without a key, before and while the processor is looked at."""
QUIET = 0.12
"""Seconds without a byte after which a screen is taken to be finished."""


class Program:
    """A program on a terminal of its own."""

    def __init__(self, command: list[str], folder: Path) -> None:
        environment = {
            **os.environ,
            "BRIDGELOG_HOME": str(folder),
            "BRIDGELOG_CONFIG": str(folder / "settings.toml"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "en_US.UTF-8",
        }
        self.started = time.perf_counter()
        self._child = pexpect.spawn(command[0], command[1:], env=environment, cwd=str(ROOT), dimensions=(24, 80))
        self._terminal = self._child.child_fd

    def strike(self, keys: str) -> float:
        """Send keys; returns when."""
        at = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return at

    def until(self, text: str, *, above: int = 99) -> float:
        """When the text was painted in a line above that one."""
        seen = b""
        limit = time.perf_counter() + PATIENCE
        while time.perf_counter() < limit:
            ready, _, _ = select.select([self._terminal], [], [], 0.01)
            if ready:
                seen = (seen + os.read(self._terminal, 65536))[-200_000:]
                if _is_painted(seen, text.encode(), above):
                    return time.perf_counter()
        raise SystemExit(f"never painted: {text}")

    def settle(self) -> float:
        """Let it finish painting; returns when the last byte came."""
        last = time.perf_counter()
        while select.select([self._terminal], [], [], QUIET)[0]:
            os.read(self._terminal, 65536)
            last = time.perf_counter()
        return last

    def painted(self) -> float:
        """Wait for the first byte, and until it has finished painting; returns when the last came."""
        select.select([self._terminal], [], [], PATIENCE)
        return self.settle()

    def memory(self) -> int:
        """Its resident set, in bytes; 0 where the system does not say."""
        try:
            fields = Path(f"/proc/{self._child.pid}/statm").read_text().split()
        except OSError:
            return 0
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")

    def cpu(self) -> float:
        """Seconds of processor that it has used; 0 where the system does not say."""
        try:
            fields = Path(f"/proc/{self._child.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Stop it."""
        self._child.kill(signal.SIGKILL)
        self._child.close(force=True)


def _is_painted(seen: bytes, text: bytes, above: int) -> bool:
    """Whether the text was painted in one of the lines above that one: the cursor's blinking paints its line, too."""
    for found in re.finditer(re.escape(text), seen):
        places = _PLACE.findall(seen, 0, found.start())
        if not places or int(places[-1]) < above:
            return True
    return False


def _differs(path: Path, before: int) -> bool:
    return path.stat().st_mtime_ns != before


def start(command: list[str], folder: Path, *texts: str) -> tuple[list[float], Program]:
    """Seconds until the first text is painted, until a key struck then is, and until each of the others is."""
    program = Program(command, folder)
    found = [program.until(texts[0]) - program.started]
    program.strike("ß")
    found.append(program.until("ß") - program.started)
    found += [program.until(text) - program.started for text in texts[1:]]
    program.settle()
    return found, program


def typing(program: Program, keys: int) -> list[float]:
    """Seconds from each key until it is painted."""
    found = []
    typed = ""
    for number in range(keys):
        program.settle()
        key = chr(ord("a") + number % 26)
        typed += key
        struck = program.strike(key)
        found.append(program.until(typed) - struck)
        if len(typed) == 20:
            program.strike("\x15")
            typed = ""
    program.strike("\x15")
    program.settle()
    return found


def typing_in(program: Program, way: str, keys: int) -> list[float]:
    """Seconds from each key until it is painted, in the field that those keys lead to."""
    for key in way:
        program.strike(key)
        program.settle()
    found = typing(program, keys)
    program.strike("\x1b")
    program.settle()
    return found


def resting(program: Program) -> float:
    """The share of a processor that it takes while nothing is typed, once it has come to rest."""
    time.sleep(REST)
    used, since = program.cpu(), time.perf_counter()
    time.sleep(REST)
    return (program.cpu() - used) / (time.perf_counter() - since)


def stamping(program: Program, path: Path, stamps: int) -> tuple[list[float], list[float]]:
    """Seconds from enter until the new row is painted, and until it is in the file, too."""
    painted, durable = [], []
    for number in range(stamps):
        text = f"qx{number:05}"
        program.strike(text)
        program.settle()
        before = path.stat().st_mtime_ns
        struck = program.strike("\r")
        painted.append(program.until(text, above=CAPTURE_LINE) - struck)
        while not _differs(path, before):
            time.sleep(0.0002)
        durable.append(time.perf_counter() - struck)
        program.settle()
    return painted, durable


def switching(program: Program, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds from f4 until the next section's last byte is painted: the first time around, and again."""
    first: list[float] = []
    again: list[float] = []
    for number in range(rounds):
        for _ in SECTIONS:
            program.settle()
            struck = program.strike("\x1bOS")
            (again if number else first).append(program.painted() - struck)
    return first, again


def show(name: str, seconds: list[float], base: list[float]) -> None:
    """One line: the median and the 99th percentile as multiples of the base's median."""
    unit = median(base)
    print(f"  {name:<44}{median(seconds) / unit:>8.2f}{late(seconds) / unit:>8.2f}{median(seconds) * 1000:>10.1f} ms")


def main() -> None:
    """Measure, and print one table for each length."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--entries", type=int, nargs="+", default=[10, 1_000, 10_000])
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--stamps", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for entries in options.entries:
            path = folder / "INC-20261123-K7QF.json"
            IncidentFile(path).write(tables_of(incident(entries)))
            measure(folder, path, entries, options)


def measure(folder: Path, path: Path, entries: int, options: argparse.Namespace) -> None:
    """Everything for one length."""
    ours = [sys.executable, "-m", "tui.main", "open", path.stem]
    starts: dict[str, list[list[float]]] = {"hello": [], "ours": []}
    memory: dict[str, list[int]] = {"hello": [], "ours": []}
    for _ in range(options.starts):
        for who, command, texts in (
            ("hello", HELLO, ["quit"]),
            ("ours", ours, [READY, f"entry {entries - 1}:", LOADED]),
        ):
            found, program = start(command, folder, *texts)
            starts[who].append(found)
            memory[who].append(program.memory())
            program.end()
    hello, program = Program(HELLO, folder), Program(ours, folder)
    hello.until("quit")
    program.until(LOADED)
    for one in (hello, program):
        one.settle()
    base, typed = typing(hello, options.keys), typing(program, options.keys)
    stamped, kept = stamping(program, path, options.stamps)
    idles = [resting(one) for one in (hello, program)]
    fields = {word: typing_in(program, keys, options.keys) for word, keys in FIELDS.items()}
    first, again = switching(program, 3)
    hello.end()
    program.end()
    print(f"{entries:,} entries{'':33}{'median':>8}{'p99':>8}   (× hello world)")
    names = "the capture line is painted", "a key is painted", "the timeline can be read", "it can be worked with"
    for place, name in enumerate(names):
        base_of = min(place, 1)
        show(
            f"start until {name}",
            *([each[at] for each in starts[who]] for who, at in (("ours", place), ("hello", base_of))),
        )
    show("key until it is painted", typed, base)
    for word, typed_there in fields.items():
        show(f"key until it is painted, {word}", typed_there, base)
    show("enter until the row is painted", stamped, base)
    show("enter until it is in the file, too", kept, base)
    print(f"  {'section switch, first · again':<44}{median(first) * 1000:>18.0f} · {median(again) * 1000:.0f} ms")
    print(f"  {'memory':<44}{median(memory['ours']) / median(memory['hello']):>8.2f}")
    print(f"  {'idle processor, hello · ours':<44}{idles[0]:>18.2%} · {idles[1]:.2%}\n", flush=True)


if __name__ == "__main__":
    main()
