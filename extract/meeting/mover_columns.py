"""Motions set in columns without rules: a number, who moved over who seconded, and the motion beside them.

`R1   V. Orr      THAT the minutes be adopted.`, `A. Lake` below the one who moved, and `CARRIED` at the right or below the names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.meeting.fates import tells_fate
from extract.meeting.mover_cells import LABEL, SURNAMES, Mover, left_of_motion, number_in, said
from extract.meeting.names import is_name
from extract.meeting.pieces import Piece, align, piece_of_words
from extract.meeting.side_tables import lines_of_table
from extract.paragraphs import make_paragraph
from extract.text import join_lines
from models.page import Word
from models.section import Block, Line, Paragraph
from models.table import Table

OPENS = frozenset({"THAT", "That", "BE", "WHEREAS", "Whereas", "“THAT", "“That"})  # a motion's first word
FREE = "text"  # method of tables that no rules tell
LEADING = 8  # words before the motion on its first line
WIDE = 1.2  # times the size of type: so much white parts two columns
NEAR = 4.0  # points: what stands in one column begins so near each other
SET_IN = 50.0  # points: the motions stand so far in from the left edge at least
FEWEST = 2  # motions
MOSTLY = 0.6  # share of the motions whose movers can be read, and of these who are named above among those present
APART = 1.4  # times the size of type: a line further below, in other type, is none of the motion's
SAID = ("Moved by ", ", seconded by ")


@dataclass(slots=True)
class _Motion:
    """A motion as its lines stand: what is left of it, its own words and its result."""

    first: int  # its first line, counted through all
    stop: int = 0
    left: list[list[Word]] = field(default_factory=list)
    text: list[list[Word]] = field(default_factory=list)
    result: list[Word] = field(default_factory=list)
    number: list[Word] = field(default_factory=list)
    movers: list[Mover] = field(default_factory=list)


def with_mover_columns(blocks: Sequence[Block]) -> list[Block | Piece] | None:
    """The blocks with each motion as a piece that says who moved and seconded it; None where no motions stand so."""
    if not _may_hold(blocks):
        return None
    held = [(n, line) for n, b in enumerate(blocks) for line in _lines(b)]
    lines = [line for _, line in held]
    edge = _edge(lines)
    if edge is None:
        return None
    motions = [m for m in _motions(lines, edge) if m.movers and m.text]
    starts = sum(_opens_at(line, edge) for line in lines)
    if len(motions) < max(FEWEST, MOSTLY * starts) or not _are_people(motions, lines):
        return None
    return list(_parted(blocks, held, motions))


def is_set_motion(piece: Piece) -> bool:
    """Whether a piece is a motion that stood beside its number and its movers."""
    return piece.composed and piece.marker is not None and piece.text.startswith(SAID[0])


def _may_hold(blocks: Sequence[Block]) -> bool:
    """Whether a motion begins within lines of two or more, behind other words and a wide space."""
    found = 0
    for block in blocks:
        if isinstance(block, Table):
            found += _is_loose(block)
            continue
        if not isinstance(block, Paragraph):
            continue
        for line in block.lines:
            before = None
            for word in line.words[:LEADING]:
                if before is not None and word.text in OPENS and word.x0 - before.x1 > WIDE * word.font.size:
                    found += 1
                before = word
    return found >= FEWEST


def _is_loose(table: Table) -> int:
    """How many motions begin in a table that no rules tell, behind another cell of their row."""
    if table.method != FREE:
        return 0
    return sum(c.column > 0 and c.text.partition(" ")[0] in OPENS for c in table.cells)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield from block.lines
    elif isinstance(block, Table) and _is_loose(block):
        yield from lines_of_table(block)


def _edge(lines: Sequence[Line]) -> float | None:
    """Where most motions begin."""
    starts = Counter(
        round(b.x0)
        for line in lines
        for a, b in pairwise(line.words[:LEADING])
        if b.text in OPENS and b.x0 - a.x1 > WIDE * b.font.size
    )
    if not starts:
        return None
    best = max(starts, key=lambda x: sum(starts[x + d] for d in (-1, 0, 1)))
    return float(best) if best > min(line.x0 for line in lines) + SET_IN else None


def _parts(line: Line, edge: float) -> tuple[list[Word], list[Word]]:
    """The words of a line left of the edge, and those from it on; all are left where a text runs across it."""
    for n, word in enumerate(line.words):
        if word.x0 > edge - NEAR:
            close = n > 0 and word.x0 - line.words[n - 1].x1 < 0.6 * word.font.size
            return (list(line.words), []) if close else (list(line.words[:n]), list(line.words[n:]))
    return list(line.words), []


def _opens_at(line: Line, edge: float) -> bool:
    left, text = _parts(line, edge)
    return bool(left and text) and text[0].text in OPENS and text[0].x0 < edge + NEAR


def _motions(lines: Sequence[Line], edge: float) -> Iterator[_Motion]:
    i = 0
    while i < len(lines):
        if not _opens_at(lines[i], edge):
            i += 1
            continue
        motion = _Motion(i, i)
        if i and lines[i - 1].x1 < edge and number_in(lines[i - 1].text) and abs(lines[i - 1].x0 - lines[i].x0) < NEAR:
            motion.first, motion.left = i - 1, [list(lines[i - 1].words)]
        while i < len(lines) and (i <= motion.stop or _goes_on(motion, lines, i, edge)):
            _take(motion, lines[i], edge)
            i += 1
            motion.stop = i - 1
        motion.stop = i
        motion.number, motion.movers = left_of_motion(motion.left)
        yield motion


def _goes_on(motion: _Motion, lines: Sequence[Line], i: int, edge: float) -> bool:
    """Whether a line is still of a motion: it stands in the motion's column, or holds a name beside or below it."""
    line, last = lines[i], lines[i - 1]
    left, text = _parts(line, edge)
    if _opens_at(line, edge) or (motion.result and not left):
        return False
    if left:
        named = LABEL.match(line.text) or is_name(said(left), alone=False) or tells_fate(said(left))
        below = line.page == last.page and line.top - last.bottom < APART * line.size
        return bool(named) and below and len(left) <= SURNAMES + 2 and left[-1].x1 < edge and len(motion.left) < 4
    if tells_fate(said(text)):
        return True
    other = text[0].font.bold != motion.text[0][0].font.bold
    return not (other and (line.page != last.page or line.top - last.bottom > APART * line.size))


