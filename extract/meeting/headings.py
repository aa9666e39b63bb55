"""The headed items of minutes: numbered through, numbered by item, called `(Item 3)`, or by their headings' type alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from extract.meeting.chains import Candidate, best_chain
from extract.meeting.contents import headings_listed
from extract.meeting.heading_looks import LONGEST, heading_look, run_in_end
from extract.meeting.heads_between import heads_without_number, told_between
from extract.meeting.items_above import items_above
from extract.meeting.letters import BEFORE, BEHIND, BETWEEN
from extract.meeting.numbered_text import headed_above, numbered_sentences
from extract.meeting.numbers_below import numbers_below
from extract.meeting.pieces import Piece
from extract.meeting.plain_headings import styled_headings
from extract.meeting.run_ins import FEWEST_DOTTED, bold_titles, is_usual, title_at_head

ITEM = re.compile(
    r"^\(?\s*(?:(?:Agenda\s+)?Item\s+(?:No\.?\s*)?|Agenda\s+No\.?\s*)(?P<ref>\d{1,3}[A-Za-z]?(?:\.\d+)?(?:\s?(?:&|and)\s?\d{1,3}[A-Za-z]?)?)\s*\)?[.:]?$",
    re.IGNORECASE,
)
BEGINS_ITEM = frozenset("( iIaA")  # what it begins with: of other texts nothing is asked
HEAD_NUMBER = re.compile(
    r"^(?:(?:Minute|Item|Agenda Item|Min)"
    rf"\s+(?:No\.?\s*)?)?(?P<ref>{BEFORE}?\d{{1,4}}(?:[a-h](?=/))?(?:[./-]{BETWEEN}?\d{{1,4}})*{BEHIND}?[a-z]?)(?P<stop>[.):])?$"
)
ROMAN = re.compile(r"^(?P<ref>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?P<stop>[.):])$")
BARE_ROMAN = re.compile(
    r"^(?P<ref>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?P<stop>(?!))?$"
)  # `IV  REPORTS`, of headings alone
# An item within another: `VIII.A`, `4(a)`, `4.B`, `4B.`
LOWER = re.compile(
    r"^(?P<ref>(?:(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|\d{1,3})(?:[.-](?:[A-Z]|\d{1,2}|\([a-z]\))|\([a-zA-Z]\)|\.[a-z]|(?<=\d)[A-Z](?=[.):]$)))"
    r"(?P<stop>[.):])?$"
)
LETTERED = re.compile(
    r"(?:\((?P<inside>[a-z])\)|(?P<plain>[A-Z])[.)])\s+(?=[A-Z])"
)  # `B. Fees`, of an item within another
NAMED_ITEM = re.compile(r"(?P<ref>Item\s+#\s?\d{1,3}[a-z]?)[\s.:–-]+(?=\S)", re.IGNORECASE)
# A number as only a run of them tells an item's: `(3)`, `[3]`, `No. 3`, `#3`, or a letter, `C.`
SERIAL = re.compile(
    r"(?P<before>\(|\[|#\s?|§\s?|(?:[A-Z][a-z]+\s+){0,2}(?:[Nn][or]\.?|[A-Z][A-Za-z]+)\s+#?)?(?P<ref>\d{1,3}(?:[./-]\d{2,4})?|[A-Z])(?P<after>[\])]?[.:)]?)"
)
LETTERS = frozenset("IVX")  # letters, or Roman numbers
RUN_IN = 2.0  # what a text looks like that begins with a heading
STARS = re.compile(r"[*#†‡]+\s*")  # a mark before the number: decided under delegated powers
MONTHS = re.compile(
    r"^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
SECOND = re.compile(r"(?P<ref>\d{1,2}[a-z]?)[.)]\s+(?=\S)")  # an item's number on the agenda, beside that of the minute
SENTENCE = 60  # characters
# What stands behind the number of a motion, where a pair in brackets moved it
RESOLVED_BY = re.compile(
    r"\b(?:RESOLVED|Resolved|MOTION|Motion|RESOLUTION|Resolution|Moved|MOVED)\s*:?\s*\([^()]{3,60}/[^()]{3,60}\)\s*:?"
)
RESOLVES = 140  # characters
FEWEST_PLAIN = 3  # headings without numbers that stand over numbered paragraphs


@dataclass(frozen=True, slots=True)
class Heading:
    """Where an item begins: the pieces `index` to `stop` (excluded) print its number, heading and `(Item n)`.

    `cut` is where in the heading's piece the heading ends and the item's text begins on the same line (0: it does not).
    """

    index: int
    stop: int
    number: str | None
    words: tuple[int, ...]  # the pieces that hold the heading's text
    cut: int = 0
    item: int | None = None  # the piece that holds `(Item n)`
    score: float = 1.0
    group: bool = False  # over items of its own, with no text: none itself
    number_at: int | None = None  # the piece whose marker is the number, where that is not the first


def find_headings(pieces: Sequence[Piece], start: int = 0) -> list[Heading]:
    """The items' headings from piece `start` on, in order; none where the text has no items."""
    items = [i for i in range(start, len(pieces)) if pieces[i].text[:1] in BEGINS_ITEM and ITEM.match(pieces[i].text)]
    items = [i for i in items if pieces[i].bold or not _is_told(pieces[i - 1])]
    dotted = _dotted(pieces, start)
    chain = best_chain(_candidates(pieces, start, dotted))
    if len(items) >= 2:
        titles = items_above(pieces, items)
        return [_under_item(pieces, i, title) for i, title in titles.items()] or _with_items(pieces, items, chain)
    if again := headings_listed(pieces, chain):
        return [Heading(i, i + 1, None, (i,), score=0.85) for i in again]
    if below := numbers_below(pieces, start):
        return [
            Heading(over.start, i, number, tuple(over), score=0.9, number_at=i)
            if over
            else _told(number, i, headed=False)
            for over, i, number in below
        ]
    styled = styled_headings(pieces, start) if chain and 2 * sum(c.styled for c in chain) < len(chain) else []
    if _are_motions(pieces, chain):
        styled = styled_headings(pieces, start)
        chain = [] if len(styled) >= FEWEST_PLAIN else chain
    # the numbers may be those of paragraphs, which run on under headings without any
    if len(styled) >= FEWEST_PLAIN and _usual(pieces, styled) >= _usual(pieces, [c.index for c in chain]):
        chain = []
    told = numbered_sentences(pieces, start) if not styled and 2 * sum(c.styled for c in chain) <= len(chain) else []
    if len(told) > len(chain) and not styled_headings(pieces, start):
        above = headed_above(pieces, told)
        return [_told(pieces[i].marker or "", i, headed=i in above) for i in told]
    if chain:
        found = {c.index: _numbered(pieces, c, dotted.get(c.index, 0)) for c in chain}
        found |= {i: Heading(i, i, number, (), score=0.85) for i, number in told_between(pieces, chain).items()}
        found |= {i: Heading(i, i + 1, None, (i,), score=0.75) for i in heads_without_number(pieces, chain)}
        for i in range(chain[0].index, len(pieces)):
            # an item of the agenda taken without a motion, among motions with numbers
            if i not in found and chain[0].key[0] and (match := NAMED_ITEM.match(pieces[i].text)):
                found[i] = Heading(i, i, match["ref"], (), match.end(), score=0.8)
        return [found[i] for i in sorted(found)]
    plain = styled or styled_headings(pieces, start)
    ends = bold_titles(pieces, start) if plain else {}
    return [Heading(i, i + 1, None, (i,), ends.get(i, 0), score=0.7) for i in plain]


