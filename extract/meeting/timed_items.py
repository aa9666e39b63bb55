"""The items of a front sheet in columns without rules: lines that begin with a time (`14:05  2  Minutes  Chair  Attached`) or count on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.meeting.agenda_asides import PAGES
from extract.meeting.agenda_items import ListedItem
from extract.meeting.opening import CLOSING
from extract.meeting.pieces import Piece
from extract.meeting.vocabulary import words_of
from extract.text import join_lines
from extract.wording import fold
from models.page import Word
from models.record import Field

TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|hrs))?(?:\s*[–-]\s*\d{1,2}[:.]\d{2}(?:\s?(?:am|pm|hrs))?)?(?=\s|$)", re.I
)
_NUMBER = re.compile(r"(?:[A-Z]{1,3}[./-]?)?\d{1,3}(?:[./]\d{1,4})*[a-z]?[.)]?")
FEWEST = 3  # lines that begin with a time
FEWEST_COUNTED, FEWEST_COLUMNS = 4, 3  # of a sheet without times: lines, and columns: numbers, titles, who leads
WIDE = 0.8  # times the size of type: so much white sets a column apart
LEVEL = 2.0  # points: texts of one column begin at one place
OFTEN = 0.5  # share of the lines in which a column holds something
LEADING = 1.5  # times the size of type: a line further down is a row of its own
MOSTLY = 0.6  # share of a column's texts that are of the kind it is taken for


@dataclass(slots=True)
class _Row:
    piece: int
    lines: list[list[Word]] = field(default_factory=list)
    cells: list[list[list[Word]]] = field(default_factory=list)  # a column's lines


def timed_items(pieces: Sequence[Piece]) -> list[ListedItem]:
    """The items; [] where fewer than three lines begin with a time, or no column holds titles."""
    lines = lines_of_sheet(pieces)
    timed = [words for _, words in lines if _time(words)]
    if len(timed) < FEWEST or _are_numbers([words[0].text for words in timed]):
        timed = _counted([words for _, words in lines])
        starts = column_starts(timed)
        if len(starts) < FEWEST_COLUMNS:  # a plain list, which others read
            return []
    else:
        starts = column_starts(timed)
    return items_in_columns(lines, starts, timed, {})


def items_in_columns(
    lines: Sequence[tuple[int, list[Word]]],
    starts: Sequence[float],
    heads: Sequence[list[Word]],
    named: Mapping[int, frozenset[str]],
) -> list[ListedItem]:
    """The items of lines in columns that begin at `starts`; with each of `heads` an item begins.

    `named` is what the headings over the columns say that they may hold, where there are headings.
    """
    rows = _rows(lines, starts, heads)
    for row in rows:
        row.cells = [[] for _ in starts]
        for words in row.lines:
            for column, part in parted(words, starts).items():
                row.cells[column].append(part)
    roles = _roles(rows, len(starts), named)
    if "title" not in roles:
        return []
    titles = [line for row in rows for line in row.cells[roles.index("title")]]
    right = max((line[-1].x1 for line in titles), default=0.0)
    return [item for row in rows if (item := _item(row, roles, right)) is not None]


def _time(words: Sequence[Word]) -> int:
    """How many words at the head of a line are its time; 0 where it begins with none."""
    text = " ".join(w.text for w in words[:6])
    match = TIME.match(text)
    return len(match.group().split()) if match else 0


def _counted(lines: Sequence[list[Word]]) -> list[list[Word]]:
    """The lines that begin with the numbers of items, from 1 on without a gap, all at one place; [] where they are few."""
    found: list[list[Word]] = []
    for words in lines:
        count = [int(n) for n in re.findall(r"\d+", words[0].text)] if _NUMBER.fullmatch(words[0].text) else []
        level = not found or abs(words[0].x0 - found[0][0].x0) < LEVEL
        if count and level and len(words) > 1 and len(found) + 1 in (count[0], count[-1]):
            found.append(words)
    return found if len(found) >= FEWEST_COUNTED else []


def are_times(texts: Sequence[str]) -> bool:
    """Whether the texts of a column are times of a day that go on, and no numbers of items."""
    times = [m for t in texts if (m := re.fullmatch(r"(\d{1,2})[:.](\d{2})(?:\s?(?:am|pm|hrs))?", t.strip()))]
    if len(times) < max(FEWEST, MOSTLY * len(texts)) or _are_numbers([t.strip() for t in texts]):
        return False
    return all(int(m[1]) < 24 and int(m[2]) < 60 for m in times)


def _are_numbers(times: Sequence[str]) -> bool:
    """Whether what looks like times counts as items do: `1.01`, `1.02`, `2.01`."""
    parts = [
        (int(h), int(m))
        for t in times
        if (match := re.fullmatch(r"(\d{1,2})\.(\d{2})", t))
        for h, m in [match.groups()]
    ]
    if len(parts) < len(times) or parts[0][1] > 1:
        return False
    return all((h == a and m == b + 1) or (a < h <= a + 2 and m <= 1) for (a, b), (h, m) in pairwise(parts))


def lines_of_sheet(pieces: Sequence[Piece]) -> list[tuple[int, list[Word]]]:
    """The printed lines of all pieces, each with the piece in which it begins; those of a title and its neighbours are one."""
    found: list[tuple[int, list[Word]]] = []
    words = [(w, i) for i, p in enumerate(pieces) if not p.cells for w in (*p.marker_words, *p.words)]
    for word, i in sorted(words, key=lambda one: (one[0].page, round(one[0].top), one[0].x0)):
        last = found[-1][1] if found else None
        if last is not None and last[0].page == word.page and abs(last[0].top - word.top) < 0.4 * word.font.size:
            last.append(word)
        else:
            found.append((i, [word]))
    for _, line in found:
        line.sort(key=lambda w: w.x0)
    return found


def column_starts(timed: Sequence[Sequence[Word]]) -> list[float]:
    """Where columns begin: places at which words behind white stand in half of the lines."""
    places: list[list[float]] = []
    for words in timed:
        count = _time(words)
        behind = enumerate(pairwise(words), start=1)
        apart = (
            b.x0
            for n, (a, b) in behind
            if b.x0 - a.x1 > WIDE * b.font.size or n == (count or 1) or (n == 2 and TIME.fullmatch(a.text))
        )
        heads = [words[0].x0, *apart]
        for x in heads:
            near = next((p for p in places if abs(p[0] - x) < LEVEL), None)
            if near is None:
                places.append([x])
            else:
                near.append(x)
    return sorted(p[0] for p in places if len(p) >= max(2.0, OFTEN * len(timed)))


def _rows(
    lines: Sequence[tuple[int, list[Word]]], starts: Sequence[float], timed: Sequence[Sequence[Word]]
) -> list[_Row]:
    """The rows of the sheet: a line with a time, or one that begins where others print their number, and lines close under it."""
    rows: list[_Row] = []
    heads = {id(words) for words in timed}
    before: list[Word] | None = None
    for i, words in lines:
        if id(words) in heads or (rows and _numbered(words, starts)):
            rows.append(_Row(i, [words]))
        elif rows and CLOSING.match(" ".join(w.text for w in words)):
            break
        elif rows and before is not None and before[0].page == words[0].page:
            near = words[0].top - before[0].top < LEADING * words[0].font.size
            if not near or words[0].x0 < starts[0] - LEVEL:
                before = None  # a band, or what stands below the sheet: of no item
                continue
            rows[-1].lines.append(words)
        else:
            continue
        before = words
    return rows


def _numbered(words: Sequence[Word], starts: Sequence[float]) -> bool:
    """Whether a line without a time begins with a number where the lines with one print theirs."""
    return (
        len(starts) > 1
        and abs(words[0].x0 - starts[1]) < LEVEL
        and _NUMBER.fullmatch(words[0].text) is not None
        and len(words) > 1
    )


def parted(words: Sequence[Word], starts: Sequence[float]) -> dict[int, list[Word]]:
    """The words of a line by column: a column is entered at its place, behind white or the end of another's text."""
    found: dict[int, list[Word]] = {}
    for word in words:
        column = max((n for n, x in enumerate(starts) if x <= word.x0 + LEVEL), default=0)
        found.setdefault(column, []).append(word)
    return found


