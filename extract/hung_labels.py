"""Labels that hang at the left of their text, over lines of their own: `Vote on` beside its first, `The Motion:` beside the second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.section import Line

WIDE = 0.9  # times the size of type: so much white parts a label from its text
LONGEST = 4  # words of a line of a label
EDGE = 3.0  # points: lines of a text begin so near each other
SOLID = 1.6  # times the size of type: lines of one label stand no further apart
GOES_ON = frozenset(
    {"on", "to", "of", "the", "for", "by", "and", "in", "with", "&"}
)  # a label's line that ends so is not all of it
ENDS = frozenset(
    {"present:", "absent:", "attendance:", "by:", "vote:", "motion:"}
)  # second lines that are no labels of their own


def whole_labels(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, a label of several lines put together before the first line of its text."""
    seconds = [
        n
        for n in range(1, len(lines))
        if -EDGE <= lines[n].x0 - lines[n - 1].x0 <= EDGE and ":" in lines[n].text  # no call of a function a line
    ]
    if not seconds:  # as nearly everywhere
        return lines
    found = list(lines[: seconds[0] - 1])
    done = -1
    for n in range(seconds[0] - 1, len(lines)):
        joined = _joined(lines[n], lines[n + 1]) if n + 1 in seconds and n != done else None
        if joined is not None:
            done = n + 1
            found.extend(joined)
        elif n != done:
            found.append(lines[n])
    return whole_labels(found) if done >= 0 else found  # `Vote on the`, `Main`, `Motion:` in three lines


def hangs_from(first: Line, line: Line) -> bool:
    """Whether a line begins where the text behind a label does: `Motion:` and, far right of it, what was moved."""
    cut = _cut(first)
    return (
        0 < cut < len(first.words) and first.words[cut - 1].text.endswith(":") and _near(line.x0, first.words[cut].x0)
    )


def under_tab(first: Line, line: Line) -> bool:
    """Whether a line goes on below the text of one that a reference hangs out from: `107/20    To approve the accounts and any`.

    A word may stand before the reference: `Item 24/6    Minutes of the meeting held`.
    """
    head, *rest = first.words[:3]
    if len(rest) == 2 and rest[0].x0 - head.x1 <= WIDE * head.font.size:
        head, *rest = rest
    tab = bool(rest) and rest[0].x0 - head.x1 > WIDE * head.font.size and abs(rest[0].x0 - line.x0) < 3
    return tab and any(map(str.isdigit, head.text))


def _joined(line: Line, below: Line) -> list[Line] | None:
    """Two lines whose heads are one label, the label before the first; None where they are not."""
    cut = _cut(line)
    if not 0 < cut < len(line.words) or line.page != below.page or below.top - line.top > SOLID * line.size:
        return None
    head, edge = line.words[:cut], line.words[cut].x0
    other = next((k for k, w in enumerate(below.words[: LONGEST + 1]) if k and _near(w.x0, edge)), len(below.words))
    label = below.words[:other]
    if head[-1].text.endswith(":") or len(label) > LONGEST or not label[-1].text.endswith(":"):
        return None
    told = head[-1].text.casefold() in GOES_ON or label[0].text[:1].islower() or label[0].text.casefold() in ENDS
    if not told or max(w.x1 for w in label) > edge:
        return None
    first = replace(
        line,
        words=(*head, *label, *line.words[cut:]),
        bottom=max(line.bottom, below.bottom) if other == len(below.words) else line.bottom,
    )
    rest = below.words[other:]
    return [first, replace(below, words=rest, x0=rest[0].x0)] if rest else [first]


def _cut(line: Line) -> int:
    """How many words stand at the head of a line before a wide space; 0 where too many do."""
    words = line.words
    for n in range(1, min(len(words), LONGEST + 1)):
        if words[n].x0 - words[n - 1].x1 > WIDE * line.size:
            return n
    return 0


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= EDGE
