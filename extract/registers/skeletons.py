"""Forms by their skeleton: what begins each risk, and the labels that every one of them repeats.

Nothing is asked of rules, boxes or colons: a text is a label because it stands in most forms at one edge in one type, and
because the labels known of risks are set so too. A reference in the head of the page begins a form as well as a bar does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf

from extract.looks import look_of
from extract.registers.blocks import reference_labels
from extract.registers.form_names import Name, name_in
from extract.registers.grids import Grid, grids_of
from extract.registers.layout import is_known
from extract.registers.marked_cells import Mark, marks_on
from extract.registers.pieces import SCROLL, Piece, Style, pieces_of
from extract.registers.slides import kind_of
from extract.text import BULLETS, text_of
from extract.wording import fold
from models.page import Word
from models.section import Section

_LONGEST = 8  # words of a label
_FEWEST = 3  # known labels of a form
_MOST = 0.6  # share of the forms that have what all have
_SCALE = 30.0  # points from a matrix within which the numbers of its scales stand
_MARGIN = 0.08  # share of the page's height in which running lines stand
_HEAD = 0.4  # share of the page in which a form begins that has the page to itself
_EDGE = 8.0  # points within which edges are one
_NO_LABEL = frozenset({"rating", "rag", "status", "trend", "name", "date", "digit", "number", "product", "initials"})


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A label where it stands; `said` are the words behind its colon on its own line."""

    piece: Piece
    words: tuple[Word, ...]
    said: tuple[Word, ...]

    @property
    def text(self) -> str:
        return text_of(self.words).rstrip(" :?")

    @property
    def key(self) -> str:
        return _key(self.words)


@dataclass(slots=True)
class Form:
    """One risk's form: its name, its labels and the other pieces, each from the top down."""

    name: Name | None
    labels: list[Label] = field(default_factory=list)
    texts: list[Piece] = field(default_factory=list)
    paragraphs: dict[int, object] = field(default_factory=dict)  # by each word's identity, the paragraph it is of
    marks: list[Mark] = field(default_factory=list)  # in the matrices that stand on it
    pitch: float = inf  # from line to line of one text, in sizes of its type


def forms_in(section: Section) -> list[Form]:
    """The forms of a section; [] where fewer than two are alike."""
    pieces = pieces_of(section)
    starts = _starts(pieces)
    if not starts:
        return []
    tops = _tops(section, starts)
    parts = [[p for p in pieces if a <= p.box.top < b] for a, b in pairwise(tops)]
    labels = _labels(parts)
    edges = _edges_of_pages(section, parts)
    matrices = [grid for page in section.pages for grid in grids_of(page)]
    parts = [[p for p in part if not any(_is_step(p, grid) for grid in matrices)] for part in parts]
    forms = [_form(part, name, labels, edges) for part, (_, name) in zip(parts, starts, strict=True)]
    marks = [mark for page in section.pages for mark in marks_on(page)]
    pitch = _pitch(forms)
    for form, (top, bottom) in zip(forms, pairwise(tops), strict=True):
        form.pitch = pitch
        form.marks = [m for m in marks if top <= m.page * SCROLL + m.box.top < bottom]
    paragraphs: dict[int, object] = {id(w): p for p in section.paragraphs for w in p.all_words}
    for form in forms:
        form.paragraphs = paragraphs
    return forms


def _key(words: Sequence[Word]) -> str:
    """A label's words, folded, without what stands in brackets behind them."""
    return fold(re.sub(r"(?<=\w)\s*\([^)]*\)?$", "", text_of(words).rstrip(" :?")).rstrip(" :?"))


def _pitch(forms: Sequence[Form]) -> float:
    """The least distance, in sizes of type, from line to line at one edge, of those that are usual in the forms."""
    steps = Counter(
        round((b.box.top - a.box.top) / b.size, 2)
        for form in forms
        for a, b in pairwise(form.texts)
        if a.cell is None and b.cell is None and abs(a.box.x0 - b.box.x0) < 1 and 0 < b.box.top - a.box.bottom < b.size
    )
    usual = [step for step, n in steps.items() if n >= max(2, 0.05 * sum(steps.values()))]
    return min(usual, default=inf)


