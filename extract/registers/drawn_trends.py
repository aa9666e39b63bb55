"""Trends of forms that are drawn and not printed: the arrow beside or below a label (`Direction of travel`) that no text answers."""

from __future__ import annotations

from collections.abc import Sequence

from extract.columns import Column
from extract.looks import look_of, profile
from extract.registers.form_labels import Label
from extract.registers.pieces import SCROLL
from extract.registers.profiles import Profile
from extract.registers.skeletons import Form
from extract.symbols import symbols_in
from extract.wording import likeness, phrases
from models.geometry import Box
from models.page import Page
from models.section import Section
from models.table import Cell

_KNOWN = 0.75  # likeness from which a label is one that is known
_FAR = 12.0  # so many times the type behind its label an arrow stands at most
_LOW = 3.5  # the same below it
_LINE = 0.5  # the same above and below the label's line, where it stands beside it


def add_drawn_trends(section: Section, forms: Sequence[Form], found: Sequence[Profile]) -> None:
    """Put the arrow of each label of a trend without a text among the values of its form."""
    pages = {page.number: page for page in section.pages if page.shapes or page.images}
    for form, told in zip(forms, found, strict=True):
        said = {value.leaf for value in told.values}
        for label in form.labels:
            page = pages.get(label.piece.page)
            if page is not None and label.text not in said and not label.said and _is_of_trend(label):
                told.values.extend(_drawn(label, page, form))


def _is_of_trend(label: Label) -> bool:
    return likeness(label.text, phrases("columns_register")).get("trend", 0.0) >= _KNOWN


def _drawn(label: Label, page: Page, form: Form) -> list[Column]:
    for box in (_beside(label, form), _below(label)):
        place = Box(box.x0, box.top - page.number * SCROLL, box.x1, box.bottom - page.number * SCROLL)
        drawn = symbols_in(page, place)
        if look_of("", drawn) == "arrow":
            boxes = ((page.number, place),)
            cell = Cell(0, 0, 1, 1, page.number, boxes, (), "", symbols=drawn)
            heading = Cell(0, 0, 1, 1, page.number, boxes, (), label.text, is_heading=True)
            return [Column(0, (heading,), (cell,), profile((cell,)))]
    return []


def _beside(label: Label, form: Form) -> Box:
    own, size = label.piece.box, label.piece.size
    line = [p for p in (*(o.piece for o in form.labels), *form.texts) if abs(p.box.top - own.top) < _LINE * size]
    end = min((p.box.x0 for p in line if p.box.x0 > own.x0 + 1), default=own.x1 + _FAR * size)
    return Box(own.x1, own.top - _LINE * size, max(own.x1, end), own.bottom + _LINE * size)


def _below(label: Label) -> Box:
    own, frame = label.piece.box, label.piece.frame
    return Box(min(own.x0, frame.x0), own.bottom, max(own.x1, frame.x1), own.bottom + _LOW * label.piece.size)
