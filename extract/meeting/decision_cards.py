"""One published decision of labelled parts, whether its labels stand in a ruled form or in lines of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.meeting.pieces import Piece
from extract.meeting.ranges import join_stretches
from extract.wording import fold, likeness, phrases
from models.late import late
from models.page import Word
from models.record import Field

SURE = 0.8  # how well a label must be covered by the words for a column
LONGEST_LABEL = 14  # words: `Details of any alternative options considered and rejected …`
FEWEST = 3  # labels that are known, of a form
LONGEST_HEAD = 240  # characters of the line that heads a form
OWN = frozenset({"ref", "title", "text"})  # parts that are columns of the decision itself

# `CAB/24/087`, `D12`, `2025-031`, `PH 12/25`, with or without `Decision no.` or `Record of officer decision` before it.
# A year alone is none.
REF = late(
    r"(?:(?:officer|executive|delegated|key|urgent)\s+(?=decision\b)|record\s+of\s+(?=(?:\w+\s+)?decision\b)"
    r"|(?:decision|minute|item|notice|record|ref(?:erence)?|no|number)\b[ .:#]*)*"
    r"(?P<ref>(?!(?:part|section|stage|step|page|annex|form)\s)(?!(?:19|20)\d\d(?:\s?[-/–]\s?\d\d)?(?:\s(?![–—:-]\s)|$))"
    r"(?:[A-Z]{1,6}\s)?(?=[\w./–-]*\d)[A-Z\d]+(?:[./–-][A-Z\d]+)*[a-z]?)(?:\s*[:.–—-]+\s+|\s+|$)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\(?(?:\d{1,2}|[a-zA-Z])[.)]\s+|^\d{1,2}\s+(?=[A-Z])")
_DECIDED = re.compile(r"\b(?:decisions?|decided|resol\w+|outcome)\b", re.IGNORECASE)
BARE = frozenset({"decision", "decisions", "the decision", "decision(s)"})
_RATHER = frozenset({"reasons", "alternatives", "by", "call_in"})  # what decisions say, and hardly any front sheet


@dataclass(slots=True)
class DecisionCard:
    """One decision; its fields are named as the columns of a list of decisions, `labels` are what is printed over them."""

    fields: dict[str, Field] = field(default_factory=dict)
    labels: dict[str, Field] = field(default_factory=dict)
    taken: list[Word] = field(default_factory=list)  # labels of fields

    @property
    def is_whole(self) -> bool:
        return "title" in self.fields and ("ref" in self.fields or "text" in self.fields)


@dataclass(slots=True)
class Row:
    """A label, the part of a decision that it names (None: no known one), and what it says."""

    label: Field
    name: str | None
    values: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Form:
    """The parts of one decision as they stand: the line over them, and rows."""

    head: Piece | None = None
    inside: bool = True  # the head is a row of the form, no line above it
    rows: list[Row] = field(default_factory=list)
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


def part_of_label(label: str, sure: float = SURE) -> str | None:
    """The part of a decision that a label names, its number left out."""
    label = _NUMBERED.sub("", label).rstrip(" :?.")
    if not label or len(label) > 120 or len(label.split()) > LONGEST_LABEL:
        return None
    scores = likeness(label, phrases("columns_decisions"))
    best = max(scores, key=lambda k: scores[k], default=None)
    return best if best is not None and scores[best] >= sure else None


def card_of(form: Form) -> DecisionCard:
    """The decision of a form: each of its rows one field."""
    card = DecisionCard()
    card.taken.extend(w for p in form.others for w in (*p.marker_words, *p.words))
    if form.head is not None and len(form.head.text) <= LONGEST_HEAD:
        _head(card, form.head, form)
    rows = [row for row in form.rows if row.values]
    names = _named([(row.label.text, row.name) for row in rows], titled="title" in card.fields)
    for row, name in zip(rows, names, strict=True):
        name = _free(card, name or "part")
        card.labels[name] = replace(row.label, text=_NUMBERED.sub("", row.label.text))
        whole = [(i, 0, len(p.text)) for i, p in enumerate(row.values)]
        card.fields[name] = join_stretches(row.values, whole, 0.95, first=True)
        if name in OWN:
            card.taken.extend(row.label.words)
    card.taken.extend(w for row in form.rows if not row.values for w in row.label.words)
    return card


def _head(card: DecisionCard, head: Piece, form: Form) -> None:
    """Reference and title of the line over a form, as far as its rows do not say them."""
    titled = any(r.name == "title" and _plain(r.label) not in BARE for r in form.rows)
    titled = titled or (not form.inside and {"title", "text"} <= form.known)
    match = None if "ref" in form.known else REF.match(head.text)
    start = match.end() if match else 0
    if match:
        card.fields["ref"] = head.field(match.start("ref"), match.end("ref"), 0.9)
    if any(c.isalpha() for c in head.text[start:]) and not titled:
        card.fields["title"] = head.field(start, confidence=0.9)
    held = {w for f in card.fields.values() for w in f.words}
    card.taken.extend(w for w in (*head.marker_words, *head.words) if w not in held)


def _plain(label: Field) -> str:
    return fold(_NUMBERED.sub("", label.text))


def _named(labels: Sequence[tuple[str, str | None]], *, titled: bool) -> list[str | None]:
    """The part that each label names, told by its fellows: `Decision` is the title where nothing else is, and the text elsewhere."""
    names = [name for _, name in labels]
    titles = [i for i, name in enumerate(names) if name == "title"]
    bare = [i for i in titles if fold(_NUMBERED.sub("", labels[i][0])) in BARE]
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
