"""Which figure of an indicator's card a label belongs to: the one in its own text, to its right, or right below it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.families.card_texts import Text, dated_label, is_label, is_period, label_of, led_value
from models.late import late

LARGER = 1.25  # times the type of the rest of a card: its figure, where that has no label
_ARROW = "▲▼↑↓▶◀→←►◄⬆⬇➡⬈⬊↗↘"
FIGURE = late(
    rf"(?:[{_ARROW}]\s?)?(?:[<>≤≥]=?\s?|~|c\.\s?)?[+−–-]?\s?(?:[A-Z]{{1,3}})?[£$€]?\d[\d,.:]*\s?(?:%|pp|[a-zA-Z]{{1,8}}\.?)?"
    rf"(?:\s\d+\s?[a-zA-Z]{{1,8}}){{0,2}}(?:\s(?:(?:in|of|out of|/|per)\s)?\d[\d,.]*%?|/\d[\d,.]*)?(?:\s?[{_ARROW}])?"
)


def large_figure(texts: Sequence[Text], used: set[int]) -> Text | None:
    """The figure of a card that is set larger than all else, without a label."""
    sizes = sorted(w.font.size for t in texts for w in t.words)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    large = [
        t for t in texts if id(t) not in used and FIGURE.fullmatch(t.text) and t.words[0].font.size > LARGER * usual
    ]
    return large[0] if len(large) == 1 else None


def labelled(text: Text, texts: Sequence[Text], used: set[int]) -> tuple[str | None, str | None, Text | None]:
    """(field, note, value) of a text that is a label: its value stands in it, to its right, or right below it."""
    if id(text) in used:
        return None, None, None
    name = label_of(text.text) or dated_label(text.text)
    if name is None:
        led = led_value(text)
        return led if led is not None else (None, None, None)
    beside = [t for t in texts if t is not text and id(t) not in used and not is_label(t)]
    level = [t for t in beside if abs(t.box.middle_y - text.box.middle_y) < 5 and t.box.x0 >= text.box.x1]
    below = [
        t for t in beside
        if 0 < t.box.middle_y - text.box.middle_y < 4 * text.box.height
        and min(t.box.x1, text.box.x1) - max(t.box.x0, text.box.x0) > 0
    ]  # fmt: skip
    right = min(level, key=lambda t: t.box.x0, default=None)
    under = min(below, key=lambda t: t.box.top, default=None)
    if right is not None and under is not None and is_period(right.text) and FIGURE.fullmatch(under.text):
        return name, text.text, under  # headings of a small table, with periods beside the target
    if right is not None and not any(
        is_label(t) and text.box.x1 <= t.box.x0 < right.box.x0 for t in same_line(text, texts)
    ):
        return name, text.text, right
    if under is None and label_of(text.text) is None:  # `Target 2025`: homes, no year
        return led_value(text) or (None, None, None)
    return name, text.text, under


def same_line(text: Text, texts: Sequence[Text]) -> list[Text]:
    return [t for t in texts if t is not text and abs(t.box.middle_y - text.box.middle_y) < 5]
