"""The labels of drawn charts among the paragraphs of a text: the figures of an axis, the names under bars, words in the drawing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.figures import CAPTION, MARGIN, charts_of
from models.geometry import Box
from models.late import late
from models.page import Page
from models.section import Block, Paragraph, Section

PROSE = 90  # characters of a paragraph that is no label, wherever it stands
SHORT = 3  # characters of a word that stands alone beside a chart
APART = 1.5  # of the font size: labels stand so far apart on a line
_TICK = late(
    r"[£$€(]?[+–-]?\d[\d,.]*(?:%|k|m|bn)?\)?|Q[1-4]|H[12]|(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?|\d\d/\d\d|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*(?:[-’' ]?\d\d(?:\d\d)?)?",
    re.IGNORECASE,
)


def without_chart_labels(section: Section) -> tuple[Block, ...]:
    """The blocks of a section less the paragraphs that are but labels of a chart drawn on their page."""
    charts: dict[int, list[Box]] = {}
    for page in section.pages:
        if page.shapes or len(page.fills) > 1:
            charts[page.number] = [figure.box for figure in charts_of(page, _housed(section, page))]
    if not any(charts.values()):
        return section.blocks
    return tuple(b for b in section.blocks if not (isinstance(b, Paragraph) and _is_label(b, charts.get(b.page, ()))))


def _housed(section: Section, page: Page) -> list[Box]:
    return [box for table in section.tables for number, box in table.pieces if number == page.number]


def _is_label(block: Paragraph, charts: Sequence[Box]) -> bool:
    words = block.all_words
    if not charts or len(block.text) >= PROSE or CAPTION.match(block.text) or any(w.page != block.page for w in words):
        return False
    if any(all(chart.holds_middle_of(w) for w in words) for chart in charts):
        return True
    near = any(all(_grown(chart).holds_middle_of(w) for w in words) for chart in charts)
    short = len(words) == 1 and len(block.text) <= SHORT
    return near and (short or all(_TICK.fullmatch(w.text) for w in words) or _stand_apart(block))


def _stand_apart(block: Paragraph) -> bool:
    """Whether the words of each line stand further apart than words of a text do: names under bars."""
    rows = [sorted(line.words, key=lambda w: w.x0) for line in block.lines]
    gaps = [(b.x0 - a.x1) / max(1.0, block.size) for row in rows for a, b in pairwise(row)]
    return len(gaps) > 1 and min(gaps) > APART


def _grown(box: Box) -> Box:
    return Box(box.x0 - MARGIN, box.top - MARGIN, box.x1 + MARGIN, box.bottom + MARGIN)
