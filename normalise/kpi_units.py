"""What the figures of an indicator are counted in: by its unit's column, its column's heading, or its own name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from normalise.kpi_cells import Reading
from normalise.vocabularies import fold, rows

_NOT_ALONE = frozenset({"m", "h", "s", "points"})  # units only behind a number
_CLOCK = re.compile(r"^(?P<a>\d{1,3}):(?P<b>[0-5]\d)(?::(?P<c>[0-5]\d))?$")
_MONEY = re.compile(r"[£$€]\s?(?:m|k|bn|['’]?000['’]?s?|million|thousand|billion)?", re.IGNORECASE)
_PERCENT_NAME = re.compile(r"^(?:%|percentage\b|per\s?cent(?:age)?\b)", re.IGNORECASE)
_NUMBER_NAME = re.compile(r"^(?:the\s+)?(?:total\s+)?number\s+of\b", re.IGNORECASE)
_TIMED = re.compile(
    r"\btimes?\b|average|median|\bmean\b|minutes|respon|centile|handover|turnaround|wait|delay|duration"
)
_COUNTED_IN = r"(?:(?:working|calendar)\s+)?(?P<unit>days|weeks|months|years|hours|minutes|mins|seconds|secs)"
_NAMED_UNIT = (
    # `Average number of days to re-let a home`, `Working days lost per employee`
    re.compile(
        r"^(?:(?:the|average|mean|median|avg|ave|total|cumulative|number|no|of|typical)\.?\s+)*"
        + _COUNTED_IN
        + r"(?![\w-])",
        re.IGNORECASE,
    ),
    re.compile(r"(?:\bin|[,–-])\s+" + _COUNTED_IN + r"\s*(?:\([^()]*\))?$", re.IGNORECASE),  # `Time to re-let, days`
)
_SIGN_BEHIND = re.compile(r"(?:[,–-]|\s)\s*(?P<unit>%|[£$€]\s?(?:m|k|bn|['’]?000['’]?s?)?)\s*$", re.IGNORECASE)

# `Baseline (% change over the year)`: what stands in brackets in its cells, behind the figures
_CHANGE_BEHIND = re.compile(
    r"(?<=\w)\s*\((?:with\s+)?(?:%|per ?cent(?:age)?)\s+(?:change|variance|difference|increase|reduction)\b[^()]*\)",
    re.IGNORECASE,
)


def with_unit(reading: Reading, unit: str, heading: str, name: str) -> Reading:
    """A bare number takes the unit of its row, of its column's heading, or of a name that begins with `%`."""
    if reading.unit not in {"count", None}:
        return reading
    counted = reading.measure
    if (
        counted
        and reading.value % 1
        and re.fullmatch(r"[a-z]{4,}s", counted)
        and re.search(rf"\b{counted}\b", name, re.IGNORECASE)
    ):
        return replace(
            reading, measure=None, unit=counted
        )  # `2.31 shifts` of `Shifts lost`: named already, so its unit
    known = unit_of(unit) or unit_of_heading(heading) or unit_in_brackets(name)
    if known:
        return replace(reading, unit=known)
    named = unit_in_name(name)
    if named and reading.measure is None:
        return replace(reading, unit=named, confidence=min(reading.confidence, 0.85))
    if _PERCENT_NAME.match(name) and -100 <= reading.value <= 100 and reading.measure is None:
        return replace(reading, unit="%", confidence=min(reading.confidence, 0.85))
    if reading.unit is None and reading.measure is None and _NUMBER_NAME.match(name):
        return replace(
            reading, unit="count", confidence=min(reading.confidence, 0.85)
        )  # `64.2` for each thousand homes
    return reading


def unit_of(printed: str) -> str | None:
    """A unit's column: `Number` is a count, `seconds` are s, what no list knows stays as printed; None where empty."""
    folded = fold(printed)
    if not folded or folded in {"-", "n/a"}:
        return None
    if folded in {"number", "no", "#", "count", "integer", "volume", "num"}:
        return "count"
    if folded in {"percentage", "percent", "per cent"}:
        return "%"
    if folded in {"£", "gbp", "pounds"}:
        return "GBP"
    known = _units().get(folded)
    if known is not None and known["factor"] == "1":
        return known["canonical"]
    return " ".join(printed.split())


@lru_cache(maxsize=1024)  # asked for every cell under it
def unit_of_heading(heading: str) -> str | None:
    """A unit in a column's heading: `£m`, `£000s`, `Rate (%)`, `Days`. As printed where it is money."""
    money = re.search(r"[£$€]\s?(?:m|k|bn|'?000'?s?|million|thousand|billion)(?![A-Za-z])", heading, re.IGNORECASE)
    if money:
        return money.group().replace(" ", "")
    heading = _CHANGE_BEHIND.sub("", heading)
    if re.search(r"(?:^|[\s(])%(?:$|[\s)])", heading) or re.search(r"\bper ?cent(?:age)?\b", heading, re.IGNORECASE):
        return "%"
    if re.search(r"(?:^|[\s(])£(?:$|[\s)])", heading):
        return "GBP"
    return unit_in_brackets(heading)


@lru_cache(maxsize=1024)
def unit_in_name(name: str) -> str | None:
    """What an indicator counts, where its name begins or ends with it: `Days to process a claim`, `Rent collected, %`."""
    sign = _SIGN_BEHIND.search(name)
    if sign is not None:
        return unit_of_heading(sign["unit"])
    found = next((m for pattern in _NAMED_UNIT if (m := pattern.search(name))), None)
    return unit_of(found["unit"].casefold()) if found is not None else None


def unit_in_brackets(text: str) -> str | None:
    """A unit that stands in brackets, alone or beside a note: `Vacancies (FTE)`, `Waste (kg, rolling year)`, `Overspending (£m)`."""
    inside = [part for held in re.findall(r"\(([^()]{1,40})\)", text) for part in held.split(",")]
    money = next((word for word in inside if _MONEY.fullmatch(word.strip())), None)
    if money:
        return "GBP" if money.strip() == "£" else money.replace(" ", "")
    known = _units()
    return next((unit_of(word) for word in inside if (unit := fold(word)) in known and unit not in _NOT_ALONE), None)


@cache
def _units() -> Mapping[str, Mapping[str, str]]:
    return {fold(r["printed"]): r for r in rows("units")}


def clock(text: str, unit: str, name: str) -> Reading | None:
    """`09:14` or `01:22:05` as seconds. Two numbers are hours and minutes only where unit, heading or name say so;
    where these speak of no time at all they are still taken for minutes and seconds, without being sure.
    """
    match = _CLOCK.match(text.strip())
    if match is None:
        return None
    kind = f"{unit} {name}".casefold()
    first, second, third = int(match["a"]), int(match["b"]), match["c"]
    told = re.search(r"\bh{1,2}:mm(?!:)|(?<!:)\bm{1,2}:ss\b|\bh{1,2}:mm:ss\b", kind)
    if third is not None:
        return Reading(None, first * 3600 + second * 60 + int(third), "s", None, None, 0, len(text), 0.95)
    if told is not None and told.group().endswith("h:mm"):
        return Reading(None, first * 3600 + second * 60, "s", None, None, 0, len(text), 0.95)
    sure = 0.95 if told is not None else 0.8 if _TIMED.search(kind) else 0.6
    return Reading(None, first * 60 + second, "s", None, None, 0, len(text), sure)
