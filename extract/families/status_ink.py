"""A status shown by a dot alone, printed or drawn, or by the colour of its word: the colour counts as the cell's fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.tables.marks import is_colourful
from models.geometry import Box
from models.page import Page
from models.record import Field


def painted(field: Field, pages: Mapping[int, Page]) -> Field:
    """A status field with the colour of its dot as its fill. `pages`: number -> page, for dots that are drawn."""
    dotted = bool(field.words) and not any(c.isalnum() for c in field.text)
    if dotted and is_colourful(ink := field.words[-1].font.colour):
        return replace(field, fill=ink)
    if field.fill is not None or field.words or field.place is None or field.place[0] not in pages:
        return field
    box = Box(*field.place[1])
    colours = [
        s.fill for s in pages[field.place[0]].shapes if s.fill and is_colourful(s.fill) and box.holds_middle_of(s)
    ]
    return replace(field, fill=colours[-1]) if colours else field
