"""A scorecard's cell as tokens: numbers, words, brackets by what they hold, separators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from normalise.periods import Period, parse_period
from normalise.quantities import Quantity, find_quantities, parse_quantity, periods_among_numbers
from normalise.vocabularies import fold, vocabulary

Kind = Literal["number", "period", "role", "aside", "areas", "words", "colon", "semicolon", "comma", "slash", "line"]


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    at: int
    number: Quantity | None = None
    period: Period | None = None
    role: str | None = None  # `(target 5 days)`
    bracketed: bool = False


_BRACKETS = re.compile(r"\[([^\]]*)\]|\{([^}]*)\}|\(([^()]*)\)")
_NOTE = re.compile(r"(?<!\S)\*\s?[A-Za-z][^;\[]*$")  # `*Provisional data`
_INSIDE = re.compile(r"\b(?:within|in under|in less than)\s*$", re.IGNORECASE)  # the number after it qualifies another
_LOOSE = re.compile(
    r"(?:the\s+)?(?:last|previous|prior|year before)\b", re.IGNORECASE
)  # `up 4% on last year` dates nothing
_CHANGED = re.compile(  # `(4.3% reduction)`, `(down 2%)`: a figure of its own, beside the one before it
    r"(?:(?:up|down)\s+(?P<led>[+−–-]?\d[\d.,]*\s?%)|(?P<figure>[+−–-]?\d[\d.,]*\s?%)\s+"
    r"(?:reduction|increase|decrease|change|rise|fall|drop|growth|improvement|higher|lower|up|down|more|fewer|less))",
    re.IGNORECASE,
)
_SEPARATORS: dict[str, Kind] = {":": "colon", ";": "semicolon", ",": "comma", "/": "slash", "|": "semicolon"}


def tokens(text: str, breaks: Iterable[int] = ()) -> tuple[Token, ...]:
    """The tokens of a cell. `breaks` are the places of its text where a line ends on purpose."""
    note = _NOTE.search(text)
    end = note.start() if note else len(text)
    ends = sorted({at for at in breaks if 0 < at < end and not _within_bracket(text, at)})
    found = [Token("line", "", at) for at in ends]
    place = 0
    for bracket in _BRACKETS.finditer(text, 0, end):
        found.extend(_lines(text, place, bracket.start(), ends))
        found.extend(_bracketed(bracket))
        place = bracket.end()
    found.extend(_lines(text, place, end, ends))
    return tuple(sorted(found, key=lambda t: (t.at, t.kind != "line")))


def _lines(text: str, start: int, end: int, ends: Sequence[int]) -> Iterator[Token]:
    """Tokens of a stretch without brackets, line by line: nothing runs over a line end that is meant."""
    for line in (*(at for at in ends if start < at < end), end):
        yield from _plain(text, start, line)
        start = line


def _within_bracket(text: str, at: int) -> bool:
    return any(b.start() < at < b.end() for b in _BRACKETS.finditer(text))


def _bracketed(bracket: re.Match[str]) -> Iterator[Token]:
    inner = next(g for g in bracket.groups() if g is not None)
    at = bracket.start()
    period = parse_period(inner)
    number = parse_quantity(inner)
    if number is not None and period is None:
        yield Token("number", inner, at + 1, number=number, bracketed=True)
    elif period is None and re.search(r"[A-Za-z&][^:;]*:\s*[<>£]?\d", inner) and not _led_number(inner, at + 1):
        yield Token("areas", inner, at + 1)
    elif led := _led_number(inner, at + 1):
        yield led
    elif changed := _CHANGED.fullmatch(inner.strip()):
        yield from _change(inner, changed, at + 1)
    elif period is not None:
        yield Token("period", period.text, at + 1, period=period)
    elif fold(inner) in vocabulary("kpi_roles"):
        yield Token("role", inner, at + 1)
    elif inner.strip():
        yield Token("aside", inner.strip(), at + 1)


def _change(inner: str, changed: re.Match[str], at: int) -> Iterator[Token]:
    """The figure of a change with the word for it, shut off from what stands behind the bracket."""
    figure = changed["led"] or changed["figure"]
    start, number = inner.index(figure), parse_quantity(figure)
    word = changed.group().replace(figure, "").strip()
    behind = start + len(figure)
    token = Token("number", figure, at + start, number=number, bracketed=True)
    yield Token("semicolon", "", at - 1)
    yield token
    yield Token("aside", word, at + behind)
    yield Token("semicolon", "", at + len(inner))


def _led_number(inner: str, at: int) -> Token | None:
    """`(target 5 days)`, `(2020/21: 14)`: a number with its role or period before it."""
    for match in re.finditer(r"[:\s]\s*(?=[£<>≤≥+−–-]?\d)", inner):
        lead, number = inner[: match.start()], parse_quantity(inner[match.end() :])
        role = vocabulary("kpi_roles").get(fold(lead))
        period = parse_period(lead) if match.group().startswith(":") else None
        if number is not None and (role or period):
            return Token("number", number.text, at + match.end(), number, period, role, bracketed=True)
    return None


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    """Tokens of a stretch without brackets; places count over the whole text."""
    part = text[start:end]
    periods = [p for p in periods_among_numbers(part) if not _LOOSE.match(p.text)]
    found = find_quantities(part, [(p.at, p.until) for p in periods])
    numbers = [q for q in found if not _INSIDE.search(part[: q.at]) and not _is_label(q, part)]
    things: list[tuple[int, int, Token]] = [
        *((p.at, p.until, Token("period", p.text, start + p.at, period=p)) for p in periods),
        *((q.at, q.until, Token("number", q.text, start + q.at, number=q)) for q in numbers),
    ]
    place = 0
    for at, until, token in sorted(things, key=lambda t: t[0]):
        if at < place:
            continue
        if token.number is None or token.number.end_of_range != "high":  # nothing but a dash stands before it
            yield from _words(part[place:at], start + place)
        yield token
        place = until
    yield from _words(part[place:], start + place)


def _is_label(number: Quantity, text: str) -> bool:
    """Whether a bare number is what a colon says something of: `119: 52% within 2m`."""
    return number.unit == "count" and number.text.isdecimal() and re.match(r":\s", text[number.until :]) is not None


def _words(text: str, start: int) -> Iterator[Token]:
    """Words and the separators between them. A slash inside a word (`and/or`) and a colon in a time are none."""
    place = 0
    for match in re.finditer(r":(?!\d\d\b\s*(?:am|pm))|;|,(?!\d)|\||(?<!\w)/|/(?!\w)", text):
        words = text[place : match.start()].strip()
        if words:
            yield Token("words", words, start + place + len(text[place:]) - len(text[place:].lstrip()))
        yield Token(_SEPARATORS[match.group()], match.group(), start + match.start())
        place = match.end()
    words = text[place:].strip()
    if words:
        yield Token("words", words, start + place + len(text[place:]) - len(text[place:].lstrip()))