def _are_motions(pieces: Sequence[Piece], chain: Sequence[Candidate]) -> bool:
    """Whether numbers are those of what was resolved, who moved it beside them: `2031/178 Resolved (Cr Orr / Cr Lake)`."""
    return len(chain) > 1 and all(RESOLVED_BY.search(pieces[c.index].text[:RESOLVES]) is not None for c in chain)


def _told(marker: str, i: int, *, headed: bool) -> Heading:
    """A numbered sentence as an item; `headed`: its heading stands above it."""
    number = marker.rstrip(".)")
    return (
        Heading(i - 1, i, number, (i - 1,), score=0.85, number_at=i)
        if headed
        else Heading(i, i, number, (), score=0.85)
    )


def _usual(pieces: Sequence[Piece], heads: Sequence[int]) -> int:
    return sum(is_usual(pieces[i].text) for i in heads)


def _is_told(piece: Piece) -> bool:
    """Whether a piece is a sentence: `Item 9` below it says what is told next, as among interests, and is of no heading."""
    return piece.text.endswith(".") and not (piece.bold or piece.upper or piece.level) and len(piece.text) > SENTENCE


def number_of(piece: Piece) -> tuple[str, int] | None:
    """The number at the head of a piece and where in its text it ends (0: it is the marker)."""
    if piece.marker and any(c.isalnum() for c in piece.marker):
        match = HEAD_NUMBER.match(piece.marker) or ROMAN.match(piece.marker) or LOWER.match(piece.marker)
        return (match["ref"], 0) if match else None
    stars = STARS.match(piece.text)
    head = re.compile(r"(?:(?:Minute|Item|Agenda Item)\s+(?:No\.?\s*)?)?\S+").match(
        piece.text, stars.end() if stars else 0
    )
    said = head.group() if head else ""
    match = HEAD_NUMBER.match(said) or ROMAN.match(said) or BARE_ROMAN.match(said) or LOWER.match(said)
    if head is None or match is None or not piece.text[head.end() :].strip():
        return None
    rest = piece.text[head.end() :].strip(" –-")
    plain = match["stop"] is None and (match["ref"].isdecimal() or match.re is BARE_ROMAN)
    if (
        not rest
        or MONTHS.match(rest)
        or rest[0].islower()
        or (plain and not (piece.bold or piece.upper or piece.level))
    ):
        return None
    return match["ref"], head.end()