def _roles(rows: Sequence[_Row], count: int, named: Mapping[int, frozenset[str]]) -> list[str]:
    """What each column holds: time, number, title, supporting_document, or nothing that is asked for."""
    texts = [[_text(row.cells[n]) for row in rows if row.cells[n]] for n in range(count)]
    roles = [""] * count
    for n, held in enumerate(texts):
        if _mostly(held, TIME.fullmatch):
            roles[n] = "time"
        elif n < 3 and "number" not in roles and _mostly(held, _NUMBER.fullmatch):
            roles[n] = "number"
        elif _mostly(held, _is_paper) or named.get(n) == frozenset({"supporting_document"}):
            roles[n] = "supporting_document"
    free = [n for n in range(count) if not roles[n]]
    free = [n for n in free if "title" in named.get(n, ())] or free
    if free:
        roles[max(free, key=lambda n: sum(map(len, texts[n])))] = "title"
    return roles


def _mostly(texts: Sequence[str], fits: Callable[[str], object]) -> bool:
    return bool(texts) and sum(bool(fits(t)) for t in texts) >= MOSTLY * len(texts)


def _is_paper(text: str) -> bool:
    """Whether a text says which paper goes with an item: `Attached`, `To follow`, `pages 3–9`."""
    return fold(text.strip("()[]")) in words_of("agenda_words", "document") or PAGES.fullmatch(text) is not None


def _text(lines: Sequence[Sequence[Word]]) -> str:
    return join_lines([" ".join(w.text for w in line) for line in lines])


def _item(row: _Row, roles: Sequence[str], right: float) -> ListedItem | None:
    held: dict[str, list[list[Word]]] = {}
    for role, cell in zip(roles, row.cells, strict=True):
        if role and cell:
            held.setdefault(role, []).extend(cell)
    titles = held.get("title")
    if not titles:
        return None
    cut = next((n for n in range(1, len(titles)) if _sets_off(titles[n - 1], titles[n], right)), len(titles))
    return ListedItem(
        row.piece,
        _field(titles[:cut]) or Field(""),
        _field(held.get("number", [])),
        _field(titles[cut:]),
        _field(held.get("supporting_document", [])),
        _field(held.get("time", [])),
        tuple(w for line in row.lines for w in line),
    )


def _sets_off(line: Sequence[Word], after: Sequence[Word], right: float) -> bool:
    """Whether a line under a title is text of its own: in other type, or begun anew though its first word had room above."""
    bold = [all(w.font.bold for w in part if any(c.isalnum() for c in w.text)) for part in (line, after)]
    room = right - line[-1].x1 > after[0].x1 - after[0].x0 + 0.4 * after[0].font.size
    return bold[0] != bold[1] or (room and after[0].text[:1].isupper())


def _field(lines: Sequence[Sequence[Word]]) -> Field | None:
    words = tuple(w for line in lines for w in line)
    text = _text(lines)
    whole = text[:1] in "([" and text[-1:] in ")]"
    return Field(text[1:-1] if whole else text, words, confidence=0.85) if words else None
