"""The words publishers put over columns, as sets to look headings up in."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.vocabularies import rows as vocabulary_rows

COLUMN_WORDS = ("columns_register", "minute_columns", "register_groups")


@lru_cache(maxsize=8192)  # of headings, asked of each table beside each other
def folded(text: str) -> str:
    """A text by its letters and figures alone, to compare headings that are broken or punctuated differently."""
    return re.sub(r"[\W_]+", "", text).casefold()


@cache
def heading_words() -> tuple[frozenset[str], frozenset[str]]:
    """Headings publishers use, folded, and the single words they are made of."""
    phrases: set[str] = set()
    words: set[str] = set()
    for name in ("table_headings", *COLUMN_WORDS):
        for row in vocabulary_rows(name):
            phrases.add(folded(row["printed"]))
            words.update(w for w in map(folded, row["printed"].split()) if len(w) > 2)
    return frozenset(phrases), frozenset(words) - {"the", "and", "for", "with", "has", "been", "was", "are"}
