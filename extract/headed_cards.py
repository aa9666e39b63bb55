"""Cards whose heads alone are painted: a slide with a coloured box over each of its columns, and lists below every box.

Nothing is drawn around what stands below a head. That it is no row of a table is told by the cards' own headings, which every card
has at its own height, or by a table that stands beside a single card.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.once import once_a_page
from extract.text import lines_on
from models.geometry import Box, Spots, box_around
from models.page import Fill, Page, Shape, Word

NARROWEST = 0.15  # share of the page's width
LEAST_WHITE, MOST_WHITE = 3.0, 60.0  # points between two heads
LOWEST, HIGHEST = 12.0, 0.25  # points, and share of the page's height, of a head
SLACK = 2.0  # points
LINES = 3  # below a head


def headed_cards(page: Page, words: Sequence[Word], tables: Sequence[Box] = ()) -> list[Box]:
    """The cards of a page, each its painted head with what stands below it, row by row, each left to right."""
    found: list[Box] = []
    spots: Spots[Word] | None = None
    for row in _rows_of_heads(page) if page.fills or page.shapes else ():
        head = row[0]
        if len(row) == 1 and not [t for t in tables if t.x0 >= head.x1 - SLACK and t.top >= head.top - SLACK]:
            continue  # a single card stands left of a table
        spots = spots or Spots(words)
        cards = _cards(row, words) if all(map(spots.count, row)) else []
        labels = [_labels(page, head, card, spots) for head, card in zip(row, cards, strict=False)]
        if labels and all(labels) and (len(cards) == 1 or _labelled_alike(labels)):
            found += cards
    return found


@once_a_page
def _rows_of_heads(page: Page) -> list[list[Box]]:
    """Painted boxes that may be heads, row by row from the top down, each left to right."""
    least, most = NARROWEST * page.width, HIGHEST * page.height
    placed: tuple[Fill | Shape, ...] = (*page.fills, *page.shapes)
    sized = [d for d in placed if d.x1 - d.x0 >= least and LOWEST <= d.bottom - d.top <= most]
    if not sized:
        return []
    drawn = {(d.top, d.x0, d.bottom, d.x1) for d in sized if isinstance(d, Fill) or d.fill}
    rows: list[list[Box]] = []
    for top, x0, bottom, x1 in sorted(drawn):
        head = Box(x0, top, x1, bottom)
        if rows and top - rows[-1][0].top <= SLACK and -SLACK <= bottom - rows[-1][0].bottom <= SLACK:
            rows[-1].append(head)
        else:
            rows.append([head])
    return [row for row in rows if len(row) == 1 or _are_columns(row)]


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
