"""Items that are numbered paragraphs without headings: `1. The agenda was agreed.`, `2. AB reported …`, each with what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.meeting.pieces import Piece

FEWEST = 4  # items
LEVEL = 4.0  # points: the texts of one list stand at one edge
MOSTLY = 0.6  # share of the items that are sentences
SENTENCE = 7  # words


def numbered_sentences(pieces: Sequence[Piece], start: int) -> list[int]:
    """The pieces that count 1, 2, 3 … to the end of the text at one edge and are mostly sentences; [] where none do."""
    run: list[int] = []
    for i in range(start, len(pieces)):
        value = _value(pieces[i])
        if value is None or (run and abs(pieces[i].indent - pieces[run[0]].indent) > LEVEL):
            continue
        if value == len(run) + 1:
            run.append(i)
        elif run and value == 1:
            return []  # there are several such lists: those within items
    told = sum(_is_sentence(pieces[i]) for i in run)
    return run if len(run) >= FEWEST and told >= MOSTLY * len(run) else []


def headed_above(pieces: Sequence[Piece], told: Sequence[int]) -> set[int]:
    """Those of such items whose heading stands right above the number, in bold capitals: `BUSINESS PLANNER` over `4. The Committee …`;
    none where few have one."""
    found = {i for i in told if i and _is_head(pieces[i - 1])}
    return found if len(found) >= max(FEWEST, MOSTLY * len(told)) else set()


def _is_head(piece: Piece) -> bool:
    return piece.bold and piece.upper and not (piece.marker or piece.cells or piece.text.endswith((":", ":-")))


def _value(piece: Piece) -> int | None:
    number = (piece.marker or "").rstrip(".)")
    return int(number) if number.isdecimal() and number.isascii() and len(number) < 3 and piece.text else None


def _is_sentence(piece: Piece) -> bool:
    plain = not (piece.bold or piece.bold_head or piece.upper or piece.level)
    return plain and len(piece.text.split()) >= SENTENCE and "." in piece.text
