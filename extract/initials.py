"""Initials and the names that they stand for."""

from __future__ import annotations

import re

UPPER = "[A-ZÀ-ÖØ-ÞĆĐĘŁŃŚŠŹŻŽČĎŇŘŤĞİŞŐŰŴŶ]"  # letters that names begin with
INITIALS = rf"{UPPER}(?:[a-z]{{0,2}}-?{UPPER}|\.{UPPER}){{1,3}}[a-z]?\.?"  # `DPr` where a `DPo` is another
NAME = rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Prof)\.?\s+)?{UPPER}[\w’'-]+(?:\s+(?:{UPPER}\.|{UPPER}[\w’'-]*)){{1,3}}"
ALONE = re.compile(INITIALS)
CODE = re.compile(
    rf"{UPPER}[A-Za-z]{{1,4}}"
)  # what stands for a person beside the initials of others: `CLK`, the clerk
HEADING = re.compile(r"\bkey\b|\binitials\b|\bowners?\b|\babbreviations\b|\bglossary\b", re.IGNORECASE)  # over a key


def fits(initials: str, name: str) -> bool:
    """Whether the initials are those of the name; a letter may be skipped on either side (`Mc`, a middle name, `de`)."""
    letters = [c.casefold() for c in initials if c.isalpha() and c.isupper()]
    heads = [w[0].casefold() for w in re.findall(r"[^\W\d_]+", name)]
    place = 0
    for head in heads:
        if place < len(letters) and head == letters[place]:
            place += 1
    if len(letters) > 2 and len(heads) > 1 and (letters[0], letters[-1]) == (heads[0], heads[-1]):
        return True  # a middle name that only the initials tell
    return place >= min(2, len(letters)) and bool(letters) and letters[0] in heads