def _dotted(pieces: Sequence[Piece], start: int) -> dict[int, int]:
    """Numbered pieces that begin with a title and a full stop, and where the title ends; {} where no usual items do."""
    found = {i: title_at_head(pieces[i]) for i in range(start, len(pieces)) if pieces[i].marker}
    known = {i: t for i, t in found.items() if t is not None and number_of(pieces[i]) is not None}
    return {i: t.end for i, t in known.items()} if sum(t.usual for t in known.values()) >= FEWEST_DOTTED else {}


def _candidates(pieces: Sequence[Piece], start: int, dotted: Mapping[int, int]) -> list[Candidate]:
    found: list[Candidate] = []
    for i in range(start, len(pieces)):
        piece = pieces[i]
        number = number_of(piece)
        if piece.marker and piece.marker != "•" and (number is None or number[0] in LETTERS):
            found.extend(_serial(pieces, i))
        if number is None:
            continue
        ref = number[0]
        follower = piece if piece.text else (pieces[i + 1] if i + 1 < len(pieces) else piece)
        look = 2.0 if i in dotted else heading_look(follower)
        # the title of a usual item looks like a heading in any type
        apart = look == RUN_IN or follower.bold or follower.upper or follower.level is not None
        if look > 0 and (value := _roman(ref)):
            key = ("roman", "", piece.table is not None)
            found.append(Candidate(i, key, value, ref, piece.left, look, look >= 2, follower.size, apart))
        for part in re.finditer(r"\d+", ref) if look > 0 else ():
            # of 24/031 or 048/25 either part may count on; which one, the whole run tells
            # the letter of `5a` or `54a/24` is that of a part
            key = (ref[: part.start()], ref[part.end() :].strip("abcdefgh"), piece.table is not None)
            value = int(part.group())
            found.append(Candidate(i, key, value, ref, piece.left, look, look >= 2, follower.size, apart))
    return found


