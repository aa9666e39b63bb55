"""What a number of a scorecard's cell measures: the words around it, less what only joins them to the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from normalise.periods import Period
from normalise.quantities import Quantity
from normalise.vocabularies import any_form, fold, vocabulary


@dataclass(slots=True)
class Draft:
    """A reading while its words are still being collected."""

    number: Quantity
    at: int
    heading: str = ""
    label: str = ""
    after: str = ""
    line: int = 0
    led: bool = False  # words stand before the number
    period: Period | None = None
    role: str | None = None
    confidence: float = 1.0
    fixed: bool = False  # its measure takes no more words: an area of a list of areas


def announced(words: str) -> tuple[str, str] | None:
    """`against a target of` before a number says the number's role. The words left over, and the role."""
    match = re.search(rf"(?P<role>{any_form('kpi_roles')})(?:\s+(?:of|is|was|at))?$", words, re.IGNORECASE)
    if match is None:
        return None
    rest = re.sub(
        r"(?:\b(?:against|versus|vs\.?|compared (?:to|with)|a|an|the|our|is|was)\s*|[-–,]\s*)+$",
        "",
        words[: match.start()],
    )
    lone = not rest.strip() or rest != words[: match.start()]
    return (rest.strip(), vocabulary("kpi_roles")[fold(match["role"])]) if lone else None


def split_heading(words: str) -> tuple[str, str]:
    """Words between a number and a colon: those that still belong to the number, and the heading.

    A heading begins with a capital or a figure (`crimes Robbery`, `101`); `increase` before a colon is none.
    """
    if re.match(r"[A-Z\d]", words):
        return "", words
    start = re.search(r"(?<=\s)(?<!\bwithin\s)(?<!\bunder\s)(?<!\bover\s)(?<!\bin\s)(?<!\bof\s)[A-Z\d]", words)
    return (words[: start.start()].strip(), words[start.start() :]) if start else (words, "")


def cleaned(words: str, *, leading: bool) -> str:
    """Words without what only joins them to the sentence: `of which,`, `and`, `have been recorded`, `at least`."""
    words = re.sub(r"^(?:of which|including|and|with|or)\b[\s,:]*", "", words.strip(" ,;:.–-*="), flags=re.IGNORECASE)
    if leading:
        if re.search(r"\b(?:a|an|the)$", words, re.IGNORECASE):
            return ""  # `areas which have not seen a 10% increase`: a sentence, no label
        words = re.sub(
            r"\s*\b(?:at least|no (?:less|more|fewer) than|more than|less than|up to|circa|approximately|c\.)$",
            "",
            words,
        )
    else:
        words = re.sub(r"\s+\b(?:have|has|had|were|was|are|is)\s+(?:been\s+)?\w+(?:ed|en|de)$|\s+and$", "", words)
        words = re.sub(r"^(?:of|in|out of|on|to|from)$", "", words)
    return words.strip(" ,;:.–-*=↑↓→←↗↘⇑⇓⇒▲▼►◄●■")


def own_role(draft: Draft) -> None:
    """`Target 95%`: a label that is nothing but a role is no measure."""
    role = vocabulary("kpi_roles").get(fold(draft.label))
    if role and not draft.heading and not draft.after:
        draft.role, draft.label = draft.role or role, ""


def is_no_value(draft: Draft) -> bool:
    words = f"{draft.label} {draft.after}"
    return re.search(rf"\b{any_form('no_value')}\b", words, re.IGNORECASE) is not None


def share_codes(drafts: Sequence[Draft]) -> None:
    """`DA OC15 19%; OC16 74%`: a code of the same series takes over the words before it."""
    for before, draft in pairwise(drafts):
        code = re.fullmatch(r"([A-Z]+)\d+", draft.label)
        leading, _, last = before.label.rpartition(" ")
        if code and leading and re.fullmatch(rf"{code[1]}\d+", last) and draft.heading == before.heading:
            draft.label = f"{leading} {draft.label}"


def share_percent(drafts: Sequence[Draft]) -> None:
    """A `%` printed once, with the first of a list of like values, holds for the list: `WMP 17% GM 9; M 8`."""
    first: Draft | None = None
    for draft in drafts:
        same_list = first is not None and (draft.heading, draft.period) == (first.heading, first.period)
        if not same_list:
            first = draft if draft.number.unit == "%" and draft.label else None
        elif draft.number.unit == "%":
            continue
        elif (
            draft.number.unit in {"count", None} and draft.label and not draft.after and 0 <= draft.number.value <= 100
        ):
            draft.number = replace(draft.number, unit="%")
            draft.confidence = min(draft.confidence, 0.85)
        else:
            first = None
