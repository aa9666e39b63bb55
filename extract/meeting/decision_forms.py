"""Decisions printed as ruled forms: each row a label and what it says, beside it, under it or behind it; over them reference and title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.decision_cards import OWN, DecisionCard
from extract.meeting.flow import cell_pieces
from extract.meeting.pieces import Piece
from extract.meeting.ranges import join_stretches
from extract.wording import fold, likeness, phrases
from models.record import Field
from models.table import Cell, Table

SURE = 0.8  # how well a label must be covered by the words for a column
LONGEST_LABEL = 14  # words: `Details of any alternative options considered and rejected …`
WIDEST = 6  # columns: labels and what they say, up to three times side by side
FEWEST = 3  # labels that are known, of a form
SHARE = 0.4  # of a column's cells that are known labels, if it is one of labels
LONGEST_HEAD = 240  # characters of the line that heads a form

# `CAB/24/087`, `D12`, `2025-031`, `PH 12/25`, with or without `Decision no.` before it. A year alone is none.
_REF = re.compile(
    r"(?:(?:decision|minute|item|notice|record|ref(?:erence)?|no|number)\b[ .:#]*)*"
    r"(?P<ref>(?!(?:part|section|stage|step|page|annex|form)\s)(?!(?:19|20)\d\d(?:\s?[-/–]\s?\d\d)?(?:\s(?![–—:-]\s)|$))(?:[A-Z]{1,6}\s)?"
    r"(?=[\w./–-]*\d)[A-Z\d]+(?:[./–-][A-Z\d]+)*[a-z]?)(?:\s*[:.–—-]+\s+|\s+|$)",
    re.IGNORECASE,
)
_LABEL_AND_MORE = re.compile(r"(?P<label>[A-Z][^:]{1,80}?)\s*:\s*(?=\S)")
_DECIDED = re.compile(r"\b(?:decisions?|decided|resol\w+|outcome)\b", re.IGNORECASE)
_BARE = frozenset({"decision", "decisions", "the decision", "decision(s)"})
_RATHER = frozenset({"reasons", "alternatives", "by", "call_in"})  # what decisions say, and hardly any front sheet


@dataclass(slots=True)
class _Row:
    """A label, the part of a decision that it names (None: no known one), and what stands beside it."""

    label: Field
    name: str | None
    values: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Form:
    """One form as it stands: the line over it, and its rows."""

    head: Piece | None = None
    inside: bool = True  # the head is a row of the form, no line above it
    rows: list[_Row] = field(default_factory=list)
    others: list[Piece] = field(default_factory=list)  # headings of its parts

    @property
    def known(self) -> set[str]:
        return {row.name for row in self.rows if row.name is not None}

    @property
    def decides(self) -> bool:
        """Whether a row says what was decided, and others what only decisions have; a report's front sheet does not."""
        said = any(
            row.name in {"title", "text"} and row.values and _DECIDED.search(row.label.text) for row in self.rows
        )
        return said and len(self.known) >= FEWEST - bool(self.known & _RATHER)


def decision_forms(table: Table, over: Piece | None = None) -> list[DecisionCard]:
    """The decisions of a table of labels, one or several in it; [] where it is another table. `over` is the heading above it."""
    labels = _label_columns(table)
    if not labels:
        return []
    forms = _whole(_forms(table, labels))
    if not forms or not all(f.decides for f in forms):
        return []
    if forms[0].head is None:
        forms[0].head, forms[0].inside = over, False
    cards = [_card(f) for f in forms]
    whole = all("title" in c.fields and ("ref" in c.fields or "text" in c.fields) for c in cards)
    return cards if whole else []


def _label_columns(table: Table) -> set[int]:
    """The columns that hold labels; set() where the table is no form."""
    if table.columns > WIDEST or table.rows < 2:
        return set()
    found: set[int] = set()
    for column in range(max(1, table.columns - 1)):
        cells = [c for c in table.cells if c.column == column and c.text]
        known = sum(label_of_part(c.text) is not None or _labelled(c) is not None for c in cells)
        if known >= 2 and known >= SHARE * len(cells):
            found.add(column)
    # labels side by side, without what they say between them, are the headings of a list
    return found if not any(c + 1 in found for c in found) else set()


def label_of_part(label: str) -> str | None:
    """The part of a decision that a label names."""
    if len(label) > 120 or len(label.split()) > LONGEST_LABEL:
        return None
    scores = likeness(label.rstrip(" :?"), phrases("columns_decisions"))
    best = max(scores, key=lambda k: scores[k], default=None)
    return best if best is not None and scores[best] >= SURE else None


def _labelled(cell: Cell) -> tuple[Field, str, list[Piece]] | None:
    """A label at the head of a cell with what it says behind or under it: `Decision: That …`."""
    pieces = list(cell_pieces(cell))
    if not pieces or pieces[0].marker:
        return None
    first = pieces[0]
    match = _LABEL_AND_MORE.match(first.text)
    end = match.end("label") if match else first.line_spans[0][1] if first.line_spans else 0
    name = label_of_part(first.text[:end])
    if name is None or (match is None and len(pieces) == 1 and end == len(first.text)):
        return None
    count = sum(1 for _, b in first.spans if b <= (match.end() if match else end))
    rest = [replace(first.part(count, len(first.words)), marker=None)] if count < len(first.words) else []
    label = first.field(0, end)
    return replace(label, text=label.text.rstrip(" :")), name, [*rest, *pieces[1:]]


