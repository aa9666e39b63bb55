"""Numbers of items that the reader of markers leaves in the text: `Item 1`, `Agenda Item 4:`, `[3]`, `No. 5`, `7 –`, `8`, `A.`, `24/31`

What tells them is the run that they make: of one shape, at one edge, counting on, with usual items of meetings among what follows
them. `Item 4` alone is a reference, and `A. Reed` somebody's name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold
from models.page import Word

_SHAPE = re.compile(
    r"(?P<before>(?:(?:Agenda|AGENDA)\s+)?[A-Z][A-Za-z]{2,9}\s+(?:(?:[Nn]o|NO|[Nn]r|[Nn]umber)\.?\s*|#\s?)?|[Nn]o\.?\s*|#\s?|§\s?|\[|\()?"
    r"(?P<ref>(?:[A-Z]{1,4}[-/]?)?\d{1,4}(?:[/-]\d{1,4}){1,2}|\d{1,3}|[A-Z])"
    r"(?P<after>\]|\)|[.:)]|\s?[–—-](?=\s|$)|\s?[|](?=\s|$))?(?=\s+(?P<title>\S.*)|$)"
)
_BEGINS = frozenset("0123456789[(#§")
_ENDS = frozenset({".", ")", ":"})  # behind a letter
_BETWEEN = frozenset({"Item", "ITEM", "No", "No.", "NO", "NO.", "Nr", "Nr.", "Number"})
_OWN = frozenset({".", ")"})  # behind figures: what the reader of markers tells, or what is a number as it stands
_DIGITS = re.compile(r"\d+")
FEWEST = 4  # items
USUAL = 2  # of them that are usual items of meetings
LEVEL = 4.0  # points: the numbers of one run begin so near each other
SLACK = 3.0  # points: a number stands no higher or lower than the title beside it
LONGEST = 14  # words of a line with a bare number
LEAP = 3  # numbers that a run may leap over


@dataclass(frozen=True, slots=True)
class _Mark:
    """A number at the head of a line: piece `index` from its word `start` on, printed with words `start` to `stop`."""

    index: int
    start: int
    stop: int
    shape: tuple[str, str]
    value: int
    title: str
    left: float
    beside: bool  # it stands alone, with its title right of it in the next piece
    apart: bool  # it is plain, and its title bold; or both are plain, which nothing else would tell for a heading


def with_counted_heads(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces; each number of such a run is the marker of the piece that it begins."""
    shapes: dict[tuple[str, str], list[_Mark]] = defaultdict(list)
    for mark in _marks(pieces):
        shapes[mark.shape].append(mark)
    runs = [run for marks in shapes.values() if len(marks) >= FEWEST and (run := _run(marks))]
    if not runs:
        return list(pieces)
    at: dict[int, list[_Mark]] = defaultdict(list)
    for mark in max(runs, key=len):
        at[mark.index].append(mark)
    found: list[Piece] = []
    number: tuple[Piece, _Mark] | None = None  # one that stands alone, whose title is the next piece
    for i, piece in enumerate(pieces):
        if number is not None:
            piece, number = _marked(piece, *number), None
        if i not in at:
            found.append(piece)
        elif at[i][0].beside:
            number = (piece, at[i][0])
        else:
            found.extend(_parted(piece, at[i]))
    return found


def _lines(pieces: Sequence[Piece]) -> list[tuple[int, int, int]]:
    """The lines that may begin with such a number, as piece, first word and end: nearly none, and of the others no more is asked."""
    return [
        (i, start, end)
        for i, piece in enumerate(pieces)
        if not piece.marker and not piece.cells and piece.label is None
        for start, end in (
            _whole(piece) if piece.lines[1:] and not (piece.lines[2:] or piece.words[5:]) else piece.lines
        )
        if end > start
        and (
            (first := piece.words[start].text)[:1] in _BEGINS
            or first[-1:] in _BEGINS
            or first[1:] in _ENDS
            or (end > start + 1 and ((second := piece.words[start + 1].text)[:1] in _BEGINS or second in _BETWEEN))
        )
    ]


def _whole(piece: Piece) -> Sequence[tuple[int, int]]:
    """Two short lines as one, where they may be a number that a narrow column breaks: `Agenda Item` over `4:`."""
    return [(0, len(piece.words))] if piece.words[-1].text[:1] in _BEGINS else piece.lines


