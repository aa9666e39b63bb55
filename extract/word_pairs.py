"""A likelihood and an impact printed as words in one cell: `Somewhat likely / Major`, `Severe, Unlikely`, `H/M`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from extract.vocabularies import rows
from extract.wording import fold

_SIGNS = re.compile(r"\s*[/|&,;×]\s*|\s+[xX–-]\s+|\s+")
_MEASURE = frozenset({"likelihood", "probability", "impact", "consequence", "severity"})  # `Severe impact`
_AXES = re.compile(
    r"\b(?P<likelihood>likelihood|probability|frequency|chance|l|p)\b|\b(?:impact|severity|consequences?|effect|i|s|c)\b",
    re.IGNORECASE,
)
_LONGEST = 60  # letters
_MOST_GAPS = 8


def word_pair(text: str) -> tuple[str, str] | None:
    """The two words of a cell that holds nothing else, the likelihood first where one of them says that it is one."""
    if not 3 <= len(text) <= _LONGEST or _opened().match(text) is None:
        return None
    gaps = list(_SIGNS.finditer(text))
    if not 0 < len(gaps) <= _MOST_GAPS:
        return None
    signs = [gap for gap in gaps if gap.group().strip()]
    for gap in signs or gaps:
        first, second = text[: gap.start()], text[gap.end() :]
        if not (_is_grade(first) and _is_grade(second)):
            continue
        likely = is_likelihood(first), is_likelihood(second)
        if likely == (False, True):
            return second, first
        return (first, second) if likely == (True, False) or (signs and not any(likely)) else None
    return None


def axes_in(heading: str) -> tuple[str, str] | None:
    """Which of the two a heading names first, where it names both: `Impact / likelihood`, `L & I`."""
    found = ["likelihood" if m["likelihood"] else "impact" for m in _AXES.finditer(heading)]
    return (found[0], found[1]) if len(found) == 2 and found[0] != found[1] else None


def is_likelihood(grade: str) -> bool:
    """Whether a grade can be none of an impact: `Rare`, `Somewhat likely`."""
    return _axes().get(fold(grade).rpartition(" ")[2]) == "likelihood"


def _is_grade(text: str) -> bool:
    """Whether a text is one word of a scale, what it measures behind it or not."""
    grade = fold(text)
    head, _, last = grade.rpartition(" ")
    return (head if last in _MEASURE else grade) in _grades()


@cache
def _grades() -> frozenset[str]:
    return frozenset(fold(row["printed"]) for row in rows("cell_words") if row["canonical"] in {"rating", "scale"})


@cache
def _opened() -> re.Pattern[str]:
    """How a text begins that begins with a grade: most texts are none for that alone."""
    return re.compile(rf"(?:{'|'.join(sorted({re.escape(grade.split()[0]) for grade in _grades()}))})\b", re.IGNORECASE)


@cache
def _axes() -> Mapping[str, str]:
    return MappingProxyType({fold(row["printed"]): row["axis"] for row in rows("axis_words")})
