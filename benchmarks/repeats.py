"""How well words and services tell that two past incidents had a cause of the same category.

    python benchmarks/repeats.py --corpus FILE

Each line of the file is `{"title": …, "categories": […], "start_utc": …}`, with `"company"`, `"product"`, `"keywords"`
and `"one_line"` where they are known. The categories are hidden from the method, and the company stands for the
service. Nobody has labelled real repeats; that two incidents have a category in common, or all of them, is the nearest
label there is, and a weak one. What guessing reaches stands beside the figures. The rule that asks for the same
category cannot be measured in this way: the label is what it looks at.

On 140 public incidents, 9,730 pairs, with seven broad categories, precision and recall:

                                     one in common (guessing 0.73)   all the same (guessing 0.04)
    similar words                    0.95 (95/100)  0.01             0.12 (12/100)  0.03
    same company and similar words   0.95 (59/62)   0.01             0.16 (10/62)   0.03
    area under the curve             0.59                            0.61

Few pairs are named, and these share a category more often than chance; but nearly all pairs of one category share no
words, and words hardly tell categories apart. They only rank which earlier incidents to look at; a person gives the
category, and decides. The words hold keywords that somebody chose by hand, which most incidents do not have: expect
less.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from model.review.facts import Facts
from model.review.likeness import Corpus
from model.review.repeats import ALIKE, repeats

Pair = frozenset[str]


def facts_of_row(number: int, row: dict[str, Any]) -> Facts:
    """A past incident without its categories."""
    moment = datetime.fromisoformat(str(row["start_utc"]).replace("Z", "+00:00")).astimezone(UTC)
    words = [row.get("title"), row.get("one_line"), row.get("product"), *(row.get("keywords") or [])]
    return Facts(
        id=f"{number:05}",
        title=row.get("title") or "",
        day=moment.date(),
        started_at=moment,
        live=False,
        severity="",
        kind="",
        service=row.get("company") or "",
        industry="",
        detected_by="",
        categories=(),
        causes=(),
        scores=(),
        detect_seconds=None,
        resolve_seconds=None,
        total_cost=None,
        actions=(),
        words="\n".join(dict.fromkeys(str(word) for word in words if word)),
        fixed_by="",
    )


def share(part: int, whole: int) -> str:
    """A share with its counts."""
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "–"


def say(name: str, found: set[Pair], true: set[Pair]) -> None:
    """Precision and recall of one method."""
    right = len(found & true)
    print(f"{name:<34} precision {share(right, len(found)):<18} recall {share(right, len(true))}")


def area(pairs: Sequence[Pair], score: Callable[[Pair], float], true: set[Pair]) -> float:
    """The area under the curve: how often a pair of one category scores higher than one of two; a tie is a half."""
    ranked = sorted(((score(pair), pair in true) for pair in pairs), key=lambda item: item[0])
    ranks, place = 0.0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        ranks += sum(is_true for _, is_true in ranked[place:end]) * (place + 1 + end) / 2
        place = end
    yes = len(true)
    no = len(pairs) - yes
    return (ranks - yes * (yes + 1) / 2) / (yes * no)


def main() -> int:
    """Read the corpus, and print what the methods reach."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, metavar="FILE", required=True)
    path: Path = parser.parse_args().corpus
    if not path.exists():
        print(f"{path} is not there: nothing was measured")
        return 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if row.get("categories") and row.get("start_utc")]
    facts = [facts_of_row(number, row) for number, row in enumerate(rows)]
    categories = {one.id: set(row["categories"]) for one, row in zip(facts, rows, strict=True)}
    pairs = [frozenset((one.id, other.id)) for one, other in combinations(facts, 2)]
    common = {pair for pair in pairs if set.intersection(*(categories[id] for id in pair))}
    same = {pair for pair in common if len({frozenset(categories[id]) for id in pair}) == 1}
    corpus = Corpus({one.id: one.words for one in facts})
    cosines = {one.id: corpus.cosines(one.id, categories) for one in facts}

    def cosine(pair: Pair) -> float:
        one, other = sorted(pair)
        return cosines[one][other]

    listed = {frozenset((pair.later.id, pair.earlier.id)) for pair in repeats(facts, facts)}
    alike = {pair for pair in pairs if cosine(pair) >= ALIKE}
    nearest = set()
    for one in facts:
        others = sorted(((value, id) for id, value in cosines[one.id].items() if id != one.id and value), reverse=True)
        nearest |= {frozenset((one.id, id)) for _, id in others[:1]}
    print(f"{len(facts)} incidents, {len(pairs)} pairs")
    for name, true in (("one category in common", common), ("all categories the same", same)):
        print(f"\n{name}; guessing: precision {share(len(true), len(pairs))}")
        say(f"similar words (cosine ≥ {ALIKE})", alike, true)
        say("the nearest by words", nearest, true)
        say("as listed: same company and words", listed, true)
        print(f"area under the curve of the cosine: {area(pairs, cosine, true):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
