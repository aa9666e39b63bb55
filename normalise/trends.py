"""Trends: arrows in every form and words -> `up`, `down`, `level`, `new`, `closed`, `not_applicable`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from normalise.vocabularies import fold, vocabulary

_NOT_SIGNS = re.compile(r"[\w\s/'.,()-]")


def read_trend(text: str, symbols: Sequence[str] = ()) -> tuple[str, float] | None:
    """The trend of a cell and how sure it is; None where nothing known is printed. An arrow counts before the words."""
    known = vocabulary("trends")
    signs = [known[s] for s in _NOT_SIGNS.sub("", text) if s in known]
    signs += [known[s] for s in symbols if s in known]
    if signs:
        ways = set(signs)
        if ways == {"up", "down"}:
            return "level", 0.7  # a double arrow drawn as two
        return signs[0], 1.0 if len(ways) == 1 else 0.7
    folded = fold(text)
    if not folded:
        return None
    if folded in known:
        return known[folded], 1.0
    words = folded.split()
    for size in (3, 2, 1):
        hits = {known[w] for i in range(len(words)) if (w := " ".join(words[i : i + size])) in known and len(w) > 2}
        if len(hits) == 1:
            return hits.pop(), 0.85
        if hits:
            return None
    return None
