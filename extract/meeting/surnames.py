"""Surnames that are words for posts or bodies too (`Cook`, `Parish`): names where all that stands beside them is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.meeting.names import has_role, is_body, is_name, title_end

SHAPED = re.compile(r"[A-Z][a-z]+(?:[-’'][A-Z]?[a-z]+)?(?: [A-Z]\.)?(?: [A-Z][a-z]+(?:[-’'][A-Z][a-z]+)?){1,2}")
FEWEST = 6  # parts of a list of plain names
MOST = 0.15  # share of them that are no names by their words


def could_be_name(text: str) -> bool:
    """Whether a text has the shape of a given name and a surname, whatever else its last word means."""
    first = text.split(" ", 1)[0]
    return SHAPED.fullmatch(text) is not None and title_end(text) == 0 and not has_role(first) and not is_body(first)


def among_names(parts: Sequence[str]) -> frozenset[str]:
    """The parts of a list that are names for standing among plain names; none in a list that says more of people."""
    if len(parts) < FEWEST:
        return frozenset()
    others = [p for p in parts if not is_name(p)]
    return frozenset(others) if len(others) <= MOST * len(parts) and all(map(could_be_name, others)) else frozenset()
