"""Where each form of a section begins and ends: at references alike, at one label, or at titles set alike, in columns too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from extract.looks import look_of
from extract.registers.blocks import BARE_LABELS, reference_labels
from extract.registers.form_labels import REFERENCE_WORDS, is_known_label, key_of, split
from extract.registers.form_names import Name, name_in
from extract.registers.pieces import SCROLL, Piece
from extract.text import text_of
from models.geometry import Box
from models.section import Section

_FEWEST = 3  # known labels of a form
_MOST = 0.6  # share of the forms that have what all have
_HEAD = 0.4  # share of the page in which a form begins that has the page to itself
_EDGE = 8.0  # points within which edges are one
_LINE = 0.3  # of the type, that a form begins above its first text
_LARGER = 1.1  # so many times the type of what begins the forms is a heading's over it
_TITLES = frozenset({"title", "name"})  # in labels of what names a risk
_LONGEST_TITLE = 16  # words
_BARE = frozenset(
    {"no", "number", "#"}
)  # labels of a reference where other labels stand on their line, else values and words
_NEXT = 3.0  # sizes of type down to the next label
_REFERENCES = frozenset({"ref", "digit", "number"})
_BESIDE_BARE = 2  # known labels behind a bare one on its line


@dataclass(frozen=True, slots=True)
class Start:
    """What begins a form, and the part of the section that the form takes up (heights as in `Piece`)."""

    piece: Piece
    name: Name | None
    box: Box


Group = list[tuple[Piece, Name | None]]


def starts_of(section: Section, pieces: Sequence[Piece]) -> list[Start]:
    """The starts of the forms, those that have most forms full of known labels; [] where fewer than two are alike."""
    keys = [key_of(split(p.words)[0]) for p in pieces]
    known = [(p, key) for p, key in zip(pieces, keys, strict=True) if key and is_known_label(key)]
    best: list[Start] = []
    if len(known) < 2 * _FEWEST or len({key for _, key in known}) < _FEWEST:
        return best  # two forms at least are full of them, and none stands in both
    most = (0, 0)
    for rank, group in _groups(pieces, keys):
        for placed in _placed(section, group):
            full = _full(_told(placed, known))
            if full < _MOST * len(placed) or (full, rank) <= most:
                continue  # nor are they full enough when they have been ended
            starts = _ended(placed, pieces, [p for p, _ in known])
            told = _told(starts, known)
            full = _full(told)
            if rank <= _TITLED and not _alike(told):
                continue
            if full >= _MOST * len(starts) and (full, rank) > most:
                most, best = (full, rank), starts
    return best


def _told(starts: Sequence[Start], known: Sequence[tuple[Piece, str]]) -> list[list[str]]:
    """The known labels of each form."""
    return [[key for p, key in known if _holds(s.box, p)] for s in starts]


def _full(told: Sequence[Sequence[str]]) -> int:
    return sum(len(set(keys)) >= _FEWEST for keys in told)


_STATED, _TITLED, _LABELLED, _COUNTED, _NAMED = range(5)  # how well a text tells that a form begins with it


def _groups(pieces: Sequence[Piece], keys: Sequence[str]) -> list[tuple[int, Group]]:
    """Pieces alike that may each begin a form, and how well they tell it."""
    found: dict[tuple[object, ...], Group] = {}
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.words)
    usual = 1.1 * max(sizes, key=lambda size: sizes[size], default=0.0)
    for piece, key in zip(pieces, keys, strict=True):
        apart = piece.style[0] or piece.style[2] or piece.size > usual
        bare = key in BARE_LABELS
        if key in reference_labels() or (
            bare and (_heads_labels(piece, pieces, keys) or _stands_over(piece, pieces, keys))
        ):
            named = bare or (REFERENCE_WORDS | _TITLES) & set(key.split())
            rank = _LABELLED if named else _STATED
            found.setdefault((rank, key), []).append((piece, None))
        elif apart and (name := name_in(piece.words)) is not None:
            letters = re.sub(r"[^A-Z].*", "", text_of(name.ref))
            counted = len(piece.words) > 2 and piece.words[-2].text == "of" and piece.words[-1].text.isdigit()
            look = (piece.style[0], piece.style[1], round(piece.size))
            rank = _COUNTED if counted else _NAMED
            found.setdefault((rank, letters, look), []).append((piece, name))
        elif _is_title(piece, usual) and not is_known_label(key):
            found.setdefault((_TITLED, piece.style, round(piece.size)), []).append((piece, Name((), piece.words)))
    groups = []
    for key_, group in found.items():
        told = [text_of(n.ref or n.title) for _, n in group if n is not None]
        if len(group) > 1 and len(set(told)) == len(told):
            groups.append((int(str(key_[0])), group))
    return groups


def _heads_labels(piece: Piece, pieces: Sequence[Piece], keys: Sequence[str]) -> bool:
    """Whether known labels stand behind a piece on its line."""
    beside = (key for p, key in zip(pieces, keys, strict=True) if p.box.x0 > piece.box.x1 and _level(p, piece) and key)
    return sum(map(is_known_label, beside)) >= _BESIDE_BARE


def _stands_over(piece: Piece, pieces: Sequence[Piece], keys: Sequence[str]) -> bool:
    """Whether a bare label before a reference (`No. | CR1`) stands right above a known label, at its edge."""
    beside = [p for p in pieces if p.box.x0 > piece.box.x1 and _level(p, piece)]
    if len(beside) != 1 or look_of(beside[0].text) not in _REFERENCES:
        return False
    edged = [(p, key) for p, key in zip(pieces, keys, strict=True) if abs(p.box.x0 - piece.box.x0) <= _EDGE]
    below = [(p.box.top, p.page, key) for p, key in edged if p.box.top > piece.box.bottom]
    if not below:
        return False
    top, page, next_key = min(below)
    near = top - piece.box.top <= _NEXT * piece.size or page != piece.page  # the page may break between them
    return near and is_known_label(next_key)


def _is_title(piece: Piece, usual: float) -> bool:
    words = piece.words
    stands_out = piece.size > usual or (piece.style[0] and piece.style[2] is not None)
    return (
        stands_out and len(words) <= _LONGEST_TITLE and not words[-1].text.endswith(":") and any(map(_is_word, words))
    )


def _is_word(word: object) -> bool:
    text = str(getattr(word, "text", ""))
    return len(text) > 2 and text.isalpha()


def _placed(section: Section, group: Group) -> list[list[Start]]:
    """The forms that pieces alike begin: those at the edge of most, one below the other; or in columns side by side."""
    edges = Counter(round(p.box.x0 / _EDGE) for p, _ in group)
    found = []
    main = [g for g in group if round(g[0].box.x0 / _EDGE) == edges.most_common(1)[0][0]]
    if len(main) > 1:
        tops = _tops(section, main)
        found.append([Start(p, n, Box(0.0, a, inf, b)) for (p, n), (a, b) in zip(main, pairwise(tops), strict=True)])
    if len(edges) > 1 and min(edges.values()) > 1 and max(edges.values()) - min(edges.values()) <= 1:
        lefts = sorted(min(p.box.x0 for p, _ in group if round(p.box.x0 / _EDGE) == edge) for edge in edges)
        columns = []
        for left, right in pairwise([*lefts, inf]):
            held = [g for g in group if left <= g[0].box.x0 < right - 1]
            tops = [p.box.top - _LINE * p.size for p, _ in held]
            ends = [min(b, (p.page + 1) * SCROLL) for (p, _), b in zip(held, [*tops[1:], inf], strict=True)]
            parts = zip(held, tops, ends, strict=True)
            columns += [Start(p, n, Box(left - _EDGE, a, right - _EDGE, b)) for (p, n), a, b in parts]
        found.append(sorted(columns, key=lambda s: (s.box.top, s.box.x0)))
    return found


def _ended(starts: Sequence[Start], pieces: Sequence[Piece], known: Sequence[Piece]) -> list[Start]:
    """The forms, each ended by a heading at its edge that is larger than what begins the forms and below labels of it:
    what follows that (`Emerging risks`, `Key to initials`) is no part of a form."""
    least = _LARGER * min(s.piece.size for s in starts)
    styles = {s.piece.style for s in starts if s.piece.style[0]}
    headings = [
        p
        for p in pieces
        if (p.size > least or p.style in styles)
        and p.cell is None
        and len(p.words) <= _LONGEST_TITLE
        and any(map(_is_word, p.words))
    ]
    found = []
    for start in starts:
        named, ends = start.piece, start.box.bottom
        for piece in headings:
            larger = piece.size > _LARGER * named.size and piece.box.x0 < named.box.x0 + _EDGE
            if (
                (larger or _ends_alike(piece, start, known))
                and _holds(start.box, piece)
                and piece.box.top > named.box.bottom
            ):
                above = [p for p in known if _holds(start.box, p) and p.box.top < piece.box.top]
                if len(above) >= _FEWEST and not any(p is not piece and _level(p, piece) for p in pieces):
                    ends = piece.box.top - _LINE * piece.size
                    break
        found.append(replace(start, box=Box(start.box.x0, start.box.top, start.box.x1, ends)))
    return found


def _ends_alike(piece: Piece, start: Start, known: Sequence[Piece]) -> bool:
    """Whether a heading set as what begins a form stands below the last label of it, and is none itself."""
    named = start.piece
    alike = piece.style == named.style and abs(piece.size - named.size) < 0.1
    if not alike or piece is named or abs(piece.box.x0 - named.box.x0) > _EDGE or piece in known:
        return False
    below = [p for p in known if _holds(start.box, p) and p.box.top > piece.box.top]
    return all(look_of(p.text) == "initials" for p in below)  # a person's may be those of a label (`RS`)


def _level(one: Piece, other: Piece) -> bool:
    return min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top) > 0.5 * one.box.height


def _tops(section: Section, starts: Group) -> list[float]:
    """Where each form begins, and where the last one ends. A form that has the page to itself begins at its top."""
    heights = {p.number: p.height for p in section.pages}
    pages = [p.page for p, _ in starts]
    at_head = all(p.box.top - p.page * SCROLL < _HEAD * heights[p.page] for p, _ in starts)
    own = at_head and len(set(pages)) == len(pages)
    tops = [p.page * SCROLL if own else p.box.top - _LINE * p.size for p, _ in starts]
    longest = max(b - a for a, b in pairwise(pages))
    return [*tops, (pages[-1] + max(1, longest if own else longest + 1)) * SCROLL]


def _alike(told: Sequence[Sequence[str]]) -> bool:
    """Whether the forms below titles without references are alike: the same label comes first in most of them."""
    first = Counter(keys[0] for keys in told if keys)
    return bool(first) and first.most_common(1)[0][1] >= _MOST * len(told)


def _holds(box: Box, piece: Piece) -> bool:
    return box.x0 <= piece.box.x0 < box.x1 and box.top <= piece.box.top < box.bottom
