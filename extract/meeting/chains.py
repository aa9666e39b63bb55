"""Which of the numbers at the heads of paragraphs are those of the items: the run that counts on and looks like headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

ALIGNED = 14.0  # points: numbers set flush right start this far apart (`9.` over `10.`)


GAP = 6  # numbers that a run of items may leap over
FEWEST_OVER = 3  # headings in larger type that stand over others with numbers
TITLE = 1.0  # what a short text without a full stop looks like
LETTERED = re.compile(r"\d+[a-h](?=/)")  # the number of a part of an item
LARGER = 1.1  # so many times the type


@dataclass(frozen=True, slots=True)
class Candidate:
    index: int
    key: tuple[str, str, bool]
    value: int
    number: str
    left: float
    look: float
    styled: bool
    size: float = 0.0  # of its type, in points
    apart: bool = True  # set apart by its type: not by its words alone


def best_chain(found: Sequence[Candidate]) -> list[Candidate]:
    """The run of numbers that best looks like the items' own."""
    groups: dict[tuple[str, str, bool], list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.key].append(candidate)
    runs: list[tuple[float, list[Candidate], list[Candidate]]] = []
    for (prefix, _, _), members in _with_tables(groups):
        for group in _by_left(members):
            chain = _uniform(_longest_run(group))
            if len(chain) < 2 or (len(chain) == 2 and sum(c.look for c in chain) < 5):
                continue
            # numbers like 3.1, 3.2 are those within an item; 24/031 and 25.14 run through
            inner = 0.5 if re.fullmatch(r"\d{1,2}\.", prefix) and chain[0].value <= 1 else 1.0
            score = inner * sum(min(c.look, 3.0) for c in chain) + 0.3 * len(chain)
            runs.append((score, chain, group))
    if not runs:
        return []
    best = max(runs, key=lambda run: run[0])
    _, chain, group = next((run for run in runs if _is_over(run[1], best[1])), best)
    return _with_lettered(_with_moved(chain, group), group)


def _with_lettered(chain: list[Candidate], group: Sequence[Candidate]) -> list[Candidate]:
    """The run and the parts of an item that are items of their own: of `54a/24`, `54b/24`, `55/24` the run holds but one of 54."""
    kept = {c.index: c for c in chain}
    for one in chain:
        if LETTERED.match(one.number):
            parts = [c for c in group if c.value == one.value and LETTERED.match(c.number)]
            letters = [c.number[c.number.index("/") - 1] for c in parts]
            if "".join(letters) in "abcdefgh":
                kept |= {c.index: c for c in parts}
    return [kept[i] for i in sorted(kept)]


def _with_tables(
    groups: Mapping[tuple[str, str, bool], list[Candidate]],
) -> Iterator[tuple[tuple[str, str, bool], list[Candidate]]]:
    """The groups, and those that are printed alike in tables and outside of them together: a table may end within the run."""
    yield from groups.items()
    for (prefix, suffix, tabular), members in groups.items():
        free = groups.get((prefix, suffix, False)) if tabular else None
        if free:
            yield (prefix, suffix, True), sorted([*members, *free], key=lambda c: c.index)


def _is_over(chain: Sequence[Candidate], best: Sequence[Candidate]) -> bool:
    """Whether a run of headings stands over another, however bold that is: it is set in larger type, and between two of its
    headings lies the whole of the other."""
    if len(chain) < FEWEST_OVER or not all(c.styled for c in chain):
        return False
    larger = min(c.size for c in chain) > LARGER * max(c.size for c in best)
    first, last = best[0].index, best[-1].index
    return larger and any(a.index < first and last < b.index for a, b in pairwise(chain))


def _with_moved(chain: list[Candidate], group: Sequence[Candidate]) -> list[Candidate]:
    """The run and the items taken before or after their turn: set as the others, with a number that the run leaves out."""
    if len(chain) < 4 or not all(c.styled for c in chain):
        return chain
    values = {c.value for c in chain}
    look = min(c.look for c in chain)
    inside = [c for c in group if chain[0].index < c.index < chain[-1].index and c.styled and c.look >= look]
    left_out = [c for c in inside if chain[0].value < c.value < chain[-1].value and c.value not in values]
    moved = [c for c in left_out if sum(c.value == other.value for other in left_out) == 1]
    moved += [c for c in group if c.styled and (c.look >= look or _part(c, chain)) and _again(c, chain)]
    return sorted([*chain, *moved], key=lambda c: c.index) if 3 * len(moved) <= len(chain) else chain


def _again(one: Candidate, chain: Sequence[Candidate]) -> bool:
    """Whether an item bears the number of the one before it, and the run counts on behind it: 11, 12, 12, 13."""
    before = next((n for n in range(len(chain) - 1, -1, -1) if chain[n].index < one.index), None)
    if before is None or before < FEWEST_OVER or chain[before].value != one.value:
        return False
    return before + 1 == len(chain) or chain[before + 1].value == one.value + 1


def _part(one: Candidate, chain: Sequence[Candidate]) -> bool:
    """Whether an item's number is that of the one before it and a letter, behind others without any: `7/HB`, `7/HBa`."""
    return one.number[-1].islower() and not any(c.number[-1].islower() for c in chain)


def _by_left(members: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Members that stand at one left edge. In a table or over changing pages all may differ: then all of them once more."""
    ordered = sorted(members, key=lambda c: c.left)
    clusters: list[list[Candidate]] = []
    for candidate in ordered:
        if clusters and candidate.left - clusters[-1][-1].left <= ALIGNED:
            clusters[-1].append(candidate)
        else:
            clusters.append([candidate])
    for cluster in clusters:
        yield sorted(cluster, key=lambda c: c.index)
    if len(clusters) > 1:
        yield sorted((c for c in members if c.look >= 2), key=lambda c: c.index)


def _longest_run(group: Sequence[Candidate]) -> list[Candidate]:
    """The run of increasing numbers with the most weight, steps of one preferred."""
    weight = [c.look for c in group]
    before = [-1] * len(group)
    for i, c in enumerate(group):
        best = 0.0
        for j in range(max(0, i - 60), i):
            step = c.value - group[j].value
            if 1 <= step <= GAP:
                gain = weight[j] + (1.5 if step == 1 else 0.0)
                if gain > best:
                    best, before[i] = gain, j
        weight[i] += best
    if not group:
        return []
    i = max(range(len(group)), key=lambda k: weight[k])
    chain = []
    while i >= 0:
        chain.append(group[i])
        i = before[i]
    return chain[::-1]


def _uniform(chain: list[Candidate]) -> list[Candidate]:
    """Where most of a run is set as headings, the plain ones in it are numbered text, unless they fill a gap in the count.

    Where its headings are usual items in plain type, other titles in plain type are headings too.
    """
    if not chain:
        return chain
    styled = [c for c in chain if c.styled]
    if not any(c.apart for c in styled):
        styled = [c for c in chain if c.styled or c.look >= TITLE]
    if len(styled) < 0.6 * len(chain):
        return chain
    values = {c.value for c in styled}
    return [c for c in chain if c in styled or ({c.value - 1, c.value + 1} <= values and c.value not in values)]
