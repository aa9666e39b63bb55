"""Minutes numbered in two levels: bands (`2. QUALITY`) over items of their own (`2.1 Patient story`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.meeting.heading_looks import heading_look
from extract.meeting.headings import Heading, number_of
from extract.meeting.names import is_name, title_end
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

_REF = re.compile(r"(?P<band>\d{1,2})(?:\.(?P<lower>\d{1,2}))?")
SHORT = 16  # words: a heading of the second level is no longer, unless it is bold
BOLD_HEADING = 30  # words: over two lines
LEAP = 3  # numbers that a run may leap over, where one was printed otherwise
FAR = 12  # those within an item may be left out of which nothing is said this time: `11.2`, `11.9`
UNUSED = 6  # bands that a run may leap over: those of the standing order of business under which nothing came up
# A text ends; `Next meeting, 3 May at 9:30 a.m.` and `Award to Granite Ridge Ltd.` are titles.
_ENDED = re.compile(r"(?:[;,:]|(?<!\b[ap]\.m)(?<!\bInc)(?<!\bLtd)\.)$")
FEWEST = 3  # items of the second level, in two bands at least
SET_APART = 0.6  # share of the lower numbers that must be headings, and share of these that have text under them


@dataclass(frozen=True, slots=True)
class _Numbered:
    index: int
    stop: int  # the piece after the heading
    ref: str
    band: int
    lower: int  # 0: the band itself
    look: float


def find_outline(pieces: Sequence[Piece], with_text: bool = True) -> list[Heading]:
    """The headings of both levels in order; none where the lower numbers are those of paragraphs.

    A lower number is an item's where it stands before a heading: bold, short, without a full stop, with text under it.
    `with_text`: whether they must have text; the items of an agenda need none.
    """
    lines, plain = _lines(pieces)
    chain = _longest(lines)
    lower = [n for n in chain if n.lower]
    if len(lower) < FEWEST or len({n.band for n in lower}) < 2 or len(lower) < SET_APART * (len(lower) + plain):
        return [] if with_text else _bare_outline(pieces)
    heads = {n.index for n in chain}
    led = sum(n.stop < len(pieces) and n.stop not in heads for n in lower)
    if with_text and led < SET_APART * len(lower):
        return []
    return [_heading(n) for n in chain]


def _bare_outline(pieces: Sequence[Piece]) -> list[Heading]:
    """The headings of an agenda whose items are plain lines under bands that hold nothing else: `2. CONSENT`, `2.01 Minutes`."""
    lines, plain = _lines(pieces, bare=True)
    chain = _longest(lines)
    lower = [n for n in chain if n.lower]
    heads = {n.index for n in lower}
    bands = [n for n in chain if not n.lower]
    empty = sum(n.stop in heads for n in bands)
    if plain or len(lower) < FEWEST or len(bands) < 2 or empty < len(bands) - 1 or len(chain) < len(lines):
        return []
    return [_heading(n) for n in chain]


def is_line(piece: Piece) -> bool:
    """Whether a piece may be the title of an item though it is set as text: short, and no sentence."""
    text = piece.text.strip()
    first = next((c for c in text if c.isalnum()), "")
    ended = _ENDED.search(text) is not None
    return bool(first) and not first.islower() and len(text.split()) <= BOLD_HEADING and not ended and not piece.cells


def _lines(pieces: Sequence[Piece], *, bare: bool = False) -> tuple[list[_Numbered], int]:
    """The numbered headings, and how many lower numbers stand before a sentence. `bare`: lower ones may be plain lines."""
    found: list[_Numbered] = []
    plain = 0
    for i, piece in enumerate(pieces):
        number = number_of(piece)
        match = _REF.fullmatch(number[0]) if number is not None else None
        if match is None:
            continue
        follower = piece if piece.text else pieces[min(i + 1, len(pieces) - 1)]
        if not (is_heading(follower) or (bare and match["lower"] and is_line(follower))):
            plain += match["lower"] is not None
            continue
        stop = i + 1 if piece.text else i + 2
        band, lower = int(match["band"]), int(match["lower"] or 0)
        found.append(_Numbered(i, stop, match.group(), band, lower, heading_look(follower)))
    return found, plain


def is_heading(piece: Piece) -> bool:
    """Whether a piece is short, not ended, and set as headings are, or is a usual item of meetings."""
    text = piece.text.strip()
    if not text or len(text.split()) > (BOLD_HEADING if piece.bold else SHORT) or _ENDED.search(text) or piece.cells:
        return False
    if title_end(text) and is_name(text) and "," not in text:
        return False  # `9.1 Cllr A Smith` over the motion that this member gave notice of
    return piece.bold or piece.level is not None or fold(text) in vocabulary("usual_items")


def _longest(lines: Sequence[_Numbered]) -> list[_Numbered]:
    """The longest run that counts on in both levels."""
    length, before = [1] * len(lines), [-1] * len(lines)
    for i, line in enumerate(lines):
        for j in range(i):
            if length[j] + 1 > length[i] and _follows(lines[j], line):
                length[i], before[i] = length[j] + 1, j
    chain: list[_Numbered] = []
    i = max(range(len(lines)), key=lambda k: length[k]) if lines else -1
    while i >= 0:
        chain.append(lines[i])
        i = before[i]
    return _with_repeated(chain[::-1], lines)


def _with_repeated(chain: list[_Numbered], lines: Sequence[_Numbered]) -> list[_Numbered]:
    """The run and the bands in it that bear the number of the one before, where it counts on behind them: 7, 8, 8, 9."""
    found = list(chain)
    for before, after in pairwise([n for n in chain if not n.lower]):
        between = [n for n in lines if before.index < n.index < after.index and n not in chain]
        again = [n for n in between if n.band == before.band and not n.lower and n.look >= before.look]
        if len(again) == 1 and after.band == before.band + 1:
            found.append(again[0])
    return sorted(found, key=lambda n: n.index)


def _follows(last: _Numbered, line: _Numbered) -> bool:
    if line.band == last.band:
        return last.lower < line.lower <= last.lower + FAR
    return 0 < line.band - last.band <= UNUSED and line.lower <= 1


def _heading(line: _Numbered) -> Heading:
    sure = min(1.0, 0.6 + line.look / 8)
    return Heading(line.index, line.stop, line.ref, (line.stop - 1,), score=sure)
