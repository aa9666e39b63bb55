"""Statements that lean on what stands before them: `In Northby it was 28 minutes`, `Southby has the lowest rate, 61%`,
`of which 66% were by telephone`; and those whose verb says that somebody has, or is in, what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from models.late import late
from normalise.periods import Period
from normalise.quantities import Quantity
from normalise.statement_counts import in_brackets, noun_behind
from normalise.statement_parts import Statement, area_of, change_beside, is_place
from normalise.statement_periods import nearest

_NAME = r"(?P<area>[A-Z][\w’'-]+(?:\s(?:(?:and|of)\s)?[A-Z][\w’'-]+){0,3})"
_ABOUT = r"(?:just\s+|only\s+|over\s+|nearly\s+|almost\s+|around\s+|about\s+|at\s+|a total of\s+|some\s+)*"
_SAME = late(
    rf"^\s*(?:(?:[Ii]n|[Aa]t|[Ff]or)\s+(?:the\s+)?{_NAME},?\s+)?(?:[Ii]t|[Tt]his|[Tt]he (?:figure|rate|average|time|share|number))\s+"
    rf"(?:was|is|stood|stands|reached|averaged)\s+{_ABOUT}$"
)
_UTMOST = late(
    rf"^\s*(?:The\s+)?{_NAME}\s+(?:has|had|have|recorded|reported|showed|shows)\s+the\s+"
    rf"(?:highest|lowest|best|worst|poorest|longest|shortest|most|fewest|largest|smallest)(?:\s+[a-z]+){{0,3}},?\s+(?:at\s+|with\s+|of\s+)?{_ABOUT}$"
)
_HAD = late(rf"(?:^|,\s+)(?:The\s+|the\s+)?(?P<who>[A-Z][\w’'& -]{{1,60}}?)\s+(?:had|has)\s+{_ABOUT}$")
_BEING = late(
    r"\s+(?P<who>(?:[a-z][\w’'-]*\s+){1,4}?)(?:were|are|was|is|remain|remained)\s+(?:still\s+|now\s+|currently\s+)?(?P<what>[a-z]+ing\b[^,;.(]*)"
)
_OF_WHICH = re.compile(r",?\s+of (?:which|whom|these|them),?\s+$")
_REST = re.compile(r"\s*(?:were|was|are|is|had been|have been)\s+(?P<rest>[^,;.(]{3,80})")
_MET_FOR = late(
    r"(?P<subject>.+?)\s+(?:was|were|is|are|has been|have been)\s+(?P<done>\w+ed|met|made|kept|held|found|given|sent|done)\s+"
    rf"(?P<for>for|in|by|on|at)\s+{_ABOUT}$"
)
_MOST_WORDS = 14


def again(
    sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period], last: Statement | None
) -> Statement | None:
    """Another figure of the measure that the sentence before stated: for another place, or the utmost among places."""
    if last is None or last.value is None:
        return None
    for number in numbers:
        match = _SAME.match(_ahead(sentence, number)) or _UTMOST.match(_ahead(sentence, number))
        if match is None or number.unit != last.value.unit:
            continue
        area = match["area"] if match["area"] and is_place(match["area"]) else None
        mine = nearest(sentence, number, periods) or last.period
        if area is None or area == last.area:
            return None  # the same figure again, or another time of it: what it adds is not plain
        return replace(_stated(sentence, start, last.measure, number, periods), period=mine, area=area)
    return None


def of_which(
    sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period], whole: Statement | None
) -> Statement | None:
    """`812,400 appointments, of which 66.9% were by telephone`: a part of what the same sentence counts."""
    if whole is None or whole.value is None or whole.value.unit != "count":
        return None
    for number in numbers:
        rest = _REST.match(sentence, number.until)
        if number.unit in {"%", "count"} and rest is not None and _OF_WHICH.search(_ahead(sentence, number)):
            part = _stated(sentence, start, f"{whole.measure} {rest['rest'].strip()}", number, periods)
            return replace(part, period=whole.period, area=whole.area)
    return None


def had(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`Northby had 61 boats waiting more than 65 weeks in May 2031`: what a place or a body has at some time."""
    for number in numbers if periods else ():
        match = _HAD.search(_ahead(sentence, number))
        noun = noun_behind(sentence, number) if number.unit == "count" and match is not None else ""
        if match is not None and noun:
            found = _stated(sentence, start, noun, number, periods)
            place = match["who"] if is_place(match["who"]) else None
            return replace(found, area=found.area or place)
    return None


def being(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`5,418 skippers were waiting for a berth in May 2031`: a count that begins its sentence, and what they do."""
    for number in numbers if periods else ():
        match = _BEING.match(sentence, number.until)
        if number.unit != "count" or match is None or sentence[: number.at].strip(" •"):
            continue
        words = f"{match['who']}{match['what']}"
        for period in periods:
            words = re.sub(rf"\s*\b(?:in|at|on|during|by|for)?\s*(?:the end of\s+)?{re.escape(period.text)}", "", words)
        if len(words.split()) <= _MOST_WORDS:
            return _stated(sentence, start, " ".join(words.split()), number, periods)
    return None


def met_for(sentence: str, start: int, numbers: Sequence[Quantity], periods: Sequence[Period]) -> Statement | None:
    """`The berthing standard was met for 79% of boats`: a share of those for whom something was done."""
    for number in numbers:
        match = _MET_FOR.match(_ahead(sentence, number))
        of = re.match(r"\s+of\s+(?:the\s+|all\s+|our\s+)*(?P<whom>[^,;.(]{3,80})", sentence[number.until :])
        if number.unit != "%" or match is None or of is None:
            continue
        subject = _bare(match["subject"], periods)
        words = f"{subject} {match['done']} {match['for']} {_bare(of['whom'], periods)}"
        if subject and len(words.split()) <= _MOST_WORDS + 4:
            return _stated(sentence, start, words, number, periods)
    return None


def _ahead(sentence: str, number: Quantity) -> str:
    """The words before a number, and one space."""
    return sentence[: number.at].rstrip() + " "


def _bare(words: str, periods: Sequence[Period]) -> str:
    """Words without periods, articles and marks of lists."""
    for period in periods:
        words = re.sub(rf"\s*\b(?:[Ii]n|[Dd]uring|[Ff]or|[Aa]t|[Oo]n)?\s*{re.escape(period.text)},?", "", words)
    return re.sub(r"^(?:The|the|A|An|Our)\s+", "", words.strip(" •,"))


def _stated(
    sentence: str, start: int, measure: str, number: Quantity, periods: Sequence[Period], *, sure: float = 0.66
) -> Statement:
    other, theirs = in_brackets(sentence, number, (number,), periods)
    mine = nearest(sentence, number, [p for p in periods if p is not theirs])
    change = change_beside(sentence, number, (number,))
    lead = len(sentence) - len(sentence.lstrip())
    return Statement(
        start + lead, start + len(sentence), measure, number, other, change[0] if change else None,
        change[1] if change else None, mine, theirs, area_of(sentence, periods), sure,
    )  # fmt: skip
