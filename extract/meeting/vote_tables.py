"""Votes that are recorded in a table: a column or a row for each side, or a mark for each member under a side."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece, piece_of_words
from extract.meeting.vote_rows import TOTALS, Figures, figures_of
from extract.wording import fold
from models.page import Word
from models.table import Cell, Table

_SIDES = (
    (
        "For the amendment",
        re.compile(r"\bfor\s+(?:the\s+)?(?:\w+\s+)?amendment\b|^(?:the\s+)?amendment$", re.IGNORECASE),
    ),
    ("For the motion", re.compile(r"^(?:the\s+)?(?:original\s+)?motion$", re.IGNORECASE)),
    ("For", re.compile(r"\b(?:for|in favou?r|ayes?|yeas?|yes)\b", re.IGNORECASE)),
    ("Against", re.compile(r"\b(?:against|noes|nays?|no|opposed)\b(?!\s+vot)", re.IGNORECASE)),
    ("Abstentions", re.compile(r"\babst(?:ain|ent)\w*", re.IGNORECASE)),
    ("Absent", re.compile(r"\b(?:absent|excused)\b", re.IGNORECASE)),
    ("Not voting", re.compile(r"\b(?:not voting|no vote|declined to vote|did not vote|recused)\b", re.IGNORECASE)),
)
_SAID = {
    "for": "For", "yes": "For", "y": "For", "aye": "For", "yea": "For", "in favour": "For", "in favor": "For",
    "against": "Against", "no": "Against", "n": "Against", "nay": "Against", "opposed": "Against",
    "abstain": "Abstentions", "abstained": "Abstentions", "abs": "Abstentions", "abstention": "Abstentions", "a": "Abstentions",
    "absent": "Absent", "excused": "Absent", "ab": "Absent", "exc": "Absent",
    "not voting": "Not voting", "recused": "Not voting", "did not vote": "Not voting", "nv": "Not voting",
}  # fmt: skip
_PLAIN = frozenset({"yes", "no", "y", "n", "a", "absent", "ab"})  # said of other things too
_ON_VOTE = re.compile(r"\bvot|\bmotion|\bamendment|\bresolution|\bdivision|\bballot|\broll", re.IGNORECASE)
LONGEST_SIDE = 5  # words of a heading that names a side
MOST_ROWS = 80
LEAST_MEMBERS = 3  # in a column that says of each member how they voted
MARKS = frozenset({"x", "✓", "✔", "√", "y", "•", "1", "tick"})
_COUNTED = re.compile(r"\(?\b\d{1,3}\)?")
_BRACKETED = re.compile(r"\(\d{1,3}\)")
_NOBODY = frozenset({"none", "nil", "nobody"})
_AND = frozenset({"and", "&"})  # before the last of a list of names
_COUNT = re.compile(r"(?:total:?\s*)?(\d{1,3})", re.IGNORECASE)


def vote_pieces(table: Table) -> list[Piece]:
    """The sides of a vote as pieces of text (`For (2): A Holt, J Rao`); [] where a table records none."""
    if table.rows > MOST_ROWS or table.columns < 2:
        return []
    by_column = _sides(table.row(0))
    if is_opposed(by_column) and not _says_sides(table, by_column):
        members = [table.row(r) for r in range(1, table.rows)]
        if by_motion := figures_of({c.column: side for side, c in by_column.items()}, members):
            return motion_pieces(by_motion, table)
        sided = {c.column for c in by_column.values()}
        marked = 0 not in sided and sum(any(c.column in sided and _is_mark(c) for c in row) for row in members) >= 2
        told = _marked(by_column, members) if marked else _listed(by_column, members)
        return [side_piece(side, cell.words, names, count, table) for side, cell, names, count in told]
    by_row = _sides([c for c in table.cells if c.column == 0])
    if is_opposed(by_row) and len(by_row) >= table.rows - 1:
        found = []
        for side, cell in by_row.items():
            beside = [c for c in table.row(cell.row) if c is not cell and c.text]
            names, count = _names_and_count(beside)
            found.append(side_piece(side, cell.words, names, count, table))
        return found
    return _in_cells(table) or _by_member(table) or _across(table)


def _says_sides(table: Table, heads: dict[str, Cell]) -> bool:
    """Whether the cells below such headings say of each member for or against: a column for each vote."""
    below = {c.column for c in heads.values()}
    said = [_SAID.get(fold(c.text)) for c in table.cells if c.row and c.column in below and c.text]
    return "For" in said and "Against" in said


def _in_cells(table: Table) -> list[Piece]:
    """Sides that head their own cells, the names below in the same cell: `For the Motion (7)` over `Councillors A, B and C`."""
    cells = [c for c in table.cells if c.text]
    heads: list[list[Word]] = []
    named: list[str] = []
    for cell in cells:
        head = _first_line(cell)
        side = side_named(_COUNTED.sub("", " ".join(w.text for w in head)).strip(" :"))
        if side is None or side in named:
            return []  # of nearly all tables the first cell says so
        heads.append(head)
        named.append(side)
    if len(cells) < 2:
        return []
    found: list[Piece] = []
    for cell, head in zip(cells, heads, strict=True):
        for words in (head, cell.words[len(head) :]):
            found.extend([replace(piece_of_words(words), table=table)] if words else [])
    return found if is_opposed(sides_in_order(named)) else []


def _first_line(cell: Cell) -> list[Word]:
    top = cell.words[0] if cell.words else None
    return [w for w in cell.words if top is not None and w.page == top.page and w.top - top.top < 0.5 * w.font.size]


def is_opposed(sides: Collection[str]) -> bool:
    """Whether the two sides of a vote are among some."""
    return {"For", "Against"} <= set(sides) or {"For the motion", "For the amendment"} <= set(sides)


def _by_member(table: Table) -> list[Piece]:
    """A row for each member, a column for each vote, in its cells what the member said: `Aye`, `Nay`, `Absent`."""
    columns: list[tuple[int, dict[str, list[Cell]]]] = []
    for column in range(1, table.columns):
        cells = [c for c in table.cells if c.column == column and c.text and not c.is_heading and c.row > 0]
        said = [(c, _SAID.get(fold(c.text))) for c in cells]
        by_side: dict[str, list[Cell]] = {}
        for cell, side in said:
            if side is not None:
                by_side.setdefault(side, []).append(cell)
        voted = {"For", "Against"} & set(by_side) if _is_vote(table, column, cells) else set()
        if voted and len(cells) >= LEAST_MEMBERS and sum(map(len, by_side.values())) == len(cells):
            columns.append((column, by_side))
    names = _member_column(table, [c for c, _ in columns])
    if names is None:
        return []
    found: list[Piece] = []
    for column, by_side in columns:
        head = next((c for c in table.cells if c.column == column and c.text and (c.is_heading or c.row == 0)), None)
        if head is not None and len(columns) > 1:
            found.append(Piece(head.text, tuple(head.words), _spans(head.words), ((0, len(head.words)),), table=table))
        for side in ("For", "Against", "Abstentions", "Absent", "Not voting"):
            own = by_side.get(side, [])
            rows = [next((c for c in table.row(c.row) if c.column == names and c.text), None) for c in own]
            listed = [list(c.words) for c in rows if c is not None]
            if listed or side in {"For", "Against"}:
                found.append(side_piece(side, [], listed, [], table, [w for c in own for w in c.words]))
    return found


def _across(table: Table) -> list[Piece]:
    """Members side by side over a row of what each of them said: `Penn | Orr | Lake` over `Aye | Nay | Absent`."""
    if table.rows not in {2, 3} or table.columns < LEAST_MEMBERS:
        return []
    heads = {c.column: c for c in table.row(0) if c.text}
    for row in range(1, table.rows):
        said = {c.column: c for c in table.row(row) if c.text and fold(c.text) in _SAID}
        others = [c for c in table.row(row) if c.text and c.column > 0 and c.column not in said]
        members = [heads.get(column) for column in said]
        if others or len(said) < LEAST_MEMBERS or not all(m is not None and _is_member(m) for m in members):
            continue
        by_side: dict[str, list[Cell]] = {}
        for cell in said.values():
            by_side.setdefault(_SAID[fold(cell.text)], []).append(cell)
        if not {"For", "Against"} & set(by_side):
            continue
        return [
            side_piece(
                side,
                [],
                [list(heads[c.column].words) for c in by_side.get(side, [])],
                [],
                table,
                [w for c in by_side.get(side, []) for w in c.words],
            )
            for side in ("For", "Against", "Abstentions", "Absent", "Not voting")
            if side in by_side or side in {"For", "Against"}
        ]
    return []


def _is_member(cell: Cell) -> bool:
    return persons_of_line(cell.text) is not None or re.fullmatch(r"(?:[A-Z][\w’'-]+\s?){1,3}", cell.text) is not None


def _is_vote(table: Table, column: int, cells: Sequence[Cell]) -> bool:
    """Whether a column of `Yes` and `No` tells votes: its words do, or its heading."""
    head = " ".join(c.text for c in table.cells if c.column <= column <= c.last_column and (c.is_heading or c.row == 0))
    return _ON_VOTE.search(head) is not None or any(fold(c.text) not in _PLAIN for c in cells)


def _member_column(table: Table, votes: Sequence[int]) -> int | None:
    """The column left of the votes whose cells are names."""
    for column in range(min(votes, default=0)):
        cells = [c for c in table.cells if c.column == column and c.text and not c.is_heading and c.row > 0]
        named = [c for c in cells if persons_of_line(c.text) is not None or re.fullmatch(r"[A-Z][\w’'-]+", c.text)]
        if len(cells) >= LEAST_MEMBERS and len(named) >= 0.8 * len(cells):
            return column
    return None


def _spans(words: Sequence[Word]) -> tuple[tuple[int, int], ...]:
    """Where the words of a text stand in it, one space between them."""
    found: list[tuple[int, int]] = []
    for word in words:
        start = found[-1][1] + 1 if found else 0
        found.append((start, start + len(word.text)))
    return tuple(found)


def _sides(cells: Sequence[Cell]) -> dict[str, Cell]:
    """Side -> the cell that names it and nothing else."""
    found: dict[str, Cell] = {}
    for cell in cells:
        named = side_named(cell.text)
        if named is not None:
            found.setdefault(named, cell)
    return {side: found[own] for own, side in zip(found, sides_in_order(found), strict=True)}


@lru_cache(maxsize=1024)
def side_named(text: str) -> str | None:
    """The side that a short text names, and nothing else."""
    if not text or len(text.split()) > LONGEST_SIDE:
        return None
    named = [side for side, pattern in _SIDES if pattern.search(text)]
    if "For the amendment" in named or "Not voting" in named:
        named = [n for n in named if n not in {"For", "Against"}]
    return named[0] if len(named) == 1 else None


def sides_in_order(sides: Collection[str]) -> list[str]:
    """The sides, `For` as that for the motion where the amendment stands against it."""
    divided = "For the amendment" in sides
    return ["For the motion" if side == "For" and divided else side for side in sides]


_Told = tuple[str, Cell, list[list[Word]], list[Word]]


def _listed(sides: dict[str, Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[_Told]:
    """Names under each side, and their number where it is printed."""
    for side, head in sides.items():
        names, count = _names_and_count([c for row in rows for c in row if c.column == head.column and c.text])
        yield side, head, names, count


def _names_and_count(cells: Sequence[Cell]) -> tuple[list[list[Word]], list[Word]]:
    names: list[list[Word]] = []
    count: list[Word] = []
    for cell in cells:
        if _COUNT.fullmatch(cell.text.strip()):
            count = [w for w in cell.words if any(c.isdecimal() for c in w.text)][:1]
            continue
        if fold(cell.text) in _NOBODY:
            count = list(cell.words[:1])
            continue
        listed = list(cell.words)
        if len(listed) > 1 and _BRACKETED.fullmatch(listed[-1].text):  # `Ito, Reid (2)`
            count = [listed.pop()]
        for word in listed:
            last = names[-1][-1] if names else word
            apart = word.top - last.top > 0.5 * word.font.size or last.text.endswith(",") or word.text in _AND
            if not names or (apart and last.text not in _AND) or word.page != last.page:
                names.append([word])
            else:
                names[-1].append(word)
    return names, count


def _is_mark(cell: Cell) -> bool:
    return cell.text.strip().casefold() in MARKS or (not cell.text and bool(MARKS & set(cell.symbols)))


def _marked(sides: dict[str, Cell], rows: Sequence[Sequence[Cell]]) -> Iterator[_Told]:
    """Members with a mark under the side that they took."""
    totals = [row for row in rows if row and fold(row[0].text) in TOTALS]
    rows = [row for row in rows if row not in totals]
    for side, head in sides.items():
        taken = [row for row in rows if any(c.column == head.column and _is_mark(c) for c in row)]
        count = [w for row in totals for c in row if c.column == head.column for w in c.words if w.text.isdecimal()]
        yield side, head, [list(row[0].words) for row in taken if row[0].words], count[:1]


def motion_pieces(rows: Sequence[Figures], table: Table) -> list[Piece]:
    """Each motion of a table by its name, and behind it its sides."""
    found: list[Piece] = []
    for name, counts in rows:
        found.append(replace(piece_of_words(name.words), table=table))
        found.extend(side_piece(side, [], [], count.words, table) for side, count in counts)
    return found


def side_piece(
    side: str,
    head: Sequence[Word],
    names: Sequence[Sequence[Word]],
    count: Sequence[Word],
    table: Table | None,
    said: Sequence[Word] = (),
) -> Piece:
    """`For (5): …`, each of its words at its place in the text; a count that is not printed is that of the names.

    `head` are the words that name the side, `said` are the words in place of it that each member's row prints.
    """
    number = count[0].text.strip("()") if count else str(len(names))
    text = f"{side} ({number}): " if number.isdecimal() else f"{side}: {number}"  # `Abstentions: None`
    top = list(head)
    words: list[Word] = [*top[:1], *count]
    spans: list[tuple[int, int]] = [(0, len(side))] * len(top[:1]) + [
        (len(side) + 2, len(side) + 2 + len(number))
    ] * len(count)
    for n, name in enumerate(names):
        text += "" if not n else " " if name[0].text in _AND else ", "
        for k, word in enumerate(name):
            printed = word.text.rstrip(",;")
            text += " " if k else ""
            spans.append((len(text), len(text) + len(printed)))
            words.append(word)
            text += printed
    text = text.rstrip(": ") if not names else text
    marks = (*top[1:], *said)
    return Piece(text, tuple(words), tuple(spans), ((0, len(words)),), marker_words=marks, table=table, composed=True)
