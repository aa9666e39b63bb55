"""The words publishers use in papers of meetings, read from `extract/vocabulary/*.csv` (printed, canonical, evidence)."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

_DASHES = re.compile(r"[‐-―−]")
_QUOTES = re.compile(r"[‘’‛`´]")


def fold(text: str) -> str:
    """A text as it is looked up: one case, plain dashes and quotes, one space between words, no stops at its ends."""
    text = unicodedata.normalize("NFKC", text)
    text = _QUOTES.sub("'", _DASHES.sub("-", text))
    return " ".join(text.split()).strip(" .:;,*-_").casefold()


@cache
def vocabulary(name: str) -> Mapping[str, str]:
    """Folded printed form -> canonical form, of `vocabulary/<name>.csv`. Where a form stands twice, the first counts."""
    text = (resources.files("extract") / "vocabulary" / f"{name}.csv").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(fold(row["printed"]), row["canonical"])
    return MappingProxyType(found)


@cache
def words_of(name: str, canonical: str) -> frozenset[str]:
    """All folded printed forms of one canonical form."""
    text = (resources.files("extract") / "vocabulary" / f"{name}.csv").read_text(encoding="utf-8")
    return frozenset(fold(row["printed"]) for row in csv.DictReader(text.splitlines()) if row["canonical"] == canonical)
