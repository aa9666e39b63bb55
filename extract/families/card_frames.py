"""The frames of indicators' cards: filled, drawn, ruled, or with painted borders, each around a set of labelled figures.

Where none is drawn, the place that a tile takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from extract.families.card_labels import Labels, openings
from extract.families.card_likes import alike, has_figure, open_tiles
from extract.families.card_texts import begins_period, heads_of_labels, is_period, label_of, led_value, texts_of
from extract.families.kpi_blocks import known_labels
from extract.frames import edged_boxes, ruled_boxes
from extract.heads import heads_on, places_of
from extract.once import once_a_page
from extract.wording import head_of
from models.geometry import Box, Spots
from models.page import Fill, Page, Rule, Shape, Word

SMALLEST = (90.0, 45.0)  # points: width and height of a card
FEWEST = 2  # labelled figures of a card


@once_a_page
def frames_on(page: Page) -> tuple[Box, ...]:
    """Frames of cards: fills and drawn boxes, and pairs of upright rules of one height with a rule across between them."""
    if not _may_hold_cards(page):
        return ()
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
    return tuple(_cards_among(large, page) if large else ()) or open_tiles(page)


def _cards_among(large: Set[Box], page: Page) -> list[Box]:
    """The frames around labelled figures: of those around each other the smallest."""
    labels, begun = Spots(openings(page, heads_of_labels())), _labels().begun_on(page)
    kept: list[Box] = []
    single: list[Box] = []  # frames with a large figure and one label for another
    poor: set[tuple[Word, ...]] = set()
    for frame in sorted(large, key=lambda f: f.width * f.height):
        names = begun.names_in(frame) if labels.count(frame) else ()
        # the smallest frame around a set of figures is the card; what holds several of them is the page's
        if not names or any(frame.contains(k, slack=3) for k in (*kept, *single)):
            continue
        words = tuple(page.spots.inside(frame))
        if words in poor:
            continue
        enough = len(names) >= FEWEST or sum(begins_period(w.text) for w in words) >= FEWEST
        labelled = _labels_in(words) if enough or has_figure(words) else 0
        if enough and labelled >= FEWEST:
            kept.append(frame)
        elif labelled and has_figure(words):
            single.append(frame)
        else:
            poor.add(words)  # frames are drawn twice, or around each other
    return kept + alike(single, kept)


def _may_hold_cards(page: Page) -> bool:
    """Whether a label of a figure stands more than once on the page: as many cards, or a list."""
    single, heads = _labels_of_one_word(), heads_on(page)
    seen: set[str] = set()
    for place in places_of(page, single.keys()):
        if (text := page.words[place].text.rstrip(":").casefold()) in single[heads[place]]:
            if text in seen:
                return True
            seen.add(text)
    return False


@cache
def _labels_of_one_word() -> Mapping[str, frozenset[str]]:
    """The labels of one word, by what they begin with."""
    single = [label for label in known_labels() if " " not in label]
    return {head: frozenset(label for label in single if head_of(label) == head) for head in map(head_of, single)}


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


@cache
def _labels() -> Labels:
    return Labels(known_labels(), lambda word: label_of(word.text))


def _labels_in(words: Sequence[Word]) -> int:
    """How many figures the words of a frame label, by their fields."""
    found = texts_of(words)
    texts = [t for t in found if t.head in heads_of_labels()]
    names = {label_of(t.text) for t in texts}
    names |= {led[0] for t in texts if (led := led_value(t)) is not None}
    periods = sum(is_period(t.text) for t in found) if len(names - {None}) == 1 else 0
    return len(names - {None}) + (periods > 1)  # a target beside periods: headings of a small table
