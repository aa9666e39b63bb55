"""Who and when in brackets behind an action: `Renew the lease (Ann Brook, 31 March 2026)`."""

from __future__ import annotations

from collections.abc import Sequence

from extract.looks import look_of
from extract.text import text_of
from models.page import Word
from models.record import Field

_MOST = 12  # words in the brackets
_WHO = frozenset({"name", "post", "initials"})
_SURE = 0.9


def parted(words: Sequence[Word]) -> dict[str, Field]:
    """`description`, `owners` and `target_text` of an action's words; {} where no name and date stand in brackets at its end."""
    opened = next((n for n in range(len(words) - 1, 0, -1) if words[n].text.startswith("(")), 0)
    inside = words[opened:]
    if not opened or len(inside) > _MOST or not words[-1].text.rstrip(".").endswith(")"):
        return {}
    for n, word in enumerate(inside[:-1], start=1):
        if not word.text.endswith((",", ";")):
            continue
        who = text_of(inside[:n]).strip("(,; ")
        when = text_of(inside[n:]).rstrip(".").strip(") ")
        if look_of(who) in _WHO and look_of(when) in {"date", "when"}:
            return {
                "description": Field(text_of(words[:opened]), tuple(words[:opened]), confidence=_SURE),
                "owners": Field(who, tuple(inside[:n]), confidence=_SURE),
                "target_text": Field(when, tuple(inside[n:]), confidence=_SURE),
            }
    return {}