def _is_step(piece: Piece, grid: Grid) -> bool:
    """Whether a piece stands in a matrix, or is a number of its scales."""
    if piece.page != grid.page:
        return False
    box, x, y = grid.box, piece.box.middle_x, piece.box.middle_y - piece.page * SCROLL
    if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom:
        return True
    near = box.x0 - _SCALE <= x <= box.x1 + _SCALE and box.top - _SCALE <= y <= box.bottom + _SCALE
    return near and all(w.text.strip("().").isdigit() for w in piece.words)


def split(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """What stands before a colon among the first words, and what behind it; all of a short text without one.

    A bracket behind a label (`Key controls (what are we doing about it?)`) is a part of it; a bulleted text is none.
    """
    if words[0].text in BULLETS:
        return (), ()
    bracket = next((n for n, w in enumerate(words) if n and w.text.startswith("(")), len(words))
    if bracket <= _LONGEST < len(words) <= 2 * _LONGEST and words[-1].text.rstrip("?:").endswith(")"):
        return tuple(words), ()
    for count, word in enumerate(words[:_LONGEST], start=1):
        if word.text.endswith(":") or (count > 1 and word.text in {":", "–"} and count < len(words)):
            return tuple(words[:count]), tuple(words[count:])
    return (tuple(words), ()) if len(words) <= _LONGEST else ((), ())


def _starts(pieces: Sequence[Piece]) -> list[tuple[Piece, Name | None]]:
    """The pieces that begin the forms: references alike and each once, or one label; those with most forms between them."""
    groups: dict[tuple[object, ...], list[tuple[Piece, Name | None]]] = {}
    sizes = Counter(round(p.size, 1) for p in pieces for _ in p.words)
    usual = 1.1 * max(sizes, key=lambda size: sizes[size], default=0.0)
    for piece in pieces:
        label, _ = split(piece.words)
        if label and _key(label) in reference_labels():
            groups.setdefault(("label", fold(text_of(label)), round(piece.box.x0 / _EDGE)), []).append((piece, None))
        elif (name := name_in(piece.words)) is not None and (piece.style[0] or piece.style[2] or piece.size > usual):
            letters = re.sub(r"[^A-Z].*", "", text_of(name.ref))
            counted = piece.words[-2].text == "of" if len(piece.words) > 2 else False
            look = (letters, counted, piece.style, round(piece.size), round(piece.box.x0 / _EDGE))
            groups.setdefault(look, []).append((piece, name))
    known = [(p.box.top, p.folded) for p in pieces if _is_known(p)]
    best: list[tuple[Piece, Name | None]] = []
    most = (0, 0)
    for key, group in groups.items():
        refs = [text_of(n.ref) for _, n in group if n is not None]
        tops = [p.box.top for p, _ in group]
        if len(group) < 2 or len(set(refs)) < len(refs):
            continue
        told = [len({t for y, t in known if a <= y < b}) for a, b in pairwise([*tops, tops[-1] + 2 * SCROLL])]
        full = sum(n >= _FEWEST for n in told)
        if full >= _MOST * len(group) and (full, bool(refs) - (key[1] is True)) > most:
            most, best = (full, bool(refs) - (key[1] is True)), group
    return best


def _is_known(piece: Piece) -> bool:
    text = _key(split(piece.words)[0])
    return bool(text) and any(c.isalpha() for c in text) and (is_known(text) or kind_of(text) is not None)


def _tops(section: Section, starts: Sequence[tuple[Piece, Name | None]]) -> list[float]:
    """Where each form begins, and where the last one ends. A form that has the page to itself begins at its top."""
    heights = {p.number: p.height for p in section.pages}
    pages = [p.page for p, _ in starts]
    at_head = all(p.box.top - p.page * SCROLL < _HEAD * heights[p.page] for p, _ in starts)
    own = at_head and len(set(pages)) == len(pages)
    tops = [p.page * SCROLL if own else p.box.top - 0.3 * p.size for p, _ in starts]
    longest = max(b - a for a, b in pairwise(pages))
    return [*tops, (pages[-1] + max(1, longest)) * SCROLL]


def _edges_of_pages(section: Section, parts: Sequence[Sequence[Piece]]) -> set[int]:
    """The pieces, by identity, that stand alike at the head or foot of most pages: running lines that a drawn page hides."""
    heights = {p.number: p.height for p in section.pages}
    found: dict[tuple[str, int], set[int]] = {}
    for number, part in enumerate(parts):
        for piece in part:
            top = piece.box.top - piece.page * SCROLL
            if not _MARGIN * heights[piece.page] < top < (1 - _MARGIN) * heights[piece.page]:
                found.setdefault((re.sub(r"\d+", "#", piece.folded), round(top / _EDGE)), set()).add(number)
    running = {key for key, forms in found.items() if len(forms) > _MOST * len(parts)}
    return {
        id(p)
        for part in parts
        for p in part
        if (re.sub(r"\d+", "#", p.folded), round((p.box.top - p.page * SCROLL) / _EDGE)) in running
    }


def _labels(parts: Sequence[Sequence[Piece]]) -> dict[str, set[Style]]:
    """Folded label -> the styles it is set in: what most forms repeat, and what is set like those of them that are known."""
    told: dict[str, set[int]] = {}
    styles: dict[str, Counter[Style]] = {}
    for number, part in enumerate(parts):
        for piece in part:
            label, _ = split(piece.words)
            key = _key(label)
            if key and any(c.isalpha() for c in key):
                told.setdefault(key, set()).add(number)
                styles.setdefault(key, Counter())[piece.style] += 1
    most = {key for key, forms in told.items() if len(forms) >= max(2, _MOST * len(parts))}
    known = {key for key in told if (is_known(key) or kind_of(key)) and look_of(key) not in _NO_LABEL}
    sure = [styles[key].most_common(1)[0][0] for key in most & known]
    of_labels = {style for style, n in Counter(sure).items() if n >= 2 or len(sure) < 4}
    strict = {s for s in of_labels if _of_labels_alone(s, parts, most | known)}
    found = {key: set(styles[key]) & (of_labels | {styles[key].most_common(1)[0][0]}) for key in most & known}
    for key in told.keys() - found.keys():
        own = set(styles[key]) & strict
        if own and (key in most or key in known):
            found[key] = own
    return found


def _of_labels_alone(style: Style, parts: Sequence[Sequence[Piece]], labels: set[str]) -> bool:
    """Whether what is set in a style is nearly always a label."""
    held = [p for part in parts for p in part if p.style == style]
    return sum(_key(split(p.words)[0]) in labels for p in held) > 0.7 * len(held)


def _form(part: Sequence[Piece], name: Name | None, labels: dict[str, set[Style]], running: set[int]) -> Form:
    form = Form(name)
    used = {id(w) for w in (*name.ref, *name.title, *name.taken)} if name is not None else set()
    for piece in part:
        words = [w for w in piece.words if id(w) not in used]
        if len(words) < len(piece.words):
            continue
        label = _label(piece, labels)
        if label is not None:
            form.labels.append(label)
        elif not piece.running and id(piece) not in running:
            form.texts.append(piece)
    if name is not None and not name.title:
        form.name = Name(name.ref, _beside(name, form), name.taken)
    return form


def _label(piece: Piece, labels: dict[str, set[Style]]) -> Label | None:
    before, behind = split(piece.words)
    key = _key(before)
    if piece.style not in labels.get(key, ()):
        return None
    return Label(piece, before, behind)


def _beside(name: Name, form: Form) -> tuple[Word, ...]:
    """The title on the line of a reference that stands alone, set as large."""
    first = name.ref[0]
    for piece in form.texts:
        level = abs(piece.words[0].bottom - first.bottom) < 0.5 * first.font.size and piece.page == first.page
        if level and piece.box.x0 > first.x1 and piece.size > 0.8 * first.font.size:
            form.texts.remove(piece)
            return piece.words
    return ()
