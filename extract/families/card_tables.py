"""The small table on an indicator's card: a line of headings (`Q3 actual`, `Q3 target`, `YTD actual`) over one of values."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from extract.families.card_texts import Text, dated_label, is_period, label_of

FEWEST = 3  # headings of such a table
_ROOM = 4.0  # times the height of a line, down to the values
_FIGURES = ("current_text", "previous_text", "benchmark_text", "target_text", "floor_text", "forecast_text")
Column = tuple[str, Text, Text]  # field, heading, value


def small_table(texts: Sequence[Text], used: Collection[int]) -> list[Column]:
    """The columns of the first small table among a card's texts, left to right; none where there is none.

    A figure told for several periods (an actual, a target of the quarter and of the year to date), or for one that
    only the heading names, is a value of that period: `value_1`, `value_2`.
    """
    free = [t for t in texts if id(t) not in used]
    for first in free:
        if _field(first.text) is None:
            continue
        line = sorted((t for t in free if abs(t.box.middle_y - first.box.middle_y) < 3), key=lambda t: t.box.x0)
        named = [t for t in line if _field(t.text) is not None]
        if line[0] is not first or len(named) < FEWEST or len(named) < len(line) - 1 or not _tells_apart(named):
            continue
        values = _under(named, free)
        if values is not None:
            return list(_columns(named, values))
    return []


def _tells_apart(headings: Sequence[Text]) -> bool:
    """Whether headings name one field for several periods; where each names another one they are labels as all others."""
    names = [label_of(h.text) or dated_label(h.text) for h in headings]
    return sum(dated_label(h.text) is not None for h in headings) > 1 or any(
        name in _FIGURES and names.count(name) > 1 for name in names
    )


def _field(text: str) -> str | None:
    """The field that a heading names; a bare period heads a value."""
    return label_of(text) or dated_label(text) or ("value" if is_period(text) else None)


def _under(headings: Sequence[Text], free: Sequence[Text]) -> list[Text | None] | None:
    """What stands under each of some headings, on the one next line; None where that is not a line of values."""
    first = headings[0].box
    below = [t for t in free if 0 < t.box.middle_y - first.middle_y < _ROOM * first.height and t not in headings]
    level = min((t.box.middle_y for t in below if any(_is_over(h, t) for h in headings)), default=None)
    if level is None:
        return None
    line = [t for t in below if abs(t.box.middle_y - level) < 3]
    found = [[t for t in line if _is_over(h, t)] for h in headings]
    if any(len(held) > 1 or (held and _field(held[0].text) is not None) for held in found):
        return None
    values = [held[0] if held else None for held in found]
    figures = [v for v in values if v is not None and any(c.isdigit() for c in v.text)]
    alone = len({id(v) for v in values if v is not None}) == sum(v is not None for v in values)
    return values if len(figures) >= 2 and alone else None


def _is_over(heading: Text, value: Text) -> bool:
    return min(heading.box.x1, value.box.x1) > max(heading.box.x0, value.box.x0)


def _columns(headings: Sequence[Text], values: Sequence[Text | None]) -> Iterator[Column]:
    names = [_field(h.text) or "" for h in headings]
    dated = [dated_label(h.text) is not None or is_period(h.text) for h in headings]
    place = 0
    for name, own, heading, value in zip(names, dated, headings, values, strict=True):
        place += 1
        if value is None:
            continue
        several = name == "value" or (name in _FIGURES and (own or names.count(name) > 1))
        yield (f"value_{place}" if several else name), heading, value
