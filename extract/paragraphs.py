"""Lines -> paragraphs: what belongs together, and its number or bullet.

A new paragraph begins at a number or bullet, at a wider space, where the type changes, at an indent, and where the line before ended
though the next word would still have fitted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from extract.drawn_bullets import stands_before
from extract.hung_labels import hangs_from, under_tab, whole_labels
from extract.lines import Column
from extract.list_items import is_under_bullet
from extract.markers import TAB, heading_number, is_year_behind, marker_of
from extract.remembering import remembered
from extract.text import join_lines
from models.geometry import Box
from models.page import Word
from models.section import Line, Paragraph

MOST_DRAWN = 300  # small drawings on a page: more are a map or a plot
LEAST_PROSE, PROSE = 8, 0.6  # words of a line of prose, and how many of them begin with a small letter
SPACED = 1.5  # sizes of type from line to line: set one and a half, or paragraphs of one line each
FEWEST_SENTENCES = 3  # lines that all end with a sentence: two may do so by chance
ENDS = (".", ";", ":", "?", "!", ".”", ".’", ".)", '."')


def paragraphs_of(column: Column, known: Collection[str] = (), drawn: Sequence[Box] = ()) -> list[Paragraph]:
    """The paragraphs of one column of text, top to bottom. `known` are the words of the document, for healing line ends,
    `drawn` what may be bullets that are drawn and not printed.
    """
    groups: list[list[Line]] = []
    pitch = _pitch(column.lines)
    discs = drawn if len(drawn) <= MOST_DRAWN else ()
    lines = whole_labels(column.lines)
    listed = {id(line) for line in lines if discs and any(stands_before(disc, line.words) for disc in discs)}
    for number, line in enumerate(lines, start=1):
        open_ = bool(groups) and id(line) not in listed
        if open_ and (
            _continues(groups[-1], line, column, pitch)
            or is_under_bullet(groups[-2:], line, lines[number : number + 1])
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    if pitch >= SPACED:
        groups = [part for group in groups for part in ([[line] for line in group] if _sentences(group) else [group])]
    made = [make_paragraph(group, known, column) for group in groups]
    if listed:
        made = [
            replace(p, marker="•") if p.marker is None and id(group[0]) in listed else p
            for p, group in zip(made, groups, strict=True)
        ]
    return _unmapped_bullets(made)


def _sentences(group: Sequence[Line]) -> bool:
    """Whether lines far apart are a sentence or more each: then they are paragraphs of a line, with white between all of them."""
    if len(group) < FEWEST_SENTENCES or marker_of(group[0])[1]:
        return False
    return all(line.text.endswith((".", "?", "!")) and line.text[:1].isupper() for line in group)


def _unmapped_bullets(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """A letter that labels two neighbours alike is a bullet whose font has no map: `x`, `x`, `x`."""
    alike = [a.marker == b.marker and _letter(a.marker) for a, b in pairwise(paragraphs)]
    return [
        replace(p, marker="•") if _letter(p.marker) and (before or after) else p
        for p, before, after in zip(paragraphs, [False, *alike], [*alike, False], strict=True)
    ]


def _letter(marker: str | None) -> bool:
    return marker is not None and len(marker) == 1 and marker.isalpha()


def make_paragraph(lines: Sequence[Line], known: Collection[str] = (), column: Column | None = None) -> Paragraph:
    marker, marker_words = marker_of(lines[0])
    if not marker_words:
        marker, marker_words = heading_number(lines)
    words = tuple([w for line in lines for w in line.words][len(marker_words) :])
    first = lines[0].words[len(marker_words) :]
    head = " ".join([w.text for w in first]) if marker_words else lines[0].text
    texts = [head, *[line.text for line in lines[1:]]]
    text = join_lines(texts, known)
    return Paragraph(
        lines=tuple(lines),
        text=text,
        marker=marker,
        marker_words=marker_words,
        words=words,
        indent=first[0].x0 if first else lines[0].x0,
        size=_usual_size(words or marker_words),
        bold=all(w.font.bold or not _is_sayable(w.text) for w in words) and bool(words),
        upper=text.isupper() and all(c.isupper() or not c.isalpha() for c in text),
        centred=column is not None and _centred(lines, column),
    )


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from line to line in sizes of type: 1.15 where set solid, 1.7 where set one and a half."""
    ratios: Counter[float] = Counter()
    for a, b in pairwise(lines):
        ratio = (b.top - a.top) / max(b.size, 1)
        if 0.8 < ratio < 2.6 and abs(a.size - b.size) < 0.6 and not marker_of(b)[1]:
            ratios[round(ratio, 1)] += 1
    if not ratios:
        return 1.25
    most = max(ratios.values())
    return min(r for r, n in ratios.items() if n >= 0.5 * most)


