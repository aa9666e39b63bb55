"""What stands at the left of a motion set in columns: its number, and who moved and who seconded it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.meeting.names import is_name
from models.late import late
from models.page import Word

SURNAMES = 3  # words of a name that stands beside a motion
_NUMBER = late(
    r"(?:(?:Res(?:olution)?|Motion|RESOLUTION|MOTION)\b\.?\s*)?(?:No\.?\s*|#\s*)?"
    r"(?P<ref>(?:[A-Z]{1,4}[-/. ]?)?\d{1,4}(?:[./-]\d{1,4})*[a-z]?)[.):]?(?=\s|$)"
)
LABEL = late(
    r"(?P<label>(?:moved(?:\s+by)?|mover|proposed(?:\s+by)?|proposer|seconded(?:\s+by)?|seconder|[MS](?=[:.]\s))\s*[:.]?)(?:\s+|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mover:
    """Who moved or seconded a motion, behind the words that say so (`Moved by:`), if any do."""

    label: list[Word]
    name: list[Word]


def number_in(text: str) -> str | None:
    """The number of a motion as it is kept: `R1`, `23-145` of `Res. 23-145`."""
    match = _NUMBER.fullmatch(text)
    return match["ref"] if match else None


def said(words: Sequence[Word]) -> str:
    return " ".join([w.text for w in words])


def left_of_motion(rows: Sequence[Sequence[Word]]) -> tuple[list[Word], list[Mover]]:
    """The number and the movers in the lines at the left of a motion; no movers where they hold anything else."""
    number: list[Word] = []
    movers: list[Mover] = []
    for row in rows:
        words = list(row)
        if not number and not movers:
            count = next((n for n in (3, 2, 1) if number_in(said(words[:n])) and n <= len(words)), 0)
            number, words = words[:count], words[count:]
        label = LABEL.match(said(words) + " ")
        count = len(label["label"].split()) if label is not None else 0
        called, words = words[:count], words[count:]
        for name in _names(words):
            if len(name) > SURNAMES + 1 or not is_name(said(name).strip(" .,;:/"), alone=False):
                return number, []
            movers.append(Mover(called, name))
            called = []
    return number, movers if len(movers) <= 2 else []


def _names(words: Sequence[Word]) -> Iterator[list[Word]]:
    """One name, or two that a stroke, a comma or a dash parts; `Orr/Lake` in one word stays one."""
    name: list[Word] = []
    for word in words:
        if word.text in {"/", "–", "—", "-", "&", "and"}:
            if name:
                yield name
            name = []
            continue
        name.append(word)
        if word.text.endswith((",", "/", ";")):
            yield name
            name = []
    if name:
        yield name
