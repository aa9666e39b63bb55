"""What stands without a label at the head of cards: a category at the right of the title, a sentence or two below it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.columns import Column
from extract.looks import look_of, profile
from extract.registers.pieces import SCROLL, Piece
from extract.registers.profiles import Profile, rows_of, words_of
from extract.registers.skeletons import Form
from extract.text import text_of
from models.geometry import Box, box_around
from models.page import Word
from models.table import Cell

_MOST = 0.6  # share of the cards that have what is read so
_LONGEST_CATEGORY = 5  # words
_SHORTEST_TEXT = 5  # words
_NEAR = 4.0  # so many times the type below the title a text may begin: the band goes on below its title
_NEXT_LINE = 1.8  # so many times the type the next line of one text begins below the last
_UNSURE = 0.8


def add_heads(forms: Sequence[Form], profiles: Sequence[Profile]) -> None:
    """Add to each profile the category and the description that its form's head prints, where most of them do."""
    heads = [_head(form, found) for form, found in zip(forms, profiles, strict=True)]
    for at, (label, field) in enumerate((("Category", "category"), ("Description", "description"))):
        if sum(bool(head[at]) for head in heads) < _MOST * len(heads):
            continue
        for head, found in zip(heads, profiles, strict=True):
            if head[at] and field not in rows_of(found).cells:
                found.values.append(_value(label, head[at]))


def _head(form: Form, found: Profile) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of category and description; () for what is not there."""
    if form.name is None or not form.name.title:
        return (), ()
    page = form.name.title[0].page
    box = box_around([w for w in form.name.title if w.page == page])
    title = Box(box.x0, box.top + page * SCROLL, box.x1, box.bottom + page * SCROLL)
    spent = {id(w) for w in words_of(found)} | {id(w) for w in (*form.name.ref, *form.name.title, *form.name.taken)}
    loose = [p for p in form.texts if not any(id(w) in spent for w in p.words)]
    beside = [p for p in loose if p.box.x0 > title.x1 and title.top - 1 < p.box.middle_y < title.bottom + 1]
    category = beside[0].words if len(beside) == 1 and _is_category(beside[0]) else ()
    return category, _below(title, loose)


def _is_category(piece: Piece) -> bool:
    worded = look_of(piece.text) == "words" and not any(c.isdigit() for c in piece.text)
    return worded and len(piece.words) <= _LONGEST_CATEGORY


def _below(title: Box, loose: Sequence[Piece]) -> tuple[Word, ...]:
    """The words of a text that begins below the title and ends as a sentence does."""
    lines: list[Piece] = []
    for piece in sorted(loose, key=lambda p: (p.box.top, p.box.x0)):
        if piece.box.top < title.bottom - 1 or piece.box.x0 > title.x1:
            continue
        last = lines[-1] if lines else None
        if last is None and piece.box.top - title.bottom > _NEAR * piece.size:
            break
        if last is not None and (piece.style != last.style or piece.box.top - last.box.top > _NEXT_LINE * piece.size):
            break
        lines.append(piece)
    words = tuple(w for p in lines for w in p.words)
    said = len(words) >= _SHORTEST_TEXT and words[0].text[:1].isupper() and words[-1].text[-1:] == "."
    return words if said else ()


def _value(label: str, words: tuple[Word, ...]) -> Column:
    page = words[0].page
    place = ((page, box_around([w for w in words if w.page == page])),)
    cell = Cell(0, 0, 1, 1, page, place, words, text_of(words), confidence=_UNSURE)
    return Column(0, (Cell(0, 0, 1, 1, page, place, (), label, is_heading=True),), (cell,), profile((cell,)))
