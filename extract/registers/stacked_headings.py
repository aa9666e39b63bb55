"""Headings that list the fields printed one below the other in their column: `Risk no, title, creation date, owner`."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.wording import likeness, phrases, words_of

_BETWEEN = re.compile(r"\s*[,;/&|+]\s*|\s+and\s+|\s+[-–]\s+", re.IGNORECASE)
_KNOWN = 0.7  # likeness from which a part of a heading says which field it is
_STACKED = ("ref", "title", "owner")
_DATED = frozenset({"date", "created", "raised", "opened", "identified", "added"})
_MOST = 5  # fields of one column


@lru_cache(maxsize=2048)
def stack_of(heading: str) -> tuple[str, ...]:
    """The fields that a heading lists, in its order, `date` among them; () where it is no such list.

    A risk's reference or title has to be one of them, with another field that is more than its text.
    """
    parts = [part for part in _BETWEEN.split(heading.strip(" :")) if part.strip()]
    if not 1 < len(parts) <= _MOST:
        return ()
    fields = [_field(part) for part in parts]
    told = [f for f in fields if f is not None]
    if len(told) < len(fields) or len(set(told)) < len(told) or "title" not in told:
        return ()
    return tuple(told) if {"ref", "owner"} & set(told) else ()


def _field(part: str) -> str | None:
    if words_of(part) == ("risk",):
        return "title"
    found = likeness(part, phrases("columns_register"))
    best = max(_STACKED, key=lambda name: found.get(name, 0.0))
    if found.get(best, 0.0) >= _KNOWN:
        return best
    return "date" if _DATED & set(words_of(part)) else "title" if found.get("description", 0.0) >= _KNOWN else None
