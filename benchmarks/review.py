"""What a quarterly review of thousands of incidents costs, against the simplest things that could be done instead.

    python benchmarks/review.py [--files N] [--few N] [--rounds N] [--folder DIR]

It makes the incidents' files (10 to 20 KB each, and the blanks that every file ends in), and in each round times
everything in turn, each way as a process of its own. Every figure is a multiple of one loop over the files that opens,
reads and parses each with `orjson.loads`. DuckDB reads the same files with `read_json`, as one would otherwise do it;
it comes with `pip install -e ".[bench]"`.

`read` is until the facts of all incidents are there, and the index is written; `review` is the whole command with its
answers, from the start of Python to its end. Memory is the most that a process held at once.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.workspace import fill

ROOT = Path(__file__).resolve().parent.parent
_READ = """
import sys
from time import perf_counter
from pathlib import Path
from orjson import loads
began = perf_counter()
for path in Path(sys.argv[1]).glob("INC-*.json"):
    with open(path, "rb") as file:
        loads(file.read())
print(perf_counter() - began)
"""
_DUCKDB = """
import sys
from time import perf_counter
import duckdb
began = perf_counter()
where = sys.argv[1] + "/INC-*.json"
columns = ", ".join(f"{name}: 'JSON'" for name in ("summary", "timeline", "whys", "factors", "actions", "cost"))
query = "SELECT count(summary), sum(length(timeline)) FROM read_json(?, columns={" + columns + "})"
print(duckdb.execute(query, [where]).fetchall(), file=sys.stderr)
print(perf_counter() - began)
"""
_GATHER = """
import sys
from time import perf_counter
from pathlib import Path
from data.clock import system_clock
from data.quarter import gathered
from data.workspace import Workspace
began = perf_counter()
assert gathered(Workspace(Path(sys.argv[1]), system_clock, "")).facts
print(perf_counter() - began)
"""
_REVIEW = "import sys; from tui.main import main; sys.exit(main())"
_QUARTER = ("review", "--quarter", "2026-Q3", "--json")


def timed(code: str, *arguments: str, whole: bool = False) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of all processors, and the MB of the largest process, of a Python with that code.

    The seconds on the clock are those that it prints, or of the whole process.
    """
    before = os.times()
    began = perf_counter()
    own = {"PYTHONPATH": str(ROOT), "BRIDGELOG_CONFIG": str(ROOT / "no-settings"), "PYDANTIC_DISABLE_PLUGINS": "1"}
    environment = {**os.environ, **own}
    program = ["-c", _CHILD, sys.executable, "-c", code, *arguments]
    done = subprocess.run([sys.executable, *program], env=environment, capture_output=True, text=True, check=False)
    clock, after = perf_counter() - began, os.times()
    if done.returncode:
        raise SystemExit(done.stderr)
    kilobytes = int(done.stderr.split()[-1])
    seconds = float(done.stderr.split()[-2]) if whole else float(done.stdout.split()[-1])
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return min(seconds, clock), used, kilobytes / 1024


_CHILD = """
import resource, subprocess, sys
from time import perf_counter
began = perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True)
seconds = perf_counter() - began
sys.stdout.buffer.write(done.stdout)
sys.stderr.buffer.write(done.stderr)
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print("", seconds, most if sys.platform != "darwin" else most // 1024, file=sys.stderr)
sys.exit(done.returncode)
"""


def ways(folder: Path) -> Mapping[str, Callable[[], tuple[float, float, float]]]:
    """Everything that is timed, by what it is called, in the order in which it is."""
    where = str(folder)
    review = (*_QUARTER, "--workspace", where)

    def forget(*, answers_only: bool = False) -> None:
        for path in (folder / ".cache").glob("*.answer" if answers_only else "*"):
            path.unlink()

    def cold() -> tuple[float, float, float]:
        forget()
        return timed(_GATHER, where)

    def cold_review() -> tuple[float, float, float]:
        forget()
        return timed(_REVIEW, *review, whole=True)

    def changed() -> tuple[float, float, float]:
        forget(answers_only=True)
        return timed(_REVIEW, *review, whole=True)

    found: dict[str, Callable[[], tuple[float, float, float]]] = {
        "orjson.loads": lambda: timed(_READ, where),
        "read, cold, index built": cold,
        "read, warm": lambda: timed(_GATHER, where),
        "review, cold": cold_review,
        "review, warm index, answers anew": changed,
        "review, warm": lambda: timed(_REVIEW, *review, whole=True),
    }
    if find_spec("duckdb") is not None:
        found["DuckDB read_json"] = lambda: timed(_DUCKDB, where)
    return found


def show(count: int, folder: Path, rounds: int) -> None:
    """Fill the folder, time every way as often, and print one table."""
    sizes = list(fill(folder, count))
    mean, on_disk = (sum(size[kind] for size in sizes) / count / 1024 for kind in (0, 1))
    print(f"{count:,} files of {mean:.1f} KB, {on_disk:.1f} KB with their blanks")
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in ways(folder)}
    for _ in range(rounds):
        for name, way in ways(folder).items():
            found[name].append(way())
    unit, unit_used = (median(seconds[kind] for seconds in next(iter(found.values()))) for kind in (0, 1))
    print(f"  {'':<34}{'×':>8}{'seconds':>10}{'× of processor':>16}{'MB':>8}")
    for name, seconds in found.items():
        clock, used, most = (median(turn[kind] for turn in seconds) for kind in range(3))
        print(f"  {name:<34}{clock / unit:>8.2f}{clock:>10.3f}{used / unit_used:>16.2f}{most:>8.0f}")
    shutil.rmtree(folder)


def main() -> None:
    """Measure a few and many incidents, and print a table of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--few", type=int, default=1_000, help="for comparing what memory is needed")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where to write; the folder for temporary files if left out")
    options = parser.parse_args()
    if find_spec("duckdb") is None:
        print("duckdb is not installed: it is left out")
    for count in (options.few, options.files):
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            show(count, Path(name) / "workspace", options.rounds)


if __name__ == "__main__":
    main()
