"""The labels that the forms of a section repeat: what they are told by, and where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.looks import look_of
from extract.registers.layout import is_known
from extract.registers.pieces import Piece, Style
from extract.registers.slides import kind_of
from extract.text import BULLETS, text_of
from extract.wording import fold
from models.page import Word

_LONGEST = 8  # words of a label
_MOST = 0.6  # share of the forms that have what all have
REFERENCE_WORDS = frozenset({"ref", "reference", "id", "no", "number", "code"})  # in the labels of a reference
_VALUES = frozenset({"rating", "rag", "response", "open", "scale"})  # looks of values, however many forms repeat them
_NO_LABEL = _VALUES | {"status", "trend", "name", "date", "digit", "number", "product", "initials"}


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A label where it stands; `said` are the words behind its colon on its own line."""

    piece: Piece
    words: tuple[Word, ...]
    said: tuple[Word, ...]

    @property
    def text(self) -> str:
        return text_of(self.words).rstrip(" :?")

    @property
    def key(self) -> str:
        return key_of(self.words)


def split(words: Sequence[Word]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """What stands before a colon among the first words, and what behind it; all of a short text without one.

    A bracket behind a label (`Key controls (what are we doing about it?)`) is a part of it; a bulleted text is none.
    """
    words = tuple(words)
    if words[0].text in BULLETS:
        return (), ()
    bracket = next((n for n, w in enumerate(words) if n and w.text.startswith("(")), len(words))
    if bracket <= _LONGEST < len(words) <= 2 * _LONGEST and words[-1].text.rstrip("?:").endswith(")"):
        return words, ()
    for count, word in enumerate(words[:_LONGEST], start=1):
        if word.text.endswith(":") or (count > 1 and word.text in {":", "–"} and count < len(words)):
            return words[:count], words[count:]
    return (words, ()) if len(words) <= _LONGEST else ((), ())


def key_of(words: Sequence[Word]) -> str:
    """A label's words, folded, without what stands in brackets behind them."""
    if not words:
        return ""
    return fold(re.sub(r"(?<=\w)\s*\([^)]*\)?$", "", text_of(words).rstrip(" :?")).rstrip(" :?"))


@lru_cache(maxsize=8192)
def is_known_label(key: str) -> bool:
    """Whether a folded label is one that is known of risks."""
    return any(map(str.isalpha, key)) and (is_known(key) or kind_of(key) is not None)


def labels_of_forms(parts: Sequence[Sequence[Piece]]) -> dict[str, set[Style]]:
    """Folded label -> the styles it is set in: what most forms repeat, and what is set like those of them that are known."""
    told: dict[str, set[int]] = {}
    styles: dict[str, Counter[Style]] = {}
    for number, part in enumerate(parts):
        for piece in part:
            label, _ = split(piece.words)
            key = key_of(label)
            if key and any(map(str.isalpha, key)):
                told.setdefault(key, set()).add(number)
                styles.setdefault(key, Counter())[piece.style] += 1
    known = {key for key in told if is_known_label(key) and look_of(key) not in _NO_LABEL}
    most = {key for key, forms in told.items() if len(forms) >= max(2, _MOST * len(parts))}
    most -= {key for part in parts for key in _values_behind(part, known)} - known
    sure = [styles[key].most_common(1)[0][0] for key in most & known]
    of_labels = {style for style, n in Counter(sure).items() if n >= 2 or len(sure) < 4}
    strict = {s for s in of_labels if _of_labels_alone(s, parts, most | known)}
    found = {
        key: _alike(styles[key], of_labels | {styles[key].most_common(1)[0][0]}) for key in most & known
    }  # fmt: skip
    for key in told.keys() - found.keys():
        own = set(styles[key]) & strict
        if own and (key in known or (key in most and not _is_value(key))):
            found[key] = own
    return found


def _values_behind(part: Sequence[Piece], known: Collection[str]) -> Iterator[str]:
    """What stands in a cell behind one with a known label and looks like a person's name, or where known labels and other
    cells take turns in the row: a value, however many forms repeat it."""
    rows: dict[tuple[int, int], list[Piece]] = {}
    for piece in part:
        if piece.cell is not None and piece.row is not None:
            rows.setdefault(piece.row, []).append(piece)
    for row in rows.values():
        ends = {p.cell.last_column for p in row if p.cell is not None and key_of(split(p.words)[0]) in known}
        in_turn = len(ends) > 1 and not any(end + 1 in ends for end in ends)
        for piece in row if ends else ():
            behind = piece.cell is not None and piece.cell.column - 1 in ends
            if behind and (in_turn or look_of(piece.text) == "name"):
                yield key_of(split(piece.words)[0])


def _is_value(key: str) -> bool:
    return len(key) > 1 and look_of(key) in _VALUES  # `L` is a likelihood as well as low


def _alike(styles: Iterable[Style], of_labels: Collection[Style]) -> set[Style]:
    """Those of a label's styles that are of labels, whatever colour is behind it: a score's tile has its own."""
    types = {style[:2] for style in of_labels}
    return {style for style in styles if style[:2] in types}


def _of_labels_alone(style: Style, parts: Sequence[Sequence[Piece]], labels: set[str]) -> bool:
    """Whether what is set in a style is nearly always a label."""
    held = [p for part in parts for p in part if p.style == style]
    return sum(key_of(split(p.words)[0]) in labels for p in held) > 0.7 * len(held)


def label_at(piece: Piece, labels: dict[str, set[Style]]) -> Label | None:
    before, behind = split(piece.words)
    key = key_of(before)
    if piece.style not in labels.get(key, ()):
        return None
    return Label(piece, before, behind)
