"""What names a form's risk in the line that begins it: `SR4 Flooding`, `Risk 4 – Flooding`, `BAF 3`, `Risk 7 of 14`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.page import Word

_LETTERED = re.compile(r"(?!Q\s?[1-4]$)([A-Z]{1,6})[\s./_-]{0,2}(?!(?:19|20)\d\d\b)\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?[a-z]?")
_RISK = re.compile(r"(?:principal|strategic|corporate|profile|risk|no\.?|number|ref\.?|#)[:.]?", re.IGNORECASE)
_NO_RISK = frozenset({"PAGE", "ITEM", "TABLE", "NOTE", "FIGURE", "ANNEX", "PART", "V", "P"})


@dataclass(frozen=True, slots=True)
class Name:
    """What names a form's risk: the words of its reference and of its title, either of which may be missing."""

    ref: tuple[Word, ...]
    title: tuple[Word, ...]
    taken: tuple[Word, ...] = ()  # `Risk`, `No.`, a dash


def name_in(words: Sequence[Word]) -> Name | None:
    """Reference and title of the line that names a risk: `SR4 Flooding`, `Risk 4 – Flooding`, `BAF 3`, `Risk 7 of 14`."""
    at = 0
    while at < len(words) - 1 and at < 3 and _RISK.fullmatch(words[at].text):
        at += 1
    for count in (2, 1):
        ref, rest = words[at : at + count], list(words[at + count :])
        bare = " ".join(w.text for w in ref).rstrip(":.–-")
        lettered = _LETTERED.fullmatch(bare)
        if len(ref) < count or not (lettered or (count == 1 and _NUMBER.fullmatch(bare))):
            continue
        if lettered and lettered.group(1) in _NO_RISK:
            return None
        signed = ref[-1].text[-1] in ":.–-" or bool(rest and not any(c.isalnum() for c in rest[0].text))
        if not lettered and not (at or (signed and rest)):
            continue
        if rest and rest[0].text == "of" and len(rest) == 2 and rest[1].text.isdigit():
            rest = []
        signs = []
        while rest and not any(c.isalnum() for c in rest[0].text):
            signs.append(rest.pop(0))
        if rest and not any(len(w.text) > 1 and w.text.isalpha() for w in rest):
            return None
        return Name(tuple(ref), tuple(rest), (*words[:at], *signs))
    return None
