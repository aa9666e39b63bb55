"""Headings without numbers beside a run of numbered ones: set as these are, or several usual items of one look before the first number.

`Apologies` and `Confirmation of minutes` stand over `1. REVIEW OF FERRIES`, and `PUBLIC EXCLUDED ITEMS` below the last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract.meeting.attendance_headings import heading_of
from extract.meeting.fates import tells_fate
from extract.meeting.headings import Heading
from extract.meeting.heads_between import BEHIND, LONGEST, PROPOSES
from extract.meeting.movers import movers_in
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark
from extract.meeting.run_ins import is_usual
from extract.meeting.vocabulary import vocabulary
from extract.meeting.when import DATE
from extract.wording import fold

FEWEST = 3  # numbered headings
SEVERAL = 2  # items under which a part is called the same
_INNER = re.compile(r"[\dA-Z][.(]\w")  # `1.1`, `4(a)`
USUAL = 0.5  # share of the headings of one look before the first number that are usual items
SENTENCE = 6  # words: so many tell what an item says
LEADS = 3  # pieces: how soon below a heading its motion is moved
Look = tuple[bool, int, int | None]


def with_alike(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Heading]:
    """The headings, and those without numbers before, between and behind the numbered ones, all of which are set apart by their type."""
    numbered = [h for h in headings if h.number is not None and h.words]
    tops = [h for h in numbered if _INNER.search(h.number or "") is None] or numbered  # or all are of parts: `Item 2.1`
    if len(tops) < FEWEST or len(tops) < sum(h.number is not None for h in headings) / 2 or not _all_bold(pieces, tops):
        return list(headings)
    inside = {i for h in headings for i in range(h.index, h.stop)}
    looks = {_look(pieces[h.words[0]]) for h in tops}
    first, end = tops[0].index, tops[-1].index
    last = next((i for i in range(first - 1, -1, -1) if _lists_people(pieces[i])), -1)
    bold = [i for i in range(last + 1, len(pieces) - 1) if pieces[i].bold and i not in inside and not pieces[i].marker]
    free = [i for i in bold if _is_head(pieces, i, end)]
    alike = [i for i in free if len(looks) == 1 and _look(pieces[i]) in looks]
    # between two numbers they are told by how many there are of them, and several in the last item are its parts as well
    parts = len(alike) - sum(i < first for i in alike) > 1
    alike = [
        i
        for i in alike
        if (i > end and (not parts or is_usual(pieces[i].text)))
        or (i < first and last >= 0 and pieces[i + 1].text.endswith("."))
    ]
    found = {*alike, *_usual(pieces, [i for i in free if i < first])}
    new = [Heading(i, i + 1, None, (i,), score=0.75) for i in found]
    return sorted([*headings, *new], key=lambda h: h.index)


def without_parts(pieces: Sequence[Piece], headings: Sequence[Heading]) -> list[Heading]:
    """The headings without those of the parts that the items' reports have in common: `1.1 Purpose of Report`, `2.1 Purpose of Report`."""
    if not [h for h in headings if h.number is not None and "." in h.number]:
        return list(headings)
    titles = Counter(t for h in headings if (t := _part(pieces, h)) is not None)
    return [h for h in headings if titles[_part(pieces, h) or ""] < SEVERAL]


def _part(pieces: Sequence[Piece], heading: Heading) -> str | None:
    """The title of a heading with a number within another's, if parts of reports are called so."""
    if heading.number is None or len(heading.words) != 1 or _INNER.search(heading.number) is None:
        return None
    title = fold(pieces[heading.words[0]].text)
    return title if title in vocabulary("report_headings") else None


def _all_bold(pieces: Sequence[Piece], tops: Sequence[Heading]) -> bool:
    return all(pieces[h.words[0]].bold and not h.cut for h in tops)


def _usual(pieces: Sequence[Piece], before: Sequence[int]) -> Iterator[int]:
    """Those of one look among which usual items of meetings are, two at least."""
    for look in {_look(pieces[i]) for i in before}:
        own = [i for i in before if _look(pieces[i]) == look]
        usual = sum(is_usual(pieces[i].text) for i in own)
        if usual > 1 and usual >= USUAL * len(own):
            yield from own


def _look(piece: Piece) -> Look:
    return piece.upper, round(2 * piece.size), piece.level


def _lists_people(piece: Piece) -> bool:
    """Whether a piece belongs to the list of those present, or heads it; `Apologies` may be an item as well."""
    if piece.label is not None and fold(piece.label) in vocabulary("attendance_headings"):
        return True
    told = heading_of(piece) if piece.text and not piece.cells else None
    return told is not None and (told[0] != "apologies" or told[1] < len(piece.text) or not is_usual(piece.text))


def _is_head(pieces: Sequence[Piece], i: int, end: int) -> bool:
    piece = pieces[i]
    text = piece.text.strip()
    if not piece.bold or piece.marker or piece.cells or piece.centred or piece.beside or piece.label is not None:
        return False
    if piece.table is not None or not text[-1:].isalnum() or len(text.split()) > LONGEST or DATE.search(text):
        return False
    if is_mark(piece) or tells_fate(text) or PROPOSES.match(text) or fold(text) in vocabulary("minute_marks"):
        return False
    if i > end and BEHIND.match(text):
        return False
    return _leads(pieces, i + 1) or (i + 2 < len(pieces) and _is_under(pieces[i + 1], piece) and _leads(pieces, i + 2))


def _is_under(inner: Piece, over: Piece) -> bool:
    """Whether a heading is one within an item, of a lower level."""
    return inner.bold and inner.marker is None and (inner.level or 0) > (over.level or 0) > 0


def _leads(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the text of an item begins here: a sentence, or a motion."""
    piece = pieces[i]
    if (
        piece.text
        and not piece.bold
        and piece.marker is None
        and len(piece.text.split()) >= SENTENCE
        and not piece.cells
    ):
        return True
    return any(next(movers_in(p.text), None) is not None for p in pieces[i : i + LEADS] if not p.cells)
