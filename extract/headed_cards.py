"""Cards whose heads alone are painted: a slide with a coloured box over each of its columns, and lists below every box.

Nothing is drawn around what stands below a head. That it is no row of a table is told by the cards' own headings, which every card
has at its own height, or by a table that stands beside a single card.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.text import lines_on
from models.geometry import Box, Spots, box_around
from models.page import Page, Word

NARROWEST = 0.15  # share of the page's width
LEAST_WHITE, MOST_WHITE = 3.0, 60.0  # points between two heads
LOWEST, HIGHEST = 12.0, 0.25  # points, and share of the page's height, of a head
SLACK = 2.0  # points
LINES = 3  # below a head


def headed_cards(page: Page, words: Sequence[Word], tables: Sequence[Box] = ()) -> list[Box]:
    """The cards of a page, each its painted head with what stands below it, row by row, each left to right."""
    least, most = NARROWEST * page.width, HIGHEST * page.height
    drawn = [
        (f.top, f.x0, f.bottom, f.x1) for f in page.fills if f.x1 - f.x0 >= least and LOWEST <= f.bottom - f.top <= most
    ]
    if page.shapes:
        drawn += [
            (s.top, s.x0, s.bottom, s.x1)
            for s in page.shapes
            if s.fill and s.x1 - s.x0 >= least and LOWEST <= s.bottom - s.top <= most
        ]
    if not drawn:
        return []
    right = [t for t in tables for d in drawn if t.x0 > d[3] - SLACK and d[0] - SLACK < t.top < d[2]] if tables else []
    if not (drawn[1:] or right):
        return []
    drawn = sorted(set(drawn))
    beside = [True for a, b in pairwise(drawn) if b[0] - a[0] <= SLACK and b[1] > a[3]]
    return _cards_below(page, _rows_of(drawn), words, right) if beside or right else []


def _rows_of(drawn: Sequence[tuple[float, float, float, float]]) -> list[list[Box]]:
    """Painted boxes, told as top, left, bottom and right from the top down, in rows that may be heads, each left to right."""
    rows: list[list[Box]] = []
    for top, x0, bottom, x1 in drawn:
        head = Box(x0, top, x1, bottom)
        if rows and top - rows[-1][0].top <= SLACK and -SLACK <= bottom - rows[-1][0].bottom <= SLACK:
            rows[-1].append(head)
        else:
            rows.append([head])
    return [row for row in rows if len(row) == 1 or _are_columns(row)]


def _cards_below(page: Page, rows: Sequence[Sequence[Box]], words: Sequence[Word], tables: Sequence[Box]) -> list[Box]:
    """The cards of rows of heads: of several that have the same headings, or of a single one left of a table that begins beside it."""
    found: list[Box] = []
    spots: Spots[Word] | None = None
    for row in rows:
        head = row[0]
        if len(row) == 1 and not any(t.x0 > head.x1 - SLACK and head.top - SLACK < t.top < head.bottom for t in tables):
            continue
        spots = spots or Spots(words)
        cards = _cards(row, words) if all(map(spots.count, row)) else []
        labels = [_labels(page, head, card, spots) for head, card in zip(row, cards, strict=False)]
        if labels and all(labels) and (len(cards) == 1 or _labelled_alike(labels)):
            found += cards
    return found


def _are_columns(row: list[Box]) -> bool:
    """Whether heads of one height are as wide as each other, with some white between them; sets them left to right."""
    row.sort()
    wide = row[0].width
    apart = all(LEAST_WHITE <= b.x0 - a.x1 <= MOST_WHITE for a, b in pairwise(row))
    return apart and all(abs(b.width - wide) <= 0.1 * wide for b in row)


def _cards(heads: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """Each head with its column, down to the first word that keeps to none of the columns."""
    top, left, right = heads[0].bottom, heads[0].x0 - SLACK, heads[-1].x1 + SLACK
    below = [w for w in words if w.top >= top - SLACK and w.x1 > left and w.x0 < right]
    crossing = [w.top for w in below if not any(h.x0 - SLACK <= w.x0 and w.x1 <= h.x1 + SLACK for h in heads)]
    foot = min(crossing, default=max((w.bottom for w in below), default=top) + SLACK)
    cards = []
    for head in heads:
        own = [w for w in below if w.bottom <= foot and head.x0 - SLACK <= w.x0 and w.x1 <= head.x1 + SLACK]
        if not own:
            return []
        cards.append(box_around([head, Box(head.x0, top, head.x1, max(w.bottom for w in own) + SLACK)]))
    return cards


def _labelled_alike(labels: Sequence[dict[str, float]]) -> bool:
    """Whether cards have headings of the same words, several or one that stands lower in one card than in another."""
    shared = set(labels[0]).intersection(*labels[1:])
    tops = [[label[text] for label in labels] for text in shared]
    return len(shared) > 1 or any(max(at) - min(at) > SLACK for at in tops)


def _labels(page: Page, head: Box, card: Box, spots: Spots[Word]) -> dict[str, float]:
    """The bold lines among the others below a head, with their tops."""
    rows = lines_on(page, spots.inside(card._replace(top=head.bottom)))
    if len(rows) < LINES:
        return {}
    fonts = [row[0].font for row in rows]
    usual = max(fonts, key=fonts.count)
    bold = [(" ".join(w.text for w in row), row) for row in rows if row[0].font.bold and not usual.bold]
    return {text: row[0].top for text, row in bold if all(w.font.bold for w in row)}
