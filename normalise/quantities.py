"""Numbers of a text with their units: `77%`, `8m44s`, `£1.2m`, `>6%`, `92%-95%`, `-2 %`, `10 per 100,000`, `(0.4)`.

Durations in hours, minutes and seconds become seconds, money becomes pounds, `1,658` is a `count`; a decimal without
a unit has none. Numbers that only name something are no quantities: `OC15`, `P1`, `Section 60`, `999:`, years, ages,
times of day, telephone numbers, addresses.

Two kept libraries were tried on the 137 cells of figures of the corpus (229 values). quantulum3 0.10 finds values with
precision .58 and recall .93 (unit right for .78), at 150 ms a cell: it takes references (`OC15`), years and `999` for
quantities, and `3m` for metres. pint 0.25 reads one expression and no text: given number by number, precision is .48 and
recall .76 (unit right for .32). This grammar: recall 1.00, units right for .88 alone and .97 with the grammar of cells
around it, at 3 ms. So neither is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from normalise.periods import Period, find_periods
from normalise.vocabularies import any_of, fold, rows, vocabulary


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is meant. Both ends of a range are quantities; `low` and `high` mark them."""

    value: int | float
    unit: str | None  # `%`, `s`, `days`, `GBP`, `count`, ... or as printed; None where a decimal has none
    text: str  # as printed, unit included
    at: int  # where in the text it begins, comparator included
    until: int
    sign: str = ""  # a printed + or -
    comparator: str = ""  # `>`, `<`, `>=`, `<=`
    end_of_range: str = ""  # `low` or `high`


MAGNITUDES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "b": 9, "billion": 9}
_PART_OF_NAME = frozenset({"day", "week", "month", "year", "hour", "minute", "second"})
LONGEST_WAIT = 96  # hours that are still a duration
_HEADS = frozenset("(±<>=≤≥+−–-£€$.")  # with what a cell's number can begin besides a digit
_DIGIT = re.compile(r"\d")
_CURRENCIES = {
    "£": "GBP", "€": "EUR", "$": "USD", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "AU$": "AUD",
    "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "S$": "SGD",
}  # fmt: skip
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_COMPARATORS = r"(?P<cmp>±|>=|<=|=>|=<|≥|≤|>|<)"
_BARE_FIGURE = re.compile(r"[+−–-]?[£€$]?\d[\d,]*(?:\.\d+)?%?")
_AGE = re.compile(
    r"(?:\b(?:aged?|ages)\s+|\b(?:over|under)[\s-](?=\d+s\b))\d+(?:\s?(?:-|–|to|and)\s?\d+)?(?:s\b)?"
    r"|\b\d+(?:\s?(?:-|–|to)\s?\d+)?[\s-](?:year|yr)s?[\s-]olds?|\(\d\d-\d\d\)",
    re.IGNORECASE,
)
_NO_QUANTITY = (  # each with a cheap look for what it cannot be without, in small letters
    (
        re.compile(r"[@/.]"),
        re.compile(
            r"\S+@\S+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net)\b(?:/\S*)?", re.IGNORECASE
        ),
    ),
    (re.compile(r"0\d\d"), re.compile(r"(?<!\d)0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}\b")),  # telephone
    (
        re.compile(r":\d|[ap]m"),
        re.compile(
            r"\b\d{1,2}:\d\d(?::\d\d)?(?!\d|\s*%)(?:\s*(?:am|pm|hrs))?|\b\d{1,2}(?:\.\d\d)?\s?(?:am|pm)\b",
            re.IGNORECASE,
        ),
    ),
    (re.compile(r"\d(?:st|nd|rd|th)"), re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE)),
    (re.compile(r"\.\d+\."), re.compile(r"\b\d+(?:\.\d+){2,}\b")),  # 5.1.2
    (re.compile(r"[-–/]\d{4}"), re.compile(r"\b\d{3}[-–/]\d{4}\b")),  # 006-2022
    (re.compile(r"#|/7"), re.compile(r"#\w+|\b24/7\b")),
    (re.compile(r"age|over|under|old|\("), _AGE),
)


def find_quantities(text: str, taken: list[tuple[int, int]] | None = None) -> Iterator[Quantity]:
    """All quantities of a text in printed order. `taken` are its places of periods, looked for where not given."""
    if _DIGIT.search(text) is None:
        return
    periods = [(p.at, p.until) for p in periods_among_numbers(text)] if taken is None else taken
    closed = [*periods, *_closed(text)]
    place = 0
    while match := _number().search(text, place):
        place = match.end()
        at = match.start("num")
        if any(a <= at < b for a, b in closed) or _is_name(text, match):
            continue
        quantity = _quantity(text, match)
        upper = _range_end(text, quantity, closed)
        if upper is None:
            place = max(place, quantity.until)
            yield quantity
            continue
        place = upper.until
        if quantity.unit in {"count", None} and not re.search(r"[^\d.,\s]", quantity.text):
            quantity = replace(_scaled_like(quantity, upper), end_of_range="low")
        yield replace(quantity, end_of_range="low")
        yield replace(upper, end_of_range="high")


