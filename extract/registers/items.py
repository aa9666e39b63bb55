"""Lists inside cells: bulleted or numbered items, paragraphs, and the sub-headings between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.text import BULLETS, join_lines, lines_of, text_of
from models.page import Word
from models.table import Cell

_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
_DASHES = frozenset("-–—")
_FEWEST_JOINED = 2  # items of a list joined by semicolons
_LONGEST_JOINED = 24  # words of such an item
_SHORT = 10  # words of such items where they do not begin with capitals
LEAST_PITCH = 0.8  # sizes of type from line to line: nearer is a raised mark
_WIDER = 0.15  # the same, by which paragraphs stand further apart than the lines of one
_SENTENCE_END = (".", ";", ":", "!", "?")
_CALLS_FOR_MORE = {
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "by",
    "for",
    "from",
    "has",
    "have",
    "into",
    "is",
    "of",
    "or",
    "our",
}
_CALLS_FOR_MORE |= {"per", "that", "the", "their", "this", "to", "was", "were", "which", "will", "with", "within"}


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One item of a list: its words without the bullet, and the bullet's words."""

    words: tuple[Word, ...]
    marker: tuple[Word, ...]
    subheading: bool = False
    joined: bool = False  # to the next by a semicolon, which is none of its own

    @property
    def text(self) -> str:
        pages = sorted({w.page for w in self.words})
        text = join_lines(text_of([w for w in self.words if w.page == page]) for page in pages)
        return text.rstrip("; ") if self.joined else text


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
    right = {page: max(box.x1 for cell in cells for p, box in cell.boxes if p == page) for page in _pages(cells)}
    marked = _marked(lines)
    hangs = _hangs(lines, marked)
    bold = [_is_bold(line) for line in lines]
    mixed = any(bold) and not all(bold)
    meant = _breaks_are_meant(lines, marked, right)
    apart = _set_apart(lines) if len(lines) > 2 and True not in marked else [False] * len(lines)
    items: list[tuple[list[Word], list[Word], bool]] = []
    for i, line in enumerate(lines):
        marker = _marker(line) if marked[i] else []
        heading = mixed and bold[i] and not marker
        after_heading = bool(items) and items[-1][2]
        if heading or not items or marker or after_heading:
            fresh = not (heading and after_heading)
        else:
            had_room = _had_room(line, lines[i - 1], right.get(lines[i - 1][0].page, 0.0))
            fresh = meant[i] or apart[i] or _new_paragraph(line, lines[i - 1], items[-1], hangs, had_room)
        if fresh:
            items.append((list(line[len(marker) :]), marker, heading))
        else:
            items[-1][0].extend(line)
    return [Item(tuple(words), tuple(marker), heading) for words, marker, heading in items if words]


def split_items(items: list[Item]) -> list[Item]:
    """One text without a bullet that is a list joined by semicolons, as its items: each begins with a capital, or they are
    three and more, and short. A sentence with semicolons stays one: a capital at its head alone, and a full stop behind."""
    if len(items) != 1 or items[0].marker or items[0].subheading:
        return items
    words = items[0].words
    ends = [n for n, w in enumerate(words[:-1], start=1) if w.text[-1:] == ";"]
    parts = [words[a:b] for a, b in pairwise([0, *ends, len(words)])]
    if len(parts) < _FEWEST_JOINED or any(w.text[-1:] == "." for part in parts for w in part[:-1]):
        return items
    capital = all(part[0].text[:1].isupper() or part[0].text[:1].isdecimal() for part in parts)
    sentence = (
        words[0].text[:1].isupper() and words[-1].text[-1:] == "." and all(p[0].text[:1].islower() for p in parts[1:])
    )
    short = len(parts) > _FEWEST_JOINED and max(map(len, parts)) <= _SHORT and not sentence
    if not (short or (capital and max(map(len, parts)) <= _LONGEST_JOINED)):
        return items
    heads = [part[:1] if len(part) > 1 and part[0].text.casefold() in {"and", "or"} else () for part in parts]
    return [Item(part[len(head) :], head, joined=True) for part, head in zip(parts, heads, strict=True)]


def _pages(cells: Sequence[Cell]) -> set[int]:
    return {page for cell in cells for page, _ in cell.boxes}


