"""The words publishers use in papers of meetings, looked up whole: headings of attendance, labels of facts, titles, marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from extract.vocabularies import rows
from extract.wording import fold


@cache
def vocabulary(name: str) -> Mapping[str, str]:
    """Folded printed form -> canonical form, of `vocabulary/<name>.csv`. Where a form stands twice, the first counts."""
    found: dict[str, str] = {}
    for row in rows(name):
        found.setdefault(fold(row["printed"]), row["canonical"])
    return MappingProxyType(found)


@cache
def words_of(name: str, canonical: str) -> frozenset[str]:
    """All folded printed forms of one canonical form."""
    return frozenset(fold(row["printed"]) for row in rows(name) if row["canonical"] == canonical)


_OF_MEETING = re.compile(r"\s+of (?:the )?(?:board |committee |council )?meeting$")


def fact_named(label: str) -> str | None:
    """The fact of a meeting that a label names (`Date & time of the meeting:`); None where it is another label."""
    known, folded = vocabulary("meeting_facts"), fold(label)
    named = known.get(folded)
    if named is None and (folded.endswith(" meeting") or "&" in folded):
        named = known.get(_OF_MEETING.sub("", folded).replace("&", "and"))
    return named
