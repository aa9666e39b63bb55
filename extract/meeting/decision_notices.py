"""Decisions printed as notices: lines with labels (`Decision reference`, `Taken by:`), a title and a text, labelled or not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.meeting.decision_cards import BARE, OWN, DecisionCard, Form, Row, card_of, part_of_label
from extract.meeting.pieces import Piece
from extract.wording import fold
from models.record import Field

_LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z /()?’'-]{1,40}?)\s*:\s*(?=\S|$)")
_REF = re.compile(r"(?=.*\d)[A-Za-z0-9 ./–—-]{2,24}(?:\s*\([a-z ]+\))?")
SURE = 0.9  # how well a label must be covered by the words for a column; one in bold type need not be so well
LONGEST_LABEL = 5  # words; of one in bold type twice as many
# what follows such a label is one paragraph; reasons and alternatives go on
LEADING = 1.7  # times the size of type: lines further apart are two headings
LEAST_BOLD = 2  # characters of such a label
ONE_LINE = frozenset({"ref", "date", "by", "contact", "portfolio", "status", "confidential", "wards", "key", "call_in"})


@dataclass(frozen=True, slots=True)
class _Line:
    piece: Piece
    start: int
    end: int
    label: str | None  # the column that the line's label names
    value: int  # where in the piece what follows the label begins

    @property
    def text(self) -> str:
        return self.piece.text[self.value : self.end].strip()

    @property
    def says(self) -> str:
        """The label as it is compared."""
        return fold(self.piece.text[self.start : self.value])

    @property
    def top(self) -> float:
        return next((w.top for w in self.piece.words_in(self.start, self.end)), 0.0)

    @property
    def headed(self) -> bool:
        return self.label is None and (self.piece.bold or self.piece.level is not None)

    def part(self) -> Piece:
        """What the line says, as a piece; the marker of its paragraph stays with the paragraph's first words."""
        first = next((k for k, (_, b) in enumerate(self.piece.spans) if b > self.value), len(self.piece.words))
        last = sum(a < self.end for a, _ in self.piece.spans)
        return self.piece.part(first, last)


def decision_notices(pieces: Sequence[Piece]) -> list[DecisionCard]:
    """The notices of some pieces; [] where one of them lacks title or labels, or both reference and text."""
    lines = [line for piece in pieces if piece.table is None for line in _lines(piece)]
    first = _first_label(lines)
    starts = [n for n, line in enumerate(lines) if line.label is not None and line.says == first]
    starts = [_over_first(lines, start, starts[i - 1] if i else -1) for i, start in enumerate(starts)]
    found: list[DecisionCard] = []
    heads = [_head_above(lines, start, starts[i - 1] if i else -1) for i, start in enumerate(starts)]
    for i, start in enumerate(starts):
        stop = heads[i + 1] if i + 1 < len(starts) else len(lines)
        form = _form(lines[start:stop], headed=heads[i] < start)
        if heads[i] < start:
            form.head, form.inside = _joined(lines[heads[i] : start]), False
        found.append(card_of(form))
        labels = sum(line.label is not None for line in lines[start:stop])
        ref = found[-1].fields.get("ref")
        whole = found[-1].is_whole and labels >= 2 and (form.decides or ref is not None)
        if not whole or (ref is not None and _REF.fullmatch(ref.text) is None):
            return []
    return found


def _first_label(lines: Sequence[_Line]) -> str | None:
    """The label that every notice begins with: the first that is there as often as the decisions are."""
    labelled = [line for line in lines if line.label is not None]
    counts = Counter(line.says for line in labelled)
    often = max((counts[line.says] for line in labelled if line.label in OWN), default=0)
    return next((line.says for line in labelled if counts[line.says] == often), None)


def _over_first(lines: Sequence[_Line], start: int, before: int) -> int:
    """Where the labels of a notice begin: some have one more below their heading, before that which all begin with."""
    first = start
    while first - 1 > before and lines[first - 1].label in ONE_LINE and lines[first - 1].text:
        first -= 1
    return first if first - 1 > before and lines[first - 1].headed else start


def _head_above(lines: Sequence[_Line], start: int, before: int) -> int:
    """Where the heading right above a notice begins; `start` where there is none."""
    head = start
    while (
        head - 1 > before + 1 and lines[head - 1].headed and (head == start or _runs_on(lines[head - 1], lines[head]))
    ):
        head -= 1
    goes_on = (
        head > 0 and lines[head - 1].label is not None and not lines[head - 1].text
    )  # what the label above it says
    return start if goes_on else head