def _continues(group: Sequence[Line], line: Line, column: Column, pitch: float) -> bool:
    last = group[-1]
    if marker_of(line)[1] and not _wrapped_number(group, line, column):
        return False
    step = (line.top - last.top) / max(min(line.size, last.size), 1)
    if step > 1.3 * pitch + 0.12 or step < 0.4:
        return False
    if abs(_size(line) - _size(last)) > 0.8:
        return False
    if _style(line) != _style(last) and not (_runs_on(last, line) or is_year_behind(last.text, marker_of(line)[0])):
        return False
    if _tabular(last) and _tabular(line):
        return False
    if line.words[0].font.italic and _is_title_in_italics(last, line):
        return False
    text_left = _text_left(group)
    if len(group) == 1 and not marker_of(group[0])[1]:
        # a first line may be indented, or hang out to the left
        far = abs(line.x0 - text_left) > 40
        if far and not (under_tab(group[0], line) or hangs_from(last, line)) and not _centred_under(last, line, column):
            return False
        if line.x0 > text_left + 12 and step > 1.15 * pitch and last.text.rstrip().endswith(ENDS):
            return False  # set in under white below a sentence that has ended
    elif abs(line.x0 - text_left) > 6 and not (len(group) == 1 and line.x0 < text_left and line.x0 >= group[0].x0 - 2):
        if _set_left(group):
            return False
        return _centred_under(last, line, column) and not _stopped_short(last, line, column)
    return not _stopped_short(last, line, column)


def _is_title_in_italics(last: Line, line: Line) -> bool:
    """Whether a line all in italics stands below a sentence that has ended in upright type: a small heading, close to the text above."""
    ended = last.text.endswith((".", ";", "?")) and not any(w.font.italic for w in last.words)
    return ended and line.text[:1].isupper() and not line.text.endswith(ENDS) and all(w.font.italic for w in line.words)


def _set_left(group: Sequence[Line]) -> bool:
    """Whether lines begin at one edge and end at several: a line set further in does not stand in their middle."""
    starts, ends = [line.x0 for line in group[1:]], [line.x1 for line in group]
    return len(group) > 2 and max(starts) - min(starts) < 3 and max(ends) - min(ends) > 8


def _tabular(line: Line) -> bool:
    """Whether a wide space stands in the line: an entry of a list in columns, each line of which stands for itself."""
    words = line.words[len(marker_of(line)[1]) :]
    wide = 2.5 * line.size
    return max([b.x0 - a.x1 for a, b in pairwise(words)], default=0.0) > wide


def _wrapped_number(group: Sequence[Line], line: Line, column: Column) -> bool:
    """A number that only came to stand at the head of a line: the sentence before runs into it, and no tab parts it from its text."""
    marker = marker_of(line)[0]
    last = group[-1]
    if marker is not None and marker[-1] == ")" and "(" not in marker and _unclosed(last.text):
        return True  # `(Bid No.` over `118)`
    if is_year_behind(last.text, marker):
        return True
    if marker == "•" or abs(line.x0 - _text_left(group)) > 3 or last.text.rstrip().endswith(ENDS):
        return False
    if line.words[0].x0 < group[0].x0 + 3 and len(group) == 1 and marker_of(group[0])[1]:
        return False
    tab = len(line.words) > 1 and line.words[1].x0 - line.words[0].x1 > TAB * line.size
    return not tab and not _stopped_short(last, line, column)


def _unclosed(text: str) -> bool:
    """Whether a bracket opens in the last line of some, and does not close there."""
    return text.rfind("(") > text.rfind(")")


def _stopped_short(last: Line, line: Line, column: Column) -> bool:
    """The next word would have fitted on the line before: its writer ended it there."""
    first = line.words[0]
    room = column.right - last.x1
    need = first.x1 - first.x0 + 0.35 * line.size
    width = column.right - column.left
    if _both_centred(last, line, column):
        return last.text.rstrip().endswith(ENDS) or room > 0.45 * width
    if _centred_under(last, line, column):
        # a full line over a short one in the middle: room on both sides counts
        return room + last.x0 - column.left > need + 0.04 * width
    return room > need + 0.04 * width


