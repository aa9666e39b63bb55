"""Headings printed in two languages, one under or beside the other: `Perchennog / Owner`, two lines of which one is slanted.

One of the two is a language whose words the vocabularies have; what it says is what the heading is looked up by. Which one it
is, the first or the second, is told by all the headings of a table together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extract.looks import look_of
from extract.remembering import remembered
from extract.text import text_of
from extract.wording import phrases, words_of
from models.table import Cell, Table

_VOCABULARIES = (
    "columns_register", "columns_tracker", "columns_scorecard", "columns_deliverables", "register_stages", "register_groups"
)  # fmt: skip
_SIGNS = ("/", "|", " – ", " — ", " - ", " • ", " · ")
_LEAST = 3  # headings in two languages, and letters of a word that tells its language
_LONGEST_LABEL = 12  # words, of both languages
_MOSTLY, _HARDLY = 0.7, 0.25  # shares of the words that are known: of the language that is, and of the other
_ONE_LANGUAGE = 0.8  # share of the words of all headings, from which on there is no other language among them
_MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
))  # fmt: skip

Split = tuple[str, str]


@remembered(256)
def spoken(table: Table) -> Mapping[Cell, str]:
    """What a table's headings say in the language that is known, for those that are printed in two; {} for most tables."""
    return in_one_language([c for c in table.cells if c.row < max(1, table.heading_rows) and c.text.strip()])


@remembered(256)
def with_labels(table: Table) -> Table:
    """A table of labels and values with labels in the language that is known; the table itself where they are in one."""
    signed = [c for c in table.cells if "/" in c.text or "|" in c.text]
    if len(signed) < _LEAST:
        return table
    short = [c for c in signed if len(c.words) <= _LONGEST_LABEL and not any(map(str.isdecimal, c.text))]
    said = in_one_language(short)
    return replace(table, cells=tuple(replace(c, text=said.get(c, c.text)) for c in table.cells)) if said else table


def in_one_language(headings: Sequence[Cell]) -> Mapping[Cell, str]:
    """The same of headings or labels that belong together; {} where they are in one language."""
    if len(headings) < _LEAST or not _HARDLY <= _known(" ".join(c.text for c in headings)) < _ONE_LANGUAGE:
        return {}
    parted = {c: split for c in headings if (split := _split(c)) is not None}
    if len(parted) < max(_LEAST, len(headings) / 2):
        return {}
    shares = [_known(" ".join(split[side] for split in parted.values())) for side in (0, 1)]
    side = 0 if shares[0] > shares[1] else 1
    if shares[side] < _MOSTLY or shares[1 - side] > _HARDLY:
        return {}
    return {c: split[side] for c, split in parted.items()}


def _split(cell: Cell) -> Split | None:
    """A heading's two texts: at a sign between them, where the type changes, or between two of its lines; None where it is one."""
    words = cell.words
    if (at_sign := _at_sign(cell.text)) is not None:
        return at_sign
    changes = [i for i, (a, b) in enumerate(pairwise(words), start=1) if a.font != b.font]
    ends = [i for i, (a, b) in enumerate(pairwise(words), start=1) if b.top > a.top + 0.5 * a.font.size]
    places = changes if len(changes) == 1 else ends
    parts = [(text_of(words[:i]), text_of(words[i:])) for i in places]
    return max((p for p in parts if all(map(_is_language, p))), key=_contrast, default=None)


def _is_language(text: str) -> bool:
    """Whether a part of a heading is of a language: `FY 2024-25` over `Actual` is of none."""
    return _is_worded(text) and look_of(text) != "date"


def _at_sign(text: str) -> Split | None:
    for sign in _SIGNS:
        first, found, second = (part.strip() for part in text.partition(sign))
        if found and first and second and sign not in second and _is_worded(first) and _is_worded(second):
            return first, second
    return None


def _is_worded(text: str) -> bool:
    """Whether a part of a heading says something in words: the stroke of `Q3 2023/24` parts no languages."""
    return any(len(t) >= _LEAST and t.isalpha() for t in words_of(text))


def _contrast(split: Split) -> float:
    """How much more of one part than of the other is known."""
    return abs(_known(split[0]) - _known(split[1]))


def _known(text: str) -> float:
    """The share of the words of three letters and more that the vocabularies of headings have; figures are of no language."""
    said = [t for t in words_of(text) if len(t) >= _LEAST and not t.isdecimal()]
    return sum(t in _words() or t.rstrip("s") in _words() for t in said) / len(said) if said else 0.0


@cache
def _words() -> Collection[str]:
    return frozenset(word for name in _VOCABULARIES for phrase in phrases(name) for word in phrase.words) | _MONTHS
