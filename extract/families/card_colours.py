"""The rating of cards that print none: told by the one thing about them whose colours differ from card to card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from extract.frames import EDGE, edge_colour
from extract.symbols import shape_name
from extract.tables.marks import is_colourful
from models.geometry import Box
from models.page import Page, Shape
from models.record import Field

FEWEST = 2  # colours that differ: one for all cards is the publisher's own
SIDES = 4
MOST = 0.8  # share of the cards that must have one
SMALL = 0.12  # share of a card's area that a mark of its rating takes
_ARROWS = frozenset({"up", "down", "level", "up_right", "down_right"})


class Rated(Protocol):
    """A card: its frame and its fields."""

    frame: Box
    fields: dict[str, Field]


def rate_by_colour(cards: Sequence[tuple[Page, Rated]]) -> None:
    """Rate the cards by the mark, the border, the ground, the figure's ink or the arrow on them, whichever tells them apart."""
    for colour in (_of_mark, _of_border, _of_ground, _of_ink, _of_arrow):
        open_ = [(page, card) for page, card in cards if "rag" not in card.fields]
        found = [(page, card, colour(page, card)) for page, card in open_]
        told = [c for _, _, c in found if c is not None]
        if not told or len(set(told)) < FEWEST or len(told) < MOST * len(open_):
            continue
        for page, card, fill in found:
            if fill is not None:
                frame = card.frame
                place = (page.number, (frame.x0, frame.top, frame.x1, frame.bottom))
                card.fields["rag"] = Field("", fill=fill, place=place, confidence=0.85)
        return


def _of_mark(page: Page, card: Rated) -> str | None:
    """The colour of the one small thing drawn on a card, behind no words, that is no arrow and no border."""
    frame, area = card.frame, card.frame.width * card.frame.height
    drawn = [
        (s.box, s.fill) for s in page.shapes if s.fill and frame.holds_middle_of(s) and shape_name(s) not in _ARROWS
    ]
    drawn += [
        (f.box, f.colour) for f in page.fills if frame.holds_middle_of(f) and min(f.box.width, f.box.height) > EDGE
    ]
    drawn += [(i.box, i.colour) for i in page.images if i.colour and frame.holds_middle_of(i)]
    small = {
        colour
        for box, colour in drawn
        if colour is not None
        and is_colourful(colour)
        and box.width * box.height < SMALL * area
        and page.spots.count(box) == 0
    }
    # a ring around the figure is as large as the figure is
    rings = [s.stroke for s in page.shapes if _is_ring(s) and frame.holds_middle_of(s)]
    small |= {stroke for stroke in rings if stroke is not None and is_colourful(stroke)}
    return small.pop() if len(small) == 1 else None


def _is_ring(shape: Shape) -> bool:
    wide, high = shape.x1 - shape.x0, shape.bottom - shape.top
    return shape.curved and shape.fill is None and shape.stroke is not None and 0.85 * high < wide < 1.18 * high


def _of_border(page: Page, card: Rated) -> str | None:
    """The colour of its thick border, or of the rules on all its sides."""
    painted = edge_colour(page, card.frame)
    if painted is not None:
        return painted
    frame = card.frame
    sides = [
        r.colour
        for r in page.rules
        if frame.contains(Box(r.x0, r.top, r.x1, r.bottom), slack=2)
        and (r.bottom - r.top > 0.9 * frame.height or r.x1 - r.x0 > 0.9 * frame.width)
    ]
    return sides[0] if len(sides) >= SIDES and len(set(sides)) == 1 and is_colourful(sides[0]) else None


def _of_ground(page: Page, card: Rated) -> str | None:
    """The colour of the card itself, or of its head."""
    frame = card.frame
    own = [f for f in page.fills if frame.contains(f.box, slack=2) and f.box.width > 0.9 * frame.width]
    grounds = [f for f in own if f.box.height > EDGE and is_colourful(f.colour)]
    return max(grounds, key=lambda f: f.box.height).colour if grounds else None


def _of_ink(_: Page, card: Rated) -> str | None:
    """The colour that the card's figure is set in."""
    figure = card.fields.get("current_text")
    ink = figure.words[0].font.colour if figure is not None and figure.words else None
    return ink if ink is not None and is_colourful(ink) else None


def _of_arrow(page: Page, card: Rated) -> str | None:
    """The colour of the card's one arrow."""
    trend = card.fields.get("trend")
    if trend is None:
        return None
    frame = card.frame
    inks = {w.font.colour for w in trend.words}
    inks |= {s.fill for s in page.shapes if s.fill and frame.holds_middle_of(s) and shape_name(s) in _ARROWS}
    found = {c for c in inks if is_colourful(c)}
    return found.pop() if len(found) == 1 else None
