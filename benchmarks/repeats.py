"""How well the rules for repeats tell that two past incidents had a cause of the same category.

    python benchmarks/repeats.py --corpus FILE

Each line of the file is `{"title": …, "categories": […], "start_utc": …}`, with `"company"`, `"product"`, `"keywords"`
and `"one_line"` where they are known. The categories are hidden from the rules that are measured by them, and the
company stands for the service. Nobody has labelled real repeats; that two incidents have a category in common, or all
of them, is the nearest label there is, and a weak one. The rules that ask for the same category themselves can only be
measured by the other categories that two incidents have.

Incidents of one company share a category more often than others, without any rule. So what guessing reaches among the
pairs of one company is what the rules within one service have to beat, not what it reaches among all pairs.

On 140 public incidents with seven broad categories, 9,730 pairs, 460 of one company, precision:

                                        one in common                    all the same
                                        as imported     keywords by hand as imported    keywords by hand
    guessing among all pairs            0.73            0.73             0.04           0.04
    guessing among pairs of one company 0.90 (412/460)  0.90 (412/460)   0.14 (63/460)  0.14 (63/460)
    same company and similar words      0.94 (78/83)    0.96 (72/75)     0.14 (12/83)   0.15 (11/75)
    same company and failure mode       1.00 (33/33)    0.91 (128/140)   0.09 (3/33)    0.11 (16/140)
    either of them                      0.95 (93/98)    0.92 (157/171)   0.13 (13/98)   0.13 (22/171)

Of the pairs with one category in common 0.05 have all the same; 0.09 (14/150) of those with similar final whys, and
0.15 (63/412) of those of one company. No recall is above 0.17. The words rank pairs of one company with an area under
the curve of 0.54 as imported, 0.63 with keywords (one in common), and of 0.54 and 0.49 (all the same).

That is: within one service the rules are hardly better than guessing by this label, and not at all by all categories;
the counts are small, and the pairs overlap. They say which earlier incident to look at, and why; a person gives the
category, and decides. The imported list has no whys, so its titles stand for them, and 62 of the 140 show a failure
mode.
"""

import argparse
import json
import sys
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from data.importers.evidence import Setting
from data.importers.opening import opened
from data.importers.past import past_incidents
from model.review.facts import Facts, facts_of
from model.review.failure_modes import failure_modes
from model.review.likeness import Corpus
from model.review.repeats import ALIKE, Neighbours, Repeat, Ruling, repeats

Pair = frozenset[str]
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def by_hand(number: int, row: dict[str, Any]) -> Facts:
    """A past incident with the keywords that somebody chose for it, which most incidents do not have."""
    moment = datetime.fromisoformat(str(row["start_utc"]).replace("Z", "+00:00")).astimezone(UTC)
    keywords = row.get("keywords") or []
    words = [row.get("title"), row.get("one_line"), row.get("product"), *keywords]
    text = "\n".join(dict.fromkeys(str(word) for word in words if word))
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
        categories=tuple(row["categories"]),
        causes=(),
        scores=(),
        detect_seconds=None,
        resolve_seconds=None,
        total_cost=None,
        actions=(),
        words=text,
        fixed_by="",
        modes=failure_modes([text]),
    )


def as_imported(path: Path) -> list[Facts]:
    """What the importer makes of the file, but for the service, which is the company here as in the other."""
    found = []
    for one in past_incidents(opened(path), Setting("UTC", NOW), "EUR"):
        cells = one.row.cells
        if one.incident is not None and cells.get("categories") and cells.get("start_utc"):
            found.append(replace(facts_of(one.incident), service=cells.get("company") or ""))
    return found


def share(part: int, whole: int) -> str:
    """A share with its counts."""
    return f"{part / whole:.2f} ({part}/{whole})" if whole else "–"


def say(name: str, found: set[Pair], true: set[Pair]) -> None:
    """Precision and recall of one method."""
    right = len(found & true)
    print(f"  {name:<46} precision {share(right, len(found)):<18} recall {share(right, len(true))}")


