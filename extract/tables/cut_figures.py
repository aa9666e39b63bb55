"""Figures, years and dates that a narrow column cut between two characters: `23/2` over `4`, `£1,2` over `50`."""

from __future__ import annotations

import re

from models.geometry import Box
from models.page import Word

AIR = 12.0  # points on both sides of a cell's words, besides a character
_UNFINISHED = re.compile(
    r"(?:(?<!\d)\d{1,3}(?:,\d{3})*,\d{0,2}"  # a group of thousands that lacks figures
    r"|\d/\d?|\d\d/\d{1,2}/(?:\d|\d{3})?|(?<!\d)(?:19|20)\d\d[-–/]\d?"  # a year, a date
    r"|\d\.|[£$€])$"
)
_GOES_ON = re.compile(
    r"^[(+–-]?[£$€]?\d{1,3}(?:,\d{3})*(?:,\d{0,3})?(?:\.\d*)?%?\)?$|^\d{1,4}[-–/]\d{1,4}(?:/\d{1,4})?$"
)
_CENTURY = re.compile(r"^(?:19|20)$")
_YEARS = re.compile(r"^(?:19|20)\d\d[-–/](?:\d\d|(?:19|20)\d\d)$")
_TWO_YEARS = re.compile(r"^(?P<first>(?:19|20)\d\d)[-–/](?P<last>(?:19|20)\d\d)$")
_BARE_YEAR = re.compile(r"^(?:(?:19|20)\d\d|\d\d)$")
_SHORT_YEAR = re.compile(r"^[/–-]\d\d$")
_NUMBERED = re.compile(r"[A-Z]{1,6}[-/]?\d{1,4}(?:[-/]\d{1,4}){0,3}$")  # `FC21/015` over `.2`
_AMOUNT = re.compile(r"^[(+–-]?[£$€]?\d[\d,]*(?:\.\d+)?$")


def is_cut_figure(upper: Word, begun: str, lower: Word, width: float, box: Box) -> bool:
    """Whether `lower`, the first word of its line, is the rest of the last word of the line above. `begun` is what that has come to
    so far, over the lines above it; `width` is that of the line of `upper`, in points.
    """
    if upper.turned or lower.turned or not (begun[-1:].isdigit() or begun[-1:] in ",/.£$€-–"):
        return False
    character = (upper.x1 - upper.x0) / max(1, len(upper.text))
    if box.width - width > 1.3 * character + AIR:
        return False  # one more would have had room
    rest = lower.text
    if rest == "%":
        return _AMOUNT.match(begun) is not None
    if _SHORT_YEAR.match(rest):
        return _BARE_YEAR.match(begun) is not None
    if re.match(r"[,.]\d", rest):
        return _AMOUNT.match(begun) is not None or (rest[0] == "." and _NUMBERED.match(begun) is not None)
    if not rest[:1].isdigit():
        return False
    if _CENTURY.match(begun):
        return _YEARS.match(begun + rest) is not None
    years = _TWO_YEARS.match(begun + rest)
    if years is not None and len(begun) < len(years.group()):  # `2030/20` over `31`
        return int(years["last"]) == int(years["first"]) + 1
    return _UNFINISHED.search(begun) is not None and _GOES_ON.match(begun + rest) is not None
