"""Names printed surname first and not in capitals, `Marsh, Ida (Chair)`: told from a surname and a body by the whole list.

One such line alone may be two surnames, or somebody's surname and where they come from; several below each other are people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from extract.meeting.name_spans import Range, parts_behind, trim
from extract.meeting.names import has_role, is_body, title_end
from extract.meeting.person_parts import Person, with_part
from extract.meeting.persons import persons_of_line
from extract.meeting.pieces import Piece
from extract.remembering import remembered
from models.table import Cell, Table

FEWEST = 3  # lines of a list, or cells of a column
MOSTLY = 0.8  # share of the entries that hold a comma, which must be such names
LONGEST = 80  # characters of an entry
SURE = 0.85

_SURNAME = r"(?:(?:[Vv][ao]n|[Dd]er?|[Dd]en|[Ll][ae]|[Dd]i) ){0,2}(?:[A-Z][’'])?[A-Z][a-z]+(?:[A-Z][a-z]+)?(?:[-’' ][A-Z][a-z]+)?"
_GIVEN = r"(?!(?:Jr|Sr|Esq)\b)(?:[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?|(?:[A-Z]\.){1,2}[A-Z]\.?|[A-Z]\.?)(?: (?:[A-Z][a-z]+|[A-Z]\.?)){0,2}"
_TITLE = r"(?:(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Cllr|Councill?or|Cr|Sir|Rev(?:erend)?)\.? )?"
_LED = re.compile(
    r"(?:Cllrs?|Councill?ors|Crs|Members|Directors|Trustees|Commissioners)\.?\s*[:–-]\s*"
)  # once for several
_BEHIND = r"(?:\s*(?:[(\[]|[–—-]\s|\.{4,}).*)?\.?"
_TURNED = re.compile(rf"{_TITLE}(?P<surname>{_SURNAME})(?: \([A-Z][\w’'-]+\))?, {_TITLE}(?P<given>{_GIVEN}){_BEHIND}")
_ENDED = re.compile(r";\s*")


def turned_person(text: str, start: int = 0, end: int | None = None) -> Person | None:
    """The person of an entry such as `Marsh, Ida (Chair)`, where a whole list is of such entries; None of another."""
    whole = trim(text, start, len(text) if end is None else end)
    match = _TURNED.fullmatch(text, whole.start, whole.end)
    if match is None:
        return None
    surname, given = match["surname"], match["given"]
    if has_role(given) or is_body(given) or title_end(given):
        return None  # `Marsh, Clerk`
    if (has_role(surname) or is_body(surname)) and (" " in surname or " " in given):
        return None  # `Chair, Ann Marsh`; but `Bishop, Ann` is one of the list
    person = Person(Range(whole.start, match.end("given")), sure=SURE)
    for part in parts_behind(text, Range(match.end("given"), whole.end)):
        person = with_part(text, person, part, organisation=False)
    return person


def are_turned(entries: Iterable[str]) -> bool:
    """Whether the entries of a list print surnames first: three or more do, and hardly any other has a comma behind its first word."""
    with_comma = [entry for entry in entries if "," in entry]
    if len(with_comma) < FEWEST:
        return False
    turned = sum(turned_person(entry) is not None for entry in with_comma)
    return turned >= FEWEST and turned >= MOSTLY * len(with_comma)


def list_is_turned(pieces: Iterable[Piece]) -> bool:
    """Whether the people of a paper's lists are printed surname first, whatever heading they stand under, or behind on its line."""
    return are_turned(
        p.text[a:b].rpartition(": ")[2]
        for p in pieces
        if "," in p.text and not p.cells
        for a, b in entries_of(p)
        if b - a < LONGEST
    )


def runs_turned(piece: Piece, start: int = 0) -> bool:
    """Whether a running list parts names printed surname first with semicolons: `Cllrs: Marsh, I; Orr, T.J; Penn, A`."""
    if piece.text.find(";", start) < 0 or piece.cells:
        return False
    led = _LED.match(piece.text, start)
    return are_turned(piece.text[a:b].strip(" ;") for a, b in entries_of(piece, led.end() if led else start))


def entries_of(piece: Piece, start: int = 0) -> list[tuple[int, int]]:
    """Where the entries of a piece begin and end: those between semicolons, else its lines."""
    if ";" in piece.text:
        cuts = [start, *(m.end() for m in _ENDED.finditer(piece.text, start)), len(piece.text)]
        return [(a, b) for a, b in pairwise(cuts) if piece.text[a:b].strip(" ;")]
    return [(max(a, start), b) for a, b in piece.line_spans if b > start]


def turned_people(piece: Piece, start: int = 0) -> list[Person]:
    """The people of a piece of such a list; [] where an entry names nobody, or none of them is printed so."""
    led = _LED.match(piece.text, start)
    text, spans = piece.text, entries_of(piece, led.end() if led is not None else start)
    turned = {span: person for span in spans if (person := turned_person(text, *span)) is not None}
    found = [turned.get(span) or persons_of_line(text, *span) for span in spans] if turned else []
    people = [person for person in found if person is not None]
    return people if len(people) == len(found) else []


@remembered(64)  # asked for every cell of the table
def _turned_columns(table: Table) -> frozenset[int]:
    by_column: dict[int, list[str]] = {}
    for cell in table.cells:
        if "," in cell.text:
            by_column.setdefault(cell.column, []).append(cell.text)
    return frozenset(column for column, texts in by_column.items() if are_turned(texts))


def turned_in_cell(table: Table, cell: Cell, text: str) -> Person | None:
    """The person of a cell in a column whose names are all printed surname first."""
    return turned_person(text) if "," in text and cell.column in _turned_columns(table) else None
