"""What an indicator's card is called, where its large figure has no label: the texts over the figure, before it, or below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from extract.families.card_figures import FIGURE
from extract.families.card_texts import Text, is_period, is_status, label_of

_LEADS = frozenset({"from", "was", "vs", "vs.", "versus", "than"})
_BEFORE = frozenset({"up", "down", "unchanged", "compared", "with", "to", "level"})
_BETWEEN = frozenset({"in", "at", "for", "on", "last", "the", "previous"})


def head_over(head: Sequence[Text], figure: Text) -> list[Text]:
    """The texts over a figure, where some are: what stands below it (`from 88.7% in Q2`) is no part of the name."""
    over = [t for t in head if t.box.bottom <= figure.box.top + 2 and any(c.isalpha() for c in t.text)]
    return over or list(head)


def head_before(
    texts: Sequence[Text], used: Collection[int], figure: Text, is_pill: Callable[[Text], bool]
) -> list[Text]:
    """The texts at the left of a figure on its height: a card that is a strip of one line or two."""
    box = figure.box
    return [
        t
        for t in texts
        if id(t) not in used
        and t.box.x1 <= box.x0
        and box.top - t.box.height < t.box.middle_y < box.bottom + t.box.height
        and any(c.isalpha() for c in t.text)
        and not is_status(t)
        and not is_pill(t)
    ]


def figure_before(text: Text) -> tuple[Text, str] | None:
    """`▼ from 88.7% in Q2`, `was 12`, `vs 4.9% last quarter`: the figure before this one, and what says of when it is."""
    words = [w.text for w in text.words]
    start = next((n for n, w in enumerate(words[:4]) if w.casefold() in _LEADS or w.casefold() in {"with", "to"}), None)
    if start is None or any(w.casefold() not in _BEFORE and any(c.isalpha() for c in w) for w in words[:start]):
        return None
    if words[start].casefold() in {"with", "to"} and (start == 0 or words[start - 1].casefold() != "compared"):
        return None
    for end in range(len(words), start + 1, -1):
        if words[end - 1].casefold() not in _BETWEEN and FIGURE.fullmatch(" ".join(words[start + 1 : end])):
            rest = re.sub(r"[()]", "", " ".join(words[end:])).strip()
            when = " ".join(w for w in rest.split() if w.casefold() not in _BETWEEN)
            said = (
                not rest or is_period(when) or label_of(rest) == "previous_text" or when in {"year", "quarter", "month"}
            )
            return (Text(text.words[start + 1 : end]), rest) if said else None
    return None
