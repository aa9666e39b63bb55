"""The items of an agenda set in columns without rules, under headings: `Item   Time   Title   Lead   Paper   Purpose`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.meeting.agenda_items import ListedItem
from extract.meeting.pieces import Piece
from extract.meeting.timed_items import LEADING, LEVEL, TIME, WIDE, items_in_columns, lines_of_sheet, parted
from extract.vocabularies import rows
from extract.wording import fold
from models.page import Word

FEWEST_COLUMNS = 3
FEWEST_ITEMS = 3
NARROW = 0.55  # times the size of type: headings of narrow columns stand this near each other
_NUMBER = re.compile(r"(?:[A-Z]{1,3}[./-]?)?\d{1,3}(?:[./]\d{1,4})*[a-z]?[.)]?")
_Line = tuple[int, list[Word]]
_Heads = tuple[list[float], Mapping[int, frozenset[str]]]


def headed_items(pieces: Sequence[Piece]) -> list[ListedItem]:
    """The items under a line of headings; [] where there is none, or too few lines keep to its columns."""
    if not any(_speaks_of_columns(p) for p in pieces):
        return []
    lines = lines_of_sheet(pieces)
    for place, (_, words) in enumerate(lines):
        found = _headings(words, lines[place + 1][1] if place + 1 < len(lines) else ())
        if found is None:
            continue
        starts, named = found
        below = [line for line in lines[place + 1 :] if _headings(line[1], ()) is None]  # printed again on each page
        heads = _beginnings([line for _, line in below], starts, named)
        items = items_in_columns(below, starts, heads, named) if len(heads) >= FEWEST_ITEMS else []
        if len(items) >= FEWEST_ITEMS:
            heading = [w for _, line in lines[place:] if _headings(line, ()) is not None for w in line]
            return [replace(items[0], taken=(*heading, *items[0].taken)), *items[1:]]
    return []


def _speaks_of_columns(piece: Piece) -> bool:
    """Whether a piece may hold the line of headings: three of its words are such words, title or item one of them."""
    known = _known()
    held = [w for w in map(fold, (w.text for w in piece.words[:40])) if w in known]
    return not piece.cells and len(held) >= FEWEST_COLUMNS - 1 and any("title" in known[w] for w in held)


@cache
def _known() -> Mapping[str, frozenset[str]]:
    """What may stand in a column, by its heading, and by each heading's words where they are but a part of it."""
    found: dict[str, set[str]] = {}
    for row in rows("columns_agenda"):
        found.setdefault(fold(row["printed"]), set()).add(row["canonical"])
    return {printed: frozenset(canonical) for printed, canonical in found.items()}


def _headings(words: Sequence[Word], below: Sequence[Word]) -> _Heads | None:
    """Where columns begin, and what may stand in them, by a line of headings; None where it is none.

    A heading that wraps goes on in the line `below`.
    """
    if len(words) > 16:
        return None
    best: _Heads | None = None
    for white in (WIDE, NARROW):
        phrases = [[words[0]]]
        for a, b in pairwise(words):
            if b.x0 - a.x1 > white * b.font.size:
                phrases.append([b])
            else:
                phrases[-1].append(b)
        if len(phrases) < FEWEST_COLUMNS:
            continue
        named = {n: _meaning(phrase, below) for n, phrase in enumerate(phrases)}
        whole = sum(bool(meaning) for meaning in named.values())
        title = any("title" in meaning for meaning in named.values())
        if title and whole >= max(FEWEST_COLUMNS, len(phrases) - 1) and (best is None or all(named.values())):
            best = [phrase[0].x0 for phrase in phrases], named
    return best


def _meaning(phrase: Sequence[Word], below: Sequence[Word]) -> frozenset[str]:
    text = " ".join(w.text for w in phrase)
    known = _known()
    close = below and below[0].page == phrase[0].page and below[0].top - phrase[0].top < LEADING * phrase[0].font.size
    rest = [w.text for w in below if close and phrase[0].x0 - LEVEL < w.x0 < phrase[-1].x1 + LEVEL]
    whole = known.get(fold(" ".join([text, *rest])), frozenset()) or known.get(fold(text), frozenset())
    parts = [known.get(fold(part), frozenset()) for part in re.split(r"\s*/\s*", text)]  # `Approve / Note / Discuss`
    return whole or (frozenset.intersection(*parts) if parts else frozenset())


def _beginnings(
    lines: Sequence[list[Word]], starts: Sequence[float], named: Mapping[int, frozenset[str]]
) -> list[list[Word]]:
    """The lines with which items begin: those with a number or a time, where there are columns of such; else those that fill
    two columns or more, the title's among them, below white or above a line that does."""
    cut = [(words, parted(words, starts)) for words in lines]
    told = [
        n
        for n, meaning in named.items()
        if meaning & {"number", "time"} and sum(_tells(line.get(n)) for _, line in cut) >= FEWEST_ITEMS
    ]
    if told:
        return [words for words, line in cut if any(_tells(line.get(n)) for n in told)]
    title = next((n for n, meaning in named.items() if "title" in meaning), 0)
    found: list[list[Word]] = []
    for words, line in cut:
        text = line.get(title, [])
        begins = len(line) > 1 and bool(text) and abs(text[0].x0 - starts[title]) < LEVEL
        if begins and not text[0].text[:1].islower():
            found.append(words)
    return found


def _tells(words: Sequence[Word] | None) -> bool:
    """Whether a cell holds nothing but a number or a time."""
    text = " ".join(w.text for w in words or ())
    return bool(text) and (_NUMBER.fullmatch(text) is not None or TIME.fullmatch(text) is not None)
