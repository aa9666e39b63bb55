"""Who and when behind an action, in brackets or behind dashes: `Renew the lease (Ann Brook, 31 March 2026)`, `… – Ann Brook – May`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.looks import look_of
from extract.text import text_of
from models.page import Word
from models.record import Field

_MOST = 12  # words that say who and when
_WHO = frozenset({"name", "post", "initials"})
_WHEN = frozenset({"date", "when"})
_SURE = 0.9
_NAMED = re.compile(
    r"^(?:(?:action )?(?:owner|lead)|by(?: when)?|who|when|due|(?:due|target) date|deadline):\s*", re.IGNORECASE
)
_BARS = frozenset({"–", "-", "—", "|"})

Words = tuple[Word, ...]


def parted(words: Sequence[Word]) -> dict[str, Field]:
    """`description`, `owners` and `target_text` of an action's words; {} where no person and date stand at its end."""
    for description, one, other in (*_in_brackets(words), *_behind_bars(words)):
        told = [_NAMED.sub("", text_of(part).rstrip(".").strip("(),; –—|-")) for part in (one, other)]
        looks = [look_of(text) for text in told]
        if looks[0] in _WHEN and looks[1] in _WHO:  # the date first
            one, other, told = other, one, told[::-1]
        elif looks[0] not in _WHO or looks[1] not in _WHEN:
            continue
        return {
            "description": Field(text_of(description), description, confidence=_SURE),
            "owners": Field(told[0], one, confidence=_SURE),
            "target_text": Field(told[1], other, confidence=_SURE),
        }
    return {}


def _in_brackets(words: Sequence[Word]) -> Iterator[tuple[Words, Words, Words]]:
    """An action's words before the brackets at its end, and what stands in these before and behind each comma."""
    opened = next((n for n in range(len(words) - 1, 0, -1) if words[n].text.startswith("(")), 0)
    inside = tuple(words[opened:])
    if opened and len(inside) <= _MOST and words[-1].text.rstrip(".").endswith(")"):
        for n, word in enumerate(inside[:-1], start=1):
            if word.text.endswith((",", ";")):
                yield tuple(words[:opened]), inside[:n], inside[n:]


def _behind_bars(words: Sequence[Word]) -> Iterator[tuple[Words, Words, Words]]:
    """An action's words before the last two dashes or bars, what stands between these and what behind."""
    bars = [n for n, word in enumerate(words) if word.text in _BARS]
    if len(bars) > 1 and bars[-2] and len(words) - bars[-2] <= _MOST and bars[-1] - bars[-2] > 1:
        first, last = bars[-2:]
        yield tuple(words[:first]), tuple(words[first:last]), tuple(words[last:])
    if bars and bars[-1] and len(words) - bars[-1] <= _MOST:
        last = bars[-1]
        for n in range(last + 1, len(words) - 1):
            if words[n].text.endswith((",", ";")):
                yield tuple(words[:last]), tuple(words[last : n + 1]), tuple(words[n + 1 :])
