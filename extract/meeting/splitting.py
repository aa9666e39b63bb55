"""Paragraphs and cells -> pieces: parted at line ends where a mark, a label or the type of the next line sets it apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from extract.lines import text_columns
from extract.meeting.pieces import Piece, piece_of_paragraph
from extract.meeting.vocabulary import fact_named, vocabulary
from extract.paragraphs import paragraphs_of, run_together, runs_on
from extract.remembering import remembered
from extract.wording import fold
from models.page import Word
from models.section import Paragraph
from models.table import Cell

# A piece begins where a line begins with one of these, though the paragraph runs on.
_RESOLUTION = r"(?:IT WAS |FURTHER )?(?:UNANIMOUSLY )?(?:RESOLVED|RESOLUTION|AGREED|DECISION)S?\b"
_TITLED = (
    r"(?:(?:It was )?(?:[Uu]nanimously )?(?:Resolved|Agreed|Decision|Resolution)\s?[:–-]"
    r"|Resolved,?(?: unanimously,?)? (?:that|to)\b|(?:MOTION|Motion)\s?:)"
)
LINE_MARK = re.compile(
    rf"(?:{_RESOLUTION}|{_TITLED}|(?:ACTION|Action)"
    rf"S?s?(?: [Pp]oint)?(?: [\d/a-z]*\d[\w/]*)?(?: \([^)]*\))?\s?[:–-]|\((?:Item|ITEM) )"
    r"|(?:ACTION|Action) (?:[A-Z]{2,4}|All|ALL)(?:[/,&+] ?[A-Z]{2,4})*(?: by [^:]{3,24})?\s?:|A[IP][- ]?\d{1,4}(?: \([^)]*\))?\s?:"
    r"|(?:For|FOR|I[Nn] (?:F|f)(?:AVOU?R|avou?r)|Against|AGAINST|Abstain(?:ed|ing)?|ABSTAINED|Abstentions?|ABSTENTIONS?)\s?\(\d{1,3}\)"
    r"|(?:(?:Staff )?Recommend(?:ation|ed (?:Action|Motion))s?|Attachments?|Supporting Documents?)\s?:\s"
    r"|The [Mm]eeting (?:was )?(?:then )?(?:ended|closed|concluded|finished|terminated|rose|adjourned) at "
)
_HEADS_OF_MARKS = frozenset("IFMUuRADTS(")  # what such a mark begins with
TITLE = 3  # words: a line in capitals of as many is a title
LABEL_LETTERS = 24
LABEL = 5  # words: the longest label in bold at the head of a line


def split_at_lines(piece: Piece) -> Iterator[Piece]:
    """Parts of a paragraph that are set apart by a mark at a line's head or by their type: a bold heading over its text."""
    if ":" in piece.text and piece.words[0].font.bold and (place := _second_fact(piece)):
        yield from split_at_lines(piece.part(0, place))
        yield from split_at_lines(piece.part(place, len(piece.words)))
        return
    start = 0
    lines = [(a, b) for a, b in piece.lines if b > a]
    if (
        len(lines) > 1
        and piece.level is not None
        and fold(piece.text.rstrip(" :")) in vocabulary("attendance_headings")
    ):
        lines = []  # `Also` over `Present:` in a column of headings is one
    mixed = len(lines) > 1 and len({w.font.bold for w in piece.words}) > 1
    for (a, b), (c, d) in pairwise(lines):
        changes = mixed and (_type_changes(piece, (a, b), (c, d)) or _labelled_anew(piece, start, c))
        if changes or _is_marked(piece.words[c:d]):
            yield piece.part(start, c)
            start = c
    yield piece if start == 0 else piece.part(start, len(piece.words))


def _second_fact(piece: Piece) -> int:
    """The word with which another fact begins in the line of one about the meeting, its label in bold as that of the first:
    `*Chair:* A Orr   *Minutes:* B Lake`; 0 where there is none."""
    label, colon, _ = piece.text[: piece.bold_head].partition(":")
    if not colon or not label or len(label) > LABEL_LETTERS or fact_named(label) is None:
        return 0
    first = next((n for n, w in enumerate(piece.words) if not w.font.bold), len(piece.words))
    for n in range(first + 1, len(piece.words)):
        before, word = piece.words[n - 1 : n + 1]
        if word.font.bold and not before.font.bold and _bold_label(piece.words[n:]):
            return n if abs(word.bottom - before.bottom) < word.font.size else 0
    return 0


