"""Forms without rules: labels set bold, each with its value beside it, in one or two pairs of columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from extract.tables.prose import MARKER
from extract.tables.textlines import Segment, TextLine

FEWEST = 4  # lines with a label
LONGEST_LABEL = 5  # words
SAME_PLACE = 1.2  # points
WHITE = 0.5  # of the font size: what stands between a label and its value at least
APART = 2.2  # of the font size: pairs further apart are of two forms
SAME_CELL = 0.45  # of the font size: lines of one cell stand no further apart


def form_stretches(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines of each form, top to bottom."""
    found: list[list[TextLine]] = []
    form: list[TextLine] = []
    starts: list[float] = []  # where labels and values begin
    count = 0

    def close() -> None:
        nonlocal form, starts, count
        if count >= FEWEST:
            found.append(form)
        form, starts, count = [], [], 0

    for line in lines:
        if form and line.top - form[-1].bottom > APART * line.size:
            close()
        runs = _pairs(line)
        if runs and form and not _same(starts, [r.x0 for r in runs]):
            close()
        if runs:
            form.append(line)
            starts = [r.x0 for r in runs]
            count += 1
        elif form and _goes_on(line, form[-1], starts):
            form.append(line)
        else:
            close()
    close()
    return found


def _pairs(line: TextLine) -> list[Segment]:
    """Labels and values of a line in turn; none where it is not made of these."""
    if line.turned or not line.words[0].font.bold or line.words[-1].font.bold or MARKER.match(line.words[0].text):
        return []
    runs = [Segment(list(own)) for _, own in groupby(line.words, key=lambda w: w.font.bold)]
    if len(runs) not in (2, 4) or any(len(label.words) > LONGEST_LABEL for label in runs[::2]):
        return []
    return runs if all(b.x0 - a.x1 >= WHITE * line.size for a, b in pairwise(runs)) else []


def _same(one: Sequence[float], two: Sequence[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= SAME_PLACE for a, b in zip(one, two, strict=True))


def _goes_on(line: TextLine, above: TextLine, starts: Sequence[float]) -> bool:
    """Whether a line is the rest of the values, or of the labels, of the line above."""
    if line.turned or line.top - above.bottom > SAME_CELL * line.size:
        return False
    bold = {w.font.bold for w in line.words}
    own = starts[::2] if bold == {True} else starts[1::2]
    return len(bold) == 1 and all(any(abs(s.x0 - x) <= SAME_PLACE for x in own) for s in line.segments)
