"""The pieces of a statement: what is measured, of which period, in which area."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from normalise.periods import Period
from normalise.quantities import Quantity

_VERB = re.compile(
    r"\b(?:was|were|is|are|has been|have been|had been|has|have|had|stood|stands|reached|reaches|averaged|averages|remained|"
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
    r"[,;(–]|\s(?:in|on|during|by|between|over|since|at|from|for|up|down|compared|against|versus|vs|which|that|who|was|were|is|"
    r"are|has|have|and\s+\d|were|recorded|reported|to|than|higher|lower|more|fewer|less|above|below|ahead|behind)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?<!,)\s(?:who|that|which)\s*$", re.IGNORECASE)
_EMPTY = re.compile(
    r"^(?:it|they|this|these|that|those|there|he|she|we|which|who|what|all|both|some|most|many|others?)$", re.IGNORECASE
)
_BODY = re.compile(
    r"(?:[A-Z]\w+ )?(?:Service|Board|Trust|Council|Force|Authority|Committee|Department|University|College|Cabinet|Government|Panel|Group|"
    r"Company|Court|Senate|Agency|Office|Plan|Strategy|Police|Report|Table|Figure|Appendix|Section|Annex)s?"
)
_TIMES = re.compile(
    r"^(?:on average|a (?:year|month|week|day)|each|per\b|overall|altogether|in total|respectively)", re.IGNORECASE
)


def measure_of(sentence: str, value: Quantity, baseline: Quantity, periods: Sequence[Period]) -> tuple[str, Quantity]:
    """What is measured: the words right behind a count, else what the sentence is about before its verb.

    In `3,960 working days lost` the days are what is counted.
    """
    behind = sentence[value.until :]
    stop = _STOP.search(behind)
    ends = [p.at - value.until for p in periods if p.at >= value.until]
    cut = min([stop.start() if stop else len(behind), *ends])
    noun = re.sub(r"\s+(?:in|for|during|by)$", "", behind[:cut].strip(" .")).strip()
    named = bool(noun) and len(noun.split()) <= 8 and not re.match(r"of\b", noun) and not _TIMES.match(noun)
    if value.unit in {"count", None} and named:
        return re.sub(r"^(?:more|additional)\s+", "", noun), value
    subject = subject_of(sentence[: min(value.at, baseline.at)], periods)
    worded = re.search(r"[A-Za-z]{3}[A-Za-z ]*$", value.text)
    if not subject and named and worded:
        return f"{worded.group()} {noun}", replace(value, unit="count")
    return subject, value


def subject_of(before: str, periods: Sequence[Period]) -> str:
    """What a sentence is about, from its words before a number: those before the verb, less what leads in."""
    subject = _LEAD.sub("", before.strip())
    verbs = [v for v in _VERB.finditer(subject) if v.start() and not _RELATIVE.search(subject[: v.start()])]
    verb = (
        verbs[0] if verbs else _VERB.search(subject)
    )  # `officers who are women`: the verb of the sentence comes later
    subject = re.sub(r",?\s+(?:which|that|who)\s*$", "", subject[: verb.start()]) if verb else ""
    subject = re.sub(
        r"^(?:However|Overall|Also|Additionally|Currently|Meanwhile),?\s+(?=[a-z])", "", subject.strip(" ,")
    )
    subject = re.sub(r"^(?:The|the|A|An|Our|There|This|That|It|These|They|Which)\b\s*", "", subject).strip(" ,–-")
    for period in periods:
        subject = subject.replace(period.text, "").strip(" ,")
    subject = re.sub(r"\s+(?:in|for|during|at|by|of|on)$", "", subject)
    return subject if 0 < len(subject.split()) <= 14 and not _EMPTY.match(subject) else ""


def periods_of(
    periods: Sequence[Period], value: Quantity, baseline: Quantity, split: int
) -> tuple[Period | None, Period | None]:
    """The period of the value and that of the number it is compared with."""
    later = max(value.at, baseline.at)
    if value.at < baseline.at:
        mine = [p for p in periods if p.until <= split]
        theirs = [p for p in periods if p.at > baseline.at and p.at - baseline.until < 50]
    else:
        mine = [p for p in periods if p.at > later or p.until <= min(value.at, baseline.at)]
        theirs = [p for p in periods if baseline.until <= p.at < value.at]
    near = sorted(mine, key=lambda p: abs(p.at - value.at))
    return (near[0] if near else None), (theirs[0] if theirs else None)


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