def _is_marked(line: Sequence[Word]) -> bool:
    """Whether a line begins with a mark, or with a heading of attendance."""
    first = line[0].text
    if first[:1] not in _HEADS_OF_MARKS and fold(first) not in _heads_of_headings():
        return False  # nearly all lines: they need not be put together
    text = " ".join([w.text for w in line])
    return LINE_MARK.match(text) is not None or _labels_people(text)


@cache
def _heads_of_headings() -> frozenset[str]:
    """The first words of headings of attendance, and the signs that may stand before them, as they are looked up."""
    return frozenset({"", *(fold(known.partition(" ")[0]) for known in vocabulary("attendance_headings"))})


def _labelled_anew(piece: Piece, first: int, second: int) -> bool:
    """Whether a line begins with a bold label as the part above it does, `Motion: That …` over `Moved by: …`, or with one of people."""
    above, below = piece.words[first:second], piece.words[second:]
    return below[0].font.bold and (_bold_heading(below) or (_bold_label(above) and _bold_label(below)))


def _bold_heading(words: Sequence[Word]) -> bool:
    """Whether the words in bold at the head of a line, and no others, are a heading of attendance: `*Apologies* A Reed, B Ito`."""
    end = next((n for n, w in enumerate(words[: LABEL + 1]) if not w.font.bold), 0)
    return end > 0 and fold(" ".join(w.text for w in words[:end])) in vocabulary("attendance_headings")


def _bold_label(words: Sequence[Word]) -> bool:
    end = next((n for n, w in enumerate(words[:LABEL]) if w.text.endswith(":")), None)
    return (
        end is not None
        and all(w.font.bold for w in words[: end + 1])
        and not words[min(end + 1, len(words) - 1)].font.bold
    )


def _labels_people(line: str) -> bool:
    """Whether a line begins with a heading of attendance and its colon: `ABSENT: …` under `PRESENT: …`."""
    head, colon, _ = line.partition(":")
    return bool(colon) and len(head) < 60 and fold(head) in vocabulary("attendance_headings")


def _type_changes(piece: Piece, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """A bold line over plain text, or plain text that ended over a bold line."""
    first, second = _lettered(piece.words[slice(*before)]), _lettered(piece.words[slice(*after)])
    if not first or not second:
        return False
    if all(w.font.bold for w in first):
        return not any(w.font.bold for w in second)
    if second[0].font.bold and _is_title(first) and not _is_title(second):
        return True
    ended = first[-1].text.endswith((".", ":", ";", "?", ",")) or not any(w.font.bold for w in first)
    return (
        ended
        and not first[-1].font.bold  # bold that began in the line above goes on: `Action:` over `BL / AK`
        and all(w.font.bold for w in second)
        and sum(len(w.text) for w in second) > 3
        and not second[0].text[0].islower()
    )


def _is_title(words: Sequence[Word]) -> bool:
    """Whether a line in plain type is a title in capitals: text below it that begins in bold is no part of it."""
    lettered = [w.text for w in words if any(c.isalpha() for c in w.text)]
    plain = len(lettered) >= TITLE and not any(w.font.bold for w in words)
    return plain and all(t.isupper() for t in lettered)


def _lettered(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if any(c.isalnum() for c in w.text)]


@remembered(2048)  # the readers of meetings each ask for them, and again of what another has left
def cell_pieces(cell: Cell) -> tuple[Piece, ...]:
    """The paragraphs of one cell, cut by page breaks or not."""
    return tuple(paragraph_pieces(cell.words))


def paragraph_pieces(words: Sequence[Word]) -> list[Piece]:
    """Words of one cell or column as the pieces of its paragraphs."""
    paragraphs: list[Paragraph] = []
    for page in sorted({w.page for w in words}):
        for column in text_columns([w for w in words if w.page == page], page):
            for paragraph in paragraphs_of(column):
                if paragraphs and runs_on(paragraphs[-1], paragraph):
                    paragraphs[-1] = run_together(paragraphs[-1], paragraph)
                else:
                    paragraphs.append(paragraph)
    return [part for p in paragraphs for part in split_at_lines(piece_of_paragraph(p))]
