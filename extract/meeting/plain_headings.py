"""Headings without numbers, told by their type alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from extract.meeting.action_lists import heads_list
from extract.meeting.heading_looks import SET_APART, heading_look
from extract.meeting.pieces import Piece
from extract.meeting.run_ins import bold_titles, is_usual
from extract.meeting.vocabulary import vocabulary
from extract.wording import fold

# Over the actions of an item: no item.
ACTIONS = re.compile(r"(?:agreed\s+)?actions?(?:\s+points?)?(?:\s+(?:arising|agreed|required))?\s*:\s*$", re.IGNORECASE)
FEWEST_LED = 2  # headings without numbers that stand over text


def styled_headings(pieces: Sequence[Piece], start: int) -> list[int]:
    """Headings without numbers: the style of headings that parts the text into the most items with text under them."""
    styles: dict[tuple[bool, bool, int], list[int]] = defaultdict(list)
    for i in range(start, len(pieces) - 1):
        p = pieces[i]
        if (
            p.marker is None
            and not ACTIONS.match(p.text)
            and not heads_list(pieces, i)
            and heading_look(p) >= 2
            and len(p.text.split()) <= 16
            and any(c.isalpha() for c in p.text)
        ):
            styles[(p.bold, p.upper, round(p.size * 2))].append(i)
    ends = bold_titles(pieces, start)
    for i, end in ends.items():
        styles[(True, pieces[i].text[:end].isupper(), round(pieces[i].size * 2))].append(i)
    best = _best_style(pieces, styles, ends, nested=False) or _best_style(pieces, styles, ends, nested=True)
    best = best + _list_at_end(pieces, best)
    if best and not pieces[best[0]].upper:  # `AOB` among headings that are in capitals for its letters alone
        first = pieces[best[0]]
        short = styles.get((first.bold, True, round(first.size * 2)), [])
        best = sorted([*best, *(i for i in short if fold(pieces[i].text) in vocabulary("usual_items"))])
    return best


def _best_style(
    pieces: Sequence[Piece],
    styles: Mapping[tuple[bool, bool, int], list[int]],
    ends: Mapping[int, int],
    *,
    nested: bool,
) -> list[int]:
    """The headings of the style that parts the text into the most items. `nested`: what they stand over may be headings again."""
    best: list[int] = []
    best_score = 0.0
    for (bold, upper, size), several in styles.items():
        members = sorted(set(several))
        led = [
            i
            for i in members
            if i in ends or heading_look(pieces[i + 1]) < SET_APART or (nested and _over_smaller(pieces, i + 1, size))
        ]
        usual = sum(is_usual(pieces[i].text[: ends.get(i)]) for i in members)
        score = len(led) + 2 * usual + 0.5 * (bold + upper)
        if len(led) >= FEWEST_LED and usual and score > best_score:
            best, best_score = members, score
    return best


def _over_smaller(pieces: Sequence[Piece], i: int, size: int) -> bool:
    """Whether a heading in smaller type than that of `size` (in half points) stands over text."""
    smaller = round(pieces[i].size * 2) < size and pieces[i].marker is None
    return smaller and i + 1 < len(pieces) and heading_look(pieces[i + 1]) < SET_APART


def _list_at_end(pieces: Sequence[Piece], best: Sequence[int]) -> list[int]:
    """The heading of the one list of actions, behind the last item and set as those of the items: an item as well."""
    if not best:
        return []
    first = pieces[best[0]]
    alike = [
        i
        for i, p in enumerate(pieces)
        if p.bold
        and p.bold == first.bold
        and abs(p.size - first.size) < 0.3
        and p.upper == first.upper
        and heads_list(pieces, i)
    ]
    return alike if len(alike) == 1 and alike[0] > best[-1] else []
