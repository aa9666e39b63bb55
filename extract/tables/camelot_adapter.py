"""camelot's stream parser on lines of words that were read already: the second reading of a table without rules.

The parser is handed text lines in `prepare_page_parse`, as its own handler does after parsing a page. This leans on how camelot 2.0
is built; a test compares it with camelot's own reading of the same page. camelot is imported where it is first needed: that
takes most of a second.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from extract.tables.textlines import TextLine
from models.geometry import Box


@dataclass(slots=True)
class _Text:
    """A text line as camelot's parsers read it: origin at the bottom left."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str

    def get_text(self) -> str:
        return self.text


class _Later(ModuleType):
    """Stands in for a module that is imported when something of it is first used."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)  # what the import system asks of a module is no use of it
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]  # else it would import itself, time and again
        return getattr(importlib.import_module(self.__name__), name)


@cache
def _stream() -> Callable[..., Any]:
    """The parser. While camelot is imported, stand-ins are what it gets of matplotlib, pandas and OpenCV: it imports the first for
    plots, the second for its own kind of tables and the third for pictures, nobody asks for them here, and the import takes a
    third of the time.
    """
    absent = [name for name in ("matplotlib", "pandas", "cv2") if name not in sys.modules]
    for name in absent:  # None is how Python is told that a module is not to be had
        sys.modules[name] = _Later(name) if name != "matplotlib" else None  # type: ignore[assignment]
    try:
        from camelot.parsers.stream import Stream
    finally:
        for name in absent:
            if isinstance(sys.modules.get(name), _Later | None):  # the library itself stays, where somebody used it
                sys.modules.pop(name, None)
    parser: Callable[..., Any] = Stream
    return parser


def warm() -> None:
    """Imports camelot now rather than at the first table that needs it."""
    _stream()


def columns_and_rows(lines: Sequence[TextLine], box: Box, height: float) -> tuple[list[float], list[float]] | None:
    """The edges of the columns and of the rows that camelot sees in `box`; None where it sees none or fails.

    `height` is that of the page, in points.
    """
    texts = [
        _Text(s.x0, height - line.bottom, s.words[-1].x1, height - line.top, " ".join(w.text for w in s.words))
        for line in lines
        for s in line.segments
    ]
    area = f"{box.x0 - 2},{height - box.top + 2},{box.x1 + 2},{height - box.bottom - 2}"
    parser = _stream()(table_areas=[area])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # camelot warns where it finds nothing
        try:
            parser.prepare_page_parse("page.pdf", None, (box.x1 + 10, height), 1, [], texts, [], "", {})
            parser._generate_table_bbox()
            found = [parser._generate_columns_and_rows(bbox, None) for bbox in parser.table_bboxes()]
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return None  # another version of camelot, or lines it cannot group: there is no second opinion then
    if not found or not found[0][0] or not found[0][1]:
        return None
    columns, rows = found[0][0], found[0][1]
    xs = [float(columns[0][0]), *(float(c[1]) for c in columns)]
    ys = [height - float(rows[0][0]), *(height - float(r[1]) for r in rows)]
    return xs, ys