def _serial(pieces: Sequence[Piece], i: int) -> Iterator[Candidate]:
    """A number in brackets, behind a word or a sign, or a letter, where it stands before what looks like a heading."""
    piece = pieces[i]
    match = SERIAL.fullmatch(piece.marker) if piece.marker else None
    if match is None or not (match["before"] or match["after"]):
        return
    follower = piece if piece.text else pieces[min(i + 1, len(pieces) - 1)]
    look = heading_look(follower)
    if look > 0:
        ref = match["ref"]
        apart = look == RUN_IN or follower.bold or follower.upper or follower.level is not None
        value = ord(ref) - ord("A") + 1 if ref.isalpha() else int(re.split(r"[./-]", ref)[0])
        key = (f"{match['before'] or ''}{'A' if ref.isalpha() else ''}", match["after"], piece.table is not None)
        yield Candidate(i, key, value, ref, piece.left, look, look >= 2, follower.size, apart)


def _roman(ref: str) -> int:
    """The value of a Roman numeral as items are numbered with (below XL); 0 where it is none."""
    if not ROMAN.match(f"{ref}."):
        return 0
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in ref]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _numbered(pieces: Sequence[Piece], candidate: Candidate, cut: int = 0) -> Heading:
    """The heading of a candidate. `cut`: where its title ends, if that is known."""
    i = candidate.index
    piece = pieces[i]
    if not piece.text and i + 1 < len(pieces):
        return Heading(
            i, i + 2, candidate.number, (i + 1,), run_in_end(pieces[i + 1]), score=min(1.0, 0.6 + candidate.look / 8)
        )
    cut = cut or run_in_end(piece)
    return Heading(i, i + 1, candidate.number, (i,), cut, score=min(1.0, 0.6 + candidate.look / 8))


def _under_item(pieces: Sequence[Piece], i: int, title: range) -> Heading:
    match = ITEM.match(pieces[i].text)
    return Heading(i, max(i + 1, title.stop), match["ref"] if match else None, tuple(title), item=i)


def _with_items(pieces: Sequence[Piece], items: Sequence[int], chain: Sequence[Candidate]) -> list[Heading]:
    """Headings over an `(Item n)`, and numbered ones without it."""
    numbered = {c.index: c for c in chain}
    found: dict[int, Heading] = {}
    for i in items:
        if i == 0:
            continue
        first = i - 1
        while first > 0 and first not in numbered and _same_heading(pieces[first - 1], pieces[first]):
            first -= 1
        match = ITEM.match(pieces[i].text)
        number = numbered[first].number if first in numbered else None
        if number is None and (own := number_of(pieces[first])) is not None and heading_look(pieces[first]) >= 2:
            number = own[0]
        found[first] = Heading(
            first, i + 1, number or (match["ref"] if match else None), tuple(range(first, i)), item=i
        )
    for index, candidate in numbered.items():
        if index not in found and not any(h.index < index < h.stop for h in found.values()) and candidate.styled:
            found[index] = _numbered(pieces, candidate)
    plain = {i for h in found.values() for i in range(h.index, h.stop)}
    style = [pieces[h.words[0]] for h in found.values()]
    for i in _like(pieces, style):  # a heading in the same type, without number or item
        if i not in plain and found and i > min(found):
            found.setdefault(i, Heading(i, i + 1, None, (i,), score=0.75))
    return [found[i] for i in sorted(found)]


def _same_heading(before: Piece, piece: Piece) -> bool:
    """Two lines of one heading: both bold, of one size, the first not ended."""
    together = before.page == piece.page and before.bold and piece.bold and abs(before.size - piece.size) < 0.6
    return together and not before.text.endswith((".", ":")) and piece.marker is None and not ITEM.match(before.text)


def _like(pieces: Sequence[Piece], style: Sequence[Piece]) -> list[int]:
    """Unmarked pieces set exactly like the given headings, where those are all bold and set flush left."""
    if (
        len(style) < 3
        or not all(p.bold for p in style)
        or (any(p.marker for p in style) and not all(p.marker for p in style))
    ):
        return []
    edge = median(p.indent for p in style)
    size = median(p.size for p in style)
    marked = all(p.marker for p in style)
    return [
        i
        for i, p in enumerate(pieces)
        if p.bold
        and abs(p.size - size) < 0.3
        and abs(p.indent - edge) < 3
        and len(p.text.split()) <= LONGEST
        and p.marker is None
        and not p.centred
        and (not marked or p.upper == style[0].upper)
        and not marked
    ]
