"""Motions set in boxes: who moved, the motion and its result in cells of a table, or as labels with values (`MOVER:`, `RESULT:`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.layout import is_minutes_table
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.splitting import cell_pieces
from models.page import Word
from models.table import Cell, Table

# What a box of a motion is called in its first column
_NAMED = re.compile(r"(?:[A-Z][\w-]*\s+){0,4}(?:resolution|recommendation|decision|motion)s?\s*:?", re.IGNORECASE)
_PAIR = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,4}/\s+(?:[A-Z][\w’'.-]*\s*){1,4}")  # `Councillors Orr / Lake`
_FATE = re.compile(r"(?:not\s+)?(?:carried|lost|defeated|passed|adopted)(?:\s+unanimously)?\W*", re.IGNORECASE)
NAMED_COLUMNS = 2
MOST_ROWS = 60
MOST_COLUMNS = 4
_MOVED = re.compile(
    r"(?:^|[\s.:;])(?:moved(?:\s+by)?\s*:|moved\s+(?:by\s+)?(?:crs?|cllr|councill?or|mayor|deputy|member)\b|mover\s*:|motion\s+by\b"
    r"|proposed\s+by\b|proposer\s*:|(?:crs?|cllr|councill?or|council\s+member|mayor)\s+(?:[\w’'.-]+\s+){1,2}(?:moved|proposed)\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"second|\bcarried\b|\blost\b|\bresult\b|\bdefeated\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:motion|result|outcome|decision|moved(?:\s+by)?|mover|proposed\s+by|proposer|seconded(?:\s+by)?|seconder|ayes?|yeas?|nays?|noes"
    r"|in\s+favou?r|for|against|opposed|abstain(?:ed|ing)?|abstentions?|absent|away|excused|recused|not\s+voting|vote|subject|recommendation)"
    r"\s*:",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?:result|outcome|status)\s*:", re.IGNORECASE)
_MOVER = re.compile(r"(?:moved(?:\s+by)?|mover|proposed\s+by|proposer)\s*:", re.IGNORECASE)
_SECONDER = re.compile(r"(?:seconded(?:\s+by)?|seconder)\s*:", re.IGNORECASE)
NEAR = 6  # pieces: a box holds its result and its movers so near each other


def box_pieces(table: Table) -> list[Piece]:
    """The text of a box of motions in reading order; [] where a table is none."""
    cells = [c for c in table.cells if c.text]
    if table.columns == NAMED_COLUMNS and _is_named(cells):
        return list(_named(cells))
    if table.rows > MOST_ROWS or table.columns > MOST_COLUMNS or not any(_MOVED.search(c.text) for c in cells):
        return []
    if not any(_TOLD.search(c.text) for c in cells) or is_minutes_table(table):
        return []
    return list(_labelled(cells))  # no pieces of a table: what stands between two boxes may have come into it


def _is_named(cells: Sequence[Cell]) -> bool:
    """Whether what stands beside `Council resolution` is a motion: a pair who moved it above its words, or its result below."""
    heads = [c for c in cells if c.column == 0]
    if not heads or heads[0].row or not all(_NAMED.fullmatch(c.text) for c in heads):
        return False
    beside = [p.text for c in cells if c.column == 1 and c.row == 0 for p in _parted(c)]
    worded = any(text.startswith(("That ", "That:", "THAT ")) for text in beside)
    return worded and (any(_PAIR.fullmatch(text) for text in beside) or any(_FATE.fullmatch(t) for t in beside))


def _named(cells: Sequence[Cell]) -> Iterator[Piece]:
    """What the box is called, in no type of a heading, and the paragraphs beside it."""
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        for piece in _parted(cell):
            yield replace(piece, bold=False, level=None) if cell.column == 0 else piece


def _parted(cell: Cell) -> Iterator[Piece]:
    """The paragraphs of a cell; a pair who moved what follows is one of its own, however close that stands below."""
    for piece in cell_pieces(cell):
        first = piece.lines[0][1] if len(piece.lines) > 1 else 0
        if first and _PAIR.fullmatch(piece.text[slice(*piece.line_spans[0])]):
            yield piece.part(0, first)
            yield piece.part(first, len(piece.words))
        else:
            yield piece


def _labelled(cells: Sequence[Cell]) -> Iterator[Piece]:
    """A label in the first cell of a row goes before what stands beside it, line by line; other cells are read one after the other."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    for row in rows.values():
        first = row[0]
        if len(row) == 2 and all(_LABEL.fullmatch(" ".join(w.text for w in line)) for line in _lines(first.words)):
            yield from _beside(first.words, row[1].words)
            continue
        for cell in row:
            yield from cell_pieces(cell)


def _beside(labels: Sequence[Word], values: Sequence[Word]) -> Iterator[Piece]:
    """A piece for each label of a column, with the lines that stand beside it down to the next."""
    heads = _lines(labels)
    lines = _lines(values)
    for n, head in enumerate(heads):
        below = heads[n + 1] if n + 1 < len(heads) else None
        own = [
            line
            for line in lines
            if (n == 0 or _height(line[0]) >= _height(head[0]))
            and (below is None or _height(line[0]) < _height(below[0]))
        ]
        yield piece_of_words(
            [*head, *(w for line in own for w in line)], [[*head, *own[0]], *own[1:]] if own else [head]
        )


def _height(word: Word) -> tuple[int, float]:
    return word.page, (word.top + word.bottom) / 2 + 0.4 * word.font.size


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.page, w.top)):
        last = lines[-1][0] if lines else None
        if last is not None and last.page == word.page and abs(last.top - word.top) < 0.5 * word.font.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def with_results_behind(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; a result that stands over its movers (`RESULT: ADOPTED`, `MOVER: …`, `SECONDER: …`) comes behind them."""
    found = list(pieces)
    i = 0
    while i < len(found):
        if _RESULT.match(found[i].text):
            stop = i + 1
            while stop < min(len(found), i + NEAR) and (
                _MOVER.match(found[stop].text) or _SECONDER.match(found[stop].text)
            ):
                stop += 1
            found[i:stop] = [*found[i + 1 : stop], found[i]]
            i = stop - 1
        i += 1
    return found
