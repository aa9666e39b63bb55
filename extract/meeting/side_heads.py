"""Minutes whose headings stand in a column of their own, left of the text: read heading by heading, each before its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from extract.lines import Column
from extract.meeting.side_columns import behind, right_edge
from extract.meeting.side_tables import NUMBERED_ITEM, loosened
from extract.meeting.vocabulary import vocabulary
from extract.paragraphs import make_paragraph, paragraphs_of
from extract.tables.celltext import is_broken
from extract.wording import fold
from models.geometry import box_around
from models.page import Word
from models.section import Block, Line, Paragraph
from models.table import Table

WIDE = 1.3  # times the size of type: so much white parts a heading from the text beside it
CLOSE = 0.35  # times the size of type: a space between two words
NEAR = 4.0  # points: texts of one column begin so near each other
SET_IN = 60.0  # points: the text stands so far in from the headings at least
FEWEST = 3  # headings
LONGEST = 16  # words of a heading
MOST = 0.55  # share of the lines that keep to the column of the text
LEVEL = 3  # heading level of one that its place alone tells
_ITEM = re.compile(
    r"(?:Agenda\s+)?(?:Item|Minute|No\.?)\s+(?:No\.?\s*)?\d", re.IGNORECASE
)  # each numbers a heading of its own
# Beside what was moved, who seconded it and how it went: `MOTION:`, `Vote on the motion:`.
_UNNUMBERED = re.compile(r"^(?:(?:Agenda\s+)?Item\s+(?:No\.?\s*)?)?[\d.]+", re.IGNORECASE)
LABELS = re.compile(
    r"(?:motion|mover|moved|second|vote|result|ayes?|noes|nays?|absent|abst\w+|action|discussion|recommendation)\b"
)


@dataclass(slots=True)
class _Group:
    """A heading in the left column: its lines, one below the other."""

    lines: list[Line]
    anchored: bool = False  # text stands beside its first line

    @property
    def place(self) -> tuple[int, float]:
        return (self.lines[0].page, self.lines[0].top)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class _Sides:
    """The lines of a section told apart: headings at the left, text at the edge, and lines that keep to neither."""

    edge: float
    groups: list[_Group] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)
    across: list[Line] = field(default_factory=list)
    beside: list[Line] = field(default_factory=list)  # at the right of the text, in a column of their own


def with_side_heads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with side headings before their text; the same blocks where there are none."""
    loose = loosened(blocks)
    lines = [line for b in loose if isinstance(b, Paragraph) for line in b.lines]
    edge = _edge(lines)
    if edge is None:
        return tuple(blocks)
    sides = _told_apart(lines, edge)
    heads = [g for g in sides.groups if g.anchored]
    alike = sum(_is_head(g) for g in heads)
    if len(heads) < FEWEST or alike < 0.7 * len(heads) or _beside(sides) < MOST * _below(lines, heads[0].place):
        return tuple(blocks)
    return _read_anew(loose, sides, heads[0].place)


def _beside(sides: _Sides) -> int:
    return len(sides.text) + len(sides.beside)


def _below(lines: Sequence[Line], start: tuple[int, float]) -> int:
    return sum((line.page, line.top) >= start for line in lines)


def _cells(line: Line, edge: float) -> list[list[Word]]:
    cells: list[list[Word]] = [[line.words[0]]]
    for a, b in pairwise(line.words):
        gap = b.x0 - a.x1
        near = gap > CLOSE * a.font.size and abs(b.x0 - edge) < NEAR and a.font.bold
        # a bold heading may all but reach the text beside it
        if gap > WIDE * a.font.size or (near and (not b.font.bold or _is_known(_bare(cells[-1])))):
            cells.append([b])
        else:
            cells[-1].append(b)
    return cells


def _bare(words: Sequence[Word]) -> str:
    """A heading's words folded, without its number."""
    return fold(" ".join(w.text for w in words).strip("0123456789.): "))


def _begins(line: Line) -> Iterator[float]:
    """Where the first two cells of a line begin, those of more than three words."""
    before = begin = line.words[0]
    held = cells = 0
    for word in line.words:
        if word.x0 - before.x1 > WIDE * before.font.size:
            if held > 3:
                yield begin.x0
            cells += 1
            if cells == 2:
                return
            begin, held = word, 0
        held += 1
        before = word
    if held > 3:
        yield begin.x0


