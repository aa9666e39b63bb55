"""Short cells that mean more than their numbers: `7 in 10`, `4.2 out of 5`, `4.2/5` is one value, whose unit is the other
number; `1.85x` is so many times what it is set against; `10m` beside `9m 48s` is ten minutes.
"""

from __future__ import annotations

import re
from dataclasses import replace

from normalise.kpi_cells import Reading

_SHARE = re.compile(
    r"^\W*(?P<part>\d+(?:\.\d+)?)(?:\s+(?P<words>in|out\s+of|of\s+every)\s+|\s?/\s?(?=(?:5|10|100)(?!\d)))(?P<whole>\d+)\W*$",
    re.IGNORECASE,
)
_TIMES = re.compile(r"^\W*(?P<part>\d+(?:\.\d+)?)\s?(?:[x×]|times)\W*$", re.IGNORECASE)
_MINUTES = re.compile(r"(?<![\w£$€])\d+(?:\.\d+)?\s?m(?![\w²])")


def share(text: str) -> Reading | None:
    """The one value of such a cell; None for all others. The unit is as printed, `out of` for a stroke."""
    times = _TIMES.match(text)
    if times is not None:
        return Reading(None, _number(times["part"]), "x", None, None, 0, len(text), 0.9)
    found = _SHARE.match(text)
    if found is None or float(found["part"]) > int(found["whole"]):
        return None
    words = " ".join((found["words"] or "out of").casefold().split())
    return Reading(None, _number(found["part"]), f"{words} {found['whole']}", None, None, 0, len(text), 0.9)


def _number(printed: str) -> int | float:
    return float(printed) if "." in printed else int(printed)


def in_minutes(reading: Reading, text: str) -> Reading:
    """A figure of an indicator that others of its figures measure in seconds: `10m` is no ten millions but ten minutes."""
    if reading.unit != "count" or _MINUTES.search(text) is None:
        return reading
    value = reading.value * 60 / 1_000_000
    return replace(reading, value=int(value) if value == int(value) else value, unit="s")
