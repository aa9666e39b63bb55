"""The running headers and footers of a page as lines to be read: what they name stands in the text of many papers nowhere else."""

from __future__ import annotations

from itertools import pairwise

from extract.furniture import PageFurniture
from extract.paragraphs import make_paragraph
from extract.text import lines_of
from models.geometry import box_around
from models.page import Word
from models.section import Line, Paragraph


def running_paragraphs(furniture: PageFurniture, page: int) -> list[Paragraph]:
    """Each line as a paragraph, from the top of the `page` down."""
    found = []
    for words in (line for lines in furniture.lines if not lines[0].turned for line in _level(lines)):
        box = box_around(words)
        found.append(make_paragraph([Line(words, page, box.x0, box.top, box.x1, box.bottom)]))
    return found


def _level(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """The lines of a running line: two small ones beside a large name that is as high as both were taken for one with it."""
    across = sorted(words, key=lambda w: w.x0)
    if all(b.x0 > a.x1 - 1 for a, b in pairwise(across)):
        return [words]
    beside: list[list[Word]] = []
    end = 0.0
    for word in across:
        if not beside or word.x0 - end > 2 * word.font.size:
            beside.append([])
        beside[-1].append(word)
        end = max(end, word.x1)
    return [tuple(line) for part in beside for line in lines_of(part)]
