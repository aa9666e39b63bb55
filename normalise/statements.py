"""Measures stated in running text: `46 homicides, compared to 52 in the year ending June 2019, a 12% reduction`.

A statement is read where a number is compared with another one, or a change is stated. Whether the change follows from
the two numbers is for the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from normalise.periods import Period
from normalise.quantities import Quantity, find_quantities, periods_among_numbers
from normalise.statement_parts import area_of, measure_of, periods_of, subject_of
from normalise.vocabularies import any_form, fold, vocabulary


@dataclass(frozen=True, slots=True)
class Statement:
    """One stated measure. `at` and `until` are its sentence in the text."""

    at: int
    until: int
    measure: str
    value: Quantity | None
    baseline: Quantity | None
    change: float | None
    change_unit: str | None
    period: Period | None
    baseline_period: Period | None
    area: str | None
    confidence: float


_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z\d“‘(])|\s+(?=•)")
_COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|in comparison (?:to|with)|against|versus|vs\.?|up\s+from|down\s+from|rising\s+from|"
    r"(?:higher|lower|more|fewer|less|greater|better|worse)\s+than|"
    r"an?\s+(?:increase|rise|reduction|fall|decrease|improvement|drop|decline)\s+(?:from|on)|relative to)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(r"\bfrom\b(?P<b>(?:[^.;]|\.(?=\d)){1,40}?)\bto\b(?P<v>(?:[^.;]|\.(?=\d)){1,40})", re.IGNORECASE)
_TO_FROM = re.compile(r"\bto\b(?P<v>(?:[^.;]|\.(?=\d)){1,30}?)\bfrom\b(?P<b>(?:[^.;]|\.(?=\d)){1,30})", re.IGNORECASE)

_ABOUT = r"(?:(?:just|only|over|under|almost|nearly|around|about|approximately|at|now|currently|still|an?|the|average|of|on|some)\s+){0,4}"
_STATED = re.compile(
    r"\b(?P<verb>stood|stands|reached|reaches|averaged|averages|remained|remains|totalled|totaled|totals|took|takes|was|were|is|are|"
    rf"amounted to|ended the (?:year|quarter|month)|achieved|rose to|fell to|increased to|decreased to|improved to|dropped to)\s+{_ABOUT}$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"^(?:stood|stands|reached|averaged|remained|remains|total|amounted|rose|fell|increased|decreased|improved|dropped)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:targets?|goal|standard|plan(?:ned)?|budget(?:ed)?|threshold|trajectory|limit|ambition)\b", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_CHANGE_OF = re.compile(
    r"\ban?\s+(?:increase|rise|reduction|fall|decrease|drop|decline|improvement|growth|gain|loss)\s+of\s+(?:just\s+|over\s+|almost\s+|around\s+)?$",
    re.IGNORECASE,
)
_THERE_WERE = re.compile(
    r"\bthere\s+(?:were|was|are|is|have been|has been)\s+(?:a total of\s+|some\s+|just\s+|only\s+|over\s+)?$",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"^Of (?:the|these|all)\s+(?P<of>[^,;]{3,120}),\s", re.IGNORECASE)


def find_statements(text: str, breaks: Sequence[int] = ()) -> Iterator[Statement]:
    """The stated measures of a paragraph, sentence by sentence, in printed order. `breaks`: where bullets begin."""
    start = 0
    for end in sorted({*(m.start() for m in _SENTENCE.finditer(text)), *breaks, len(text)} - {0}):
        sentence = text[start:end]
        found = _statement(sentence, start)
        if found is not None:
            yield found
        start = end


def _statement(sentence: str, start: int) -> Statement | None:
    if _DIGIT.search(sentence) is None:
        return None  # most sentences, whose periods nobody has to look for
    periods = list(periods_among_numbers(sentence))
    numbers = list(find_quantities(sentence, [(p.at, p.until) for p in periods]))
    if not numbers:
        return None
    pair = _compared(sentence, numbers) or _moved(sentence, numbers)
    if pair is None:
        for read in (_of_them, _change_alone, _alone):
            found = read(sentence, start, numbers, periods)
            if found is not None:
                return found
        return None
    value, baseline, split = pair
    change = _change(sentence, numbers, (value, baseline))
    measure, value = measure_of(sentence, value, baseline, periods)
    if not measure:
        return None
    mine, theirs = periods_of(periods, value, baseline, split)
    area = area_of(sentence, periods)
    measure = re.sub(rf"^In (?:the )?{re.escape(area)}\s+", "", measure) if area else measure
    sure = 0.85 if change is not None else 0.78
    return Statement(
        *_place(sentence, start),
        measure,
        value,
        baseline,
        change[0] if change else None,
        change[1] if change else None,
        mine,
        theirs,
        area,
        sure,
    )


def _change_alone(
    sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]
) -> Statement | None:
    """`Vehicle crime is down 16% compared to the baseline`: a change with its value, where that is printed, or without."""
    for number in numbers:
        direction = _direction(sentence, number)
        counted = number.unit in {"count", None} and _CHANGE_OF.search(sentence[: number.at]) is not None
        if direction is None or (number.unit not in {"%", "percentage points"} and not counted):
            continue
        value = _changed(sentence, number, numbers)
        if value is not None:
            subject, value = measure_of(sentence, value, min(value, number, key=lambda q: q.at), periods)
        else:
            subject = subject_of(sentence[: number.at], periods)
        if not subject or (counted and value is None):
            return None
        than = re.search(r"\b(?:than|compared|versus|vs|against|since|on)\b", sentence[number.until :], re.IGNORECASE)
        theirs = [p for p in periods if than is not None and p.at >= number.until + than.start()]
        mine = [p for p in periods if p not in theirs] if value is not None else []
        change = direction * abs(number.value)
        return Statement(
            *_place(sentence, start), subject, value, None, change, number.unit, mine[0] if mine else None,
            theirs[0] if theirs else None, area_of(sentence, periods), 0.7,
        )  # fmt: skip
    return None


def _changed(sentence: str, change: Quantity, numbers: Sequence[Quantity]) -> Quantity | None:
    """The value that a change led to: `1,204 missed bins in Q3, down 14%`, `increased by 12% to 348`."""
    behind = [
        q
        for q in numbers
        if q.at >= change.until
        and re.fullmatch(r"\s+to\s+(?:just |over |almost |around )?", sentence[change.until : q.at])
    ]
    before = [q for q in numbers if q.until <= change.at and (q.unit != change.unit or change.unit in {"count", None})]
    stated = [q for q in numbers if q.until <= change.at and _STATED.search(sentence[: q.at])]
    return behind[0] if behind else stated[-1] if stated else before[-1] if len(before) == 1 else None


def _alone(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`Confidence stood at 78% in 2022`, `relets took 131 days on average`: a value with nothing beside it."""
    for number in numbers:
        said = _STATED.search(sentence[: number.at])
        there = _THERE_WERE.search(sentence[: number.at]) is not None
        counted = (
            number.unit in {"count", None} and said is not None and not there and not _REACHED.search(said.group())
        )
        if said is None or counted or _direction(sentence, number) is not None or _TARGET.search(said.group()):
            continue
        measure = subject_of(sentence[: number.at], periods)
        if not measure and periods and number.unit == "count" and there:
            measure, _ = measure_of(sentence, number, number, periods)
        if not measure:
            continue
        near = sorted((p for p in periods if p.kind != "same"), key=lambda p: abs(p.at - number.at))
        bracket = _BRACKET.match(sentence, number.until)
        other = [
            q for q in numbers if bracket is not None and bracket.start() < q.at < bracket.end() and _alike(number, q)
        ]
        theirs = [p for p in periods if bracket is not None and bracket.start() < p.at < bracket.end()]
        if not (other and theirs):
            other, theirs = [], []
        mine = [p for p in near if p not in theirs]
        area = area_of(sentence, periods)
        return Statement(
            *_place(sentence, start), measure, number, other[0] if other else None, None, None, mine[0] if mine else None,
            theirs[0] if theirs else None, area, 0.72,
        )  # fmt: skip
    return None


