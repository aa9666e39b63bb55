"""What the cells of a scorecard's column say it holds, where its heading says another thing or nothing.

`Reduce` under `Aim` is no aim but the way that is good, `Oct 25` under `Latest month` no figure but the month of the
figure beside it, a column of dots without a word is a rating.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract.columns import Column
from extract.looks import look_of
from extract.tables.marks import is_colourful
from extract.vocabularies import rows
from extract.wording import fold

_MOST = 0.8  # share of a column's cells that must say the same
_FEWEST = 2
_DIRECTED = re.compile(
    r"\b(?:aim|good|better|best|desired?|wanted|polarity|ambition|intent(?:ion)?|goal|preferred|direction|should|we want)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:trend|travel|movement|change|compared|since|last|previous|status|rag|rating|risk|priority|confidence|assurance)\b",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"^(?:(?:rolling\s+)?(?:12|twelve|three|3|six|6|nine|9)\s+months?\s+(?:to|ending|ended)|(?:year|quarter|month|week|half year)\s+"
    r"(?:to|end(?:ing|ed)?)|ytd|fytd|y/e|w/e|as at|to|up to|at|end(?: of)?|rolling)\s*",
    re.IGNORECASE,
)


def is_way(column: Column, *, shown_elsewhere: bool) -> bool:
    """Whether a column says which way is good: all its cells are such words, and its heading speaks of no trend or rating.

    Words that may as well tell where a figure went or how it is rated (`Increase`, `High`) need a heading that speaks
    of what is wanted. Under `Direction` they need another column that shows trends (`shown_elsewhere`).
    """
    texts = [fold(c.text) or c.text.strip() for c in column.cells if c.text.strip(" -–—")]
    kinds = [way_words().get(t) for t in texts]
    if not texts or sum(k is not None for k in kinds) < _MOST * len(texts):
        return False
    heading = " ".join(column.path)
    asked = _DIRECTED.search(heading)
    if asked is None and len(texts) < _FEWEST:
        return False
    if asked is None and _SHOWN.search(heading):
        return False
    if "way" in kinds:
        return True
    return asked is not None and (asked.group().casefold() != "direction" or shown_elsewhere)


def is_period(column: Column) -> bool:
    """Whether the cells of a column name nothing but periods: `Oct 25`, `Q2 2025/26`, `12 months to Sep 2025`."""
    texts = [c.text for c in column.cells if c.text.strip(" -–—")]
    if len(texts) < _FEWEST:
        return False
    dated = column.looks.get("date", 0.0)
    return dated >= _MOST or sum(names_days(t) for t in texts) >= _MOST * len(texts)


def names_days(text: str) -> bool:
    """Whether a text is a month, quarter, year or day, or runs from one to another, and nothing else."""
    bare = _DAYS.sub("", text.strip(), count=1)
    parts = re.split(r"\s+(?:to|-|–)\s+|\s?[-–]\s?(?=[A-Z][a-z]{2})", bare)
    return all(look_of(p) == "date" or re.fullmatch(r"[A-Z][a-z]{2,8}", p) is not None for p in parts) and any(
        look_of(p) == "date" for p in parts
    )


def is_status(column: Column) -> bool:
    """Whether the cells of a column say in words, or by letters of colours, how an indicator does: `On track`, `Off target`."""
    told = sum(column.looks.get(look, 0.0) for look in ("status", "rag"))
    return told >= _MOST and column.looks.get("status", 0.0) > 0


def is_kind(column: Column) -> bool:
    """Whether the cells of a column name the kind of each measure, `Workload` or `Outcome`: no unit, and no group of rows."""
    texts = [fold(c.text) for c in column.cells if c.text.strip(" -–—")]
    return len(texts) >= _FEWEST and sum(t in _kinds() or t.rstrip("s") in _kinds() for t in texts) >= _MOST * len(
        texts
    )


def groups_rows(column: Column) -> bool:
    """Whether a column of texts groups the rows: some of its cells stand beside several of them."""
    worded = sum(column.looks.get(look, 0.0) for look in ("text", "words", "name", "post", "scale", "rating"))
    return worded >= _MOST and any(c.row_span > 1 and c.text.strip() for c in column.cells)


def is_rated(column: Column) -> bool:
    """Whether the cells of a column are nothing but colours or words for them: dots without a word, `R`, `Green`."""
    return sum(column.looks.get(look, 0.0) for look in ("fill", "rag")) >= _MOST and (
        column.looks.get("rag", 0.0) >= _MOST or _is_dotted(column)
    )


def _is_dotted(column: Column) -> bool:
    """Colours without a word tell something where they differ, or where each is a mark: else they are the column's own."""
    blank = [c for c in column.cells if c.fill is not None and not c.text.strip()]
    colours = {c.fill for c in blank if c.fill is not None and is_colourful(c.fill)}
    return len(colours) > 1 or (len(blank) >= _FEWEST and bool(colours) and all("circle" in c.symbols for c in blank))


@cache
def way_words() -> Mapping[str, str]:
    """Words for the way that is good -> `way`, or `either` where they may also be a trend or a rating."""
    return {fold(r["printed"]) or r["printed"]: r["canonical"] for r in rows("way_words")}


@cache
def _kinds() -> frozenset[str]:
    return frozenset(fold(r["printed"]) for r in rows("measure_kinds"))
