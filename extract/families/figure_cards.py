"""Figures set large in a row of boxes, each with a few words on what it counts: `212k` over `calls answered`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.families.card_texts import Text, texts_of
from extract.frames import ruled_boxes
from extract.once import once_a_page
from models.geometry import Box
from models.late import late
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Section

FEWEST = 3  # boxes of a row
ALIKE = 3.0  # points: boxes of one row differ by no more
SMALLEST = (50.0, 24.0)  # points: width and height
LARGER = 1.25  # times the type of the words below it
MOST_WORDS = 14
_FIGURE = late(
    r"(?P<mark>[▲▼↑↓▶◀→←⬆⬇])?\s?[<>≤≥+−–-]?\s?[£$€]?\d[\d,.]*\s?(?:%|pp|k|m|bn|K|M|st|nd|rd|th)?"
    r"(?:\s?(?:days?|hours?|hrs?|mins?|minutes|secs?|million|billion))?(?:\s?[▲▼↑↓▶◀→←⬆⬇])?"
)


def figure_cards(section: Section) -> list[Printed]:
    """One indicator for each box of such a row. Whether they are indicators is not printed: none is quite sure."""
    return [printed for page in section.pages for printed in _cards(page)]


def words_of_card(card: Printed) -> tuple[Word, ...]:
    """All words of one card."""
    return tuple(w for f in card.fields.values() for w in f.words)


@once_a_page
def _cards(page: Page) -> tuple[Printed, ...]:
    drawn = [f.box for f in page.fills] + [s.box for s in page.shapes] + ruled_boxes(page, 0.001)
    boxes = list(
        {b for b in drawn if b.width >= SMALLEST[0] and b.height >= SMALLEST[1] and b.width < 0.5 * page.width}
    )
    found: list[Printed] = []
    for row in _rows(boxes):
        made = [card for box in row if (card := _card(page, box)) is not None]
        if len(made) >= FEWEST and len(made) == len(row):
            found.extend(made)
    return tuple(found)


def _rows(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Boxes of one size side by side, left to right, row by row."""
    left = sorted(boxes, key=lambda b: (b.top, b.x0))
    while left:
        first = left[0]
        row = [
            b
            for b in left
            if all(abs(x) <= ALIKE for x in (b.top - first.top, b.height - first.height, b.width - first.width))
        ]
        left = [b for b in left if b not in row]
        apart: list[Box] = []
        for box in sorted(row, key=lambda b: b.x0):
            if not apart or box.x0 >= apart[-1].x1 - 1:
                apart.append(box)
        if len(apart) >= FEWEST:
            yield apart


def _card(page: Page, box: Box) -> Printed | None:
    words = [w for w in page.spots.inside(box) if not w.turned]
    if not 2 <= len(words) <= MOST_WORDS:
        return None
    texts = texts_of(words)
    figure = max(texts, key=lambda t: t.words[0].font.size)
    rest = [t for t in texts if t is not figure]
    match = _FIGURE.fullmatch(figure.text)
    size = max((w.font.size for t in rest for w in t.words), default=0.0)
    if match is None or not rest or figure.words[0].font.size < LARGER * size:
        return None
    name = Text(tuple(w for t in rest for w in t.words))
    if not any(c.isalpha() for c in name.text):
        return None
    fields = {
        "kpi": Field(name.text, name.words, confidence=0.75),
        "current_text": Field(figure.text, figure.words, confidence=0.75),
    }
    return Printed("kpis", fields, confidence=0.7)