def _runs_on(above: _Line, below: _Line) -> bool:
    """Whether two lines are of one heading: of one paragraph, and no further apart than its lines are."""
    return above.piece is below.piece and below.top - above.top < LEADING * above.piece.size


def _joined(lines: Sequence[_Line]) -> Piece:
    piece = lines[0].piece
    first = next(k for k, (_, b) in enumerate(piece.spans) if b > lines[0].start)
    return piece.part(first, sum(a < lines[-1].end for a, _ in piece.spans))


def _form(lines: Sequence[_Line], *, headed: bool) -> Form:
    """The rows of one notice. What stands without a label below a part of one line is title, then text.

    `headed` where a heading over it is the title: then `Decision` is over the text, and what ends the page is neither.
    """
    form = Form()
    row: Row | None = None  # what goes on
    titled = any(line.label == "title" and (headed or line.says not in BARE) for line in lines)
    for n, line in enumerate(lines):
        if line.label is not None:
            label = line.piece.field(line.start, line.value)
            row = Row(replace(label, text=label.text.strip(" :")), line.label)
            form.rows.append(row)
            if line.text:
                row.values.append(line.part())
            continue
        wrapped = n > 0 and lines[n - 1].piece is line.piece and not line.headed
        if row is None or (row.values and row.name in ONE_LINE and not wrapped):
            row = _unlabelled(form, line, titled=titled)
        elif (
            row.name in OWN
            and row.label.text
            and row.values
            and line.headed
            and line.text.endswith(":")
            and not wrapped
        ):
            row = Row(replace(line.part().field(), text=line.text.rstrip(" :")), None)  # a label that nobody knows
            form.rows.append(row)
            continue
        row.values.append(line.part())
        if row.name == "title" and not row.label.text:
            row = None
    for row in form.rows:
        row.values = _run_on(row.values)
    return form


def _unlabelled(form: Form, line: _Line, *, titled: bool) -> Row:
    """The row that a line without a label begins, or goes on with: a bold title, and its text. `titled`: a label names the title."""
    if titled:
        if not form.rows or form.rows[-1].label.text:
            form.rows.append(Row(Field(""), None))
        return form.rows[-1]
    own = next((r for r in form.rows if r.name == "title"), None)
    title_goes_on = own is not None and not own.label.text and line.headed and form.rows[-1] is own
    if own is not None and title_goes_on:
        return own
    text = next((r for r in form.rows if r.name == "text"), None)
    if own is not None and text is not None:
        return text
    row = Row(Field(""), "title" if own is None else "text")
    form.rows.append(row)
    return row


def _run_on(values: Sequence[Piece]) -> list[Piece]:
    """The lines of one paragraph as one piece again."""
    found: list[Piece] = []
    for value in values:
        if found and value.marker is None and found[-1].words[-1].page == value.page and _follows(found[-1], value):
            last = found[-1]
            shift = len(last.text) + 1
            found[-1] = replace(
                last,
                text=f"{last.text} {value.text}",
                words=(*last.words, *value.words),
                spans=(*last.spans, *((a + shift, b + shift) for a, b in value.spans)),
                lines=(*last.lines, *((a + len(last.words), b + len(last.words)) for a, b in value.lines)),
            )
        else:
            found.append(value)
    return found


def _follows(above: Piece, below: Piece) -> bool:
    return below.words[0].top - max(w.bottom for w in above.words) < 0.8 * below.size


def _lines(piece: Piece) -> Iterator[_Line]:
    for start, end in piece.line_spans:
        match = _LABELLED.match(piece.text, start, end)
        column = _column(match["label"]) if match else None
        if match and column:
            yield _Line(piece, start, end, column, match.end())
            continue
        bold = piece.bold_head if start == 0 and not piece.bold else 0
        column = part_of_label(piece.text[:bold]) if LEAST_BOLD < bold < end else None
        if column is not None:  # `Decision` in bold type, and behind it what was decided
            yield _Line(piece, start, end, column, bold)
            continue
        alone = _column(piece.text[start:end].strip(" :"))
        yield _Line(piece, start, end, alone, end if alone else start)


def _column(label: str) -> str | None:
    return part_of_label(label, SURE) if label and len(label.split()) <= LONGEST_LABEL else None
