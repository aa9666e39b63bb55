"""Keys of initials: `JJ = Jane Jones`, a small table of initials and names, a line that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extract.columns import assign_by_vocabulary, columns_of
from extract.families import Claim, Family, surely
from extract.initials import ALONE, CODE, HEADING, INITIALS, NAME, UPPER, fits
from models.page import Word
from models.record import Field, Printed
from models.section import Paragraph, Section
from models.table import Cell, Table

_SIGN = r"\s*(?:=|:|\s[-–—]\s|\t)\s*"
_NAME_WORD = rf"{UPPER}[\w’'-]*[a-z][\w’'-]*"
_NAME_BARE = (
    rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Prof)\.?\s+)?{_NAME_WORD}(?:\s+(?:{UPPER}\.?|[a-z]{{2,3}}|{_NAME_WORD})){{1,3}}?"
)
_LINE = re.compile(rf"^({INITIALS}){_SIGN}({NAME})\s*(?:[,(–-].*)?$")
_RUN = re.compile(rf"\b({INITIALS})\s*(?:=|:|–)\s*({NAME})")
_BARE = re.compile(rf"(?:^|(?<=[\s,;|•]))({INITIALS})\s+({_NAME_BARE})(?=\s*(?:[,;|•]|{INITIALS}\s|$))")
# initials, name and post without a sign between the first two, as tabs set them: `JJ  Jane Jones, Head of Law`
_TABBED = re.compile(rf"^({INITIALS})\s+({_NAME_BARE})(?:\s*[,–]\s*|\s+-\s+)[A-Z][\w’'&,()/ –-]{{2,70}}$")
_NO_NAME = re.compile(r"(?<!\S)[a-z]{4,}")  # what begins so is no part of a name
MOST_BESIDE = 0.25  # share of a line beside the names of a key that it consists of, wherever these begin
_WIDE = 1.2  # a gap that parts columns, in heights of the words


def claim(section: Section) -> Claim:
    """Sure where two lines or more explain initials that fit the names beside them."""
    lines = sum(1 for _ in _printed_lines(section))
    if lines < 2:
        return Claim(0.0)
    others = sum(len(p.text.split()) for p in section.paragraphs if not list(_explained(p)))
    told = 4 * lines
    score = 0.55 + 0.4 * told / (told + others)
    return Claim(round(score if others < 40 * lines else 0.45, 3), (f"{lines} initials explained",))


def read(section: Section) -> Iterable[Printed]:
    """Each line of the keys, in printed order; the heading over a key is accounted for with its first line."""
    heading: tuple[Word, ...] = ()
    for block in section.blocks:
        if isinstance(block, Table):
            yield from _of_table(block, heading, section.paper.number)
            heading = ()
        elif isinstance(block, Paragraph):
            found = list(_explained(block))
            if not found and len(block.text.split()) <= 10 and HEADING.search(block.text):
                heading = block.all_words
            for initials, name, words in found:
                taken = (*heading, *(w for w in block.all_words if w not in words))
                heading = ()
                yield _line((initials, name), words, taken, section.paper.number)


def _printed_lines(section: Section) -> Iterator[object]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield from _rows(block)
        elif isinstance(block, Paragraph):
            yield from _explained(block)


def _explained(paragraph: Paragraph) -> Iterator[tuple[str, str, tuple[Word, ...]]]:
    """(initials, name, their words) of each person that a paragraph explains."""
    text = paragraph.text if paragraph.marker in {None, "•"} else f"{paragraph.marker} {paragraph.text}"
    line = _LINE.match(text)
    whole = line or _TABBED.match(text)
    signed = [] if whole or not ("=" in text or ":" in text or "–" in text) else list(_RUN.finditer(text))
    matches = [whole] if whole else signed or _run_without_signs(text)
    if line is None and (apart := _LINE.match(_set_apart(paragraph))) is not None:
        matches = [apart]
    for match in matches:
        if fits(match.group(1), match.group(2)):
            words = _words_of(f"{match.group(1)} {match.group(2)}", paragraph.all_words)
            yield match.group(1), match.group(2), words


def _set_apart(paragraph: Paragraph) -> str:
    """A line set in three columns by wide gaps alone, initials, name and post, as `JJ = Jane Jones, Head of Law`; else empty."""
    words = [w for w in paragraph.all_words if w.text.strip()] if len(paragraph.lines) == 1 else ()
    if len(words) < 4 or not ALONE.fullmatch(words[0].text):
        return ""
    parts = [words[0].text]
    for before, word in pairwise(words):
        wide = word.x0 - before.x1 > _WIDE * max(word.bottom - word.top, 1.0)
        parts.append(word.text) if wide else parts.append(f"{parts.pop()} {word.text}")
    told = len(parts) == 3 and ALONE.fullmatch(parts[0]) and re.fullmatch(NAME, parts[1])
    return f"{parts[0]} = {parts[1]}, {parts[2]}" if told else ""


def _run_without_signs(text: str) -> list[re.Match[str]]:
    """Initials and names that alternate (`JJ Jane Jones AF Ann Ford`): a key where that is the whole line, or two or more."""
    if sum(map(len, _NO_NAME.findall(text))) > MOST_BESIDE * len(text):
        return []
    found = [m for m in _BARE.finditer(text) if fits(m.group(1), m.group(2))]
    told = sum(len(m.group(0)) for m in found)
    return found if found and told + len(found) >= 0.9 * len(text) else []


def _stands_for(letters: str, name: str, post: Cell | None) -> bool:
    """Whether letters beside a name are those of the post behind it: `HM | Bo Lake | Harbour Master`."""
    return post is not None and fits(letters, post.text) and re.fullmatch(NAME, name) is not None


def _words_of(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words that a text is made of, in order; a word may hold a sign besides (`JJ=`)."""
    left = re.findall(r"\S+", text)
    found: list[Word] = []
    for word in words:
        if left and left[0] in word.text:
            found.append(word)
            left.pop(0)
    return tuple(found)


