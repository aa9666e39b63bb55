"""Risks printed as lines of labels and values without a rule between them, one block under the other, cut by page ends.

What says so is the line that begins each: the label of a reference with a value that no other block has, both at edges
that all blocks share. Labels stand at the left edge; scores stand in columns under the stages' names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extract.columns import Assigned, Column
from extract.looks import look_of, profile
from extract.registers.bars import reference
from extract.registers.blocks import reference_labels
from extract.registers.gauges import Run, runs_of
from extract.registers.layout import is_known
from extract.registers.profiles import Profile
from extract.registers.slides import kind_of
from extract.registers.wording import take_apart
from extract.text import lines_of, text_of
from extract.wording import fold, head_of
from models.geometry import box_around
from models.page import Word
from models.section import Paragraph, Section
from models.table import Cell, Table

_SAME = 1.0  # the same of words of one column
_EDGE = 4.0  # points within which two edges are one
_LONGEST_LABEL = 6  # words
_SURE = 0.9
_APART = 3.0  # a gap below a line, in heights of its type, over which nothing goes on
_SCORES = frozenset({"digit", "number", "product", "rating", "scale", "ranked"})
_LOOKS = {"date": "action_target", "when": "action_target", "status": "action_status", "rag": "action_status"}

Line = list[Run]


def read_ledgers(section: Section) -> list[Profile]:
    """The blocks of a section in order; none where fewer than two begin alike."""
    if not _may_hold_blocks(section):
        return []
    lines = _lines(_words(section))
    starts = _starts(lines)
    if len(starts) < 2:
        return []
    return [_Block([runs_of(line) for line in lines[a:b]]).read() for a, b in pairwise([*starts, len(lines)])]


def _may_hold_blocks(section: Section) -> bool:
    """Whether two lines begin as the first of a block does, as far as is seen without the lines of whole pages."""
    found = 0
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found += sum(_names_reference(line.words) for line in block.lines)
        elif isinstance(block, Table) and block.method == "text":
            found += sum(head_of(w.text) in _heads_of_labels() for c in block.cells for w in c.words)
    return found > 1


def _words(section: Section) -> list[Word]:
    words: list[Word] = []
    for block in section.blocks:
        if isinstance(block, Table) and block.method == "text":
            words.extend(w for c in block.cells for w in c.words)
        elif isinstance(block, Paragraph):
            words.extend(block.all_words)
    return words


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    pages: dict[int, list[Word]] = {}
    for word in words:
        pages.setdefault(word.page, []).append(word)
    return [line for number in sorted(pages) for line in lines_of(pages[number])]


def _names_reference(line: Sequence[Word]) -> bool:
    """Whether the first text of a line is the label of a reference."""
    head = next((head for w in line if (head := head_of(w.text))), "")
    return head in _heads_of_labels() and _label(runs_of(line)[0]) in reference_labels()


def _label(run: Run) -> str:
    return fold(run.text.rstrip(": "))


@cache
def _heads_of_labels() -> frozenset[str]:
    return frozenset(map(head_of, reference_labels()))


def _starts(lines: Sequence[Sequence[Word]]) -> list[int]:
    """The lines that name a reference, at the edges and under the label of the most."""
    groups: dict[tuple[str, int, int], list[int]] = {}
    values: dict[int, str] = {}
    for i, words in enumerate(lines):
        line = runs_of(words) if _names_reference(words) else []
        if len(line) == 2 and _is_reference(line[1].text):
            label = _label(line[0])
            edges = (round(line[0].box.x0 / _EDGE), round(line[1].box.x0 / _EDGE))
            groups.setdefault((label, *edges), []).append(i)
            values[i] = line[1].text
    best = max(groups.values(), key=len, default=[])
    unique = {values[i] for i in best}
    return best if len(unique) == len(best) else []


def _is_reference(text: str) -> bool:
    return text.isdecimal() or reference(text) is not None


class _Block:
    """One block being read line by line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.left, self.values = lines[0][0].box.x0, lines[0][1].box.x0
        self.found = Profile(method="text")
        self.label: tuple[str, ...] = ()
        self.held: list[Word] = []  # of the value under the label
        self.stages: Line = []
        self.list: list[list[Run]] | None = None  # rows of actions, each with its texts

    def read(self) -> Profile:
        for before, line in pairwise([self.lines[0], *self.lines]):
            self.take(line, _far(before, line))
        self.close()
        return self.found

    def take(self, line: Line, far: bool) -> None:
        first = line[0]
        if far:
            self.close()
        if first.box.x0 >= self.values - _EDGE and len(line) > 1 and all(take_apart(r.text).stage for r in line):
            self.close()
            self.stages = line
            self.found.taken += [w for r in line for w in r.words]
        elif abs(first.box.x0 - self.left) < _EDGE and self.is_label(line):
            self.close()
            self.begin(line)
        elif self.list is not None:
            self.take_action(line)
        elif first.box.x0 >= self.values - _EDGE and self.label:
            self.held += [w for r in line for w in r.words]

    def is_label(self, line: Line) -> bool:
        words = line[0].words
        if len(words) > _LONGEST_LABEL or (len(line) > 1 and line[1].box.x0 < self.values - _EDGE):
            return False
        return is_known(line[0].text.rstrip(": ")) or (len(line) > 1 and all(w.font.bold for w in words))

    def begin(self, line: Line) -> None:
        name = line[0].text.rstrip(": ")
        self.found.taken += line[0].words
        if len(line) == 1:
            self.list = [] if kind_of(name) == "action" else None
            self.label = (name,)
            return
        over = [self.stage_over(r) for r in line[1:]] if self.stages and not self.is_text(line) else []
        if over and all(o is not None for o in over):
            if take_apart(name).stage is not None:
                over = [None] * len(over)  # the label says itself of which stage it is
            for stage, run in zip(over, line[1:], strict=True):
                path = (name,) if stage is None else (stage.text, name)
                self.found.values.append(_column(path, run.words))
            return
        self.stages = []
        self.label, self.held = (name,), [w for r in line[1:] for w in r.words]

    def is_text(self, line: Line) -> bool:
        """Whether a lone value at the values' edge, where the first stage's scores stand too, is none of these."""
        alone = len(line) == 2 and abs(line[1].box.x0 - self.values) < _EDGE
        return alone and look_of(line[1].text) not in _SCORES

    def stage_over(self, run: Run) -> Run | None:
        return next((s for s in self.stages if abs(s.box.x0 - run.box.x0) < 2 * _EDGE), None)

    def take_action(self, line: Line) -> None:
        assert self.list is not None
        words = line[0].words
        numbered = words[0].text.rstrip(".)").isdecimal() and abs(words[0].x0 - self.left) < 2 * _EDGE
        if numbered or not self.list or (len(line) > 1 and not self.list[-1][0].words[0].text.rstrip(".)").isdecimal()):
            self.list.append(line)
            return
        row = self.list[-1]
        for run in line:  # goes on below the text that begins left of it
            at = max((i for i, r in enumerate(row) if r.box.x0 <= run.box.x0 + _EDGE), default=0)
            row[at] = Run((*row[at].words, *run.words))

    def close(self) -> None:
        """What stands under the last label is whole."""
        if self.held:
            self.found.values.append(_column(self.label, self.held))
        rows = self.list or []
        self.found.actions.extend(self.action(_at_edges(row, [r for r in rows if r is not row])) for row in rows)
        self.label, self.held, self.list = (), [], None

    def action(self, row: Line) -> dict[str, list[tuple[Cell, Assigned]]]:
        """A line of the list: number, action, who, when, how far."""
        texts = [r.words for r in row]
        number = texts[0][:1]
        if len(number[0].text) < 4 and number[0].text.rstrip(".)").isdecimal() and sum(map(len, texts)) > 1:
            self.found.taken += number
            texts = [t for t in [texts[0][1:], *texts[1:]] if t]
        told: dict[str, list[tuple[Cell, Assigned]]] = {}
        for place, words in enumerate(texts):
            cell = _cell(words)
            name = "action" if place == 0 else _LOOKS.get(look_of(cell.text), "action_owner")
            if name not in told:
                column = Column(place, (), (cell,), profile((cell,)))
                told[name] = [(cell, Assigned(column, name, _SURE))]
        return told


