"""Tables on cards: what stands without rules in a box of its own is no part of what stands in the next one."""

from __future__ import annotations

from collections.abc import Sequence

from extract.headed_cards import headed_cards
from extract.tables.draft import Grid
from extract.tables.fills import Canvas
from extract.tables.regions import Region, find_regions
from extract.tables.rules import Edges
from extract.tables.textlines import LineReader
from models.geometry import Box
from models.page import Page, Word

LINES = 3  # heights of type that a card is high at least
CARDS = 2


def find_regions_in_cards(
    page: Page, words: Sequence[Word], edges: Edges, canvas: Canvas, grids: Sequence[Grid], lines_of_page: LineReader
) -> list[Region]:
    """Candidates for tables without a full grid; none that begins in one drawn box and ends in another."""
    regions = find_regions(words, edges, canvas, lines_of_page)
    cards = [*_cards(grids, words), *headed_cards(page, words)] if regions else []
    if len(cards) < CARDS or not any(len(_held(region, cards)) > 1 for region in regions):
        return regions
    inside = [[w for w in words if card.holds_middle_of(w)] for card in cards]
    taken = {id(w) for part in inside for w in part}
    parts = [*inside, [w for w in words if id(w) not in taken]]
    return [region for part in parts for region in find_regions(part, edges, canvas, lines_of_page)]


def _cards(grids: Sequence[Grid], words: Sequence[Word]) -> list[Box]:
    """Boxes of one cell, none inside another, each as high as some lines of its text."""
    boxes = [g.box for g in grids if not g.alone and g.rows == g.columns == 1]
    if len(boxes) < CARDS:
        return []
    outer = [b for b in boxes if not any(o is not b and o.contains(b, 1.0) for o in boxes)]
    sizes = sorted(w.font.size for w in words)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    return [b for b in outer if b.height > LINES * usual]


def _held(region: Region, cards: Sequence[Box]) -> set[int]:
    """Which cards a region's lines stand in."""
    return {
        n for n, card in enumerate(cards) for line in region.lines if any(card.holds_middle_of(w) for w in line.words)
    }
