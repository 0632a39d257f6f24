"""How well, and how fast, the blameless check works on labelled sentences.

    python benchmarks/blame.py FILE.jsonl … [--errors] [--roster NAMES]

Each line of a file is `{"text": …, "label": "blame" | "ok" | "hint", "kind": …}`, with a `"section"` if it matters. The
first figures are of the warnings, as they appear anywhere; the second of warnings and hints together, with every
sentence put into a field of analysis. The time is that of one keystroke in a paragraph of 500 characters with 200
people, as a multiple of a plain list of keywords in the same run.

The files beside this one were written and labelled before the check saw them. Each has been looked at since, and the
rules have learned from it, so that only the figures of its first run say anything about sentences that nobody has seen.
They were, for warnings (precision, recall) and for warnings or hints in analysis (recall):

    fifth    0.93 (14/15)  0.54 (14/26)  0.94 (30/32)
    sixth    0.85 (17/20)  0.68 (17/25)  1.00 (30/30)
    seventh  1.00 (13/13)  0.52 (13/25)  0.83 (25/30)
    eighth   1.00 (16/16)  0.67 (16/24)  0.97 (28/29)   with the rules as they are
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from model.blameless import Level, check

KEYWORDS = re.compile(
    r"human error|operator error|user error|mistake|forgot|careless|fault|blame|should have|failed to|negligen\w+",
    re.IGNORECASE,
)
PARAGRAPH = (
    "The rollout began at ten and the error rate rose within a minute. Priya pushed the wrong config to production, "
    "and "
    "the gateway answered with 502 for a third of the requests. The on-call engineer was paged after six minutes and "
    "rolled back. The health check should have caught the dead listener. It turned out that two flags had the same "
    "name "
    "in both environments, and nothing in the form said which one was meant. We lost about four thousand orders in the "
    "meantime, most of them in Europe"
)
KEYSTROKES = 60


def share(part: int, whole: int) -> str:
    """A share with its counts."""
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "–"


def measure(rows: list[dict[str, Any]], roster: list[str], show_errors: bool) -> None:
    """Print precision and recall by level, and by kind."""
    kinds: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for row in rows:
        here = check(row["text"], section=row.get("section"), roster=roster)
        analysed = check(row["text"], section=row.get("section") or "whys", roster=roster)
        warned = any(blame.level is Level.WARN for blame in here)
        kinds[row["label"], row["kind"]].append((warned, bool(analysed)))
        wanted = row["label"] == "blame"
        if show_errors and (warned != wanted or (row["label"] != "ok" and not analysed)):
            rules = ", ".join(blame.rule for blame in here)
            print(f"  {'missed' if wanted else 'wrong' if warned else 'no hint'}: {row['text']}  [{rules}]")
    for name, at, wanted_labels in (("warn", 0, {"blame"}), ("warn or hint in analysis", 1, {"blame", "hint"})):
        hits = sum(
            found[at] for (label, _), all_found in kinds.items() if label in wanted_labels for found in all_found
        )
        wanted = sum(len(all_found) for (label, _), all_found in kinds.items() if label in wanted_labels)
        fired = sum(found[at] for all_found in kinds.values() for found in all_found)
        print(f"{name}: precision {share(hits, fired)}, recall {share(hits, wanted)}")
    print(f"{'label':6} {'kind':32} {'n':>3} {'warn':>5} {'any':>5}")
    for (label, kind), all_found in sorted(kinds.items()):
        warned_count = sum(warned for warned, _ in all_found)
        print(f"{label:6} {kind:32} {len(all_found):3} {warned_count:5} {sum(found for _, found in all_found):5}")


def time_keystrokes() -> None:
    """Print the time of one keystroke, and its multiple of a list of keywords over the same text."""
    roster = [f"Given{number} Family{number}" for number in range(199)] + ["Priya Raman"]
    typed = " and the support desk was told about it at once by a colleague in Dublin"
    check(PARAGRAPH, section="whys", roster=roster)
    ours, plain = [], []
    for count in range(KEYSTROKES):
        text = PARAGRAPH + typed[: count + 1]
        started = perf_counter()
        check(text, section="whys", roster=roster)
        ours.append(perf_counter() - started)
        started = perf_counter()
        list(KEYWORDS.finditer(text))
        plain.append(perf_counter() - started)
    ratio = median(ours) / median(plain)
    print(
        f"one keystroke: {median(ours) * 1000:.3f} ms, {ratio:.1f} × a list of keywords ({len(PARAGRAPH)} characters)"
    )


def main() -> None:
    """Measure each file that is named, then the time."""
    parser = argparse.ArgumentParser(description="Precision, recall and speed of the blameless check.")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--roster", default="", help="names of people who are known, with commas")
    parser.add_argument("--errors", action="store_true", help="show what was missed or wrong")
    options = parser.parse_args()
    roster = [name for name in options.roster.split(",") if name]
    for file in options.files:
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
        by_split: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in rows:
            by_split[row.get("split", "all")].append(row)
        for split, some in by_split.items():
            print(f"\n{file.name} · {split} · {len(some)} sentences")
            measure(some, roster, options.errors)
    print()
    time_keystrokes()


if __name__ == "__main__":
    main()