def _marked(lines: Sequence[Sequence[Word]]) -> list[bool]:
    """Which lines begin with a bullet. A lone dash or number at the head of a line inside a text is a part of it."""
    found = [bool(_marker(line)) for line in lines]
    for signs in (_DASHES, None):
        places = [
            i
            for i, line in enumerate(lines)
            if found[i] and (line[0].text in signs if signs else _NUMBERED.fullmatch(line[0].text))
        ]
        if len(places) == 1 and places[0] > 0 and not any(found[: places[0]]):
            line = lines[places[0]]
            found[places[0]] = line[1].text[:1].isupper() and _indent(line) > 1.5
    return found


def _hangs(lines: Sequence[Sequence[Word]], marked: Sequence[bool]) -> bool:
    """Whether the text of bulleted items hangs: their further lines stand right of the bullet."""
    bullets = [line[0].x0 for line, m in zip(lines, marked, strict=True) if m]
    return bool(bullets) and any(
        not m and line[0].x0 > min(bullets) + 0.4 * line[0].font.size for line, m in zip(lines, marked, strict=True)
    )


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


def _had_room(line: Sequence[Word], before: Sequence[Word], right: float) -> bool:
    """Whether the first word of a line would have found room at the end of the line before."""
    size = line[0].font.size
    return before[-1].x1 + 0.3 * size + (line[0].x1 - line[0].x0) < right - 0.6 * size


def _breaks_are_meant(
    lines: Sequence[Sequence[Word]], marked: Sequence[bool], right: Mapping[int, float]
) -> list[bool]:
    """Which lines begin an item in a list without bullets, a line each: the line before ends well before the edge.

    None does where a line that had room goes on in small letters, or after a word that calls for another: then breaks
    do not tell items.
    """
    none = [False] * len(lines)
    if any(marked) or any(abs(line[0].x0 - lines[0][0].x0) > 0.2 * line[0].font.size for line in lines):
        return none
    ends = [right.get(line[0].page, 0.0) for line in lines]
    early = [i > 0 and _had_room(line, lines[i - 1], ends[i - 1] - line[0].font.size) for i, line in enumerate(lines)]
    for i, line in enumerate(lines):
        if early[i] and (_goes_on(lines[i - 1]) or not (line[0].text[:1].isupper() or line[0].text[:1].isdecimal())):
            return none
    return early


def _set_apart(lines: Sequence[Sequence[Word]]) -> list[bool]:
    """Which lines stand a little further below the line before than others do, as paragraphs do, and do not go on with it."""
    firsts = [line[0] for line in lines]
    white = [0.0] + [(b.top - a.top) / (b.font.size or 1.0) if a.page == b.page else 0.0 for a, b in pairwise(firsts)]
    pitch = min([w for w in white if w > LEAST_PITCH], default=0.0)
    if max(white) <= pitch + _WIDER:
        return [False] * len(lines)
    return [
        w > pitch + _WIDER and (b.text[:1].isupper() or b.text[:1].isdecimal()) and not _goes_on(lines[i - 1])
        for i, (b, w) in enumerate(zip(firsts, white, strict=True))
    ]


def _goes_on(line: Sequence[Word]) -> bool:
    """Whether a line ends with a word or sign that calls for more."""
    return line[-1].text.casefold() in _CALLS_FOR_MORE or line[-1].text[-1:] in ",-–—&/("


def _new_paragraph(
    line: Sequence[Word],
    before: Sequence[Word],
    item: tuple[list[Word], list[Word], bool],
    hangs: bool,
    had_room: bool,
) -> bool:
    """Whether an unmarked line begins a text of its own, after `before`."""
    words, marker, _ = item
    size = line[0].font.size
    begins = line[0].text[:1].isupper() or line[0].text[:1].isdecimal()
    if line[0].page != before[0].page:
        return bool(marker) and hangs and line[0].x0 < words[0].x0 - 2 and words[-1].text.endswith(_SENTENCE_END)
    if min(w.top for w in line) - max(w.bottom for w in before) > 0.6 * size:
        return True
    if marker and hangs:
        return line[0].x0 < words[0].x0 - 0.4 * size  # back at the bullet's edge: the hanging text is over
    return had_room and begins and (bool(marker) or before[-1].text.endswith(_SENTENCE_END))
