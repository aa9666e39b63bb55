"""Labels at the left of a table without a full grid that stand in the middle of the rows they hold for: an objective and its measures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.tables.spanning import Piece
from extract.tables.textlines import is_figure
from models.page import Word

FEWEST_LABELS, FEWEST_ROWS = 2, 4
OFF = 0.3  # of the white from row to row: so far a label may stand off the middle of its rows
ONE_LABEL = 0.6  # of the font size: lines of one label stand no further apart


def span_centred(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The rows with each such label at the first of its rows, spanning them; as they are where labels stand otherwise.

    A label over an even number of rows stands on a line of its own between two of them, which is no row.
    """
    body = [[p for p in row if p.column > 0] for row in rows]
    full = [row for row in body if row]
    words = [w for row in rows for p in row if p.column == 0 and p.last_column == 0 for w in p.words]
    if len(full) < FEWEST_ROWS or any(p.column == 0 and p.last_column > 0 for row in rows for p in row):
        return rows
    if not words or any(p.rows > 1 for row in rows for p in row) or any(is_figure(w.text) for w in words):
        return rows
    if any(p.column == 0 for p in rows[0]) and len(full) == len(rows):
        return rows  # the first of its rows has the label
    labels = _labels(words)
    places = [(min(w.top for p in row for w in p.words), max(w.bottom for p in row for w in p.words)) for row in full]
    lengths = _runs([_middle(label) for label in labels], places)
    if len(labels) < FEWEST_LABELS or lengths is None:
        return rows
    first = 0
    for label, length in zip(labels, lengths, strict=True):
        full[first] = [Piece(0, 0, label, length), *full[first]]
        first += length
    return full


def _labels(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one column as labels: lines close below each other are one."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (round(w.top), w.x0)):
        if found and word.top - max(w.bottom for w in found[-1]) <= ONE_LABEL * word.font.size:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def _middle(label: Sequence[Word]) -> float:
    return (min(w.top for w in label) + max(w.bottom for w in label)) / 2


def _runs(middles: Sequence[float], rows: Sequence[tuple[float, float]]) -> list[int] | None:
    """How many rows each label holds for, so that it stands in their middle; None where that does not come out even."""
    pitch = median(b[0] - a[0] for a, b in pairwise(rows))
    found: list[int] = []
    first = 0
    for middle in middles:
        if first >= len(rows):
            return None
        top = rows[first][0]
        off = [abs((top + bottom) / 2 - middle) for _, bottom in rows[first:]]
        best = min(range(len(off)), key=off.__getitem__)
        if off[best] > OFF * pitch:
            return None
        found.append(best + 1)
        first += best + 1
    return found if first == len(rows) and max(found) > 1 else None
