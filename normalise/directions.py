"""Which way an indicator should go, from the verb of its name or its column of polarities."""

from __future__ import annotations

import re
from functools import cache

from normalise.vocabularies import any_form, fold, vocabulary

_NOUN = re.compile(
    r"^(?:%|the\s+)?\s*(?:number|percentage|per ?cent|proportion|rate|average|total|volume|count|value)\b", re.I
)
_KEPT = re.compile(r"\bremains?\b|\bsame level\b|\bno (?:increase|reduction|change)\b", re.IGNORECASE)


def direction_of(name: str, polarity: str | None = None) -> tuple[str, float] | None:
    """The direction and how sure it is; None where neither says one. The first verb that commands or announces counts."""
    if polarity:
        known = vocabulary("polarities").get(fold(polarity))
        if known:
            return known, 0.97
    found = [m for pattern in _verbs() for m in pattern.finditer(name)]
    found = [m for m in found if m.start() == 0 or not _NOUN.match(name) or re.match(r"will", m.group(), re.IGNORECASE)]
    if not found:
        return None
    first = min(found, key=lambda m: m.start("verb"))
    direction = vocabulary("directions")[fold(first["verb"])]
    if fold(first["verb"]) == "ensure" and _KEPT.search(name):
        direction = "maintain"
    return direction, 0.95 if first.start("verb") == 0 else 0.85


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Verbs that command, and verbs that announce."""
    verbs = any_form("directions")
    return (
        re.compile(rf"(?:^|[.;,–-]\s*)(?P<verb>{verbs})\b", re.IGNORECASE),
        re.compile(
            rf"\b(?:will|must|ultimately|to|and|or|I|we)\s+(?:(?:also|continue|further)\s+(?:to\s+)?)?(?P<verb>{verbs})\b",
            re.IGNORECASE,
        ),
    )
