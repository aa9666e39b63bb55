"""Running headers and footers as lines to be read."""

from __future__ import annotations

from extract.furniture import PageFurniture
from extract.running_lines import running_paragraphs
from models.page import Font, Word


def words(text: str, x0: float, top: float, size: float) -> list[Word]:
    font = Font("Sans", size)
    found = []
    for number, part in enumerate(text.split()):
        found.append(Word(part, x0, top, x0 + 0.5 * size * len(part), top + size, 1, number, font))
        x0 += 0.5 * size * (len(part) + 0.5)
    return found


def texts(*lines: list[Word]) -> list[str]:
    held = tuple(tuple(line) for line in lines)
    furniture = PageFurniture(frozenset(w for line in held for w in line), held)
    return [p.text for p in running_paragraphs(furniture, 1)]


def test_two_small_lines_beside_a_large_name_are_lines_of_their_own():
    one = [
        *words("Northby Local Board", 50, 40, 8),
        *words("18 June 2024", 50, 49, 8),
        *words("Harbour Council", 400, 41, 15),
    ]
    assert texts(sorted(one, key=lambda w: w.x0)) == ["Northby Local Board", "18 June 2024", "Harbour Council"]


def test_a_line_that_is_one_stays_one():
    line = [*words("Northby Local Board", 50, 40, 8), *words("Page 3", 400, 40, 8)]
    assert texts(line) == ["Northby Local Board Page 3"]
