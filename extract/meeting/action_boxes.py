"""Actions in small boxes between the paragraphs of an item: who, by when and what side by side, in cells without headings,
or under the same headings (`Action | Owner | By when`) in one item after the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.meeting.action_columns import says_action
from extract.meeting.action_words import DATED, looks_like_owner
from extract.meeting.names import is_body
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.splitting import cell_pieces
from extract.meeting.vocabulary import words_of
from extract.wording import fold
from models.record import Field
from models.section import Block
from models.table import Cell, Table

MOST_ROWS = 12
MOST_HEADED = 5  # rows of a table with headings, these counted
MOST_COLUMNS = 4
FEWEST_WORDS = 3  # of what is to be done
LONGEST_BODY = 5  # words: `Web group`
LONGEST = 60  # characters of who, or of when
_TO_DO = re.compile(r"to\s+[a-z]")  # `to write a note`
_WHEN = re.compile(r"(?:by|before|due|next|end of|asap|a\.s\.a\.p|soon|immediate|ongoing|continuing|tbc|tbd)\b", re.I)
_INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?(?:\s*[,;/&+]\s*[A-Z]{2,4}[a-z]?)*")
WHO, WHEN = "Who", "When"  # what such columns are called where they are called anything


@dataclass(frozen=True, slots=True)
class _Boxed:
    """The cells of one action, and that of a label (`Action`) before them."""

    what: Cell
    who: Cell
    when: Cell | None
    label: Cell | None


def action_pieces(table: Table) -> list[Piece]:
    """The actions of a box, each what is to be done with who and when beside it; [] where a table is no such box."""
    if table.rows > MOST_ROWS or not 2 <= table.columns <= MOST_COLUMNS or table.heading_rows:
        return []
    rows = [_boxed([c for c in table.row(row) if c.text]) for row in range(table.rows)]
    told = [row for row in rows if row is not None]
    return list(_pieces(told)) if told and len(told) == len(rows) else []


def action_tables(blocks: Sequence[Block]) -> frozenset[int]:
    """The identities of small tables that are headed alike, each of actions with who and when: a log of them is one table, not several."""
    heads: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for block in blocks:
        if (
            isinstance(block, Table)
            and block.heading_rows == 1
            and block.rows <= MOST_HEADED
            and block.columns <= MOST_COLUMNS
        ):
            heading = tuple(fold(c.text) for c in block.row(0))
            if (
                len(heading) > 1
                and heading[0].startswith("action")
                and all(block.row(r)[0].text for r in range(1, block.rows))
            ):
                heads[heading].append(id(block))
    known = words_of("minute_columns", "owner"), words_of("minute_columns", "due")
    return frozenset(
        one
        for (_, who, *when), alike in heads.items()
        for one in alike
        if len(alike) > 1 and who in known[0] and all(w in known[1] for w in when)
    )


def headed_pieces(table: Table) -> list[Piece]:
    """The actions of such a table."""
    rows = [table.row(row) for row in range(1, table.rows)]
    told = [
        _Boxed(row[0], row[1], row[2] if len(row) > 2 and row[2].text else None, None) for row in rows if len(row) > 1
    ]
    return list(_pieces(told))


def _boxed(cells: Sequence[Cell]) -> _Boxed | None:
    label = cells[0] if cells and says_action(cells[0].text) else None
    own = cells[1:] if label is not None else cells
    if not 2 <= len(own) <= 3:
        return None
    what = max(own, key=lambda c: len(c.text))
    others = [c for c in own if c is not what]
    when = next((c for c in others if _is_when(c.text)), None)
    who = next((c for c in others if c is not when), None)
    if who is None or len(others) - (when is not None) != 1 or not _is_who(who.text):
        return None
    short = len(what.text.split()) < FEWEST_WORDS or what.text[0].isdecimal()
    # in an imperative (`Write a note`) an action shows by who and when beside it alone
    sure = _TO_DO.match(what.text) or label is not None or (when is not None and _INITIALS.fullmatch(who.text))
    return _Boxed(what, who, when, label) if sure and not short else None


def _is_who(text: str) -> bool:
    named = looks_like_owner(text) or (text[0].isupper() and len(text.split()) <= LONGEST_BODY and is_body(text))
    return named and len(text) <= LONGEST


def _is_when(text: str) -> bool:
    return len(text) <= LONGEST and (DATED.match(text) or _WHEN.match(text)) is not None


def _pieces(rows: Sequence[_Boxed]) -> Iterator[Piece]:
    for row in rows:
        own = cell_pieces(row.what)
        piece = own[0].unmarked() if len(own) == 1 else piece_of_words(row.what.words)
        if row.label is not None:
            piece = replace(piece, marker=row.label.text, marker_words=row.label.words)
        who = Field(row.who.text, row.who.words, note=WHO)
        when = (Field(row.when.text, row.when.words, note=WHEN),) if row.when is not None else ()
        yield replace(piece, aside=(who, *when), starts_row=True)