def _at_edges(row: Line, others: Sequence[Line]) -> Line:
    """A row whose columns stand close, cut where the other rows' columns begin."""
    edges = [r.box.x0 for other in others for r in other[1:]]
    cut: Line = []
    for run in row:
        words: list[Word] = []
        for word in run.words:
            if words and word.bottom - words[-1].bottom < 1 and any(abs(word.x0 - e) < _SAME for e in edges):
                cut.append(Run(tuple(words)))
                words = []
            words.append(word)
        cut.append(Run(tuple(words)))
    return cut


def _far(before: Line, line: Line) -> bool:
    above, below = before[0].words[0], line[0].words[0]
    return above.page == below.page and below.top - above.bottom > _APART * below.font.size


def _cell(words: Sequence[Word]) -> Cell:
    pages = sorted({w.page for w in words})
    boxes = tuple((p, box_around([w for w in words if w.page == p])) for p in pages)
    return Cell(0, 0, 1, 1, pages[0], boxes, tuple(words), text_of(words), confidence=_SURE)


def _column(path: Sequence[str], words: Sequence[Word]) -> Column:
    cell = _cell(words)
    heading = tuple(Cell(0, 0, 1, 1, cell.page, cell.boxes, (), t, is_heading=True) for t in path)
    return Column(0, heading, (cell,), profile((cell,)))
