"""The frames of indicators' cards: filled, drawn, ruled, or with painted borders, each around a set of labelled figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from extract.families.card_texts import label_of, led_value, texts_of
from extract.families.kpi_blocks import known_labels
from extract.frames import edged_boxes, ruled_boxes
from extract.wording import fold
from models.geometry import Box
from models.page import Fill, Page, Rule, Shape

SMALLEST = (90.0, 45.0)  # points: width and height of a card
FEWEST = 2  # labelled figures of a card
_RUN = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8)  # what another family has left of a section stands on the same pages
def frames_on(page: Page) -> tuple[Box, ...]:
    """Frames of cards: fills and drawn boxes, and pairs of upright rules of one height with a rule across between them."""
    if not _may_hold_cards(page):
        return ()
    begin_labels = [w for w in page.words if _begins_label(w.text)]
    drawn: tuple[Fill | Shape | Box, ...] = (
        *page.fills,
        *page.shapes,
        *_ruled(page),
        *ruled_boxes(page, 0.005),
        *edged_boxes(page, SMALLEST),
    )
    large = {
        Box(d.x0, d.top, d.x1, d.bottom)
        for d in drawn
        if d.x1 - d.x0 >= SMALLEST[0] and d.bottom - d.top >= SMALLEST[1]
    }
    kept: list[Box] = []
    for frame in sorted(large, key=lambda f: f.width * f.height):
        if sum(map(frame.holds_middle_of, begin_labels)) < FEWEST:
            continue
        # the smallest frame around a set of figures is the card; what holds several of them is the page's
        if not any(frame.contains(k, slack=3) for k in kept) and _labels_in(page, frame) >= FEWEST:
            kept.append(frame)
    return tuple(kept)


def _may_hold_cards(page: Page) -> bool:
    """Whether a label of a figure stands more than once on the page: as many cards, or a list."""
    single = _labels_of_one_word()
    seen: set[str] = set()
    for word in page.words:
        text = word.text.rstrip(":").casefold()
        if text in single:
            if text in seen:
                return True
            seen.add(text)
    return False


@lru_cache(maxsize=8192)
def _begins_label(word: str) -> bool:
    """Whether a word may be the first of a label."""
    return _first_run(word) in _heads_of_labels()


def _first_run(text: str) -> str:
    """The first letters and digits of a text, as it is looked up."""
    match = _RUN.search(fold(text))
    return match.group() if match is not None else ""


@cache
def _heads_of_labels() -> frozenset[str]:
    return frozenset(map(_first_run, known_labels()))


@cache
def _labels_of_one_word() -> frozenset[str]:
    return frozenset(label for label in known_labels() if " " not in label)


def _ruled(page: Page) -> Iterator[Box]:
    """Boxes between neighbouring upright rules of one height, closed at their top."""
    level = [r for r in page.rules if not r.vertical and r.x1 - r.x0 > 0.7 * SMALLEST[0]]
    heights: dict[tuple[int, int], list[Rule]] = {}
    for rule in page.rules:
        if rule.vertical and rule.bottom - rule.top >= SMALLEST[1]:
            heights.setdefault((round(rule.top / 4), round(rule.bottom / 4)), []).append(rule)
    for rules in heights.values():
        ordered = sorted(rules, key=lambda r: r.x0)
        for a, b in pairwise(ordered):
            wide = b.x0 - a.x0
            closed = (
                abs(r.top - a.top) < 8 and r.x0 >= a.x0 - 4 and r.x1 <= b.x1 + 4 and r.x1 - r.x0 > 0.7 * wide
                for r in level
            )
            if wide >= SMALLEST[0] and any(closed):
                yield Box(a.x0, min(a.top, b.top) - 4, b.x1, max(a.bottom, b.bottom) + 4)


def _labels_in(page: Page, frame: Box) -> int:
    words = [w for w in page.words if frame.holds_middle_of(w)]
    texts = texts_of(words)
    names = {label_of(t.text) for t in texts}
    names |= {led[0] for t in texts if (led := led_value(t)) is not None}
    return len(names - {None})
