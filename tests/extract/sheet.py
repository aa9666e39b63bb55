"""Pages made by hand, word by word, for the tests of the table reader."""

from __future__ import annotations

from models.page import Fill, Font, Page, Rule, Shape, Word
from models.table import Table

PLAIN = Font("Helvetica", 9.0)
BOLD = Font("Helvetica-Bold", 9.0, bold=True)


class Sheet:
    """A page made by hand: words and rules at given places, points from the top left."""

    def __init__(self, number: int = 1) -> None:
        self.number = number
        self.words: list[Word] = []
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []
        self.shapes: list[Shape] = []

    def write(self, x: float, y: float, text: str, font: Font = PLAIN, turned: int = 0) -> None:
        for part in text.split():
            wide = 4.6 * len(part)
            box = (x, y, x + 10, y + wide) if turned else (x, y, x + wide, y + 10)
            self.words.append(Word(part, *box, self.number, len(self.words), font, turned))
            x += wide + 2.6

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.rules += [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]

    @property
    def page(self) -> Page:
        return Page(
            self.number,
            600,
            800,
            words=tuple(self.words),
            rules=tuple(self.rules),
            fills=tuple(self.fills),
            shapes=tuple(self.shapes),
        )


def texts(table: Table) -> list[list[str]]:
    return [[c.text for c in table.row(r)] for r in range(table.rows)]
