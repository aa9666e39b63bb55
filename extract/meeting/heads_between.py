"""Items among headed and numbered ones that are set otherwise: told in one sentence without a heading, or headed without a number.

`2. No interests were declared.` stands between `1. APOLOGIES` and `3. MINUTES` in bold; `OPEN FORUM` stands behind the last
number, or between two, at the edge where the numbers begin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extract.meeting.chains import ALIGNED, Candidate
from extract.meeting.fates import tells_fate
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

FEWEST = 4  # numbered headings
MOSTLY = 0.7  # share of the numbered items whose headings are set apart
EDGE = 3.0  # points: a heading without a number begins where the numbers do
HUNG = 8.0  # points: text that is set in from the numbers
LONGEST = 8  # words of a heading without a number
TOLD = 4  # words: a sentence has no fewer
OFTEN = 0.5  # as many headings without a number for each with one: more are those of parts
_TELLS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|be|made|no|none|nothing|there|declared|received|noted|agreed|gave|will)\b",
    re.IGNORECASE,
)
# Over what an item tells, and what is proposed or resolved in it: `COMMITTEE RESOLUTION AB2023/28`
PROPOSES = re.compile(
    r"(?:[\w’']+\s+){0,2}recommendations?$|executive summary$|background$|purpose$"
    r"|(?:[\w’']+\s+){0,2}(?:resolution|motion|amendment|decision|recommendation)s?\s+(?:no\.?\s*|number\s+|#)?\S*\d",
    re.IGNORECASE,
)
# Heads what is bound behind the items, or is signed.
BEHIND = re.compile(
    r"(?:appendix|annex|schedule|attachment|action|signed|chair|mayor|clerk|notes?|distribution|circulation|copies|initials)\b",
    re.IGNORECASE,
)


def is_told(piece: Piece) -> bool:
    """Whether a numbered piece is a sentence in plain type that tells what happened: no heading."""
    text = piece.text.strip()
    plain = not (piece.bold or piece.bold_head or piece.upper or piece.level)
    return plain and text.endswith(".") and len(text.split()) >= TOLD and _TELLS.search(text) is not None


def told_between(pieces: Sequence[Piece], chain: Sequence[Candidate]) -> dict[int, str]:
    """The pieces, with their numbers, that tell an item in a sentence where most items have a heading in bold or capitals."""
    heads = {c.index for c in chain}
    plain = [(i, p) for i, p in enumerate(pieces) if p.marker and not p.bold and p.level is None and i not in heads]
    if (not plain and all(c.styled for c in chain)) or not _set_apart(pieces, chain):
        return {}
    found = {c.index: c.number for c in chain if not c.styled and is_told(pieces[c.index])}
    values = {c.value for c in chain}
    edge = median(c.left for c in chain)
    told = [(i, n) for i, p in plain if (n := _value(p)) is not None and n not in values]
    ends = [(c.index, c.value) for c in chain]
    behind = (len(pieces), chain[-1].value + len(pieces))
    for (low, first), (high, last) in zip([(-1, 0), *ends], [*ends, behind], strict=True):
        due = first + 1
        for i, value in told:
            near = low < i < high and value == due < last and abs(pieces[i].left - edge) <= ALIGNED
            if near and is_told(pieces[i]):
                found[i] = str(value)
                due += 1
    return found


def heads_without_number(pieces: Sequence[Piece], chain: Sequence[Candidate]) -> list[int]:
    """The headings without numbers that stand at the edge of the numbers and are set apart from the text as numbered ones are."""
    heads = {c.index for c in chain}
    first, last = chain[0].index, chain[-1].index
    bold = [
        i for i, p in enumerate(pieces[:-1]) if p.bold and i > first and not p.marker and not p.centred and not p.table
    ]
    if not bold or not _set_apart(pieces, chain):
        return []
    if not all(pieces[c.index].marker and pieces[c.index].bold for c in chain if c.styled):
        return []
    edge = median(c.left for c in chain)
    texts = [p for p in pieces[first : last + 1] if not p.bold and p.marker is None and p.words and p.table is None]
    hung = bool(texts) and sum(p.left > edge + HUNG for p in texts) >= MOSTLY * len(texts)
    found = [
        i
        for i in bold
        if i - 1 not in heads
        and _heads(pieces[i], edge, hung)
        and _leads(pieces[i + 1], i > last)
        and not (i > last and BEHIND.match(pieces[i].text))
    ]
    items = [sum(h < i for h in heads) for i in found]
    lone = [i for i, n in zip(found, items, strict=True) if items.count(n) == 1]
    return lone if len(lone) <= OFTEN * len(chain) else []


def _set_apart(pieces: Sequence[Piece], chain: Sequence[Candidate]) -> bool:
    if len(chain) < FEWEST or any(c.key != ("", "", False) for c in chain):
        return False
    return sum(pieces[c.index].bold or pieces[c.index].upper for c in chain) >= MOSTLY * len(chain)


def _value(piece: Piece) -> int | None:
    number = (piece.marker or "").rstrip(".)")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else None


def _heads(piece: Piece, edge: float, hung: bool) -> bool:
    """Whether a bold piece is such a heading. Mixed case is enough where all other text is set in from the numbers (`hung`)."""
    if abs(piece.left - edge) > EDGE or not (piece.upper or hung) or piece.beside or piece.label:
        return False
    text = piece.text.strip()
    return (
        len(text.split()) <= LONGEST
        and text[-1:].isalnum()
        and len(fold(text)) > 3
        and fold(text) not in vocabulary("attendance_headings")
        and fold(text) not in vocabulary("minute_marks")
        and not tells_fate(text)
        and PROPOSES.match(text) is None
    )


def _leads(piece: Piece, late: bool) -> bool:
    """Whether a piece is the text of an item. `late`: behind the last number, where it must be a sentence."""
    if piece.bold or piece.level is not None or piece.beside or not piece.text:
        return False
    return not late or (piece.text.rstrip().endswith(".") and len(piece.text.split()) > LONGEST)
