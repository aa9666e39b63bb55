"""A status told by a mark, a tick, a question mark or a cross, on a badge or in ink of a colour; and the keys that explain such marks."""

from __future__ import annotations

from collections.abc import Sequence

from extract.columns import Column
from extract.looks import LONGEST_MARK, MARKS, SQUARES, look_of
from extract.symbols import sign_name
from extract.tables.marks import is_colourful
from models.table import Cell

_MOST = 0.8  # share of a column's filled cells that must be marks
_MOST_EXPLAINED = 8  # rows: no key has more marks to explain
_LONGEST_NAME = 4  # words of a mark's name, the mark before it counted
_FIGURES = ("number", "digit", "amount", "date", "ref", "arrow")


def is_marked(column: Column, *, known: bool) -> bool:
    """Whether the cells of a column are nothing but marks of how things stand.

    Marks that are all alike may as well say `applies`: they count where the heading is `known` to tell how things stand.
    """
    if "mark" not in column.looks and "fill" not in column.looks:
        return False
    filled = [c for c in column.cells if (c.text.strip(" -–—") or c.symbols) and not _is_blank(c)]
    marks = [mark for c in filled if (mark := _mark(c)) is not None]
    return bool(marks) and len(marks) >= _MOST * len(filled) and (known or len(set(marks)) > 1)


def explains_marks(columns: Sequence[Column]) -> bool:
    """Whether a table is a key: a mark or colour at the left of each row, none twice, and sentences that say what it means."""
    first = columns[0]
    if not 2 <= len(first.cells) <= _MOST_EXPLAINED:
        return False
    if (
        "mark" not in first.looks
        and "fill" not in first.looks
        and "rag" not in first.looks
        and not first.cells[0].symbols
    ):
        return False
    shown = [_mark(c) or _colour(c) or _named(c) for c in first.cells]
    if None in shown or len(set(shown)) < len(shown):
        return False
    others = [c.looks for c in columns if c is not first and c.looks]
    worded = [looks.get("text", 0.0) + looks.get("words", 0.0) for looks in others]
    return bool(others) and min(worded) >= _MOST and not any(looks.get(f) for looks in others for f in _FIGURES)


def _is_blank(cell: Cell) -> bool:
    """`N/A` beside marks says that there is nothing to tell."""
    return cell.text.casefold().strip(" .") in {"n/a", "na"}


def _mark(cell: Cell) -> tuple[str | None, str | None] | None:
    """The sign, printed or drawn, and the colour of a cell that holds a mark alone; None for words, arrows, punctuation."""
    text = cell.text.strip()
    if not text:
        drawn = next((s for s in cell.symbols if s in MARKS), None)
        return (drawn, cell.fill) if drawn is not None else None
    if len(text) > LONGEST_MARK or any(c.isalnum() for c in text):
        return None
    sign = sign_name(text) or text
    inks = (cell.fill, *(w.font.colour for w in cell.words))
    colour = next((c for c in inks if c is not None and is_colourful(c)), None)
    if sign in MARKS or sign in SQUARES or (colour is not None and sign_name(text) is None):
        return sign, colour
    return None


def _colour(cell: Cell) -> tuple[str | None, str | None] | None:
    """The colour of a cell without a word, or the word for one."""
    look = look_of(cell.text, cell.symbols, cell.fill)
    return (cell.text.casefold() or None, cell.fill) if look in {"fill", "rag"} else None


def _named(cell: Cell) -> tuple[str | None, str | None] | None:
    """A mark with its name beside it: `✓ Green`, a dot and `On target`."""
    marked = any(s in MARKS for s in cell.symbols) and cell.text.count(" ") < _LONGEST_NAME
    return (cell.text.casefold(), None) if marked else None
