"""Notes that no rule holds in a narrow column at the right of the text, as clerks of parishes set what is to be done.

… the box will be mended in    Action: Clerk to
May. It was painted green.     write to the painter.

Their lines stand on the height of lines of the text, so that each would be read as the end of one of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.paragraphs import make_paragraph
from extract.text import lines_of
from models.geometry import box_around
from models.page import Word
from models.section import Line, Paragraph

HEADS = frozenset(f"{word}{s}:" for word in ("Action", "ACTION") for s in ("", "s", "S"))  # what a note begins with
FURTHEST = 0.5  # of the way across the text: the column begins no further left
NEAR = 3.0  # points: lines of one column begin so near each other
WHITE = 0.6  # times the size of type: so much white parts the column from the text at least
PITCH = 1.75  # times the size of type from line to line of one note
FEWEST = 2  # notes of two lines or more: one alone is no column
ENDS = (".", "!", "?", ";")


def side_notes(words: Mapping[int, Sequence[Word]]) -> Mapping[int, list[list[list[Word]]]]:
    """The notes of a document by the page on which each begins: the lines of each. `words` are those of the text, by page."""
    found: dict[int, list[list[list[Word]]]] = {}
    for number, own in words.items():
        heads = [w for w in own if w.text in HEADS]  # on nearly all pages there is none
        notes = [note for head in heads if (note := _note(head, own, heads))] if heads else []
        if notes:
            found[number] = notes
    if not found:
        return found
    edges = [note[0][0].x0 for notes in found.values() for note in notes if len(note) > 1]
    for number in list(found):
        found[number] = [n for n in found[number] if sum(abs(x - n[0][0].x0) < NEAR for x in edges) >= FEWEST]
    for number, notes in found.items():
        if notes and _open(notes[-1], words[number]):
            notes[-1].extend(_rest(notes[-1], words.get(number + 1, ())))
    return {number: notes for number, notes in found.items() if notes}


def note_paragraph(note: Sequence[Sequence[Word]]) -> Paragraph:
    """The lines of a note as one paragraph."""
    boxes = [(line, box_around(line)) for line in note]
    return make_paragraph([Line(tuple(line), line[0].page, b.x0, b.top, b.x1, b.bottom) for line, b in boxes])


def _note(head: Word, words: Sequence[Word], heads: Sequence[Word]) -> list[list[Word]]:
    """The lines of the note that a word begins; none where it stands within the text, or text reaches into the column."""
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    if head.x0 < left + FURTHEST * (right - left):
        return []
    below = min(
        (h.top for h in heads if h is not head and h.top > head.top and _beneath(h, head)), default=float("inf")
    )
    column = [w for w in words if w.x0 > head.x0 - NEAR and head.top - NEAR < w.top < below - NEAR]
    return _run(column, words, head.x0)


def _rest(note: Sequence[Sequence[Word]], words: Sequence[Word]) -> list[list[Word]]:
    """The lines that go on with a note at the top of the next page."""
    edge = note[0][0].x0
    column = [w for w in words if w.x0 > edge - NEAR]
    top = min((w.top for w in words), default=0.0)
    if not column or min(w.top for w in column) > top + note[0][0].font.size:
        return []
    run = _run(column, words, edge)
    return [] if run and run[0][0].text in HEADS else run


def _run(column: Sequence[Word], words: Sequence[Word], edge: float) -> list[list[Word]]:
    """The lines of a column one below the other from its first, up to wider white; none where text reaches over its edge."""
    lines: list[list[Word]] = []
    for line in lines_of(column):
        if abs(line[0].x0 - edge) > NEAR or (lines and line[0].top - lines[-1][0].top > PITCH * line[0].font.size):
            break
        lines.append(line)
    if not lines:
        return []
    top, bottom, white = lines[0][0].top, lines[-1][0].bottom, WHITE * lines[0][0].font.size
    over = any(w.x0 <= edge - NEAR and w.x1 > edge - white for w in words if w.top < bottom and w.bottom > top)
    return [] if over else lines


def _open(note: Sequence[Sequence[Word]], words: Sequence[Word]) -> bool:
    """Whether a note stands at the foot of its page without an end."""
    last = note[-1]
    return not last[-1].text.endswith(ENDS) and max(w.bottom for w in words) < last[0].bottom + last[0].font.size


def _beneath(one: Word, other: Word) -> bool:
    return abs(one.x0 - other.x0) < NEAR
