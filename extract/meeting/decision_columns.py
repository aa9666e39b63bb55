"""Decisions printed as forms without rules: labels in a column at the left, what they say hung beside them, reference and title above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.decision_cards import REF, DecisionCard, Form, Row, card_of, part_of_label
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.splitting import paragraph_pieces
from models.page import Word
from models.record import Field

SURE = 0.9  # how well a label must be covered by the words for a part
WIDE = 1.0  # times the size of type: so much white parts a label from what it says
NEAR = 3.0  # points: texts of one column begin so near each other
FEWEST = 3  # labels beside texts that begin at one edge
LONGEST_LABEL = 6  # words on one line


@dataclass(slots=True)
class _Line:
    """A printed line, parted at the edge of the texts."""

    left: list[Word]
    right: list[Word]
    across: bool = False  # its words run over the edge: it is no part of a form

    @property
    def says(self) -> str:
        return " ".join(w.text for w in self.left).strip(" :")


@dataclass(slots=True)
class _Open:
    """A row under construction: the words of its label, and of what it says."""

    label: list[Word]
    name: str | None
    said: list[Word] = field(default_factory=list)

    def row(self) -> Row:
        text = " ".join(w.text for w in self.label)
        return Row(Field(text.strip(" :"), tuple(self.label)), self.name, paragraph_pieces(self.said))


def decision_columns(pieces: Sequence[Piece]) -> list[DecisionCard]:
    """The decisions of some pieces; [] where no labels of decisions stand in a column, or one of the forms lacks a part."""
    printed = _printed([p for p in pieces if p.table is None])
    edge = _edge(printed)
    if edge is None:
        return []
    forms = [f for f in _forms([_parted(words, edge) for words in printed]) if f.known]  # prose may have a space there
    cards = [card_of(f) for f in forms]
    return cards if forms and all(f.decides for f in forms) and all(c.is_whole for c in cards) else []


def _printed(pieces: Sequence[Piece]) -> list[list[Word]]:
    """The words of the pieces as lines across the page, from top to bottom."""
    words = sorted((w for p in pieces for w in (*p.marker_words, *p.words)), key=lambda w: (w.page, w.bottom, w.x0))
    lines: list[list[Word]] = []
    for word in words:
        last = lines[-1][0] if lines else None
        if last is not None and last.page == word.page and abs(last.bottom - word.bottom) < 0.4 * word.font.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def _edge(lines: Sequence[Sequence[Word]]) -> float | None:
    """Where the texts beside known labels begin; None where too few labels agree on it."""
    found: Counter[int] = Counter()
    names: dict[int, set[str]] = {}
    places: dict[int, float] = {}
    for line in lines:
        cut = next((n for n in range(1, len(line)) if line[n].x0 - line[n - 1].x1 > WIDE * line[n].font.size), None)
        if cut is None or cut > LONGEST_LABEL:
            continue
        name = part_of_label(" ".join(w.text for w in line[:cut]), SURE)
        if name is not None:
            key = round(line[cut].x0 / NEAR)
            found[key] += 1
            names.setdefault(key, set()).add(name)
            places[key] = min(line[cut].x0, places.get(key, line[cut].x0))
    best = max(found, key=lambda key: found[key], default=None)
    return places[best] if best is not None and len(names[best]) >= FEWEST else None


def _parted(words: Sequence[Word], edge: float) -> _Line:
    left = [w for w in words if w.x0 < edge - NEAR]
    right = [w for w in words if w.x0 >= edge - NEAR]
    gap = right[0].x0 - left[-1].x1 if left and right else 0.0
    over = bool(left) and (left[-1].x1 > edge or (bool(right) and gap < 0.5 * left[-1].font.size))
    return _Line(left, right, across=over)


def _forms(lines: Sequence[_Line]) -> Iterator[Form]:
    form, row = Form(), None
    for line in lines:
        head = _head(line)
        if head is not None or line.across:
            form.rows.extend([row.row()] if row is not None else [])
            yield form
            form, row = Form(head, inside=False), None
            continue
        name = part_of_label(line.says, SURE) if line.left else None
        if line.left and row is not None and _goes_on(row, line, name):
            row.label.extend(line.left)
        elif line.left and (name is not None or (line.right and len(line.left) <= LONGEST_LABEL)):
            form.rows.extend([row.row()] if row is not None else [])
            row = _Open(line.left, name)
            if form.rows and name == form.rows[0].name and name is not None:  # the label that every form begins with
                yield form
                form = Form()
        elif line.left or row is None:
            form.rows.extend([row.row()] if row is not None else [])
            row = None
            continue
        if row is not None:
            row.said.extend(line.right)
    form.rows.extend([row.row()] if row is not None else [])
    yield form


def _head(line: _Line) -> Piece | None:
    """`PH/22/041    A grant for the hall`: a reference before a title in bold, over a form."""
    words = [*line.left, *line.right]
    if not words or not words[-1].font.bold or not words[0].font.bold:
        return None
    text = " ".join(w.text for w in words)
    match = REF.match(text)
    return replace(piece_of_words(words), bold=True) if match is not None and match.end() < len(text) else None


def _goes_on(row: _Open, line: _Line, name: str | None) -> bool:
    """Whether a label runs over two lines: `Alternative options` / `considered and rejected`."""
    whole = part_of_label(" ".join(w.text for w in (*row.label, *line.left)), SURE)
    below = line.left[0].top - row.label[-1].bottom < 0.8 * line.left[0].font.size
    if not below or line.left[0].page != row.label[-1].page or line.left[0].text[:1].isupper():
        return False
    row.name = whole or row.name
    return name is None or whole is not None
