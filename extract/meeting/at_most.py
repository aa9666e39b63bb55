"""Whether minutes or an agenda may claim more of a section than a score, by the words in it.

Asked before its text is put together from all its parts, which takes far longer than to see that most sections are neither. The
points are those of the claims; what takes more than a look at the words is taken for granted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extract.meeting.order_of_meeting import OPENING
from extract.meeting.vocabulary import words_of
from extract.meeting.when import ENDED
from extract.wording import fold
from models.section import Block, Paragraph, Section
from models.table import Table

HEAD = 60  # texts, among which a title stands, however many of them are lines of one; and at the end, when the meeting ended

# Of minutes: who was there, usual items, actions. Nearly all these words stand in reports, too.
GRANTED = 0.3 + 0.1 + 0.15 + 0.1
ENDS = 0.15
TITLED = 0.35
MET = 0.25  # a line of the masthead calls it a meeting's
RESOLVED = 0.25  # marks of what was resolved, or motions that were moved
DECIDED = 0.25

_TITLE = re.compile(r"(?<!\S)(?:minutes|notes|minute\s+of|memorandum)\b")
MEETING = re.compile(
    r"\b(?:meeting|call)\W*$", re.IGNORECASE
)  # at the end of a line of the masthead: `Advisory Board Meeting`
MASTHEAD = 5  # pieces
_DECISIONS = re.compile(r"\bdecisions?\s+(?:were\s+|was\s+)?(?:taken|made|reached|agreed|of)\b")
_ENDS = r"(?=\s*(?:[:–—\n(,-]|$)| [A-Z\d])"  # behind a word that may stand alone, or before a colon
_MARKS = ("RESOL", "Resolved", "DECISION")
_PRINTED = (
    ("Decision", re.compile(rf"Decisions?{_ENDS}")),
    ("Resolution", re.compile(rf"Resolutions?{_ENDS}")),
    ("APPROVED", re.compile(r"APPROVED\s*:")),
    ("ENDORSED", re.compile(r"ENDORSED\s*:")),
    ("RATIFIED", re.compile(r"RATIFIED\s*:")),
    ("CONFIRMED", re.compile(r"CONFIRMED\s*:")),
    ("ACCEPTED", re.compile(r"ACCEPTED\s*:")),
    ("RECOMMENDED", re.compile(r"RECOMMENDED\s*[:–—-]")),
)
_FOLDED = (
    ("agreed", re.compile(r"agreeds?(?:,?\s+\(?(?:unanimously|nem\b.{0,14}|by the \w+)\)?)?(?: that| to)?\s*[:–—-]")),
    ("decided", re.compile(r"decided(?:,? unanimously)?(?: that| to)?\s*:")),
    ("resolved", re.compile(r"resolved(?:,? unanimously)?(?: that| to)?\s*:|it was (?:\w+ )?resolved")),
)
_MOTIONS = ("Moved", "MOVED", "Mover", "MOVER", "Motion", "MOTION")
_MOVED = re.compile(
    r"(?:Cr|Cllr|Councill?or|Council [Mm]ember|Mayor)\.?\s+(?:[\w’'.-]+\s+){1,2}(?:moved|proposed)\b"
)  # by whom, named before
_SECONDED = re.compile(r"\bmoved,?\s+(?:and\s+)?[A-Z]")  # `Reed moved and Holt seconded`
_NAMED = 60  # letters before the word that hold who moved
_FEWEST_MOVED = 3

# Of an agenda: its items, when it meets.
LISTED = 0.6
HEADED = 0.4
CALLING = 0.2
_CALLS = ("agenda", "summoned", "notice of", "notice is hereby given", "order of business")


def minutes_above(section: Section, score: float) -> bool:
    """Whether minutes may claim more than `score`."""
    if score < GRANTED:
        return True
    texts = [t for block in section.blocks for t in _texts(block)]
    head = "\n".join(texts[:HEAD]).casefold()
    most = GRANTED + (TITLED if _TITLE.search(head) else 0.0) + (DECIDED if _DECISIONS.search(head) else 0.0)
    most += MET if any(MEETING.search(text) for text in texts[:MASTHEAD]) else 0.0
    if most <= score and most + RESOLVED + ENDS > score:
        most += RESOLVED if _may_resolve("\n".join(texts)) else 0.0
        most += ENDS if most <= score < most + ENDS and ENDED.search("\n".join(texts[-HEAD:])) else 0.0
    return most > score


def agenda_above(section: Section, score: float) -> bool:
    """Whether an agenda may claim more than `score`."""
    if score < LISTED:
        return True
    texts = list(islice((t for block in section.blocks for t in _lines(block)), 2 * HEAD))
    head = "\n".join(texts).casefold()
    if score < LISTED + CALLING and any(called in head for called in _CALLS):
        return True
    known = tuple(words_of("agenda_words", "agenda"))
    return score < LISTED + HEADED and (
        "agenda" in head
        or any(opening in head for opening in OPENING)
        or any(fold(t).startswith(known) for t in texts)
        or any(fold(c.text) in known for t in section.tables for c in t.row(0))
    )


def _texts(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [cell.text for cell in block.cells if cell.text]
    return [block.text] if isinstance(block, Paragraph) else []


def _lines(block: Block) -> list[str]:
    return [line.text for line in block.lines] if isinstance(block, Paragraph) else _texts(block)


def _may_resolve(said: str) -> bool:
    """Whether a mark of what was resolved may stand in texts, or motions that were moved."""
    if any(mark in said for mark in _MARKS) or _any_of(_PRINTED, said) or _any_of(_FOLDED, said.casefold()):
        return True
    moved = sum(map(said.count, _MOTIONS))
    for match in re.finditer(r"moved|proposed", said) if moved < _FEWEST_MOVED else ():
        moved += _MOVED.search(said, max(0, match.start() - _NAMED), match.end()) is not None
    moved += len(_SECONDED.findall(said)) if moved < _FEWEST_MOVED and "seconded" in said else 0
    return moved >= _FEWEST_MOVED


def _any_of(marks: Sequence[tuple[str, re.Pattern[str]]], said: str) -> bool:
    return any(word in said and mark.search(said) for word, mark in marks)
