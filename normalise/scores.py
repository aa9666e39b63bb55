"""Likelihood, impact and score as printed -> numbers, or the word, letter or code that stands in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from normalise.vocabularies import fold, vocabulary

_ARROWS = re.compile("[\u2190-\u21ff\u25b2-\u25c5\u2b00-\u2bff\u2794\u279c\u27a1]")  # the trend beside a score
_DECIMAL = r"\d{1,3}(?:\.\d+)?"
_ALONE = re.compile(rf"({_DECIMAL})\s*[*†‡]?")
_RANKED = re.compile(rf"({_DECIMAL})\s*(?:[-–:.=/]|\s)\s*\(?[A-Za-z][A-Za-z /&-]*\)?")
_NAMED = re.compile(rf"[A-Za-z][A-Za-z /&-]*(?:[-–:=]|\s)\s*\(?({_DECIMAL})\)?")
# a score with the letter of its band: `H12`, `M 6`, `E20`; `E3` may as well be a likelihood and a consequence
BANDED = re.compile(r"(?:(?P<band>VL|L|M|H|VH|EX)\s?-?\s?(?P<score>\d{1,2})|(?P<worst>E)\s?-?\s?(?P<high>[6-9]|\d\d))")
_PRODUCT = re.compile(rf"({_DECIMAL})\s*[x×*✕]\s*({_DECIMAL})", re.IGNORECASE)
_TOTAL = re.compile(rf"(?<![A-Za-z])(?<![A-Za-z]\s)=\s*\(?\s*({_DECIMAL})")
_COUNTED = re.compile(rf"(?<![\w.])({_DECIMAL})(?![\w.])")
_LETTERED = re.compile(
    rf"\b(?P<name>likelihood|probability|impact|severity|consequence|score|rating|total|[LPIRSC])"
    rf"\s*[:=.–-]?\s*\(?(?P<value>{_DECIMAL})\)?",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"(?:^\(?\s*({_DECIMAL})\s*\)?\s*(?:[-–=:]\s*)?\(|\)\s*[-–=:]?\s*({_DECIMAL})\s*$)")
_LAST = re.compile(rf"[^\d\s(]\s*\d\s*\(\s*({_DECIMAL})\s*\)$")  # L4 x I3 (12)
_LIKELIHOODS = frozenset("lp")
_NAMES = {
    "likelihood": "l",
    "probability": "p",
    "impact": "i",
    "severity": "s",
    "consequence": "c",
    "score": "r",
    "rating": "r",
    "total": "r",
}


@dataclass(frozen=True, slots=True)
class Scored:
    """One printed measure: a number, or what stands in its place."""

    number: int | float | None = None
    label: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Likelihood and impact printed in one cell, with their score where that is printed too."""

    likelihood: int | float | None
    impact: int | float | None
    score: int | float | None
    confidence: float = 1.0


def read_score(text: str) -> Scored:
    """`16.8` is a number, so is `4 - Likely` (4), `12*`, `Likely (4)`, `H12` and the score of `4x3=12`;
    `High` and `C3` are labels."""
    text = " ".join(_ARROWS.sub(" ", text).split())
    if not text or text.casefold() in {"n/a", "na", "-", "–", "tbc", "tbd", "none"}:
        return Scored()
    alone = _ALONE.fullmatch(text)
    if alone:
        return Scored(number(alone.group(1)))
    banded = BANDED.fullmatch(text)
    if banded:
        return Scored(number(banded["score"] or banded["high"]), confidence=0.9)
    pair = read_pair(text)
    if pair is not None and pair.score is not None:
        return Scored(pair.score, confidence=0.95)
    for pattern in (_RANKED, _NAMED):
        match = pattern.fullmatch(text)
        if match and not re.fullmatch(r"[A-Za-z]{1,2}\s?\d{1,2}", text):
            return Scored(number(match.group(1)), confidence=0.95)
    return Scored(None, _whole(text))


def _whole(text: str) -> str:
    """A known band whose word a narrow column broke (`Mediu m`) without the gap."""
    joined = text.replace(" ", "")
    known = vocabulary("ratings")
    return joined if fold(text) not in known and fold(joined) in known else text


def read_pair(text: str, impact_first: bool = False) -> Pair | None:
    """`4x3=12`, `L4 I3 = 12`, `16 (4 x 4)`, `4 x 4`: likelihood, impact and score; None where no pair is printed.

    Letters say which is which; else the order is that of the heading (`impact_first` for `Impact x Likelihood`).
    """
    text = " ".join(text.split())
    lettered = {
        _NAMES.get(n := m.group("name").casefold(), n): number(m.group("value")) for m in _LETTERED.finditer(text)
    }
    likelihood = next((v for k, v in lettered.items() if k in _LIKELIHOODS), None)
    impact = next((v for k, v in lettered.items() if k in {"i", "c"}), None)
    if impact is None and likelihood is not None:
        impact = lettered.get("s")  # severity, where no impact is lettered
    if likelihood is not None and impact is not None:
        return Pair(likelihood, impact, _multiplied(text, likelihood * impact) or _total(text))
    product = _PRODUCT.search(text)
    if product is None:
        return None
    first, second = number(product.group(1)), number(product.group(2))
    if impact_first:
        first, second = second, first
    return Pair(first, second, _total(text), 0.95 if first != second else 1.0)


def _multiplied(text: str, product: float) -> int | float | None:
    """The product of the factors where it is printed before or behind them (`20 L4 x I5`): no factor is meant by it."""
    factors = [m.span() for m in _LETTERED.finditer(text)]
    counted = [m for m in _COUNTED.finditer(text) if not any(a <= m.start() < b for a, b in factors)]
    return next((n for m in counted if (n := number(m.group(1))) == product), None)


def _total(text: str) -> int | float | None:
    """The score printed beside its factors; never worked out: what is not printed is not there."""
    match = _TOTAL.search(text)
    if match:
        return number(match.group(1))
    beside = _BESIDE.search(text) or _LAST.search(text)
    if beside:
        return number(next(g for g in beside.groups() if g))
    lettered = [m for m in _LETTERED.finditer(text) if m.group("name")[0].casefold() in {"r", "s", "t"}]
    return number(lettered[-1].group("value")) if lettered and len(list(_LETTERED.finditer(text))) > 2 else None


def number(text: str) -> int | float:
    """`16.8` as a float, `12` and `12.0` as an int."""
    value = float(text)
    return int(value) if value.is_integer() else value
