"""A record's values as the contract's columns hold them."""

from __future__ import annotations

import math
import re

from models.column import Column
from models.record import Scalar

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL holds no NUL; half a surrogate pair is no text at all
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_FORMS = {"date": _DATE, "time": _TIME, "colour": _COLOUR}
MOST_WHOLE = 2**31 - 1  # of PostgreSQL's integer
_LARGEST = 2**63 - 1  # of SQLite's


class Misfit(ValueError):
    """A value that its column cannot hold. The message says what the column holds."""


def clean(text: str) -> str:
    """Text that every database can hold."""
    return text if text.isprintable() else _UNSTORABLE.sub("\ufffd", text)


def fitted(column: Column, value: Scalar) -> Scalar:
    """`value` as `column` holds it; None for an empty text. Raises Misfit where it cannot be held."""
    if value is None:
        return None
    kind = column.kind
    if kind == "text" or kind == "names":  # noqa: PLR1714  # asked for each value of each row
        return _text(value)
    if kind in ("number", "integer"):
        return _number(kind, value)
    if kind == "boolean":
        if isinstance(value, bool):
            return value
        raise Misfit("true or false is expected")
    text = _text(value)
    if text is None:
        return None
    if kind == "choice":
        if text in column.choices:
            return text
        raise Misfit("one of " + ", ".join(column.choices) + " is expected")
    if _FORMS[kind].fullmatch(text):
        return text
    raise Misfit(f"a {kind} is expected")


def _text(value: Scalar) -> str | None:
    if isinstance(value, str):
        return clean(value) if value and not value.isspace() else None
    if isinstance(value, bool):
        raise Misfit("text is expected")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def _number(kind: str, value: Scalar) -> int | float | None:
    if type(value) is int and abs(value) <= MOST_WHOLE:  # nearly always, and for every cell of every table
        return value
    if isinstance(value, bool):
        raise Misfit(f"a {kind} is expected")
    if isinstance(value, str):
        text = value.strip()
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            raise Misfit(f"a {kind} is expected")
        value = float(text) if "." in text else int(text)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise Misfit(f"a {kind} is expected")
        if value.is_integer() and abs(value) < 2**53:
            value = int(value)
    if kind == "integer" and (isinstance(value, float) or abs(value or 0) > MOST_WHOLE):
        raise Misfit("a whole number is expected")
    return float(value) if value is not None and abs(value) > _LARGEST else value
