"""A paper that is an agenda by its words, and of which no item is read: somebody is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.meeting.flow import pieces_of
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary, words_of
from extract.wording import fold
from models.record import Finding, Printed
from models.section import Block, Paragraph, Section
from models.table import Table

HEAD = 25  # blocks in which its title stands
LONGEST = 60  # letters of a title
FEWEST = 3  # usual items of meetings
_READ = frozenset({"agenda_items", "minutes", "resolutions", "decisions", "tracked_actions"})
_NUMBER = re.compile(r"(?:(?:[A-Z]{1,3}[./-]?)?\d{1,3}(?:[./:]\d{1,4})*[a-z]?[.)]?\s+)+")  # or times


def unread_agenda(section: Section, records: Sequence[Printed]) -> Iterator[Finding]:
    """The finding, where a section is headed as an agenda and names usual items, and nothing of a meeting is read from it."""
    if any(record.view in _READ for record in records):
        return
    titles = [(text, page) for block in section.blocks[:HEAD] for text, page in _heads(block) if _is_title(text)]
    if not titles:
        return
    known = tuple(vocabulary("usual_items"))
    texts = _texts(pieces_of(section.blocks))
    usual = sum(fold(_NUMBER.sub("", text, count=1)).startswith(known) for text in texts)
    if usual >= FEWEST:
        text, page = titles[0]
        message = f"this is headed {text!r} and names {usual} usual items of meetings; none is read"
        yield Finding("agenda not read", "warning", message, page=page)


def _heads(block: Block) -> Iterator[tuple[str, int]]:
    """The lines that may be the title of a paper, with their pages."""
    if isinstance(block, Paragraph):
        yield from ((line.text, line.page) for line in block.lines)
    elif isinstance(block, Table):
        cells = [c for c in block.row(0) if c.text]
        yield from ((c.text, c.page) for c in cells if len(cells) == 1)


def _is_title(text: str) -> bool:
    return len(text) < LONGEST and fold(re.sub(r"\s*[:–-].*$", "", text)) in words_of("agenda_words", "agenda")


def _texts(pieces: Sequence[Piece]) -> Iterable[str]:
    """The printed lines of pieces, and the cells of tables."""
    for piece in pieces:
        yield from (cell.text for cell in piece.cells)
        yield from (piece.text[a:b] for a, b in piece.line_spans)
