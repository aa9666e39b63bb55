"""A status shown by a dot alone, printed or drawn, or by the colour of its word: the colour counts as the cell's fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.columns import Assigned
from extract.looks import SQUARES
from extract.symbols import shape_name, sign_name
from extract.tables.marks import COLOURFUL, is_colourful
from models.geometry import Box
from models.page import Page
from models.record import Field

FEWEST_DOTS = 2
PALE = 176  # of 255: the least of red, green and blue of a stripe
DARKEST_GREY, LIGHTEST_GREY = 104, 224  # of 255: ink is darker, a stripe or the paper lighter
_UNKNOWN = "?"  # in grey where others stand in the colours of their ratings: there is nothing to rate
LARGEST_DOT = 24.0  # points: what is painted larger is the colour of the cell


def painted(field: Field, pages: Mapping[int, Page]) -> Field:
    """A status field with the colour of its dot as its fill. `pages`: number -> page, for dots that are drawn."""
    dotted = bool(field.words) and not any(c.isalnum() for c in field.text)
    if dotted and (
        is_colourful(ink := field.words[-1].font.colour) or (_is_grey(ink) and _is_dot(field.words[-1].text))
    ):
        return replace(field, fill=ink)
    coloured = field.fill is not None and not _is_tint(field.fill)
    if coloured or field.words or field.place is None or field.place[0] not in pages:
        return field
    colours = _dots_in(Box(*field.place[1]), pages[field.place[0]])
    return replace(field, fill=colours[-1]) if colours else field


def _is_tint(colour: str) -> bool:
    """Whether a colour is pale enough to be the stripe of every other row, on which a dot stands."""
    return min(int(colour[n : n + 2], 16) for n in (1, 3, 5)) >= PALE


def _is_dot(text: str) -> bool:
    return text in SQUARES or text == _UNKNOWN or sign_name(text) == "circle"


def _is_grey(colour: str) -> bool:
    """Whether a colour is the grey of a dot that says there is nothing to tell: neither ink nor paper."""
    parts = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    return max(parts) - min(parts) < COLOURFUL and DARKEST_GREY <= min(parts) <= LIGHTEST_GREY


def dotted(columns: Sequence[Assigned], pages: Mapping[int, Page]) -> tuple[Assigned, ...]:
    """Columns with the rating where no heading told it: the only one of no field whose cells hold a dot each, and no words."""
    found = [i for i, a in enumerate(columns) if a.field is None and _all_dots(a, pages)]
    if len(found) != 1 or any(a.field == "rag" for a in columns):
        return tuple(columns)
    return tuple(Assigned(a.column, "rag", 0.85) if number == found[0] else a for number, a in enumerate(columns))


def _all_dots(column: Assigned, pages: Mapping[int, Page]) -> bool:
    cells = column.column.cells
    if not cells or any(c.text.strip() for c in cells):
        return False
    marked = [_dots_in(box, pages[page]) for page, box in (c.boxes[0] for c in cells) if page in pages]
    coloured = any(is_colourful(colour) for colours in marked for colour in colours)
    return coloured and sum(map(bool, marked)) >= max(FEWEST_DOTS, 0.8 * len(cells))


def _dots_in(box: Box, page: Page) -> list[str]:
    """The colours of what is drawn in a cell: of its shapes, or of a small square or round area that leaves room on all sides.

    Of the shapes that are grey only a disc or a square counts: grey arrows and lines are no rating.
    """
    inside = [s for s in page.shapes if s.fill and box.holds_middle_of(s)]
    shapes = [s.fill for s in inside if s.fill and is_colourful(s.fill)]
    round_ = [s.fill for s in inside if s.fill and _is_grey(s.fill) and shape_name(s) == "circle"] if not shapes else []
    return (shapes or round_) or [
        f.colour
        for f in page.fills
        if (is_colourful(f.colour) or _is_grey(f.colour))
        and box.contains(f.box)
        and max(f.box.width, f.box.height) <= LARGEST_DOT
        and min(f.box.width, f.box.height) >= 0.7 * max(f.box.width, f.box.height)
        and f.box.width < 0.9 * box.width
    ]