def _marks(pieces: Sequence[Piece]) -> Iterator[_Mark]:
    lines = _lines(pieces)
    if len(lines) < FEWEST:
        return
    for i, start, end in lines:
        words = pieces[i].words
        match = _SHAPE.match(" ".join([w.text for w in words[start:end][:12]]))
        if match is None:
            continue
        before, ref, after, title = match.group("before", "ref", "after", "title")
        plain = not (pieces[i].bold or pieces[i].level)
        bare = not before and not after and ref.isdecimal()
        run_in = bare and plain and start + 1 < end and _changes(words[start : start + 2])
        if bare and not run_in and not (plain and _is_own_line(words, start, end)):
            continue
        if not before and after in _OWN and ref.isdecimal():
            continue
        parts = _DIGITS.findall(ref)
        beside = not title and start == 0 and end == len(words) and _beside(pieces, i)
        if (not before and not after and len(parts) < 2 and not bare) or not (beside or _may_head(title or "")):
            continue
        stop = start + len(match.group().split())
        title = pieces[i + 1].text if beside else " ".join([w.text for w in words[stop:end]])
        apart = not beside and (plain or words[stop].font.bold) and not words[start].font.bold
        named, sign = fold(before or ""), (after or "").strip()
        left = words[start].x0
        if ref.isalpha():
            value = ord(ref) - ord("A") + 1
            yield _Mark(i, start, stop, (f"{named}A", sign), value, title, left, beside, apart)
        for k, part in enumerate(parts):  # of 24/031 or 048/25 either part may count on
            shape = (named + "/".join([*parts[:k], "1", *parts[k + 1 :]]), sign)
            yield _Mark(i, start, stop, shape, int(part), title, left, beside, apart)


def _changes(words: Sequence[Word]) -> bool:
    """Whether a number in plain type stands before a title in bold, which the item's text may follow on its line."""
    return words[1].font.bold and not words[0].font.bold


def _is_own_line(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a short line begins after a sentence and is none itself, as a heading in plain type does."""
    begins = not start or words[start - 1].text[-1] in ".:;?!"
    return begins and end - start <= LONGEST and words[end - 1].text[-1] not in ".,;"


def _may_head(title: str) -> bool:
    first = next((c for c in title if c.isalnum()), "")
    return bool(first) and not first.islower()


def _beside(pieces: Sequence[Piece], i: int) -> bool:
    """Whether the next piece stands right of this one on its line, and bears no number itself."""
    if i + 1 >= len(pieces) or not pieces[i + 1].words or pieces[i + 1].marker or pieces[i + 1].cells:
        return False
    first, own = pieces[i + 1].words[0], pieces[i].words
    level = first.page == own[0].page and abs(first.top - own[0].top) < SLACK
    return level and first.x0 > max(w.x1 for w in own)


def _run(marks: Sequence[_Mark]) -> list[_Mark]:
    """The run of marks that counts on from the first at one edge; [] where it is short or heads no usual items."""
    best: list[_Mark] = []
    for n, first in enumerate(marks[: len(marks) - FEWEST + 1]):
        run = [first]
        for mark in marks[n + 1 :]:
            if 0 < mark.value - run[-1].value <= LEAP and abs(mark.left - first.left) <= LEVEL:
                run.append(mark)
        if len(run) > len(best):
            best = run
    known = vocabulary("usual_items")
    usual = sum(any(fold(title).startswith(k) for k in known) for title in [m.title for m in best])
    lettered = bool(best) and best[0].shape[0].endswith("A")
    if len(best) < FEWEST or usual < USUAL or (lettered and best[0].value > 1):
        return []
    if "/" in best[0].shape[0] and not best[0].shape[0][0].isalpha() and 2 * sum(m.apart for m in best) < len(best):
        return []  # a reference is known as a number as it stands
    return best


def _parted(piece: Piece, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """A piece parted before each of its lines that begins with a number, and these as markers."""
    if marks[0].start:
        yield piece.part(0, marks[0].start)
    ends = [*(m.start for m in marks[1:]), len(piece.words)]
    for mark, end in zip(marks, ends, strict=True):
        words = piece.words[mark.start : mark.stop]
        yield replace(
            piece.part(mark.stop, end),
            marker=" ".join(w.text for w in words).rstrip(" –—-|:"),
            marker_words=words,
            level=piece.level,
            aside=piece.aside if mark is marks[0] and not mark.start else (),
        )


def _marked(title: Piece, number: Piece, mark: _Mark) -> Piece:
    words = number.words[mark.start : mark.stop]
    text = " ".join(w.text for w in words).rstrip(" –—-|:")
    return replace(
        title, marker=text, marker_words=words, level=title.level or number.level, aside=(*number.aside, *title.aside)
    )
