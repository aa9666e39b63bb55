"""A column of actions in a table of minutes, with who and when in the same cells or in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.meeting.action_labels import labelled_parts
from extract.meeting.action_words import in_brackets
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import words_of
from extract.remembering import remembered
from extract.wording import fold
from models.page import Word
from models.record import Field
from models.table import Table

NOTHING = re.compile(
    r"\W*(?:none|n/?a|nil|noted?|(?:no|nil) (?:further )?actions?(?: (?:required|needed))?)?\W*", re.IGNORECASE
)
_BRACKETED = re.compile(r"\([A-Z][^()]{1,60}\)\.?(?=\s+[A-Z])")
_SIGNED_OFF = re.compile(r"\s[–—-]\s[A-Z]{2,4}(?:\s?[/,&]\s?[A-Z]{2,4})*\.?(?=\s+[A-Z][a-z])")  # `… – AB Write to …`
_INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?(?:\s?[/,&]\s?[A-Z]{2,4})*")
LONG = 5  # words: more than a name, a post or a date
WRAPPED = 1.06  # times the smallest pitch: lines of one action
NEAR = 4.0  # points: an owner stands no higher above its action


def says_action(heading: str | None) -> bool:
    """Whether a column's heading is one of actions, which may hold who is to act alone or whole actions."""
    first = fold((heading or "").partition(":")[0].partition("(")[0])
    return first in words_of("minute_marks", "action")


@remembered(64)  # asked for every row of the table
def action_column(table: Table, text: int) -> int | None:
    """The column right of the `text` in which whole actions are written out; None where none is."""
    heads = [c for c in table.cells if (c.is_heading or c.row == 0) and says_action(c.text)]
    for column in range(text + 1, table.columns):
        if not any(c.column <= column <= c.last_column for c in heads):
            continue
        cells = [c for c in table.cells if c.column == column and c.text and not c.is_heading]
        cells = [
            c for c in cells if not NOTHING.fullmatch(c.text) and fold(c.text) not in words_of("minute_marks", "action")
        ]
        if cells and 2 * sum(len(c.text.split()) >= LONG for c in cells) >= len(cells):
            return column
    return None


def entries_of(pieces: Sequence[Piece], heading: str | None) -> list[Field]:
    """The paragraphs of a cell of actions: labels behind an action, and what goes on over a page break, are of the one above."""
    found: list[Field] = []
    for piece in pieces:
        initials = (
            piece.marker is not None and piece.marker.strip(".):").isupper() and len(piece.marker.strip(".):")) > 1
        )
        whole = piece.unmarked() if initials else piece
        *before, own = _parted(whole)
        found.extend(part.field(note=heading) for part in before)
        labels = labelled_parts(own.text)
        goes_on = own.text[:1].islower() and not piece.marker and found and found[-1].text[-1:] not in {".", ";", "?"}
        if found and (goes_on or (labels is not None and labels.end == 0)):
            words = found[-1].words + own.words
            found[-1] = Field(f"{found[-1].text} {own.text}", words, note=heading)
        elif own.words:
            found.append(own.field(note=heading))
    return found


def by_their_owners(actions: Sequence[Field], owners: Sequence[Field]) -> list[list[Field]] | None:
    """Actions one a line without a mark, as many as initials stand one a line beside them, each with its own; None where the
    lines do not come out so.
    """
    names = [line for field in owners for line in _lines(field.words)]
    lines = [line for field in actions for line in _lines(field.words)]
    if len(names) < 2 or len(names) == len(actions) or not all(_INITIALS.fullmatch(_text(line)) for line in names):
        return None
    starts = [n for n, line in enumerate(lines) if n == 0 or line[0].text[:1].isupper()]
    if len(starts) > len(names):  # of lines that begin with capitals those below white begin an action
        pitches = [b[0].top - a[0].top for a, b in pairwise(lines)]
        starts = [n for n in starts if n == 0 or pitches[n - 1] > WRAPPED * min(pitches)]
    if len(starts) != len(names):
        return None
    note = (actions[0].note, owners[0].note)
    groups: list[list[Field]] = []
    for name, a, b in zip(names, starts, [*starts[1:], len(lines)], strict=True):
        words = tuple(w for line in lines[a:b] for w in line)
        groups.append([Field(_text(words), words, note=note[0]), Field(_text(name), tuple(name), note=note[1])])
    return groups


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = []
    for word in words:
        if lines and lines[-1][-1].page == word.page and abs(lines[-1][-1].top - word.top) < 0.4 * word.font.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _text(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)


def _parted(piece: Piece) -> list[Piece]:
    """A paragraph that holds several actions, each with who and when in brackets at its end."""
    ends = [m.end() for m in _BRACKETED.finditer(piece.text) if in_brackets(piece.text[: m.end()], 0) is not None]
    ends += [m.end() for m in _SIGNED_OFF.finditer(piece.text)]
    cuts = [n for n, (a, _) in enumerate(piece.spans) if any(0 <= a - end <= 1 for end in ends)]
    places = [0, *(n for n in cuts if n), len(piece.words)]
    return [piece.part(a, b) for a, b in pairwise(places) if b > a] or [piece]


def over_pages(groups: Sequence[tuple[int, Sequence[Field]]]) -> list[tuple[int, Sequence[Field]]]:
    """The groups of entries by row; an action that a page break cut, row and all, is one."""
    found: list[tuple[int, Sequence[Field]]] = []
    for row, group in groups:
        before = found[-1][1] if found else ()
        first = group[0]
        if before and first.words and before[0].words and first.text[:1].islower():
            cut = before[0].words[-1].page + 1 == first.words[0].page and before[0].text[-1:] not in {".", ";", "?"}
            if cut and len(before[0].text.split()) >= LONG:
                whole = Field(f"{before[0].text} {first.text}", before[0].words + first.words, note=before[0].note)
                found[-1] = (found[-1][0], [whole, *before[1:], *group[1:]])
                continue
        found.append((row, group))
    return found


def row_of_text(table: Table, text: int | None, row: int) -> int:
    """The row in which the text begins that a row's actions stand beside: one text may span the rows of several actions."""
    over = (c for c in table.cells if c.column == text and c.row <= row <= c.last_row and c.row_span > 1)
    return next((c.row for c in over), row)


def with_owners(actions: Sequence[Field], others: Sequence[Sequence[Field]]) -> list[list[Field]]:
    """Each action with the entries of the other columns that are its own: as many as there are actions, or those on its height."""
    groups = [[action] for action in actions]
    for column in others:
        for n, field in enumerate(column):
            if len(column) == len(actions):
                groups[n].append(field)
                continue
            above = [i for i, action in enumerate(actions) if _place(action) <= _place(field, NEAR)]
            groups[above[-1] if above else 0].append(field)
    return groups


def _place(field: Field, slack: float = 0.0) -> tuple[int, float]:
    word = field.words[0]
    return word.page, word.top + slack
