"""Words -> lines of words -> text. What every reader above shares when it joins what a line end took apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter, le

from extract.once import once_a_page
from models.page import Page, Word

HYPHENS = "-\u2010\u2011\u00ad"
SOFT = "\u00ad"
_LETTERS = re.compile(r"[^\W\d_]+", re.UNICODE)
_TAIL = re.compile(r"([^\W\d_]+)[-\u2010\u2011\u00ad]$", re.UNICODE)
_HEAD = re.compile(r"^([^\W\d_]+)", re.UNICODE)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FROM_TOP = attrgetter("top", "x0")
_FROM_LEFT = attrgetter("x0")
BULLETS = "•‣▪●◦⁃∙·▫■□◆◇➢➤►–—*\uf0b7\uf0a7\uf0d8\uf0fc§"

_ENDS = frozenset("bcdefghjklmnopqrstuvwxyz")  # single letters that are no words


def lexicon(pages: Iterable[Page]) -> Counter[str]:
    """How often each word of letters stands in the document: the evidence by which broken words are healed."""
    printed: Counter[str] = Counter()
    for page in pages:
        texts = [word.text for word in page.words]
        printed.update(texts)
        if not _ENDS.isdisjoint(texts):
            printed.subtract(_parts(texts, page.words))
    seen: Counter[str] = Counter()
    for text, times in printed.items():
        for word in (text,) if text.isalpha() else _WORDS.findall(text):
            if times > 0:
                seen[word.casefold()] += times
    return seen


def _parts(texts: Sequence[str], words: Sequence[Word]) -> list[str]:
    """Words of which a narrow column put the last letter on a line of its own: a heading printed so on each page is no word for that."""
    return [
        texts[i - 1]
        for i in [place for place, text in enumerate(texts) if text in _ENDS]
        if i and words[i].top >= words[i - 1].bottom - 1 and words[i - 1].x0 - 1 <= words[i].x0 < words[i - 1].x1
    ]


def lines_of(words: Sequence[Word]) -> list[list[Word]]:
    """Words grouped by baseline, each line left to right, lines top to bottom; words turned 90° or 270° read along their turn.

    A word belongs to a line where their heights overlap by half of the lower one, so that footnote marks stay with their word.
    """
    if len(words) < 2:
        return [list(words)] if words else []
    turns = {w.turned for w in words}
    turn = words[0].turned if len(turns) == 1 else Counter([w.turned for w in words]).most_common(1)[0][0]
    if turn:
        along, across = _axes(turn)
        ordered = sorted(words, key=lambda w: (across(w)[0], along(w)))
        lows, highs = map(list, zip(*map(across, ordered), strict=True))
    else:
        along = _FROM_LEFT
        ordered = sorted(words, key=_FROM_TOP)
        lows, highs = [w.top for w in ordered], [w.bottom for w in ordered]
    rows, middles = _rows(ordered, lows, highs)
    for row in rows:
        if len(row) > 1:
            row.sort(key=along)
    if all(map(le, middles, middles[1:])):
        return rows
    return [rows[i] for i in sorted(range(len(rows)), key=middles.__getitem__)]


def lines_on(page: Page, words: Sequence[Word]) -> list[list[Word]]:
    """`lines_of` words of one page, of equal words but once: who looks for tables and who reads text ask for the same."""
    known = _lines_known(page)
    key = tuple([w.number for w in words])
    lines = known.get(key)
    if lines is None:
        lines = known[key] = lines_of(words)
    return list(lines)


@once_a_page
def _lines_known(_page: Page) -> dict[tuple[int, ...], list[list[Word]]]:
    return {}


def _rows(
    words: Sequence[Word], word_lows: Sequence[float], word_highs: Sequence[float]
) -> tuple[list[list[Word]], list[float]]:
    """Words from the top down, each with its extent across the lines, grouped into rows; and where each row has its middle.

    Written out, as it runs for every word of every page several times. Most words are of the row begun last, whose extent
    is kept at hand; the others are looked for in the four rows before it.
    """
    each = zip(words, word_lows, word_highs, strict=True)
    word, row_low, row_high = next(each)
    row = [word]
    rows, lows, highs = [row], [row_low], [row_high]
    for word, low, high in each:
        if low == row_low and high == row_high and low < high:  # as most words of a line
            row.append(word)
            continue
        tall, row_tall = high - low, row_high - row_low
        shared = (high if high < row_high else row_high) - (low if low > row_low else row_low)
        if shared > 0.5 * (tall if tall < row_tall else row_tall):
            row.append(word)
            # a raised mark must not stretch the line it belongs to
            if not word.superscript:
                if row_low < low - 3:
                    row_low = low - 1
                elif low < row_low:
                    row_low = low
                row_high = high if high > row_high else row_high
            continue
        lows[-1], highs[-1] = row_low, row_high
        for i in range(len(rows) - 2, max(len(rows) - 6, -1), -1):
            one_low, one_high = lows[i], highs[i]
            one_tall = one_high - one_low
            shared = (high if high < one_high else one_high) - (low if low > one_low else one_low)
            if shared > 0.5 * (tall if tall < one_tall else one_tall):
                rows[i].append(word)
                if not word.superscript:
                    if one_low < low - 3:
                        lows[i] = low - 1
                    elif low < one_low:
                        lows[i] = low
                    if high > one_high:
                        highs[i] = high
                break
        else:
            row, row_low, row_high = [word], low, high
            rows.append(row)
            lows.append(low)
            highs.append(high)
    lows[-1], highs[-1] = row_low, row_high
    return rows, [(low + high) / 2 for low, high in zip(lows, highs, strict=True)]


def _axes(turn: int) -> tuple[Callable[[Word], float], Callable[[Word], tuple[float, float]]]:
    """Where a word stands along its line, and the interval it takes across the lines, both growing in reading order."""
    if turn == 90:  # reads downwards, lines go from right to left
        return (lambda w: w.top), (lambda w: (-w.x1, -w.x0))
    if turn == 270:  # reads upwards, lines go from left to right
        return (lambda w: -w.bottom), (lambda w: (w.x0, w.x1))
    if turn == 180:
        return (lambda w: -w.x1), (lambda w: (-w.bottom, -w.top))
    return attrgetter("x0"), (lambda w: (w.top, w.bottom))


def join_lines(lines: Iterable[str], known: Collection[str] | Counter[str] = ()) -> str:
    """Lines as one text: one space between words, words split by a line-end hyphen rejoined.

    A soft hyphen always goes. A printed one goes only where the word without it is known to the document and the word with it
    is not, or where its halves are no words of the document: office programs print `under-` `investment` far more
    often than they divide words.
    """
    text = ""
    for line in lines:
        line = " ".join(line.split())
        if not line:
            continue
        if not text:
            text = line
            continue
        if text[-1] not in HYPHENS:
            parted = text[-1] in "/–" and text[-2:-1].isdecimal() and line[0].isdecimal()  # 2024/ 25, 31/03/ 2025
            text = text + line if parted else f"{text} {line}"
            continue
        tail, head = _TAIL.search(text, text.rfind(" ") + 1), _HEAD.match(line)
        if tail and head:
            text = _mend(text, line, tail.group(1), head.group(1), known)
        elif len(text) > 1 and not text[-2].isspace() and line[:1].isalnum():
            text += line  # 2024- / 25
        else:
            text = f"{text} {line}"
    return text if text.isascii() else unicodedata.normalize("NFC", text.replace(SOFT, ""))


def _mend(text: str, line: str, tail: str, head: str, known: Collection[str]) -> str:
    if text[-1] == SOFT:
        return text[:-1] + line
    whole, hyphened = (tail + head).casefold(), f"{tail}-{head}".casefold()
    if head[0].isupper() or hyphened in known:
        return text + line
    if whole in known:
        return text[:-1] + line
    halves_known = tail.casefold() in known and head.casefold() in known
    if not known or halves_known or len(tail) <= 2:
        return text + line
    return text[:-1] + line if not _plausible(tail, head, known) else text + line


def _plausible(tail: str, head: str, known: Collection[str]) -> bool:
    """Whether one half is a word of the document and the other is long enough to be one."""
    return (tail.casefold() in known and len(head) > 3) or (head.casefold() in known and len(tail) > 3)


def text_of(words: Sequence[Word], known: Collection[str] = ()) -> str:
    """The words of one block of text in reading order, as one text."""
    return join_lines([" ".join([w.text for w in line]) for line in lines_of(words)], known) if words else ""
