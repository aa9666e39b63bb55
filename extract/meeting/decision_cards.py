"""Decisions printed as cards or notices: labelled lines (`Decision reference`, `Date`, `Taken by`), a title and a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.pieces import Piece
from extract.wording import likeness, phrases
from models.page import Word
from models.record import Field

_LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z /()’'-]{1,40}?)\s*:\s*(?=\S)")
_REF = re.compile(r"(?=.*\d)[A-Za-z0-9 ./–—-]{2,24}(?:\s*\([a-z ]+\))?")
SURE = 0.9  # how well a label must be covered by the words for a column
LONGEST_LABEL = 5  # words
# what follows such a label is one line; reasons and alternatives go on
ONE_LINE = frozenset({"ref", "date", "by", "contact", "portfolio", "status", "confidential", "wards", "key", "call_in"})


OWN = frozenset({"ref", "title", "text"})  # parts that are columns of the decision itself


@dataclass(slots=True)
class DecisionCard:
    """One decision; its fields are named as the columns of a list of decisions, `labels` are what is printed over them."""

    fields: dict[str, Field] = field(default_factory=dict)
    labels: dict[str, Field] = field(default_factory=dict)
    taken: list[Word] = field(default_factory=list)  # labels of fields


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


def decision_cards(pieces: Sequence[Piece]) -> list[DecisionCard]:
    """The cards of some pieces; fewer than two labels a card, or no reference, are none."""
    lines = [line for piece in pieces if piece.table is None for line in _lines(piece)]
    first = next((line.label for line in lines if line.label in {"ref", "title"}), None)
    found: list[DecisionCard] = []
    labels: list[int] = []
    waits: str | None = None  # the label whose value stands on the next line
    goes_on: str | None = None
    for line in lines:
        if line.label == first and first is not None:
            found.append(DecisionCard())
            labels.append(0)
        if not found:
            continue
        card = found[-1]
        if line.label is not None:
            labels[-1] += 1
            name = "text" if line.label == "title" and "title" in card.fields else line.label
            name = _free_name(card, name)
            label = line.piece.field(line.start, line.value)
            card.labels[name] = replace(label, text=label.text.strip(" :"))
            card.taken.extend(label.words)
            waits, goes_on = (None, name) if line.text else (name, None)
            if line.text:
                _add(card, name, line)
        elif waits is not None:
            _add(card, waits, line)
            goes_on, waits = (waits if waits.split("+")[0] not in ONE_LINE else None), None
        elif goes_on is not None and goes_on.split("+")[0] not in ONE_LINE:
            _add(card, goes_on, line)
        else:
            name = "title" if "title" not in card.fields or _same_style(card, line) else "text"
            _add(card, name, line)
    whole = [c for c, n in zip(found, labels, strict=True) if n >= 2 and _is_whole(c)]
    return whole if len(whole) == len(found) else []


def _free_name(card: DecisionCard, name: str) -> str:
    """A name for a part that is neither reference, title nor text: a second date is a part of its own."""
    again = sum(known.split("+")[0] == name for known in card.labels)
    return f"{name}+{again}" if again and name not in OWN else name


def _is_whole(card: DecisionCard) -> bool:
    ref = card.fields.get("ref")
    return ref is not None and "title" in card.fields and _REF.fullmatch(ref.text) is not None


def _same_style(card: DecisionCard, line: _Line) -> bool:
    """Whether a line goes on with a bold title that has no text under it yet."""
    title = card.fields["title"]
    words = line.piece.words_in(line.value, line.end)
    bold = all(w.font.bold for w in (*title.words, *words))
    return bold and "text" not in card.fields and bool(words)


def _lines(piece: Piece) -> Iterator[_Line]:
    for start, end in piece.line_spans:
        match = _LABELLED.match(piece.text, start, end)
        column = _column(match["label"]) if match else None
        if match and column:
            yield _Line(piece, start, end, column, match.end())
        else:
            alone = _column(piece.text[start:end].strip(" :"))
            yield _Line(piece, start, end, alone, end if alone else start)


def _column(label: str) -> str | None:
    if not label or len(label.split()) > LONGEST_LABEL:
        return None
    scores = likeness(label, phrases("columns_decisions"))
    best = max(scores, key=lambda k: scores[k], default=None)
    return best if best is not None and scores[best] >= SURE else None


def _add(card: DecisionCard, name: str, line: _Line) -> None:
    more = line.piece.field(line.value, line.end, 0.85)
    known = card.fields.get(name)
    card.fields[name] = (
        more if known is None else Field(f"{known.text} {more.text}", known.words + more.words, confidence=0.85)
    )
