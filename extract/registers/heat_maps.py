"""Risks placed in the cells of a matrix by their references: where each stands on the scales of likelihood and impact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.grids import AXES, Grid, grids_of
from extract.registers.wording import take_apart
from extract.text import lines_of, text_of
from extract.vocabularies import rows
from extract.wording import fold
from models.geometry import Box, box_around
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Section

VIEW = "risk_map"
_REFERENCE = re.compile(r"(?:[A-Z]{1,6}[\s./_-]{0,2})?\d{1,3}(?:\.\d{1,2})?[a-z]?")
_SIGNS = re.compile(r"[\s,;&/|()•·-]*(?:and)?[\s,;&/|()•·-]*")
_NEAR = 130.0  # points from the grid within which its axes are named
_CAPTION = 110.0  # points above the grid within which it is said what it shows
_MARGIN = 60.0  # points left of the grid, where its axis is named, from which its caption may begin
_FEWEST = 2  # places that are taken
_UP = frozenset({"up", "vertical", "vertically", "y"})
_ACROSS = frozenset({"across", "horizontal", "horizontally", "x"})
_SURE = 0.9
_BY_WORDS = 0.8  # which axis is which is told by the words of the scales alone


@dataclass(frozen=True, slots=True)
class Scales:
    """What a grid's axes measure: whether the rows are steps of likelihood, how surely, and each step's number."""

    likelihood_up: bool
    sure: float
    rows: tuple[int, ...]  # the number of each row from the mildest on
    columns: tuple[int, ...]

    def read(self, row: int, column: int) -> tuple[int, int]:
        """(likelihood, impact) of a place counted from the mildest step of each scale, from 1."""
        one, other = self.rows[row - 1], self.columns[column - 1]
        return (one, other) if self.likelihood_up else (other, one)


def heat_maps(section: Section) -> list[Printed]:
    """Each reference that stands in a cell of a matrix, with likelihood and impact and the stage that the map shows."""
    found: list[Printed] = []
    for page in section.pages:
        for grid in grids_of(page):
            told = list(_placed(grid, page))
            scales = scales_of(grid, page) if told else None
            if scales is None:
                continue
            stage = stage_of(grid, page)
            for ref, row, column in told:
                likelihood, impact = scales.read(row, column)
                facts = {"likelihood": likelihood, "impact": impact, "stage": stage, "paper": section.paper.number}
                found.append(Printed(VIEW, {"ref": ref}, confidence=scales.sure, facts=facts))
    return found


def _placed(grid: Grid, page: Page) -> Iterator[tuple[Field, int, int]]:
    """(reference, row, column) of all that is placed; nothing where the cells hold more than references, or their products."""
    found: list[tuple[Field, int, int]] = []
    products = 0
    for row, column, box in grid.places():
        words = [w for line in lines_of([w for w in page.words if box.holds_middle_of(w)]) for w in line]
        refs = _references(words)
        if refs is None:
            return
        products += len(refs) == 1 and refs[0][0] == str(row * column)
        for text, held in refs:
            ink = box_around(held)
            place = (page.number, (ink.x0, ink.top, ink.x1, ink.bottom))
            found.append((Field(text, tuple(held), confidence=_SURE, place=place), row, column))
    if len({(row, column) for _, row, column in found}) == len(grid.rows) * len(grid.columns):
        return  # a number in every cell is the cell's own
    texts = [f.text for f, _, _ in found]
    if len(found) >= _FEWEST and len(set(texts)) == len(texts) and products < 0.5 * len(found):
        yield from found


def _references(words: Sequence[Word]) -> list[tuple[str, list[Word]]] | None:
    """The references that words are, and nothing else but signs between them; None of other words."""
    text, places = "", []
    for word in words:
        text += " " if text else ""
        places.append((len(text), word))
        text += word.text
    found: list[tuple[str, list[Word]]] = []
    at = 0
    for match in _REFERENCE.finditer(text):
        if not _SIGNS.fullmatch(text[at : match.start()]):
            return None
        held = [w for start, w in places if start < match.end() and start + len(w.text) > match.start()]
        found.append((match.group(), held))
        at = match.end()
    return found if _SIGNS.fullmatch(text[at:]) else None


def scales_of(grid: Grid, page: Page) -> Scales | None:
    """What the axes measure; None where nothing says which of them is likelihood."""
    up = _axis_named(grid, page, upright=True)
    across = _axis_named(grid, page, upright=False)
    beside, under = _steps(grid, page, upright=True), _steps(grid, page, upright=False)
    sure = _SURE
    if up is None and across is None:
        up, across = _by_words(beside), _by_words(under)
        sure = _BY_WORDS
    if up == across:
        return None
    likelihood_up = up == "likelihood" if up is not None else across == "impact"
    return Scales(likelihood_up, sure, _numbers(beside, len(grid.rows)), _numbers(under, len(grid.columns)))


@cache
def _axis_words(named: bool) -> dict[str, str]:
    """What names an axis (`Impact`), or a step of one (`Minor`), and the axis it speaks of."""
    told = {fold(r["printed"]): r["axis"] for r in rows("axis_words")}
    return {word: axis for word, axis in told.items() if (word in AXES) == named}


def axis_words() -> frozenset[str]:
    """The single words that name an axis or a step of one."""
    return frozenset(w for named in (True, False) for w in _axis_words(named) if " " not in w)


def _axis_named(grid: Grid, page: Page, *, upright: bool) -> str | None:
    """The axis whose name stands beside the grid (`upright`) or over or under it, the nearest one."""
    names, box = _axis_words(True), grid.box
    found: list[tuple[float, str]] = []
    words = page.words
    for n, word in enumerate(words):
        axis = names.get(fold(word.text.strip(":()→↑▶▲")))
        if axis is None:
            continue
        said = next((fold(w.text.strip("():,")) for w in words[n + 1 : n + 2]), "")
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        aside = max(box.x0 - x, x - box.x1, 0.0)
        off = max(box.top - y, y - box.bottom, 0.0)
        if aside + off > _NEAR:
            continue
        if said in _UP | _ACROSS:
            is_upright = said in _UP
        elif word.turned in {90, 270}:
            is_upright = aside > 0
        else:
            is_upright = aside > 0 and (off == 0 or aside > off)
        if is_upright == upright and (aside > 0 or off > 0):
            found.append((aside + off, axis))
    return min(found)[1] if found else None


def _steps(grid: Grid, page: Page, *, upright: bool) -> list[str]:
    """What is printed beside each row, or under or over each column, from the mildest step on; "" where nothing is."""
    best: list[str] = []
    box = grid.box
    spans = grid.rows if upright else grid.columns
    for low, high in ((0.0, box.x0), (box.x1, page.width)) if upright else ((box.bottom, page.height), (0.0, box.top)):
        texts = []
        for a, b in spans:
            held = [w for w in page.words if _in_step(w, a, b, low, high, upright=upright)]
            texts.append(text_of(_nearest(held, box, upright=upright)))
        if sum(map(bool, texts)) > sum(map(bool, best)):
            best = texts
    grows = not grid.up if upright else grid.right
    return best if grows else best[::-1]


def _in_step(word: Word, a: float, b: float, low: float, high: float, *, upright: bool) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    along, across = (y, x) if upright else (x, y)
    edge = min(abs(across - low), abs(across - high))
    return a <= along <= b and low <= across <= high and edge < _NEAR and not (upright and word.turned)


def _nearest(words: Sequence[Word], box: Box, *, upright: bool) -> list[Word]:
    """Of the words beside a row those of the nearest text; of those under a column the nearest line and what follows it."""
    if not words:
        return []
    if upright:
        nearest = min(words, key=lambda w: min(abs(box.x0 - w.x1), abs(w.x0 - box.x1)))
        chain = [nearest]
        for word in sorted(words, key=lambda w: abs(w.x0 - nearest.x0)):
            if word is not nearest and any(
                abs(word.x1 - c.x0) < 8 or abs(c.x1 - word.x0) < 8 or abs(word.x0 - c.x0) < 8 for c in chain
            ):
                chain.append(word)
        return chain
    lines = lines_of(words)
    return lines[0] if lines[0][0].top >= box.bottom - 2 else lines[-1]


def _by_words(steps: Sequence[str]) -> str | None:
    """The axis of which the words of a scale speak."""
    words = _axis_words(False)
    told = [axis for step in steps for word, axis in words.items() if word in fold(step).split() or word == fold(step)]
    return max(set(told), key=told.count) if told else None


def _numbers(steps: Sequence[str], count: int) -> tuple[int, ...]:
    """The number of each step: as printed where each has one of its own, else counted from 1."""
    printed = [re.findall(r"(?<![\d.])\d(?![\d.])", step) for step in steps]
    numbers = [int(p[0]) for p in printed if len(p) == 1]
    rising = len(numbers) == count and numbers == sorted(set(numbers))
    return tuple(numbers) if rising else tuple(range(1, count + 1))


def stage_of(grid: Grid, page: Page) -> str | None:
    """Which stage the text nearest above a grid names (`Residual risk`, `after current controls`)."""
    box = grid.box
    over = [w for w in page.words if box.top - _CAPTION <= w.bottom <= box.top + 2 and not w.turned]
    for line in reversed(lines_of(over)):
        ruled = [r.x0 for r in page.rules if r.vertical and r.top < line[0].bottom and r.bottom > line[0].top]
        parts: list[list[Word]] = [[line[0]]]
        for word in line[1:]:
            before = parts[-1][-1].x1
            if word.x0 - before > 2 * word.font.size or any(before <= x <= word.x0 for x in ruled):
                parts.append([])
            parts[-1].append(word)
        shared = [(min(part[-1].x1, box.x1) - max(part[0].x0, box.x0 - _MARGIN), part) for part in parts]
        wide, nearest = max(shared, key=lambda s: s[0])
        if wide > 0 and (stage := take_apart(text_of(nearest)).stage):
            return stage
    return None
