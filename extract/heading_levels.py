"""Which paragraphs of a paper are headings, and of which level: told by their type against that of the running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.tables.fills import WHITE
from models.section import Paragraph


def with_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of one paper, headings marked with their level: 1 for the style that stands out most."""
    if not paragraphs:
        return []
    sizes: Counter[float] = Counter()
    for p in paragraphs:
        if not p.bold:
            sizes[p.size] += len(p.text)
    if not sizes:
        for p in paragraphs:
            sizes[p.size] += len(p.text)
    body = sizes.most_common(1)[0][0]
    styles = sorted({_rank(p) for p in paragraphs if is_heading(p, body)}, reverse=True)
    levels = {style: level for level, style in enumerate(styles, start=1)}
    return [replace(p, heading_level=levels.get(_rank(p))) if is_heading(p, body) else p for p in paragraphs]


def is_heading(p: Paragraph, body: float) -> bool:
    """Whether a paragraph looks like a heading: short, set apart by size, weight or capitals, and no sentence."""
    if len(p.lines) > 3 or len(p.text) > 200 or not any(map(str.isalpha, p.text)):
        return False
    if p.marker == "•" or (p.text.endswith((".", ";", ",")) and len(p.text) > 60):
        return False
    if p.words[0].font.colour == WHITE and len(p.lines) == 1 and all(w.font.colour == WHITE for w in p.words):
        return True  # on a stripe or in a box of colour
    italic = all(w.font.italic for w in p.words if any(map(str.isalnum, w.text)))
    return (
        p.size > body * 1.08
        or p.bold
        or (p.upper and len(p.text) > 3)
        or (italic and len(p.text) < 80 and not p.text.endswith("."))
    )


def _rank(p: Paragraph) -> tuple[float, bool, bool]:
    return (round(p.size * 2) / 2, p.bold, p.upper)