def _forms(table: Table, labels: set[int]) -> Iterator[_Form]:
    form = _Form()
    first: str | None = None  # the label that every form begins with
    for row in range(table.rows):
        cells = [c for c in table.row(row) if c.text]
        if len(cells) == 1 and cells[0].column_span == table.columns:
            if form.rows and not form.rows[-1].values:
                form.rows[-1].values.extend(cell_pieces(cells[0]))
                continue
            if label_of_part(cells[0].text) is None and _labelled(cells[0]) is None:
                yield form
                form = _Form(next(iter(cell_pieces(cells[0])), None))
                continue
        for cell in cells:
            if cell.column not in labels:
                if form.rows:
                    form.rows[-1].values.extend(cell_pieces(cell))
                continue
            made = _row(cell, alone=len(cells) == 1)
            first = first or (made.name if made.name in {"ref", "title"} else None)
            if made.name == first is not None and first in form.known and first == form.rows[0].name:
                yield form
                form = _Form()
            form.rows.append(made)
    yield form


def _whole(forms: Iterator[_Form]) -> list[_Form]:
    """Forms without those that are a part of the one before: under a heading of their own, with other labels."""
    found: list[_Form] = []
    for form in forms:
        last = found[-1] if found else None
        again = last is not None and {fold(r.label.text) for r in last.rows} & {fold(r.label.text) for r in form.rows}
        if not form.rows and form.head is None:
            continue
        if last is None or not form.rows or again or (form.head is not None and _REF.match(form.head.text)):
            found.append(form)
            continue
        if form.head is not None:
            last.others.append(form.head)
        last.rows.extend(form.rows)
    return [f for f in found if f.rows]


def _row(cell: Cell, *, alone: bool) -> _Row:
    behind = _labelled(cell) if alone else None
    if behind is not None:
        return _Row(*behind)
    return _Row(Field(cell.text.rstrip(" :"), cell.words), label_of_part(cell.text))


def _card(form: _Form) -> DecisionCard:
    card = DecisionCard()
    card.taken.extend(w for p in form.others for w in (*p.marker_words, *p.words))
    if form.head is not None and len(form.head.text) <= LONGEST_HEAD:
        _head(card, form.head, form)
    rows = [row for row in form.rows if row.values]
    names = _named([(row.label.text, row.name) for row in rows], titled="title" in card.fields)
    for row, name in zip(rows, names, strict=True):
        name = _free(card, name or "part")
        card.labels[name] = row.label
        whole = [(i, 0, len(p.text)) for i, p in enumerate(row.values)]
        card.fields[name] = join_stretches(row.values, whole, 0.95, first=True)
        if name in OWN:
            card.taken.extend(row.label.words)
    card.taken.extend(w for row in form.rows if not row.values for w in row.label.words)
    return card


def _head(card: DecisionCard, head: Piece, form: _Form) -> None:
    """Reference and title of the line over a form, as far as its rows do not say them."""
    titled = any(r.name == "title" and fold(r.label.text) not in _BARE for r in form.rows)
    titled = titled or (not form.inside and {"title", "text"} <= form.known)
    match = None if "ref" in form.known else _REF.match(head.text)
    start = match.end() if match else 0
    if match:
        card.fields["ref"] = head.field(match.start("ref"), match.end("ref"), 0.9)
    if any(c.isalpha() for c in head.text[start:]) and not titled:
        card.fields["title"] = head.field(start, confidence=0.9)
    held = {w for f in card.fields.values() for w in f.words}
    card.taken.extend(w for w in (*head.marker_words, *head.words) if w not in held)


def _named(labels: Sequence[tuple[str, str | None]], *, titled: bool) -> list[str | None]:
    """The part that each label names, told by its fellows: `Decision` is the title where nothing else is, and the text elsewhere."""
    names = [name for _, name in labels]
    titles = [i for i, name in enumerate(names) if name == "title"]
    bare = [i for i in titles if fold(labels[i][0]) in _BARE]
    for i in titles if titled else bare if len(bare) < len(titles) else ():
        names[i] = "text"
    texts = [i for i, name in enumerate(names) if name == "text"]
    kept = next((i for i in texts if i in bare), None)
    if kept is None:
        kept = next((i for i in texts if _DECIDED.search(labels[i][0])), texts[0] if texts else None)
    for i in texts:
        if i != kept:
            names[i] = None
    return names


def _free(card: DecisionCard, name: str) -> str:
    """A name for a part: a second one that is not the decision's own stands beside the first."""
    again = sum(known.split("+")[0] == name for known in {*card.labels, *card.fields})
    return f"{name}+{again}" if again else name
