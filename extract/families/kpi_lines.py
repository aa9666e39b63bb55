"""Indicators printed as lines of running text: `KPI 7: % of employees who … 56% (+0.1p.p.)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.meeting.pieces import piece_of_words
from models.page import Word
from models.record import Field, Printed

_LABEL = re.compile(r"(?<!\w)(?P<ref>(?:KPI|PI|Indicator|Measure)\s?\d{1,3}[a-z]?)\s*[:–-]\s*")
_SIGN = re.compile(r"(?<=\()([+–-])\s+(?=[\d.])")  # a sign that a line end took from its number
_RESULT = re.compile(
    r"[\s:–-]+(?P<result>(?:[<>≤≥]\s?)?[£€]?\d[\d.,]*\s?(?:%|[kmKM]|bn|days|hours|mins?)?(?:\s*\([^()]*\))?)\s*[.;]?\s*$"
)


def kpi_lines(words: Sequence[Word], title: Field | None, parent: Printed | None = None) -> Iterator[Printed]:
    """One record a labelled indicator among `words`; its last figure, with the change in brackets, is `current_text`."""
    piece = piece_of_words(words)
    labels = list(_LABEL.finditer(piece.text))
    for number, label in enumerate(labels):
        end = labels[number + 1].start() if number + 1 < len(labels) else len(piece.text)
        text = piece.text[label.end() : end]
        result = _RESULT.search(text)
        fields: dict[str, Field] = {} if title is None else {"scorecard": title}
        fields["ref"] = piece.field(*label.span("ref"))
        fields["kpi"] = piece.field(label.end(), label.end() + (result.start() if result else len(text.rstrip())), 0.92)
        if result:
            start, stop = result.span("result")
            current = piece.field(label.end() + start, label.end() + stop, 0.92)
            fields["current_text"] = replace(current, text=_SIGN.sub(r"\1", current.text))
        if fields["kpi"].text:
            yield Printed("kpis", fields, parent=parent, confidence=0.9)