def periods_among_numbers(text: str) -> Iterator[Period]:
    """The periods of a text full of numbers: `2012 crimes` counts crimes, `in 2012` and `[2012]` are years."""
    for period in find_periods(text):
        before, after = text[: period.at].rstrip(), text[period.until :]
        if period.kind != "year" or _before_year().search(before) or not re.match(r"\s+[a-z]", after):
            yield period


@lru_cache(maxsize=8192)  # tables repeat their figures, and a figure is read as a cell and as a value
def parse_quantity(text: str) -> Quantity | None:
    """The quantity that a table's cell prints as a whole, or None. A number in brackets is below zero there."""
    bare = text.strip().rstrip("*†‡").strip()
    if not begins_as_number(bare):
        return None
    brackets = re.fullmatch(
        r"(-?)(£?)\s?\(\s?(?P<in>[£€$]?\s?[\d.,]+\s?(?:%|[kKmM]|bn)?)\s?\)(?P<after>\s?(?:%|[kKmM]|bn))?", bare
    )
    if brackets:
        inner = parse_quantity(brackets[2] + brackets["in"] + (brackets["after"] or ""))
        return None if inner is None else replace(inner, value=_negative(inner.value), sign="-", text=text.strip())
    bare = re.sub(r"^([+−–-])\s+(?=[£\d.])", r"\1", bare)
    found = next(find_quantities(bare), None)
    return found if found is not None and (found.at, found.until) == (0, len(bare)) else None


def begins_as_number(text: str) -> bool:
    """Whether a text begins as the number of a cell may. No mark that is taken off behind a number changes that."""
    head = text.lstrip()[:3]
    return head != "" and (head[0].isdecimal() or head[0] in _HEADS or "$" in head)


@cache
def _before_year() -> re.Pattern[str]:
    """What a number that looks like a year follows where it is one."""
    return re.compile(rf"[\[(–-]$|\b{any_of(_words('year'))}$", re.IGNORECASE)


@cache
def _units() -> dict[str, tuple[str, int]]:
    return {fold(r["printed"]): (r["canonical"], int(r["factor"])) for r in rows("units")}


@cache
def _number() -> re.Pattern[str]:
    worded = [u for u in _units() if u not in {"m", "h", "s"}]
    unit = any_of(sorted(worded, key=len, reverse=True))
    clock = (
        r"(?:\d+\s?(?:h|hrs?|hours?)(?![a-z])[\s,]*(?:and\s)?)?(?:\d+\s?(?:m|mins?|minutes?)(?![a-z])[\s,]*(?:and\s)?)?"
        r"\d+(?:\.\d+)?\s?(?:s|secs?|seconds?)(?![a-z])"
    )
    clock_without_seconds = r"\d+\s?(?:h|hrs?|hours?)(?![a-z])[\s,]*(?:and\s)?\d+\s?(?:m|mins?|minutes?)(?![a-z])"
    return re.compile(
        rf"(?:{_COMPARATORS}\s?)?(?<!\w)(?<!\d[.,])(?<![A-Za-z][–-])(?P<sign>[+−–-](?=[£€$.\d]))?(?P<land>(?:NZ|AU?|US|CA?|HK|S)(?=\$))?(?P<cur>[£€$])?(?P<below>(?<=[£€$])[−–-](?=[.\d]))?\s?"
        rf"(?P<num>(?P<clock>{clock}|{clock_without_seconds})|(?P<digits>{_DIGITS}))(?!\d)"
        rf"(?(clock)|(?:\s?(?P<mag>k|m|mn|bn|b|thousand|million|billion)(?![a-z0-9²]))?"
        rf"(?P<after>\s?(?:%|p\.p\.?)(?:\s?(?:points|pts))?|[\s-]?(?:{unit})(?![a-z])|h(?![a-z])|s(?![a-z]))?)",
        re.IGNORECASE,
    )


