"""Motions that are named, not worded: `The recommendations as set out in the report were moved by A, seconded by B and carried`."""

from __future__ import annotations

import re

from extract.meeting.ranges import Stretch
from extract.meeting.resolved import SENTENCE

LONGEST = 24  # words of what is named
_NAMED = r"(?:[Rr]ecommendations?|[Pp]roposals?|[Mm]inutes|[Aa]ccounts|[Bb]udget|[Pp]ayments|[Aa]pproval|[Aa]doption|[Aa]cceptance)"
_SUBJECT = re.compile(
    r"(?:(?:However|Accordingly|Thereafter|Following [^,.]{3,60}),\s+)?"
    rf"(?P<subject>(?:(?:[Tt]he|[Tt]hese|[Tt]hose)\s+(?:[\w’'-]+\s+){{0,4}}?)?{_NAMED}\b[^.;:]{{0,140}}?)"
    r",?\s+(?:(?:was|were|is|are|being|had been|having been)\s+)?(?:(?:then|also|duly|formally)\s+)*"
)


def subject_moved(text: str, i: int, verb: int) -> list[Stretch]:
    """The words of the sentence in which somebody moves, before the verb, where these name what was recommended or is to be approved."""
    start = 0
    for end in SENTENCE.finditer(text, 0, verb):
        start = end.end()
    match = _SUBJECT.fullmatch(text, start, verb)
    return [(i, *match.span("subject"))] if match is not None and len(match["subject"].split()) <= LONGEST else []