def _edge(lines: Sequence[Line]) -> float | None:
    """Where most of the text begins, if that is well inside of where lines begin at all."""
    if len(lines) < 4 * FEWEST:
        return None
    left = min(line.x0 for line in lines)
    starts: Counter[int] = Counter()
    for line in lines:
        starts.update([round(x) for x in _begins(line) if x > left + SET_IN])
    if not starts:
        return None
    best = max(starts, key=lambda x: sum(starts[x + d] for d in (-1, 0, 1)))
    own = sum(starts[best + d] for d in (-1, 0, 1))
    return float(best) if own >= 0.3 * len(lines) else None


def _told_apart(lines: Sequence[Line], edge: float) -> _Sides:
    sides = _Sides(edge)
    rows: list[tuple[list[Word], list[Word], Line]] = []
    third = right_edge(lines, edge)
    for line in sorted(lines, key=lambda at: (at.page, round(at.top), at.x0)):
        cells = _cells(line, edge)
        left = [w for cell in cells if cell[-1].x1 < edge - 2 for w in cell]
        right = [w for cell in cells if cell[0].x0 > edge - NEAR for w in cell]
        if len(left) + len(right) < len(line.words) or (left and left[0].x0 > edge - 30):
            rows.append(([], [], line))
        else:
            rows.append((left, right, line))
    beside = {(line.page, round(w[0].top)) for _, w, line in rows if w and w[0].x0 < edge + 3 * NEAR}
    last: _Group | None = None
    for left, right, line in rows:
        if left:
            part = _line(left, line.page)
            near = {(line.page, round(part.top) + d) for d in (-2, -1, 0, 1, 2)}
            anchored = bool(near & beside)
            if last is not None and (_goes_on(last, part) or (not anchored and _numbers(last, part))):
                last.lines.append(part)
            else:
                last = _Group([part], anchored)
                sides.groups.append(last)
        far = behind(right, third) if third is not None else ()
        if far:
            sides.beside.append(_line(far, line.page))
        if len(right) > len(far):
            sides.text.append(_line(right[: len(right) - len(far)], line.page))
        if not left and not right:
            sides.across.append(line)
            last = None
    return sides


def _line(words: Sequence[Word], page: int) -> Line:
    box = box_around(words)
    return Line(tuple(words), page, box.x0, box.top, box.x1, box.bottom)


def _goes_on(group: _Group, line: Line) -> bool:
    """Whether a line goes on with a heading: close below it, in its type, and without a number of its own."""
    last = group.lines[-1]
    if NUMBERED_ITEM.match(line.text):
        return False
    size = max(line.size, 1.0)
    numbered = line.words[0].text[0].isdecimal() and group.lines[0].words[0].text[0].isdecimal() and len(line.words) > 1
    whole = _is_known(fold(group.text)) or _is_known(fold(line.text))
    # `Members` over `Present`, or a number over its heading
    numbered_alone = not any(map(str.isalpha, _UNNUMBERED.sub("", group.text)))
    whole = whole and not numbered_alone and not _is_known(fold(f"{group.text} {line.text}"))
    whole = whole and fold(last.words[-1].text) not in {"of", "and", "the", "for", "to", "&", "-"}
    alike = line.words[0].font.bold == last.words[0].font.bold and not whole
    near = last.page == line.page and line.top - last.bottom < 0.8 * size and alike and not numbered
    return near and not (_ITEM.match(line.text) and _ITEM.match(last.text))


def _numbers(group: _Group, line: Line) -> bool:
    """Whether a line is the number of the item whose heading stands close above it."""
    last = group.lines[-1]
    if last.page != line.page or NUMBERED_ITEM.match(group.text):
        return False
    return NUMBERED_ITEM.match(line.text) is not None and line.top - last.bottom < 0.8 * max(line.size, 1.0)


def _is_head(group: _Group) -> bool:
    letters = [c for c in group.text if c.isalpha()]
    words = [w for line in group.lines for w in line.words]
    if len(letters) < 3 or len(words) > LONGEST:
        return False
    emphatic = all(w.font.bold or w.font.italic for w in words if any(c.isalpha() for c in w.text))
    bare = fold(group.text.lstrip("0123456789.) "))
    if group.text.endswith(":") and not _is_known(bare) and (not emphatic or LABELS.match(bare)):
        return False  # a label of what stands beside it
    return (
        emphatic
        or all(c.isupper() for c in letters)
        or words[0].text[0].isdecimal()
        or _is_known(bare)
        or letters[0].isupper()
    )


