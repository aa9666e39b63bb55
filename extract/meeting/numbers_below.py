"""Items whose numbers stand below their headings: `SITE VISITS` in bold type over `HB146/14   The Clerk reported …`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.meeting.fates import tells_fate
from extract.meeting.letters import BEFORE, BEHIND, BETWEEN
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark

FEWEST = 4  # items
MOSTLY = 0.8  # share of the numbers that stand right below a heading: others tell an item without one
LONGEST = 30  # words of a line of a heading
EDGE = 3.0  # points: the lines of one heading begin so near each other
CLOSE = 0.9  # times the size of type: white between two lines of one heading is less
_REFERENCE = re.compile(rf"{BEFORE}?\d{{1,4}}(?:[./-]{BETWEEN}?\d{{1,4}})*{BEHIND}?[.):]?")
_FIGURES = re.compile(r"\d+")


def with_numbers_below(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; references at the head of texts right below headings (`HB46/14 Apologies …`) are the markers of these, where
    they count on."""
    found = list(pieces)
    heads = [i for i in range(1, len(found)) if _begins_with_reference(found[i]) and _heads(found[i - 1])]
    values = {i: [int(n) for n in _FIGURES.findall(found[i].words[0].text)] for i in heads}
    if len(heads) < FEWEST or not any(_one_run(list(run)) for run in zip(*values.values(), strict=False)):
        return found
    for i in heads:
        piece = found[i]
        number = piece.words[:1]
        found[i] = replace(
            piece.part(1, len(piece.words)), marker=number[0].text, marker_words=number, aside=piece.aside
        )
    return found


def _begins_with_reference(piece: Piece) -> bool:
    if piece.marker or len(piece.words) < 2 or not piece.text[:8].count("/") or piece.bold or piece.cells:
        return False
    return _REFERENCE.fullmatch(piece.words[0].text) is not None


def _one_run(values: Sequence[int]) -> bool:
    return all(b == a + 1 for a, b in pairwise(values))


def numbers_below(pieces: Sequence[Piece], start: int) -> list[tuple[range, int, str]]:
    """Of each item the pieces of its heading (none for one without), the piece that its number begins, and the number.

    The numbers are of one shape, count on by one, and nearly all of them stand right below a heading in bold type; [] where
    that is not so.
    """
    marked = [i for i in range(max(1, start), len(pieces)) if pieces[i].marker and pieces[i].text]
    headed = {i for i in marked if _heads(pieces[i - 1]) and not (pieces[i].bold or pieces[i].upper)}
    if len(headed) < FEWEST:
        return []
    best: list[tuple[int, str]] = []
    for run in _runs(pieces, marked):
        if sum(i in headed for i, _ in run) >= max(FEWEST, MOSTLY * len(run)) and len(run) > len(best):
            best = run
    if len(best) < MOSTLY * len(headed):
        return []
    return [(_heading(pieces, i) if i in headed else range(i, i), i, number) for i, number in best]


def _runs(pieces: Sequence[Piece], marked: Sequence[int]) -> Iterator[list[tuple[int, str]]]:
    """The numbers of each shape, where they count on by one from the first to the last."""
    shapes: dict[tuple[str, str], list[tuple[int, str, int]]] = defaultdict(list)
    for i in marked:
        printed = pieces[i].marker or ""
        if _REFERENCE.fullmatch(printed) is None:
            continue
        for part in _FIGURES.finditer(printed):
            shapes[printed[: part.start()], printed[part.end() :]].append((i, printed.rstrip(".):"), int(part.group())))
    for found in shapes.values():
        first = found[0][2]
        if [value for _, _, value in found] == list(range(first, first + len(found))):
            yield [(i, number) for i, number, _ in found]


def _heading(pieces: Sequence[Piece], i: int) -> range:
    """The lines of the heading above a number."""
    first = i - 1
    while first and _heads(pieces[first - 1]) and _one_heading(pieces[first - 1], pieces[first]):
        first -= 1
    return range(first, i)


def _heads(piece: Piece) -> bool:
    plain = piece.marker or piece.cells or piece.label or piece.table is not None
    if plain or not piece.bold or piece.text.endswith((".", ";", ":", ":-")):
        return False
    return len(piece.text.split()) <= LONGEST and not tells_fate(piece.text) and not is_mark(piece)


def _one_heading(before: Piece, piece: Piece) -> bool:
    """Whether one line of a heading goes on with another: close below it, at one edge, in one type."""
    if not before.words or not piece.words or before.page != piece.page:
        return False
    white = piece.words[0].top - before.words[-1].bottom
    alike = abs(before.size - piece.size) < 0.3 and abs(before.left - piece.left) < EDGE
    return alike and white < CLOSE * piece.size