def _of_them(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`Of the 640 complaints received, 81% were answered within ten days`: a share of what is counted before it."""
    match = _OF_THE.match(sentence.strip())
    lead = len(sentence) - len(sentence.lstrip())
    if match is None:
        return None
    inside = [q for q in numbers if lead + match.start("of") <= q.at < lead + match.end("of")]
    shares = [q for q in numbers if q.at >= lead + match.end("of") and q.unit == "%"]
    if len(inside) != 1 or not shares:
        return None
    what = sentence[inside[0].until : lead + match.end("of")].strip(" ,")
    for period in periods:
        what = re.sub(rf"\s*\b(?:in|during|for|at)?\s*{re.escape(period.text)}", "", what)
    done = re.match(r"[^.;,]*", sentence[shares[0].until :].lstrip(" )"))
    rest = re.sub(
        r"^(?:of (?:these|them)\s+)?(?:were|was|are|is|have been|had been|had|have)\s+",
        "",
        done.group() if done else "",
    ).strip()
    if not what or not rest or len(rest.split()) > 14:
        return None
    mine = periods[0] if periods else None
    return Statement(
        *_place(sentence, start),
        f"{what} {rest}",
        shares[0],
        None,
        None,
        None,
        mine,
        None,
        area_of(sentence, periods),
        0.7,
    )


def _place(sentence: str, start: int) -> tuple[int, int]:
    return start + len(sentence) - len(sentence.lstrip()), start + len(sentence)


def _compared(sentence: str, numbers: Sequence[Quantity]) -> tuple[Quantity, Quantity, int] | None:
    """`V …, compared to B`: the last number before the words of comparison, the first one behind them."""
    for match in _COMPARED.finditer(sentence):
        before = [q for q in numbers if q.until <= match.start() and not _is_change(sentence, q)]
        if _TARGET.search(sentence[match.end() : match.end() + 40].split(",", maxsplit=1)[0]):
            continue  # `against a target of 90 days`: what was wished for is no earlier figure
        after = [q for q in numbers if match.end() <= q.at <= match.end() + 60 and not _is_change(sentence, q)]
        if before and after and _alike(before[-1], after[0], near=after[0].at - match.end() <= 12):
            return before[-1], after[0], match.start()
    return None


def _moved(sentence: str, numbers: Sequence[Quantity]) -> tuple[Quantity, Quantity, int] | None:
    """`from B to V`, `to V from B`."""
    for pattern in (_FROM_TO, _TO_FROM):
        for match in pattern.finditer(sentence):
            at = {name: [q for q in numbers if match.start(name) <= q.at < match.end(name)] for name in ("b", "v")}
            if at["b"] and at["v"] and _alike(at["v"][0], at["b"][0]):
                near = sentence[match.start("b") : at["b"][0].at], sentence[match.start("v") : at["v"][0].at]
                if all(len(n.split()) <= 3 for n in near):
                    return at["v"][0], at["b"][0], match.start()
    return None


def _alike(value: Quantity, baseline: Quantity, *, near: bool = True) -> bool:
    """Whether two numbers may be compared: of one unit, or the second printed without one right behind `compared to`."""
    return value.unit == baseline.unit or (near and baseline.unit in {"count", None})


def _is_change(sentence: str, number: Quantity) -> bool:
    return _direction(sentence, number) is not None and number.unit in {"%", "percentage points"}


def _direction(sentence: str, number: Quantity) -> int | None:
    """1 or -1 where words beside a number say that it is a rise or a fall."""
    said_after, said_before = _changes()
    match = said_after.match(sentence[number.until :]) or said_before.search(sentence[: number.at])
    if match is None:
        return None
    groups = match.groupdict()
    word = groups.get("w") or groups.get("x") or groups.get("v") or ""
    return 1 if vocabulary("change_words").get(fold(word)) == "up" else -1


@cache
def _changes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of a change as they stand behind a number, and before one."""
    words = any_form("change_words")
    return (
        re.compile(rf"\s+(?:\w+\s+)?(?P<w>{words})\b(?!\s+(?:from|to)\b)", re.IGNORECASE),
        re.compile(
            rf"\b(?P<w>{words})\s+(?:\w+\s+)?(?:of|by)\s+(?:just\s+|over\s+|almost\s+|around\s+)?$"
            r"|\b(?P<x>increased|decreased|rose|fell|grew|dropped|declined|reduced)\s+$"
            r"|(?<!makes )(?<!made )(?<!make )\b(?P<v>up|down)\s+(?:by\s+)?$",
            re.IGNORECASE,
        ),
    )


def _change(
    sentence: str, numbers: Sequence[Quantity], known: tuple[Quantity, Quantity]
) -> tuple[float, str | None] | None:
    for number in numbers:
        if number in known:
            continue
        direction = _direction(sentence, number)
        if direction is not None:
            return direction * abs(number.value), number.unit
        bracketed = sentence[: number.at].rstrip().endswith("(") and sentence[number.until :].lstrip().startswith(")")
        if bracketed and number.sign:
            return number.value, number.unit
    return None
