"""The bar over a form: the row that names the risk without labels, `CR1 | Flood | Finance | AB`, and its statement below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.looks import look_of
from extract.registers.layout import is_known
from extract.text import text_of
from models.page import Word
from models.table import Cell

_PREFIX = r"(?:(?:risk|profile|risk profile|principal risk|baf(?=\s*\d+\.\d))\s*(?:no\.?|number|ref(?:erence)?\.?|id)?\s*[:#]?\s*)?"
# a reference as it stands alone in a bar: `CR1`, `ER-1`, `BAF 1.1`, `Risk 4`, `Risk No. 12`, `7.`
_REFERENCE = re.compile(
    rf"{_PREFIX}((?:[A-Z]{{1,6}}[\s./_-]{{0,2}})?\d{{1,4}}(?:[./-]\d{{1,4}}){{0,2}}[a-z]?)[.:]?", re.I
)
_NAMED = re.compile(
    rf"^{_PREFIX}([A-Z]{{0,6}}[\s./-]?\d{{1,4}}(?:\.\d{{1,3}})?[a-z]?)\s*(?:[:–—-]|\s\.|\.\s)\s*(\S.{{3,}})$",
    re.IGNORECASE,
)
# and as it stands before the title with nothing but a space between: `CRR01 Ferries stop`
_CODED = re.compile(r"^([A-Z]{2,6}[./-]?\d{1,3})\s+([A-Z]\S*(?:\s+\S+)+)$")
_MOST = 6  # texts of a bar
_UNSURE = 0.75  # what stands in a bar without a label is told by its look alone
_STATEMENT = 4  # words; a text across the form below its bar that says more than this is the risk's description
_LABEL = 3  # words of a label before a title
_WIDE = 1.0  # times the size of type between the two
_LOOKS = {
    "initials": "Owner",
    "name": "Owner",
    "post": "Owner",
    "rating": "Rating",
    "rag": "Rating",
    "words": "Category",
}


def named(text: str, *, in_bar: bool = False) -> tuple[str, str] | None:
    """Reference and title out of one text: `CR05 – A flood closes the depot`; in a bar also `CR05 A flood closes the depot`."""
    match = _NAMED.match(text) or (_CODED.match(text) if in_bar else None)
    return (match.group(1), match.group(2)) if match is not None else None


def reference(text: str) -> str | None:
    """The reference that a text is, without the word `Risk` before it; None where it is something else."""
    match = _REFERENCE.fullmatch(text.strip())
    return match.group(1) if match is not None else None


def split_words(parts: tuple[str, str], words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of a reference and of the title behind it."""
    first = parts[0].split()[0]
    start = next((i for i, w in enumerate(words) if first in w.text), 0)
    title = len(parts[1].split())
    return tuple(words[start : start + len(parts[0].split())]), tuple(words[-title:])


def read_bar(lines: Sequence[Sequence[Cell]]) -> tuple[list[tuple[str, Cell]], int]:
    """(label, cell) of what the first rows of a form say without labels, and how many rows these are; ([], 0) without."""
    first = [c for c in lines[0] if c.text] if lines else []
    if 2 <= len(first) <= _MOST and (ref := reference(first[0].text)) is not None and not is_known(first[1].text):
        told = [("Reference", _part(first[0], ref)), ("Title", _bare_title(first[1]))]
        for cell in first[2:]:
            label = _LOOKS.get(look_of(cell.text, cell.symbols, cell.fill))
            if label is None or label in {name for name, _ in told}:
                return [], 0
            told.append((label, _doubted(cell)))
    elif (
        first
        and len(lines) > 2
        and all(is_known(c.text) for c in first[1:])
        and (found := named(first[0].text, in_bar=True)) is not None
    ):
        parts = split_words(found, first[0].words)
        told = [
            (label, _with_words(first[0], w, t))
            for label, t, w in zip(("Reference", "Title"), found, parts, strict=True)
        ]
        # signs behind labels at the bar's end: `CRR01 Ferries stop | Trend | ↑`
        told += [(a.text, b) for a, b in pairwise(lines[0][1:]) if a.text and b.symbols and not b.text]
    else:
        return [], 0
    below = [c for c in lines[1] if c.text] if len(lines) > 2 else []
    across = len(below) == 1 and below[0].column == first[0].column and below[0].column_span > 1
    if (
        across
        and len(below[0].text.split()) > _STATEMENT
        and not is_known(below[0].text)
        and ":" not in below[0].text[:30]
    ):
        return [*told, ("Description", _doubted(below[0], 0.9))], 2
    return told, 1


def _part(cell: Cell, text: str) -> Cell:
    """The part of a cell that is a reference: `4` of `Risk 4`."""
    count = len(text.split())
    words = tuple(w for w in cell.words if any(c.isalnum() for c in w.text))
    said = words[-count:] if text_of(words[-count:]).strip(".: ") == text else cell.words
    return _with_words(cell, said, text)


def _bare_title(cell: Cell) -> Cell:
    """A title without the label printed before it in its cell: `Risk title    Ferries stop`, a wide space between."""
    for n in range(1, min(_LABEL, len(cell.words) - 1) + 1):
        gap = cell.words[n].x0 - cell.words[n - 1].x1
        if gap > _WIDE * cell.words[n].font.size and is_known(text_of(cell.words[:n]).rstrip(":")):
            return _with_words(cell, cell.words[n:], text_of(cell.words[n:]))
    return cell


def _with_words(cell: Cell, words: tuple[Word, ...], text: str) -> Cell:
    return Cell(0, 0, 1, 1, cell.page, cell.boxes[:1], words, text, cell.fill, confidence=cell.confidence)


def _doubted(cell: Cell, sure: float = _UNSURE) -> Cell:
    return Cell(
        0, 0, 1, 1, cell.page, cell.boxes, cell.words, cell.text, cell.fill, confidence=min(sure, cell.confidence)
    )
