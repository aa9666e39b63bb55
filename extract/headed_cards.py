"""Cards whose heads alone are painted: a slide with a coloured box over each of its columns, and lists below every box.

Nothing is drawn around what stands below a head. That it is no row of a table is told by the cards' own headings, which every card
has at its own height, or by a table that stands beside a single card.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    heads = _heads(page)
    if not heads:
        return []
    spots = Spots(words)
    found: list[Box] = []
    for row in _rows([head for head in heads if spots.count(head)]):
        cards = _cards(row, words)
        beside = len(cards) > 1 and _labelled_alike(page, row, cards, spots)
        if beside or (len(cards) == 1 and _by_table(page, row[0], cards[0], tables, spots)):
            found += cards
    return found


def _heads(page: Page) -> list[Box]:
    """Painted boxes that may be heads, top to bottom."""
    least, most = NARROWEST * page.width, HIGHEST * page.height
    drawn = [f.box for f in page.fills if f.x1 - f.x0 >= least and LOWEST <= f.bottom - f.top <= most]
    drawn += [s.box for s in page.shapes if s.fill and s.x1 - s.x0 >= least and LOWEST <= s.bottom - s.top <= most]
    return sorted(dict.fromkeys(drawn), key=lambda b: (b.top, b.x0))


def _rows(heads: Sequence[Box]) -> Iterator[list[Box]]:
    """Heads of one height and width side by side, with some white between them."""
    left = list(heads)
    while left:
        row = [b for b in left if abs(b.top - left[0].top) <= SLACK and abs(b.bottom - left[0].bottom) <= SLACK]
        left = [b for b in left if b not in row]
        row.sort()
        wide = row[0].width
        apart = all(LEAST_WHITE <= b.x0 - a.x1 <= MOST_WHITE for a, b in pairwise(row))
        if apart and all(abs(b.width - wide) <= 0.1 * wide for b in row):
            yield row


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


def _labelled_alike(page: Page, heads: Sequence[Box], cards: Sequence[Box], spots: Spots[Word]) -> bool:
    """Whether cards have headings of the same words, in type of their own, one of them lower in one card than in another."""
    labels = [_labels(page, head, card, spots) for head, card in zip(heads, cards, strict=True)]
    shared = set(labels[0]).intersection(*labels[1:])
    tops = [[label[text] for label in labels] for text in shared]
    return len(shared) > 1 or any(max(at) - min(at) > SLACK for at in tops)


def _by_table(page: Page, head: Box, card: Box, tables: Sequence[Box], spots: Spots[Word]) -> bool:
    """Whether a single card has headings, and stands beside a table that begins where it does."""
    beside = any(t.x0 >= card.x1 - SLACK and head.top - SLACK <= t.top <= card.bottom for t in tables)
    return beside and bool(_labels(page, head, card, spots))


def _labels(page: Page, head: Box, card: Box, spots: Spots[Word]) -> dict[str, float]:
    """The lines below a head in other type than most of them, with their tops."""
    rows = lines_on(page, spots.inside(card._replace(top=head.bottom)))
    if len(rows) < LINES:
        return {}
    fonts = [row[0].font for row in rows]
    usual = max(fonts, key=fonts.count)
    bold = [(" ".join(w.text for w in row), row) for row in rows if row[0].font.bold and not usual.bold]
    return {text: row[0].top for text, row in bold if all(w.font.bold for w in row)}
