"""Items within items: `4.1`, `12.3.1`, `VIII.A`, `4(a)` or `B.` before a heading of its own, under the item that it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.meeting.attendance_headings import heading_of
from extract.meeting.heading_looks import heading_look
from extract.meeting.headings import LETTERED, ROMAN, Heading, number_of
from extract.meeting.outline import FAR, LEAP, SET_APART, is_heading, is_line
from extract.meeting.pieces import Piece
from extract.meeting.resolved_marks import is_mark

_BARE = re.compile(r"\((?P<inside>[a-z])\)|(?P<plain>[A-Za-z])[.)]")
_DECIMAL = re.compile(r"(?P<number>\d{1,2})[.)]")  # `1.` under `IV.`
_DOTTED = re.compile(r"\d{1,3}\.\d{1,2}")
FEWEST_LINES = 3
FEWEST_BARE = 2  # a letter alone is a list's as likely as an item's


@dataclass(frozen=True, slots=True)
class _Lower:
    heading: Heading
    value: int
    way: str  # how letters are printed that stand without their item's number: `(a)`, `A`, `a`, or `1`; "" with it


def with_lower(
    pieces: Sequence[Piece], headings: Sequence[Heading], *, with_text: bool = True, letters: bool = True
) -> list[Heading]:
    """The headings, and under each those of the items within it.

    They count on from the first, are set as headings are, and most of them have text under them (`with_text`). Letters may
    count on from those under the item before: A and B of what is agreed without debate, C to E of what is debated. Without
    `letters`, they are those of the third level: with the whole of `12.3` before their own number. Where items have letters, the
    only one under another item may have one, too.
    """
    found, ways = _with_lower(pieces, headings, frozenset(), with_text=with_text, letters=letters)
    return _with_lower(pieces, headings, ways, with_text=with_text, letters=letters)[0] if ways else found


def _with_lower(
    pieces: Sequence[Piece], headings: Sequence[Heading], ways: frozenset[str], *, with_text: bool, letters: bool
) -> tuple[list[Heading], frozenset[str]]:
    """The headings of both levels, and how the letters are printed of those that are not alone; of `ways` one may be."""
    found: list[Heading] = []
    last = 0
    ways_found: set[str] = set()
    for n, heading in enumerate(headings):
        stop = headings[n + 1].index if n + 1 < len(headings) else len(pieces)
        found.append(heading)
        own = heading.number if letters or _DOTTED.fullmatch(heading.number or "") else None
        if own is not None and heading.words and not heading.cut:
            run = _within(pieces, heading, stop, last, ways, with_text=with_text, letters=letters)
            if run and not letters and all(_heads_people(pieces, r.heading) for r in run):
                _leave_lists(pieces, found)
                continue
            found.extend(r.heading for r in run)
            last = run[-1].value if run and run[-1].way else last
            ways_found |= {run[0].way} if len(run) >= FEWEST_BARE and run[0].way else set()
    return found, frozenset(ways_found)


def _leave_lists(pieces: Sequence[Piece], found: list[Heading]) -> None:
    """Leaves lists of people (`2.1.1 Members Present`) to their item, and to the one above it where that is only their heading."""
    above = found[-2] if len(found) > 1 else None
    band = above is not None and f"{above.number}." == (found[-1].number or "").rpartition(".")[0] + "."
    if band and _heads_people(pieces, found[-1]) and pieces[found[-1].stop].marker is not None:
        found.pop()


def _heads_people(pieces: Sequence[Piece], heading: Heading) -> bool:
    return heading_of(pieces[heading.words[-1]]) is not None


def _within(
    pieces: Sequence[Piece],
    heading: Heading,
    stop: int,
    last: int,
    ways: frozenset[str],
    *,
    with_text: bool,
    letters: bool,
) -> list[_Lower]:
    """The items within one, with numbers of their own or with letters that begin at A, or behind the `last` one before it."""
    roman = ROMAN.match(f"{heading.number}.") is not None
    numbered = re.compile(
        rf"{re.escape(heading.number or '')}(?:[.-]|(?=\()|(?=[A-Z]$))\(?(?P<lower>\d{{1,2}}|[A-Za-z])\)?"
    )
    run: list[_Lower] = []
    plain: Counter[str] = Counter()
    resolved = False
    for i in range(heading.stop, stop):
        resolved = resolved or is_mark(pieces[i])
        number = _number(pieces[i], numbered, decimals=roman)
        if number is None or (number[2] and (not letters or (resolved and not run))):
            continue  # letters under RESOLVED are those of resolutions, where no item with a letter stands above
        ref, value, way = number
        follower = i if pieces[i].text else min(i + 1, stop - 1)
        # behind the whole of an agenda's number lines are titles, and a sentence is that goes on with a row of them
        bare = not with_text and not way and (is_line(pieces[follower]) or len(run) >= FEWEST_LINES)
        lighter = bool(way) and pieces[heading.words[-1]].bold and not pieces[follower].bold
        if lighter or (not bare and not _is_headed(pieces[follower])):
            plain[way] += 1
        elif _counts_on(run, value, way, last):
            sure = min(1.0, 0.6 + heading_look(pieces[follower]) / 8)
            run.append(_Lower(Heading(i, follower + 1, ref, (follower,), score=sure), value, way))
    heads = {r.heading.index for r in run} | {stop}
    led = sum(r.heading.stop not in heads for r in run)
    if not run:
        return []
    fewest = FEWEST_BARE if run[0].way and run[0].value == 1 and run[0].way not in ways else 1
    enough = len(run) >= max(fewest, SET_APART * (len(run) + plain[run[0].way]))
    return run if enough and (led >= SET_APART * len(run) or not with_text) else []


def _counts_on(run: Sequence[_Lower], value: int, way: str, last: int) -> bool:
    if not run:
        return value == 1 or (bool(way) and value == last + 1)
    return way == run[-1].way and 0 < value - run[-1].value <= (LEAP if way else FAR)


def _number(piece: Piece, numbered: re.Pattern[str], *, decimals: bool) -> tuple[str, int, str] | None:
    """The number of an item within another, its place in the row, and how it is printed where it stands without the item's own.

    `decimals`: figures alone may number it, as its item's number is a Roman one.
    """
    own = number_of(piece)
    match = numbered.fullmatch(own[0]) if own is not None else None
    if own is not None and match is not None:
        return own[0], _value(match["lower"]), ""
    plain = _DECIMAL.fullmatch(piece.marker) if decimals and piece.marker else None
    if plain is not None:
        return plain["number"], int(plain["number"]), "1"
    bare = _BARE.fullmatch(piece.marker or "") or (None if piece.marker else LETTERED.match(piece.text))
    letter = (bare["inside"] or bare["plain"]) if bare is not None else None
    if letter is None or bare is None:
        return None
    return letter, _value(letter), "(a)" if bare["inside"] else "A" if letter.isupper() else "a"


def _value(printed: str) -> int:
    return int(printed) if printed.isdecimal() else ord(printed.lower()) - ord("a") + 1


def _is_headed(piece: Piece) -> bool:
    """Whether a piece is set as the heading of an item within another: as any heading, but not in capitals alone or in lower case."""
    first = next((c for c in piece.text if c.isalnum()), "")
    return is_heading(piece) and (piece.bold or piece.level is not None) and not first.islower()
