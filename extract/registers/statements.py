"""A short title and a sentence in one cell: `Case backlog` in bold, and below or behind it what could happen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from extract.registers.labels import labelled_parts
from extract.registers.rows import RiskRows, Sourced
from extract.text import join_lines, lines_of, text_of
from models.page import Font, Word

_FEWEST = 2  # risks that say so
_MOST = 0.75  # of a register's risks print it so at least where the type tells; of a line alone all have to
_LONGEST_TITLE = 14  # words
_SHORTEST_REST = 3  # words of the sentence
_ALONE = 3  # risks at least where nothing but the end of the line tells
_SURE, _BY_LINE = 0.95, 0.8
_LARGER = 0.4  # points
_BETWEEN = frozenset({"-", "–", "—", ":", "|", "/", "•"})


def with_descriptions(risks: Sequence[RiskRows]) -> None:
    """Part title and description of the risks of one register where one column holds both, one behind the other.

    What tells them apart is the type (a bold head, a larger one) in nearly all of them, or a first line that ends
    short in all.
    """
    names = {name for risk in risks for name in ("title", "description") if name in risk.cells}
    if len(risks) < _FEWEST or len(names) != 1:
        return
    name = names.pop()
    stated = [risk for risk in risks if risk.text(name)]
    for head, enough, fewest, sure in ((_set_apart, _MOST, _FEWEST, _SURE), (_first_line, 1.0, _ALONE, _BY_LINE)):
        heads = [head(risk.cells[name]) for risk in stated]
        heads = [0 if n and _is_labelled(risk.cells[name]) else n for n, risk in zip(heads, stated, strict=True)]
        if sum(map(bool, heads)) >= max(fewest, enough * len(stated)):
            for risk, count in zip(stated, heads, strict=True):
                if count:
                    _part(risk, name, count, sure)
            return


def _is_labelled(sourced: Sequence[Sourced]) -> bool:
    """Whether a cell begins with the label of a part of it (`Cause: …`), which is no title."""
    parts = labelled_parts([cell for cell, _ in sourced])
    return bool(parts) and None not in parts


def _words(sourced: Sequence[Sourced]) -> list[Word]:
    return [w for cell, _ in sourced for w in cell.words]


def _set_apart(sourced: Sequence[Sourced]) -> int:
    """How many words at the head of a cell are set in a type of their own, which nothing behind them goes on with."""
    words = _words(sourced)
    count = next((i for i, w in enumerate(words) if not _alike(w.font, words[0].font)), 0) if words else 0
    head, rest = words[:count], words[count:]
    if not 0 < count <= _LONGEST_TITLE or len(rest) < _SHORTEST_REST or not any(c.isalpha() for c in text_of(head)):
        return 0
    one, other = words[0].font, rest[0].font
    stronger = one.bold > other.bold or one.size > other.size + _LARGER
    begins = rest[0].top > head[-1].top + 0.5 * one.size
    # inside a sentence a word may be set in bold: what follows a title begins anew
    opens = next((w.text[:1] for w in rest if w.text not in _BETWEEN), "")
    stops = head[-1].text[-1:] in {".", ":"} or rest[0].text in _BETWEEN or opens.isupper()
    apart = begins or stops if stronger else begins
    return count if apart and head[-1].text[-1:] != "," else 0


def _alike(a: Font, b: Font) -> bool:
    """Whether two words are set alike: as heavy, as large, as upright, in one colour."""
    return (a.bold, a.italic, a.colour) == (b.bold, b.italic, b.colour) and abs(a.size - b.size) < _LARGER


def _first_line(sourced: Sequence[Sourced]) -> int:
    """How many words stand on a first line that ends though the next word had room on it, before a sentence."""
    cell, _ = sourced[0]
    page = cell.page
    lines = [line for line in lines_of([w for w in cell.words if w.page == page]) if line]
    if len(lines) < 2 or not cell.boxes:
        return 0
    first, second = lines[0], lines[1]
    rest = [*chain.from_iterable(lines[1:])]
    right = max(box.x1 for p, box in cell.boxes if p == page)
    room = right - first[-1].x1 - first[-1].font.size
    short = room > 1.5 * (second[0].x1 - second[0].x0) + first[-1].font.size
    phrase = (
        len(first) <= 8 and first[-1].text[-1:] not in {".", ",", ";", "-", "–"} and not first[0].text[:1].islower()
    )
    sentence = second[0].text[:1].isupper() and len(rest) >= 6 and rest[-1].text[-1:] == "."
    return len(first) if short and phrase and sentence else 0


def _part(risk: RiskRows, name: str, count: int, sure: float) -> None:
    """The first `count` words of a cell are the title, the rest the description."""
    sourced = risk.cells.pop(name)
    cell, column = sourced[0]
    head = list(cell.words[:count])
    while len(head) > 1 and head[-1].text in _BETWEEN:
        head.pop()
    behind = list(cell.words[count:])
    while len(behind) > 1 and behind[0].text in _BETWEEN:
        behind.pop(0)
    said, whole = cell.text.split(), len(cell.words)  # words healed in the cell stay healed where they are as many
    texts = (" ".join(said[: len(head)]), " ".join(said[whole - len(behind) :])) if len(said) == whole else None
    first, second = texts or (_text(head), _text(behind))
    titled = replace(cell, words=tuple(head), text=first.rstrip(" :–—-"), confidence=cell.confidence * sure)
    described = replace(cell, words=tuple(behind), text=second, fill=None, confidence=cell.confidence * sure)
    risk.cells["title"] = [(titled, column)]
    risk.cells["description"] = [(described, column), *sourced[1:]] if behind else sourced[1:]
    between = {id(w) for w in (*head, *behind)}
    risk.taken += [w for w in cell.words if id(w) not in between]


def _text(words: Sequence[Word]) -> str:
    pages = sorted({w.page for w in words})
    return join_lines(text_of([w for w in words if w.page == page]) for page in pages)