def _closed(text: str) -> list[tuple[int, int]]:
    if _BARE_FIGURE.fullmatch(text):
        return []
    small = text.casefold()
    return [m.span() for sign, pattern in _NO_QUANTITY if sign.search(small) for m in pattern.finditer(text)]


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number only names something: `Section 60`, `KPI 7`, `999:`, `101 calls`, `3D`, a year in its place."""
    if match["cur"] or (match["after"] or "").strip() in {"%"} or match["cmp"]:
        return False
    before = text[: match.start()].rstrip()
    after = text[match.end() :]
    if re.match(r"[A-Za-z]|-[A-Za-z]", after) and not match["after"] and not match["mag"] and not match["clock"]:
        return True  # 3D, 6-strand
    digits = match["digits"] or ""
    if digits in vocabulary("numbers_as_names") and re.match(
        rf"\s*:|\s+{any_of(_words('after'))}\b", after, re.IGNORECASE
    ):
        return True
    word = re.search(r"([A-Za-z][A-Za-z ]*?)\.?$", before)
    if word is None or match["mag"] or match["after"] or "." in digits or "," in digits:
        return False
    last = fold(word[1]).split()
    return any(" ".join(last[-n:]) in _words("before") for n in (1, 2) if len(last) >= n)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(p for p, c in vocabulary("number_names").items() if c == kind)


def _quantity(text: str, match: re.Match[str]) -> Quantity:
    until = match.end()
    if match["clock"]:
        value: int | float = _seconds(match["clock"])
        unit: str | None = "s"
    else:
        value, unit, until = _measured(text, match, Decimal(match["digits"].replace(",", "")))
    printed = match["sign"] or match["below"] or ""  # `-£5`, `£-5`
    if printed in {"-", "−", "–"}:
        value = _negative(value)
    sign = {"−": "-", "–": "-"}.get(printed, printed)
    comparator = {"≥": ">=", "≤": "<=", "=>": ">=", "=<": "<="}.get(match["cmp"] or "", match["cmp"] or "")
    return Quantity(value, unit, text[match.start() : until].strip(), match.start(), until, sign, comparator)


def _measured(text: str, match: re.Match[str], amount: Decimal) -> tuple[int | float, str | None, int]:
    """Value, unit and end of a number that is no clock time. `3m` is minutes after `within`, a million after `£`."""
    until = match.end()
    magnitude = (match["mag"] or "").lower()
    if match["cur"]:
        return (
            _plain(amount.scaleb(MAGNITUDES.get(magnitude, 0))),
            _CURRENCIES[(match["land"] or "").upper() + match["cur"]],
            until,
        )
    if magnitude == "m" and re.search(
        r"\b(?:within|average|median|mean|in|under|time|target)\W*$", text[: match.start()], re.I
    ):
        return _plain(amount * 60), "s", until
    scaled = amount.scaleb(MAGNITUDES.get(magnitude, 0))
    after = fold((match["after"] or "").strip(" -"))
    # of one, only a plural tells: `1 day trips`, but `1 day early`
    named = r"\s+[a-z]+s\b" if amount == 1 else r"\s+[a-z]"
    if after in _PART_OF_NAME and re.match(named, text[until:], re.IGNORECASE):
        after, until = "", match.end("digits")  # `12 day trips`
    if after:
        unit, factor = _units()[" ".join(after.split())] if after in _units() else _units()["%"]
        if factor == 3600 and scaled > LONGEST_WAIT:
            unit, factor = "hours", 1  # an amount of work, no duration
        per = re.match(r"(?:\s+of\s+\w+)?\s+per\s+[^;,\[\](){}.]+", text[until:]) if factor == 1 else None
        if per and unit in {"kg", "g", "tonnes", "kWh", "litres", "miles", "km", "tCO2e", "tCO2", "kgCO2e"}:
            unit, until = f"{(match['after'] or '').strip()}{per.group().rstrip()}", until + len(per.group().rstrip())
        return _plain(scaled * factor), unit, until
    rate = re.match(
        r"\s+(per\s+(?:\d[\d,]*(?:\s+(?:population|people|residents|head|(?:occupied )?bed days|live births|births|households|homes"
        r"|dwellings|properties|employees|staff|patients|pupils|children|adults|women|attendances|admissions|vehicles|collections|offenders|prisoners)\b)?"
        r"|head|capita))\b",
        text[until:],
    )
    if rate:
        return _plain(scaled), rate[1], until + rate.end()
    if ratio := re.match(r":1(?![\d:.])", text[until:]):
        return _plain(scaled), "ratio", until + ratio.end()  # `2.4:1`
    whole = scaled == scaled.to_integral_value() and ("." not in match["digits"] or bool(magnitude))
    return _plain(scaled), "count" if whole else None, until


def _range_end(text: str, low: Quantity, closed: list[tuple[int, int]]) -> Quantity | None:
    """The upper end of `92%-95%`, `14-21 days`, `5 to 7`, where `low` is its lower end."""
    joint = re.match(r"\s?(?:-|–|—)\s?(?=[£€$\d])|\s+to\s+(?=[£€$\d])", text[low.until :])
    if joint is None or low.sign:
        return None
    match = _number().match(text, low.until + joint.end())
    if match is None or any(a <= match.start() < b for a, b in closed):
        return None
    high = _quantity(text, match)
    alike = low.unit == high.unit or low.unit in {"count", None}
    return high if alike and high.value >= low.value else None


def _scaled_like(low: Quantity, high: Quantity) -> Quantity:
    """`14` of `14-21 days` and `2` of `2-3 hours` take the unit of the upper end, and its scale."""
    ratio = 1
    if high.unit == "s" and high.value:
        printed = re.search(_DIGITS, high.text)
        ratio = round(high.value / float(printed.group().replace(",", ""))) if printed and "." not in high.text else 1
    return replace(low, unit=high.unit, value=low.value * ratio if ratio > 0 else low.value)


def _seconds(clock: str) -> int | float:
    total = Decimal(0)
    for number, unit in re.findall(r"(\d+(?:\.\d+)?)\s?([a-z])", clock, re.IGNORECASE):
        total += Decimal(number) * {"h": 3600, "m": 60, "s": 1}[unit.lower()]
    return _plain(total)


def _plain(amount: Decimal) -> int | float:
    """As whole number where it is one; through text, so that 44305.06 stays 44305.06."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _negative(value: int | float) -> int | float:
    return -value if value else value
