"""Risks printed twice in one section, in a table of all and in a table or form that tells more: each is one risk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from extract.registers.profiles import Profile
from extract.registers.rows import RiskRows
from extract.wording import fold

_ALIKE = 80.0  # likeness of two wordings from which two prints with one reference are one risk
_EXACT = 95.0  # the same where one has no reference
_SHARED = 0.6  # share of the shorter print's references that the other has too, from which both print one register
_EQUAL = 0.9  # share of the scores both print that are the same
_FEWEST = 2


@dataclass(slots=True)
class Found:
    """One risk where it was found: in which table or form, and the lists printed with its form."""

    rows: RiskRows
    method: str
    source: object
    profile: Profile | None = None


def merged(found: list[Found]) -> list[Found]:
    """A risk printed twice, in a table of all and on a page of its own, is one: the fuller print, with what it lacks."""
    prints = _prints_of_one(found)
    kept: list[Found] = []
    for risk in found:
        same = next((k for k in kept if k.source is not risk.source and _same(k, risk, prints)), None)
        if same is None:
            kept.append(risk)
        elif _weight(risk.rows) > _weight(same.rows):
            _complete(risk.rows, same.rows)
            kept[kept.index(same)] = risk
        else:
            _complete(same.rows, risk.rows)
            same.profile = same.profile or risk.profile
    return kept


def _same(one: Found, other: Found, prints: set[frozenset[int]]) -> bool:
    a, b = one.rows, other.rows
    refs = fold(a.text("ref")), fold(b.text("ref"))
    if all(refs):
        told = frozenset((_print_of(one), _print_of(other))) in prints or not all(map(_wordings, (a, b)))
        return refs[0] == refs[1] and (told or _likeness(a, b) >= _ALIKE)
    return _likeness(a, b) >= _EXACT and len(min((*_wordings(a), *_wordings(b)), key=len)) > 15


def _wordings(rows: RiskRows) -> set[str]:
    return {fold(rows.text(n)) for n in ("title", "description")} - {""}


def _likeness(a: RiskRows, b: RiskRows) -> float:
    """How alike two risks are worded, 0..100."""
    return max((fuzz.token_set_ratio(x, y) for x in _wordings(a) for y in _wordings(b)), default=0.0)


def _print_of(risk: Found) -> int:
    """Which print of the register a risk stands in: its table, or the forms all together."""
    return 0 if risk.profile is not None else id(risk.source)


def _prints_of_one(found: Sequence[Found]) -> set[frozenset[int]]:
    """Pairs of prints that give one register in other words, as a table of titles and one of descriptions do: each reference
    is once in both, most are in both, and their scores are the same."""
    prints: dict[int, list[RiskRows]] = {}
    for risk in found:
        prints.setdefault(_print_of(risk), []).append(risk.rows)
    told: dict[int, dict[str, RiskRows]] = {}
    for key, risks in prints.items():
        by_ref = {ref: r for r in risks if (ref := fold(r.text("ref")))}
        if _FEWEST <= len(risks) == len(by_ref):
            told[key] = by_ref
    pairs: set[frozenset[int]] = set()
    for one, other in combinations(told, 2):
        shared = told[one].keys() & told[other].keys()
        if len(shared) >= _SHARED * min(len(told[one]), len(told[other])):
            scored = [s for ref in shared for s in _scores(told[one][ref], told[other][ref])]
            lettered = all(any(c.isalpha() for c in ref) for ref in shared)
            if sum(scored) >= _EQUAL * len(scored) and (lettered or len(scored) >= _FEWEST):
                pairs.add(frozenset((one, other)))
    return pairs


def _scores(a: RiskRows, b: RiskRows) -> list[bool]:
    """Whether two prints of a risk agree, score by score."""
    names = [n for n in a.cells.keys() & b.cells.keys() if n.endswith("_score") and not n.startswith("previous")]
    return [a.text(n) == b.text(n) for n in names]


def _weight(rows: RiskRows) -> int:
    return len(rows.cells) + len(rows.others) + 2 * len(rows.actions)


def _complete(fuller: RiskRows, other: RiskRows) -> None:
    if "description" not in fuller.cells and "description" not in other.cells and _likeness(fuller, other) < _ALIKE:
        stated = [r.cells["title"] for r in (fuller, other) if "title" in r.cells]
        if len(stated) == 2:  # a table of titles and one that describes them
            title, description = sorted(stated, key=lambda cells: sum(len(c.text) for c, _ in cells))
            fuller.cells["title"], fuller.cells["description"] = title, description
    for name, cells in other.cells.items():
        fuller.cells.setdefault(name, cells)
    headers = {a.column.path for _, a in fuller.others}
    fuller.others.extend((c, a) for c, a in other.others if a.column.path not in headers)
    fuller.trends = fuller.trends or other.trends
    fuller.actions = fuller.actions or other.actions
    fuller.band = fuller.band or other.band
    held = {id(w) for cells in fuller.cells.values() for c, _ in cells for w in c.words}
    again = (w for cells in other.cells.values() for c, _ in cells for w in c.words)
    fuller.taken.extend(w for w in again if id(w) not in held)  # said twice: the summary of the page that tells it all