def _line(told: tuple[str, str], words: tuple[Word, ...], taken: tuple[Word, ...], paper: int) -> Printed:
    initials, name = told
    fields = {"initials": Field(initials, words[:1], confidence=0.97), "name": Field(name, words[1:], confidence=0.97)}
    return Printed("owner_keys", fields, taken=taken, facts={"paper": paper})


def _of_table(table: Table, heading: tuple[Word, ...], paper: int) -> Iterator[Printed]:
    for initials, name in _rows(table):
        fields = {
            n: Field(c.text, c.words, table.method, c.confidence) for n, c in (("initials", initials), ("name", name))
        }
        yield Printed("owner_keys", fields, taken=heading, facts={"paper": paper})
        heading = ()


def _rows(table: Table) -> list[tuple[Cell, Cell]]:
    """The rows of a table of initials and names; [] where the table is something else."""
    if not 2 <= table.columns <= 6 or sum(ALONE.fullmatch(c.text) is not None for c in table.cells) < 2:
        return []
    assigned = {a.field: a.column.index for a in assign_by_vocabulary(columns_of(table), "columns_key")}
    pairs = [(assigned["initials"], assigned["name"])] if {"initials", "name"} <= set(assigned) else []
    # without headings, or with the two side by side more than once
    pairs += [(c, c + 1) for c in range(table.columns - 1)] if not pairs else []
    found: list[tuple[Cell, Cell]] = []
    # a first row of initials and names is no heading, however it is set
    rows = range(0 if _explains(table, pairs) else table.heading_rows, table.rows)
    for left, right in pairs:
        told = []
        coded = []
        for row in rows:
            initials, name = table.at(row, left), table.at(row, right)
            if initials is None or name is None or initials.row != row:
                continue
            post = table.at(row, right + 1) if right + 1 < table.columns else None
            if ALONE.fullmatch(initials.text) and (
                fits(initials.text, name.text) or _stands_for(initials.text, name.text, post)
            ):
                told.append((initials, name))
            elif CODE.fullmatch(initials.text) and re.fullmatch(NAME, name.text):
                coded.append((initials, name))  # among those of others, what stands for the holder of a post
        if len(told) >= 2 and len(told) >= 0.6 * len(rows):
            found.extend(sorted([*told, *coded], key=lambda line: line[0].row))
    return found


def _explains(table: Table, pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether the first row of a table explains initials."""
    cells = [(table.at(0, left), table.at(0, right)) for left, right in pairs]
    return any(a and b and ALONE.fullmatch(a.text) and fits(a.text, b.text) for a, b in cells)


FAMILY = Family("key", claim, read, surely(0.95))