def _is_known(text: str) -> bool:
    text = text.rstrip(" :")
    return text in vocabulary("usual_items") or text in vocabulary("attendance_headings")


def _read_anew(blocks: Sequence[Block], sides: _Sides, start: tuple[int, float]) -> tuple[Block, ...]:
    """The blocks above the first side heading as they were, then headings, text and tables by their height."""
    kept: list[Block] = []
    placed: list[tuple[int, float, Block]] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if all((line.page, line.top) < (start[0], start[1] - 2) for line in block.lines):
                kept.append(block)
        elif isinstance(block, Table):
            page, box = block.pieces[0]
            if (page, box.top) < start:
                kept.append(block)
            else:
                placed.append((page, box.top, block))
        else:
            placed.append((block.page, block.box.top, block))
    own = [g for g in sides.groups if g.place >= (start[0], start[1] - 2)]
    placed.extend((g.place[0], g.place[1] - 2, _head(g)) for g in own)
    heads = {g.place for g in own} | {(page, top) for page, top, _ in placed}
    cuts = sorted(heads | {(a.page, a.top) for a in sides.across})
    across = sorted(heads | {(a.page, a.top) for a in sides.text})  # lines across run on below each other
    for lines, ends_at in ((sides.text, cuts), (sides.across, across)):
        inside = [line for line in lines if (line.page, line.top) >= (start[0], start[1] - 2)]
        placed.extend((p.page, p.top, p) for p in _paragraphs(inside, ends_at))
    told = list(_paragraphs([a for a in sides.beside if (a.page, a.top) >= (start[0], start[1] - 2)], cuts))
    ends = sorted({*(g.place for g in own), *((a.page, a.top) for a in sides.across), *((p.page, p.top) for p in told)})
    for (
        paragraph
    ) in told:  # it tells how what is said beside it ended: read before the next heading, or the next such paragraph
        page, top = next((at for at in ends if at > (paragraph.page, paragraph.top + 3)), (paragraph.page + 1, 0.0))
        placed.append((page, top - 2.5, paragraph))
    return (*kept, *(block for _, _, block in sorted(placed, key=lambda at: at[:2])))


def _head(group: _Group) -> Paragraph:
    """The heading of a group, its number at its head, words whole that did not fit the column."""
    lines = _number_first(group.lines)
    made = make_paragraph(lines)
    text = made.text
    box = box_around([w for line in lines for w in line.words])
    for upper, lower in pairwise(lines):
        if len(upper.words) == 1 and is_broken(upper.words[0], lower.words[0], box, ()):
            text = text.replace(
                f"{upper.words[0].text} {lower.words[0].text}", upper.words[0].text + lower.words[0].text
            )
    return replace(made, text=text, heading_level=made.heading_level or LEVEL)


def _number_first(lines: Sequence[Line]) -> list[Line]:
    """The lines of a heading; the number of its item, which may stand below it (`Notice of Motion`, `Item 7.1`), comes first."""
    below = next((n for n, line in enumerate(lines) if n and NUMBERED_ITEM.match(line.text)), None)
    if below is None or NUMBERED_ITEM.match(lines[0].text):
        return list(lines)
    words = lines[below].words
    number, rest = words[:2], words[2:]
    others = [*lines[:below], *([_line(rest, lines[below].page)] if rest else []), *lines[below + 1 :]]
    return [_line(number, lines[below].page), *others]


def _paragraphs(lines: Sequence[Line], cuts: Sequence[tuple[int, float]]) -> Iterator[Paragraph]:
    """The paragraphs of the text, none of which runs past the height of a heading, a table or a line across."""
    if not lines:
        return
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    ordered = sorted(lines, key=lambda at: (at.page, round(at.top), at.x0))

    def stretch(line: Line) -> tuple[int, int]:
        return (line.page, sum(cut <= (line.page, line.top + 3) for cut in cuts))

    for _, members in groupby(ordered, stretch):
        yield from paragraphs_of(Column(tuple(members), left, right))
