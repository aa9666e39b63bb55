"""Lists inside cells: bulleted or numbered items, paragraphs, and the sub-headings between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.text import BULLETS, join_lines, lines_of, text_of
from models.page import Word
from models.table import Cell

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
_DASHES = frozenset("-–—")
_SENTENCE_END = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One item of a list: its words without the bullet, and the bullet's words."""

    words: tuple[Word, ...]
    marker: tuple[Word, ...]
    subheading: bool = False

    @property
    def text(self) -> str:
        pages = sorted({w.page for w in self.words})
        return join_lines(text_of([w for w in self.words if w.page == page]) for page in pages)


def items_of(cells: Sequence[Cell]) -> list[Item]:
    """The items of the cells of one risk in one column: bullets begin items, and so do paragraphs without one."""
    lines = [
        line
        for cell in cells
        for page in sorted({w.page for w in cell.words})
        for line in lines_of([w for w in cell.words if w.page == page])
    ]
    if not lines:
        return []
    right = {cell.page: max((box.x1 for _, box in cell.boxes), default=0.0) for cell in cells}
    marked = _marked(lines)
    bold = [_is_bold(line) for line in lines]
    mixed = any(bold) and not all(bold)
    items: list[tuple[list[Word], list[Word], bool]] = []
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else None
        marker = _marker(line) if marked[i] else []
        heading = mixed and bold[i] and not marker
        if heading:
            fresh = before is None or not (items and items[-1][2])
        elif marker or before is None or (items and items[-1][2]):
            fresh = True
        else:
            fresh = _new_paragraph(line, before, items[-1], right.get(line[0].page, 0.0))
        if fresh:
            items.append((list(line[len(marker) :]), marker, heading))
        else:
            items[-1][0].extend(line)
    return [Item(tuple(words), tuple(marker), heading) for words, marker, heading in items if words]


def _marked(lines: Sequence[Sequence[Word]]) -> list[bool]:
    """Which lines begin with a bullet. A dash at the head of a single line inside a text is a dash."""
    found = [bool(_marker(line)) for line in lines]
    dashes = [i for i, line in enumerate(lines) if found[i] and line[0].text in _DASHES]
    if len(dashes) == 1 and dashes[0] > 0 and not any(found[: dashes[0]]) and abs(_indent(lines[dashes[0]])) < 1.5:
        found[dashes[0]] = False
    numbers = [i for i, line in enumerate(lines) if found[i] and _NUMBERED.fullmatch(line[0].text)]
    if len(numbers) == 1 and numbers[0] > 0:
        found[numbers[0]] = False
    return found


def _indent(line: Sequence[Word]) -> float:
    """How far the text of a bulleted line stands from its bullet, less one space."""
    return line[1].x0 - line[0].x1 - 0.3 * line[0].font.size if len(line) > 1 else 0.0


def _marker(line: Sequence[Word]) -> list[Word]:
    text = line[0].text
    if len(line) > 1 and (text in BULLETS or text in _DASHES or text == "o" or _NUMBERED.fullmatch(text)):
        return [line[0]]
    return []


def _is_bold(line: Sequence[Word]) -> bool:
    return all(w.font.bold for w in line if any(c.isalnum() for c in w.text))


def _new_paragraph(
    line: Sequence[Word], before: Sequence[Word], item: tuple[list[Word], list[Word], bool], right: float
) -> bool:
    """Whether an unmarked line begins a text of its own, after `before`."""
    words, marker, _ = item
    if line[0].page != before[0].page:
        return bool(marker) and line[0].x0 < words[0].x0 - 2 and words[-1].text.endswith(_SENTENCE_END)
    size = line[0].font.size
    gap = min(w.top for w in line) - max(w.bottom for w in before)
    if gap > 0.6 * size:
        return True
    if marker:
        return line[0].x0 < words[0].x0 - 0.4 * size  # back at the bullet's edge: the hanging text is over
    had_room = before[-1].x1 + 0.3 * size + (line[0].x1 - line[0].x0) < right - 0.6 * size
    begins = line[0].text[:1].isupper() or line[0].text[:1].isdigit()
    return had_room and begins and before[-1].text.endswith(_SENTENCE_END)
