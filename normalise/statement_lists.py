"""What a sentence goes on to say of other places: `Northby had 24 fires, Southby 31 and Eastby 12`, `67 fires: Northby 24, Southby 31`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.late import late
from normalise.quantities import Quantity, parse_quantity
from normalise.statement_parts import Statement, is_place

_NAME = r"[A-Z][\w’'-]+(?:\s(?:(?:and|of|upon)\s)?[A-Z][\w’'-]+){0,2}"
_ITEM = late(
    rf"(?:(?:in\s+(?:the\s+)?)?(?P<place>{_NAME})\s+(?:(?:district|division|ward|area|county|borough)\s+)?(?:(?:had|with|at|reported|recorded|saw)\s+)?(?=[\d£$€.])|(?=[\d£$€.]))"
    rf"(?P<figure>[£$€]?[\d,.]*\d%?)(?:\s+(?:in|at|for)\s+(?:the\s+)?(?P<in>{_NAME}))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIRST = re.compile(r"[:(]\s*|[,;]\s*(?:and\s+|with\s+)?|\s+and\s+")
_END = re.compile(r"[.;:()]")
_FAR = 100  # characters from a figure to the list of others
_NEXT = re.compile(r"\s*[,;]\s*(?:and\s+|with\s+)?|\s+and\s+")


def of_other_places(sentence: str, start: int, found: Statement, numbers: Sequence[Quantity]) -> list[Statement]:
    """The same measure for each further place of a list behind a statement's figure; [] where no such list follows."""
    if found.value is None:
        return []
    listed, items = _behind(sentence, found.value, numbers)
    if len(items) < (2 if listed else 1) or (found.area is None and not listed):
        return []
    return [
        replace(
            found, at=start + at, until=start + number.until, value=number, baseline=None, change=None, change_unit=None,
            baseline_period=None, area=place, confidence=min(found.confidence, 0.66),
        )
        for at, place, number in items
    ]  # fmt: skip


def _behind(
    sentence: str, value: Quantity, numbers: Sequence[Quantity]
) -> tuple[bool, list[tuple[int, str, Quantity]]]:
    """The first list behind a figure, and whether a colon or a bracket opens it; a full stop or a bracket ends the search."""
    end = _END.search(sentence, value.until)
    last = min(value.until + _FAR, end.end() + 1 if end is not None else len(sentence))
    for first in _FIRST.finditer(sentence, value.until, last):
        if items := list(_items(sentence, first.end(), value, numbers)):
            return first.group().strip() in {":", "("}, items
    return False, []


def _number(match: re.Match[str], numbers: Sequence[Quantity]) -> Quantity | None:
    """The figure of an item as the sentence has it, or by itself, where it is no year."""
    at, until = match.span("figure")
    known = next((q for q in numbers if at - 1 <= q.at <= at and q.until >= until), None)
    alone = parse_quantity(match["figure"]) if known is None and not _YEAR.fullmatch(match["figure"]) else None
    return known if known is not None else replace(alone, at=at, until=until) if alone is not None else None


def _items(
    sentence: str, place: int, like: Quantity, numbers: Sequence[Quantity]
) -> Iterator[tuple[int, str, Quantity]]:
    """Where each item of a list begins, its place and its figure, counted in what the first figure is counted in."""
    while (match := _ITEM.match(sentence, place)) is not None:
        name = match["place"] or match["in"]
        number = _number(match, numbers)
        if name is None or (match["place"] and match["in"]) or number is None or not is_place(name):
            return
        if (number.unit == "%") != (like.unit == "%"):
            return
        yield match.start(), name, replace(number, unit=like.unit) if number.unit in {"count", None} else number
        following = _NEXT.match(sentence, match.end())
        if following is None:
            return
        place = following.end()