def _take(motion: _Motion, line: Line, edge: float) -> None:
    left, text = _parts(line, edge)
    if left and tells_fate(said(left)):
        motion.result.extend(left)
    elif left:
        motion.left.append(left)
    cut = next((n for n, (a, b) in enumerate(pairwise(text), start=1) if b.x0 - a.x1 > WIDE * b.font.size), 0)
    if tells_fate(said(text[cut:])):  # on a line of its own, or behind the last words
        motion.result.extend(text[cut:])
        text = text[:cut]
    if text:
        motion.text.append(text)


def _are_people(motions: Sequence[_Motion], lines: Sequence[Line]) -> bool:
    """Whether those beside the motions are called movers, or are named above the first of them."""
    if all(m.movers[0].label for m in motions):
        return True
    above = {w.text.strip(".,;:()").casefold() for line in lines[: motions[0].first] for w in line.words}
    names = {m.name[-1].text.strip(".,;:/").casefold() for motion in motions for m in motion.movers}
    return sum(n in above for n in names) >= MOSTLY * len(names)


def _parted(
    blocks: Sequence[Block], held: Sequence[tuple[int, Line]], motions: Sequence[_Motion]
) -> Iterator[Block | Piece]:
    """The blocks up to the first line of each motion, the motion, and so on; a paragraph may be cut by one."""
    motion_at = {m.first: m for m in motions}
    inside = {i for m in motions for i in range(m.first, m.stop)}
    own: dict[int, list[int]] = {}
    for i, (n, _) in enumerate(held):
        own.setdefault(n, []).append(i)
    for n, block in enumerate(blocks):
        ids = own.get(n, [])
        if not any(i in inside for i in ids):
            yield block
            continue
        free: list[Line] = []
        for i in ids:
            if i in inside:
                if free:
                    yield make_paragraph(free)
                free = []
            else:
                free.append(held[i][1])
            if i in motion_at:
                yield from _pieces(motion_at[i])
        if free:
            yield make_paragraph(free)


def _pieces(motion: _Motion) -> Iterator[Piece]:
    """A motion as one piece, in words of ours around what is printed, and its result as another."""
    text = ""
    words: list[Word] = []
    spans: list[tuple[int, int]] = []
    lines: list[tuple[int, int]] = []

    def add(rows: Sequence[Sequence[Word]], own: str) -> None:
        nonlocal text
        spans.extend((a + len(text), b + len(text)) for a, b in align(own, [w for row in rows for w in row]))
        for row in rows:
            lines.append((len(words), len(words) + len(row)))
            words.extend(row)
        text += own

    for words_of_ours, mover in zip(SAID, motion.movers, strict=False):
        spans.extend((len(text), len(text) + len(words_of_ours)) for _ in mover.label)
        words.extend(mover.label)
        text += words_of_ours
        add([mover.name], said(mover.name).rstrip(" ,;:/"))
    text += ": "
    add(motion.text, join_lines([said(row) for row in motion.text]))
    first = motion.text[0][0]
    yield Piece(
        text,
        tuple(words),
        tuple(spans),
        tuple(lines),
        marker=number_in(said(motion.number)) if motion.number else None,
        marker_words=tuple(motion.number),
        indent=first.x0,
        size=first.font.size,
        composed=True,
    )
    if motion.result:
        yield piece_of_words(motion.result)
