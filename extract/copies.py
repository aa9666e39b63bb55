"""Pages that a document holds twice, as a pack does into which a paper was bound twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from models.page import Page


def copies_of(pages: Sequence[Page]) -> dict[int, frozenset[int]]:
    """The pages that print just what a page does: a paper bound twice. What these share is no running line."""
    long = Counter(len(page.words) for page in pages)
    printed: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for page in pages:
        if long[len(page.words)] > 1:
            printed[tuple([w.text for w in page.words])].append(page.number)
    return {n: frozenset(numbers) for numbers in printed.values() if len(numbers) > 1 for n in numbers}
