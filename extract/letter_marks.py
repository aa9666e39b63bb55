"""The mark of a letterhead: the initials of the body that is named beside it, however large they are set."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from models.section import Paragraph

_FEWEST, _MOST = 2, 6  # letters of a mark


def marks_in(lines: Iterable[Paragraph]) -> Collection[str]:
    """What would be the mark of each line that is a name: `MPA` of `Metropolitan Police Authority`."""
    initials = ("".join(word[0] for word in p.text.split() if word[0].isupper()) for p in lines)
    return {text for text in initials if _FEWEST <= len(text) <= _MOST}


def without_marks(heads: Sequence[Paragraph], lines: Iterable[Paragraph]) -> Sequence[Paragraph]:
    """Headings without the marks of the names in `lines`; as they are where nothing else is left."""
    if not any(p.text.isupper() and len(p.text) <= _MOST for p in heads):
        return heads
    marks = marks_in(lines)
    return [p for p in heads if p.text not in marks] or heads
