"""The words publishers use for values, read from `normalise/vocabulary/*.csv` (printed, canonical, evidence)."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).with_name("vocabulary")
_DASHES = re.compile(r"[‐-―−]")
_QUOTES = re.compile(r"[‘’‛`´]")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A text as it is looked up: one case, plain dashes and quotes, one space between words, no stops at its ends."""
    if text.isascii():
        text = text.replace("`", "'")
    else:
        text = unicodedata.normalize("NFKC", text)
        text = _QUOTES.sub("'", _DASHES.sub("-", text))
    return _SPACES.sub(" ", text).strip(" .:;,*").casefold()


@cache
def vocabulary(name: str) -> Mapping[str, str]:
    """Folded printed form -> canonical form, of `vocabulary/<name>.csv`. Raises FileNotFoundError for another name."""
    return MappingProxyType({fold(row["printed"]): row["canonical"] for row in rows(name)})


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `vocabulary/<name>.csv` as they stand there."""
    text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(MappingProxyType(row) for row in csv.DictReader(text.splitlines()))


@cache
def any_form(name: str) -> str:
    """A pattern that matches each printed form of `vocabulary/<name>.csv`."""
    return any_of(vocabulary(name))


def any_of(printed: Iterable[str]) -> str:
    """A pattern that matches each printed form, the longest first, with any white space between its words."""
    ordered = sorted(set(printed), key=lambda p: (-len(p), p))
    return "(?:" + "|".join(r"\s+".join(re.escape(part) for part in p.split()) for p in ordered) + ")"