def _centred_under(last: Line, line: Line, column: Column) -> bool:
    """Whether a line stands in the middle under one that does too, or that fills its column."""
    return _stands_centred(line, column) and abs((last.x0 + last.x1) / 2 - (column.left + column.right) / 2) < 8


def _both_centred(a: Line, b: Line, column: Column) -> bool:
    return _stands_centred(a, column) and _stands_centred(b, column)


def _centred(lines: Sequence[Line], column: Column) -> bool:
    return all(_stands_centred(line, column) for line in lines)


def _stands_centred(line: Line, column: Column) -> bool:
    left, right = column.left, column.right
    if line.x0 - left <= 12 or right - line.x1 <= 12:  # as nearly all lines
        return False
    return abs((line.x0 + line.x1) / 2 - (left + right) / 2) < 8


@remembered(512)
def _size(line: Line) -> float:
    return _usual_size(line.words)


def _runs_on(last: Line, line: Line) -> bool:
    """Whether bold words at a line's end go on into the next.

    `moved, seconded by Ms Ito, **to adopt / the budget**`, and the other way round `**to adopt / the budget.** (moved by Ms Ito)`.
    """
    if last.text.rstrip().endswith(ENDS) or not last.words[-1].font.bold:
        return False
    return _style(line)[0] or (line.words[0].font.bold and line.text[:1].isalpha() and last.text.upper() != last.text)


@remembered(512)
def _style(line: Line) -> tuple[bool, bool]:
    """Bold and italic, where the whole line is so; a plain number hangs beside a bold heading too."""
    words = line.words[len(marker_of(line)[1]) :] or line.words
    bold = all(w.font.bold or not _is_sayable(w.text) for w in words) and any(_is_sayable(w.text) for w in words)
    return (bold, False)


@lru_cache(maxsize=4096)
def _is_sayable(text: str) -> bool:
    """Whether a word holds a letter or a figure, and so tells its weight."""
    return any(map(str.isalnum, text))


def _usual_size(words: Sequence[Word]) -> float:
    """The size of type in which most characters are set."""
    first = words[0].font.size
    if len({w.font.size for w in words}) == 1:
        return round(first, 1)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[round(word.font.size, 1)] += len(word.text)
    return sizes.most_common(1)[0][0]


def _text_left(group: Sequence[Line]) -> float:
    if len(group) > 1:
        return group[-1].x0
    marked = marker_of(group[0])[1]
    rest = group[0].words[len(marked) :]
    return rest[0].x0 if rest else group[0].x0


def run_together(before: Paragraph, after: Paragraph, known: Collection[str] = ()) -> Paragraph:
    """One paragraph of two that a page break had parted."""
    return make_paragraph([*before.lines, *after.lines], known)


def _fills(last: Line, first: Line, edge: float) -> bool:
    """Whether a line of prose was broken because the word that begins the next did not fit."""
    if len(last.words) < LEAST_PROSE or last.x1 + first.words[0].x1 - first.words[0].x0 < edge:
        return False
    return sum(w.text[0].islower() for w in last.words) > PROSE * len(last.words)


def _closes(before: str, after: str) -> bool:
    """Whether a text closes the bracket that another left open: `(moved by A Smith, seconded by B` and `Jones)`."""
    return before.count("(") > before.count(")") and 0 <= after.find(")") < (after.find("(") % (len(after) + 1))


def runs_on(before: Paragraph, after: Paragraph, edge: float | None = None) -> bool:
    """Whether the first paragraph of a page is the rest of the last one of the page before.

    `edge`: where lines of that page end at the right.
    """
    last, first = before.lines[-1], after.lines[0]
    if first.page != last.page + 1 or after.marker or abs(before.size - after.size) > 0.6:
        return False
    if before.bold != after.bold or before.upper != after.upper:
        return False
    if abs(first.x0 - _text_left(before.lines)) > 8:
        return False
    start = after.text[:1]
    if before.text.endswith(ENDS) and not before.text.endswith(("etc.", "e.g.", "i.e.")):
        return False
    return (
        start.islower()
        or _closes(before.text, after.text)
        or start.isdecimal()
        or start in "(£“‘\"'"
        # a line alone that holds the end of a sentence is prose, and goes on as lines of prose do
        or (
            start.isupper()
            and not before.bold
            and (len(before.lines) > 1 or ". " in before.text or (edge is not None and _fills(last, first, edge)))
        )
    )
