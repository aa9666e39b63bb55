"""The pieces of a statement: what is measured, how it changed, in which area."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from models.late import late
from normalise.periods import Period
from normalise.quantities import Quantity
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


_VERB = re.compile(
    r"\b(?:was|were|is|are|has been|have been|had been|has|have|had|stood|stands|stand|reached|reaches|averaged|averages|remained|"
    r"remains|saw|totalled|totals|totaled|currently|would|will|could|pays|paid|cost|costs|took|takes|rose|rises|risen|fell|falls|fallen|"
    r"increased|increases|decreased|decreases|reduced|reduces|improved|improves|worsened|declined|declines|dropped|drops|grew|grows|"
    r"climbed|slipped|doubled|halved|moved|went|came|up|down|achieved|recorded|exceeded|met|missed|ended|finished|numbered|"
    r"amounted|accounted|represents?|represented|made up|now)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:In|During|Over|For|Since|By|At|As at|As of|Between|From|Within|On|Across|Throughout|Compared (?:to|with)|Following|After)\b"
    r"[^,]{2,70},\s*",
    re.IGNORECASE,
)
_AREA = re.compile(r"\b[Ii]n\s+(?:the\s+)?(?P<area>[A-Z][\w’'-]+(?:\s+(?:and\s+|of\s+)?[A-Z][\w’'-]+){0,3})")
_STOP = re.compile(
    r"[,;(–]|\s(?:in|on|during|by|between|over(?!\s+\d+\s+(?:minutes|hours|days|weeks|months)\b)|since|at|from|for|up|down|compared|against|versus|vs|which|that|who|was|were|is|"
    r"are|has|have|and\s+\d|were|recorded|reported|to|than|higher|lower|more|fewer|less|above|below|ahead|behind)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?<!,)\s(?:who|that|which)\s*$", re.IGNORECASE)
_EMPTY = re.compile(
    r"^(?:it|they|this|these|that|those|there|he|she|we|which|who|what|all|both|some|most|many|others?)$", re.IGNORECASE
)
_BODY = late(
    r"(?:[A-Z][\w&’'-]* (?:and |of |for )?){0,5}(?:Service|Team|Unit|Division|Directorate|Programme|Framework|Survey|Act|Scheme|Fund|"
    r"Centre|"
    r"Board|Trust|Council|Force|Authority|Committee|Department|University|College|Cabinet|Government|Panel|Group|"
    r"Company|Court|Senate|Agency|Office|Plan|Strategy|Police|Report|Table|Figure|Appendix|Section|Annex)s?"
)
_NO_PLACE = re.compile(
    r"(?:We|It|They|This|These|That|There|He|She|Each|All|Some|Most|Many|Our|One|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Q\d)\b"
)
_ANTECEDENT = re.compile(
    r"(?:^|\b(?:by|because of|due to|owing to|including|reflecting|despite|with|is|are|was|were|has|have)\s+)"
    r"(?P<noun>(?:(?!\b(?:by|because of|due to|owing to|including|reflecting|despite|with|is|are|was|were|has|have)\b)[^,;])+),\s+"
    r"(?:which|that)\s+(?:now\s+)?(?:stood|stands|was|were|is|are|averaged|reached|totalled|remained)\b[^,;]*$",
    re.IGNORECASE,
)
_LAST_CLAUSE = re.compile(
    r",\s+(?:and\s+|but\s+|while\s+|whilst\s+)?(?P<last>(?!(?:which|that|who|with|up|down|compared|including|and|or|of|in|at|on|as|for|from|to|by|"
    r"mostly|mainly|was|were|is|are|has|have|had|an?\s+(?:increase|rise|reduction|fall|decrease))\b)[a-z][^,]*)$"
)
_LED = re.compile(r"^(?:After|Before|Following|Excluding|Including|Despite|With|Without|Under|Taking)\s", re.IGNORECASE)
_FAR = 60  # characters behind a value in which its change may stand
_TIMES = re.compile(
    r"^(?:on average|a (?:year|month|week|day)|each|per\b|overall|altogether|in total|respectively)", re.IGNORECASE
)
_SERVICE = re.compile(
    r"\s+to\s+(?:101|105|111|112|911|999)\b(?!,\d)"
)  # `calls to 101` in a year: a number one calls, no value
_UNIT_NOUN = re.compile(r"[a-z]{3,}[a-rt-z]s")
_DONE_TO_PEOPLE = late(  # `331 people were killed or injured on`: of people a count says nothing without what was done
    r"\s+(?:people|persons)\s+(?:were|was|have been|had been)\s+(?P<what>(?:(?:\w+ly|or|and)\s+|\w+(?:ed|en|lt)\b\s*){1,6}"
    r"(?:on\s+(?:[\w’'-]+\s+){0,2}roads\b)?)"
)
_LEVEL_OF = re.compile(
    r"(?<!there\s)\b(?:was|were|is|stood at|reached|totalled|totaled|averaged)\s+(?:(?:just|over|under|nearly|about|around|some)\s+)*$",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"(?:total\s+|average\s+)?(?:numbers?|totals?|counts?)\b", re.IGNORECASE)


def measure_of(sentence: str, value: Quantity, baseline: Quantity, periods: Sequence[Period]) -> tuple[str, Quantity]:
    """What is measured: the words right behind a count, else what the sentence is about before its verb.

    In `3,960 working days lost` the days are what is counted, in `Ridership was 4,100 trips` the trips are its unit.
    """
    behind = sentence[value.until :]
    stop = _STOP.search(behind)
    ends = [p.at - value.until for p in periods if p.at >= value.until]
    cut = min([stop.start() if stop else len(behind), *ends])
    noun = re.sub(r"\s+(?:in|for|during|by)$", "", behind[:cut].strip(" .")).strip()
    if noun and (service := _SERVICE.match(behind, cut)) is not None:
        noun = f"{noun} {service.group().strip()}"
    if done := done_to_people(sentence, value):
        noun = f"{noun} {done}"
    named = bool(noun) and len(noun.split()) <= 8 and not re.match(r"of\b", noun) and not _TIMES.match(noun)
    if (
        value.unit in {"count", None}
        and named
        and _UNIT_NOUN.fullmatch(noun)
        and _LEVEL_OF.search(sentence[: value.at])
    ):
        subject = subject_of(sentence[: value.at], periods)
        if subject and not _NUMBER_OF.match(subject):
            return subject, replace(value, unit=noun)
    if value.unit in {"count", None} and named:
        return re.sub(r"^(?:more|additional)\s+", "", noun), value
    subject = subject_of(sentence[: min(value.at, baseline.at)], periods)
    worded = re.search(r"[A-Za-z]{3}[A-Za-z ]*$", value.text)
    if not subject and named and worded:
        return f"{worded.group()} {noun}", replace(value, unit="count")
    return subject, value


def without_services(sentence: str, numbers: Iterable[Quantity]) -> list[Quantity]:
    """The numbers of a sentence but for those that one calls: `calls to 101`."""
    return [q for q in numbers if _SERVICE.match(f" to {q.text}") is None or not sentence[: q.at].endswith("calls to ")]


def done_to_people(sentence: str, value: Quantity) -> str:
    """What was done to the people that a figure counts: `killed or injured on the roads`; "" where it counts others."""
    done = _DONE_TO_PEOPLE.match(sentence[value.until :])
    return done["what"].strip() if done is not None else ""


def subject_of(before: str, periods: Sequence[Period]) -> str:
    """What a sentence is about, from its words before a number: those before the verb, less what leads in."""
    subject = _led_in(_behind_period(before.strip(" •–-"), periods))
    antecedent = _ANTECEDENT.search(subject)
    if antecedent is not None:  # `held back by vacancies on the response team, which stood at`
        subject = f"{antecedent['noun']} stood"
    clause = _LAST_CLAUSE.search(subject)
    if clause is not None and _VERB.search(clause["last"], 1) and _VERB.search(subject[: clause.start()], 1):
        subject = clause["last"]  # `477 posts, actual strength is currently at`
    verbs = [v for v in _VERB.finditer(subject) if v.start() and not _RELATIVE.search(subject[: v.start()])]
    verb = (
        verbs[0] if verbs else _VERB.search(subject)
    )  # `officers who are women`: the verb of the sentence comes later
    subject = (
        re.sub(
            r",?\s+(?:which|that|who)\s*$|,\s+(?:as|including|excluding|where)\b[^,]*,?\s*$",
            "",
            subject[: verb.start()],
        )
        if verb
        else ""
    )
    subject = re.sub(
        r"^(?:However|Also|Additionally|Currently|Meanwhile|Overall(?=,|\s(?:the|our|there)\b)),?\s+(?=[a-z])",
        "",
        subject.strip(" ,"),
    )
    subject = re.sub(r"^(?:The|the|A|An|Our|There|This|That|It|These|They|Which)\b\s*", "", subject).strip(" ,–-")
    for period in periods:
        subject = subject.replace(period.text, "").strip(" ,")
    subject = re.sub(r"(?:\s+(?:in|for|during|at|by|of|on|to|the|end))+$", "", subject)
    return subject if 0 < len(subject.split()) <= 14 and not _EMPTY.match(subject) else ""


def _behind_period(sentence: str, periods: Sequence[Period]) -> str:
    """A sentence without the period that it begins with: `In Q2 2033/34 the average wait`."""
    for period in periods:
        lead = re.match(rf"(?:In|During|Over|For|At|By|As at)\s+(?:the\s+)?{re.escape(period.text)}\s+(?=\w)", sentence)
        if lead is not None:
            return sentence[lead.end() :]
    return sentence


def _led_in(subject: str) -> str:
    """A sentence without what leads in, which ends at a comma, or where the subject begins (`After savings the draw was`)."""
    plain = _LEAD.sub("", subject)
    if plain == subject and _LED.match(subject):
        later = re.search(r"\s(?=(?:the|our|its|their)\s)", subject[8:])
        return subject[8 + later.end() :] if later is not None else subject
    return plain


def way_of(sentence: str, number: Quantity) -> int | None:
    """1 or -1 where words beside a number say that it is a rise or a fall."""
    said_after, said_before = _changes()
    match = said_after.match(sentence[number.until :]) or said_before.search(sentence[: number.at])
    if match is None:
        return None
    groups = match.groupdict()
    word = groups.get("w") or groups.get("x") or groups.get("v") or ""
    return 1 if vocabulary("change_words").get(fold(word)) == "up" else -1


def change_beside(sentence: str, value: Quantity, numbers: Sequence[Quantity]) -> tuple[float, str | None] | None:
    """The change that stands behind a value: `1,120 homes, 14 more than in`, `£1.24m, up £86,000 since`, `45 (up 3%)`."""
    for number in numbers:
        if number.at <= value.at or number.at - value.until > _FAR:
            continue
        way = way_of(sentence, number)
        if way is not None and number.unit in {"%", "percentage points", value.unit}:
            return way * abs(number.value), number.unit
    return None


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


def is_place(name: str) -> bool:
    """Whether a name may be that of a place: capitalised words, none of which says that it is a body."""
    words = re.sub(r"\b(?:and|of|the)\b", "", name).split()
    return (
        0 < len(words) <= 4
        and all(w[0].isupper() and not w.isupper() for w in words)
        and _BODY.search(name) is None
        and _NO_PLACE.match(name) is None
    )


def without_area(measure: str, area: str | None) -> str:
    """A measure without the place that its figure is for, where that stands first or last: `response in Northby`.

    What rose or fell is no place: `increase in Marine Crime`.
    """
    if area is None:
        return measure
    name = re.escape(area)
    rest = re.sub(rf"^In (?:the )?{name},?\s+|(?<=\w)\s+in (?:the )?{name}$", "", measure)
    return measure if not rest or fold(rest.split()[-1]) in vocabulary("change_words") else rest


def area_of(sentence: str, periods: Sequence[Period]) -> str | None:
    for match in _AREA.finditer(sentence):
        if any(p.at < match.end("area") and match.start("area") < p.until for p in periods):
            continue
        if re.match(
            r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q\d)\b",
            match["area"],
        ):
            continue
        if _BODY.fullmatch(match["area"]):
            continue  # `confidence in the Service`
        return match["area"]
    return None
