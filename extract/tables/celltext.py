"""The words of a cell as one text: lines joined, hyphenation and words broken by a narrow column healed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extract.tables.cut_figures import is_cut_figure
from extract.tables.draft import DraftCell
from extract.tables.words import folded, heading_words
from extract.text import HYPHENS, join_lines, lines_of
from models.geometry import Box
from models.page import Word

LAST_LETTERS = re.compile(r"([^\W\d_]+)$")
FIRST_LETTERS = re.compile(r"^([^\W\d_]+)")
# What follows a full line is a word by itself, however rare it is in a short paper; hardly a longer word ends so.
# fmt: off
SMALL = frozenset({
    "with", "from", "that", "this", "which", "their", "were", "have", "when", "than", "into", "been", "at", "to", "of",
    "by", "if", "as", "we", "our", "has", "was", "not", "all", "its", "who", "how", "new", "via", "but", "may", "will",
    "also", "over", "each", "team", "plan", "risk", "high", "good", "area", "cost", "data", "work", "lead",
})
# fmt: on
LONGEST_END = 4  # letters that a narrow column breaks off a word, where neither half is known
LETTERS = frozenset("ai")  # that are words
STACKED = 3  # single letters one below the other, from which on they are a word


def reading_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one page line by line; parts turned differently one after the other, upright first."""
    turns = {w.turned for w in words} if len(words) > 1 else ()
    if len(turns) < 2:
        return lines_of(words)
    return [line for turn in sorted(turns) for line in lines_of([w for w in words if w.turned == turn])]


def text_in(cell: DraftCell, known: Collection[str]) -> str:
    """A cell's text. `known` are the words of the document, by which broken words are told from wrapped ones."""
    if len(cell.boxes) == 1 and [w for line in cell.lines for w in line] == cell.words:
        return join_lines(_healed(cell.lines, cell.boxes[0][1], known), known)
    texts: list[str] = []
    for page, box in cell.boxes:
        words = [w for w in cell.words if w.page == page]
        if words:
            texts.extend(_healed(reading_lines(words), box, known))
    return join_lines(texts, known)


def _healed(lines: list[list[Word]], box: Box, known: Collection[str]) -> list[str]:
    texts = [" ".join([w.text for w in line]) for line in lines]
    if len(lines) >= STACKED and all(len(t) == 1 and t.isalpha() for t in texts):
        return ["".join(texts)]
    healed = texts[:1]
    for number in range(1, len(lines)):
        upper, lower = lines[number - 1], lines[number]
        begun = healed[-1].rpartition(" ")[2]
        cut = is_cut_figure(upper[-1], begun, lower[0], upper[-1].x1 - upper[0].x0, box)
        if cut or (len(upper) == 1 and is_broken(upper[0], lower[0], box, known)):
            healed[-1] += texts[number]
        else:
            healed.append(texts[number])
    return healed


def is_broken(upper: Word, lower: Word, box: Box, known: Collection[str]) -> bool:
    """Whether two words, the only one of its line and the first of the next, are one that did not fit its column.

    The whole must be too wide for the column, the line full to less than a letter, and the whole be a word that the
    document or publishers' headings know, or its halves be known to nobody.
    """
    tail, head = LAST_LETTERS.search(upper.text), FIRST_LETTERS.match(lower.text)
    if not tail or not head or upper.text[-1] in HYPHENS or upper.turned != lower.turned:
        return False
    letter = _length(upper) / max(1, len(upper.text))
    room = (box.height if upper.turned in (90, 270) else box.width) - _length(upper)
    if room > 2.2 * letter + 12 or _length(upper) + letter * len(head.group(1)) < _length(upper) + room - 12:
        return False
    whole = (tail.group(1) + head.group(1)).casefold()
    if _is_known(whole, known) or _is_known_compound(upper.text + head.group(1), known):
        return not (head.group(1)[0].isupper() and tail.group(1)[-1].islower())
    if head.group(1)[0].isupper() or head.group(1) in SMALL:
        return False
    halves = tail.group(1).casefold(), head.group(1).casefold()
    # two whole words that a short paper says once each are no broken one: what is broken off is short
    if min(map(len, halves)) > LONGEST_END or upper.text[: tail.start()].endswith(("'", "’")):
        return False
    words = (half for half in halves if len(half) > 1 or half in LETTERS)  # `(d)` of a list makes `d` no word
    return len(upper.text) > 2 and not any(_is_known(half, known, often=2) for half in words) and room < letter + 11


def _is_known(word: str, known: Collection[str], often: int = 1) -> bool:
    if folded(word) in heading_words()[1]:
        return True
    count = known.get(word, 0) if isinstance(known, dict) else int(word in known)
    return count >= often


def _is_known_compound(word: str, known: Collection[str]) -> bool:
    """Whether the end of a word with hyphens in it is known: `Pro-Vice-Chancellor` where the document has a `Vice-Chancellor`."""
    parts = word.casefold().split("-")
    return any("-".join(parts[n:]) in known for n in range(len(parts) - 1))


def _length(word: Word) -> float:
    return word.bottom - word.top if word.turned in (90, 270) else word.x1 - word.x0