def area(pairs: Collection[Pair], score: Callable[[Pair], float], true: set[Pair]) -> float | None:
    """The area under the curve: how often a pair of one category scores higher than one of two; a tie is a half."""
    ranked = sorted(((score(pair), pair in true) for pair in pairs), key=lambda item: item[0])
    yes = sum(is_true for _, is_true in ranked)
    no = len(ranked) - yes
    if not yes or not no:
        return None
    ranks, place = 0.0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        ranks += sum(is_true for _, is_true in ranked[place:end]) * (place + 1 + end) / 2
        place = end
    return (ranks - yes * (yes + 1) / 2) / (yes * no)


def found_by(facts: Sequence[Facts]) -> dict[Pair, Repeat]:
    """Every pair that the rules find, also those beyond the few that are listed."""
    near = Neighbours(facts)
    made: dict[Pair, Repeat] = {}
    for one, other in combinations(sorted(facts, key=lambda one: (one.started_at, one.id)), 2):
        pair = near.pair(other, one, Ruling.OPEN)
        if pair.is_one:
            made[frozenset((one.id, other.id))] = pair
    return made


def measure(facts: Sequence[Facts]) -> None:
    """Print what each kind reaches, beside guessing among all pairs and among those of one company."""
    categories = {one.id: set(one.categories) for one in facts}
    service = {one.id: one.service.casefold() for one in facts}
    hidden = [replace(one, categories=()) for one in facts]
    pairs = {frozenset((one.id, other.id)) for one, other in combinations(facts, 2)}
    within = {pair for pair in pairs if len({service[id] for id in pair}) == 1 and all(service[id] for id in pair)}
    common = {pair for pair in pairs if set.intersection(*(categories[id] for id in pair))}
    same = {pair for pair in common if len({frozenset(categories[id]) for id in pair}) == 1}
    corpus = Corpus({one.id: one.terms for one in facts}, {one.id: one.text for one in facts}.__getitem__)
    blind, seeing = found_by(hidden), found_by(facts)
    listed = {frozenset((pair.later.id, pair.earlier.id)) for pair in repeats(hidden, hidden)}
    cosines = {pair: corpus.cosine(*pair) for pair in pairs}
    with_modes = sum(bool(one.modes) for one in facts)
    print(f"{len(facts)} incidents, {len(pairs)} pairs, {len(within)} of one company; {with_modes} show a failure mode")
    for name, true in (("one category in common", common), ("all categories the same", same)):
        print(f"\n {name}")
        say("guessing among all pairs", pairs, true)
        say("guessing among pairs of one company", within, true)
        say(f"similar words, whatever the company (≥ {ALIKE})", {p for p in pairs if cosines[p] >= ALIKE}, true)
        say("same company and similar words", {p for p, one in blind.items() if one.likeness.cosine >= ALIKE}, true)
        say("same company and failure mode", {p for p, one in blind.items() if one.modes}, true)
        say("either of them", set(blind), true)
        say("as listed: the three likeliest of each", listed, true)
        for where, those in (("all pairs", pairs), ("pairs of one company", within)):
            found = area(those, cosines.__getitem__, true)
            print(f"  area under the curve of the words, {where}: " + ("–" if found is None else f"{found:.2f}"))
    print("\n all categories the same, of those with one in common: the rules that ask for a category")
    say("guessing among them", common, same)
    say("one in common, similar final whys", {p for p, one in seeing.items() if one.similar_causes}, same)
    of_both = {p for p, one in seeing.items() if one.categories and one.same_service}
    say("one in common, same company", of_both, same)


def main() -> int:
    """Read the corpus, and print what the rules reach."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, metavar="FILE", required=True)
    path: Path = parser.parse_args().corpus
    if not path.exists():
        print(f"{path} is not there: nothing was measured")
        return 0
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    rows = [row for row in rows if row.get("categories") and row.get("start_utc")]
    print("AS THE IMPORTER MAKES THEM")
    measure(as_imported(path))
    print("\n\nWITH KEYWORDS BY HAND")
    measure([by_hand(number, row) for number, row in enumerate(rows)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
