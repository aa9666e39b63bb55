"""Indicators printed as cards: a frame with a name, a figure in a coloured box, target and floor beside it, an arrow."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from extract.families.card_colours import rate_by_colour
from extract.families.card_figures import FIGURE, labelled, large_figure, same_line
from extract.families.card_frames import FEWEST, frames_on
from extract.families.card_names import figure_before, head_before, head_over
from extract.families.card_tables import small_table
from extract.families.card_texts import (
    Text,
    goes_on,
    headings_over,
    is_period,
    is_status,
    label_of,
    led_period,
    parted,
    says_way,
    texts_of,
)
from extract.families.kpi_blocks import with_ref
from extract.families.scorecard_cells import names_days
from extract.families.table_titles import context_of, title_field
from extract.remembering import remembered
from extract.symbols import sign_name, symbols_in
from extract.tables.marks import is_colourful
from models.geometry import Box
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Section
from models.table import Table

SMALL = 0.3  # share of a card that its pill takes
# what labels a risk's parts and no indicator's; a card with several of them is a risk's, though it has a target
_OF_RISK = re.compile(
    r"(?:inherent|residual|likelihood|probability|causes?|root causes?|consequences?|key controls?|controls in place|"
    r"existing controls?|risk (?:owner|score|category|appetite|description)|mitigations?)(?: (?:risk|score|rating))?:?",
    re.IGNORECASE,
)
_FEWEST_OF_RISK = 2
_TRENDS = frozenset({"up", "down", "level", "up_right", "down_right"})


@dataclass(slots=True)
class Card:
    """One card: its page and frame, the indicator's fields, the words of its labels, the section it stands under."""

    page: int
    frame: Box
    fields: dict[str, Field] = field(default_factory=dict)
    labels: list[Word] = field(default_factory=list)
    section: Field | None = None
    pill: Field | None = None  # words alone on a colour of their own


@remembered(4)
def cards_of(section: Section) -> tuple[Card, ...]:
    """The cards of a section, page by page, row by row."""
    found: list[Card] = []
    over: Field | None = None
    pages = {p.number: p for p in section.pages}
    left = _words_left(section)
    for page, frames in ((p, frames_on(p)) for p in section.pages):
        cards = [card for frame in frames if (card := _card(page, frame)) is not None and _is_left(card, left)]
        heads = headings_over(page, frames) if cards else []
        for card in sorted(cards, key=lambda c: (round(c.frame.top / 12), c.frame.x0)):
            above = [h for h in heads if h.words[0].bottom <= card.frame.top + 2]
            over = above[-1] if above else over
            card.section = over
            found.append(card)
    _rated_by_pill(found)
    rate_by_colour([(pages[c.page], c) for c in found])
    return tuple(found)


def _words_left(section: Section) -> frozenset[int] | None:
    """The words of what other families have left of a section, by identity; None where it is whole."""
    if not section.whole:
        return None
    cells = (c for b in section.blocks if isinstance(b, Table) for c in b.cells)
    free = (w for b in section.blocks if not isinstance(b, Table) for w in b.words)
    return frozenset(map(id, (*free, *(w for c in cells for w in c.words))))


def _is_left(card: Card, left: frozenset[int] | None) -> bool:
    """Whether a card is not one that another family has read: of a risk, of a commitment."""
    return left is None or any(id(w) in left for f in card.fields.values() for w in f.words)


def _rated_by_pill(cards: Sequence[Card]) -> None:
    """A card without a rating whose word is known is rated by the words on a colour, where these colours differ."""
    colours = {f.fill for c in cards for f in (c.pill, c.fields.get("rag")) if f is not None and f.fill is not None}
    for card in cards if len(colours) >= FEWEST else ():
        if card.pill is not None:
            card.fields.setdefault("rag", card.pill)


def records(section: Section, cards: Sequence[Card]) -> Iterator[Printed]:
    """The cards as printed indicators."""
    title, context = section.paper.title, context_of(section)
    for card in cards:
        fields = dict(card.fields)
        ref, name = with_ref(fields["kpi"])
        fields["kpi"] = name
        if ref is not None:
            fields["ref"] = ref
        if title is not None:
            fields["scorecard"] = title_field(title)
        if card.section is not None and (title is None or card.section.text != title.text):
            fields["section"] = card.section
        held = {w for f in fields.values() for w in f.words}
        yield Printed(
            "kpis", fields, taken=tuple(w for w in card.labels if w not in held), confidence=0.92, context=context
        )


def _card(page: Page, frame: Box) -> Card | None:
    words = [w for w in page.spots.inside(frame) if not w.turned]
    arrow = _lone_arrow(words)
    texts = [part for t in texts_of([w for w in words if w is not arrow]) for part in parted(t)]
    if len({t.text.casefold() for t in texts if _OF_RISK.fullmatch(t.text)}) >= _FEWEST_OF_RISK:
        return None
    card = Card(page.number, frame)
    if arrow is not None:
        card.fields["trend"] = Field(arrow.text, (arrow,), confidence=0.92)
    used: set[int] = set()
    first = _take_table(page, card, texts, used)
    for text in texts:
        name, note, value = labelled(text, texts, used)
        if name == "current_text" and value is not None and names_days(value.text):
            name = "period"  # `Latest month: Oct 25`
        if name is None or value is None or name in card.fields or goes_on(text, texts, frame):
            continue
        first = min(first, text.box.top)
        used |= {id(text), id(value)}
        card.fields[name] = _field(page, value, note)
        card.labels.extend(text.words)
    way = next((t for t in texts if id(t) not in used and says_way(t)), None)
    if way is not None and "polarity" not in card.fields:
        card.fields["polarity"] = _field(page, way, None)
        used.add(id(way))
    figure = large_figure(texts, used) if "current_text" not in card.fields else None
    if figure is not None:
        used.add(id(figure))
        card.fields["current_text"] = _field(page, figure, None)
        _take_before(page, card, texts, used)
    first = min(first, _take_periods(page, card, texts, used))
    if not _tells_figure(card):
        return None
    head = _head(page, card, texts, used, first, figure)
    if len(card.fields.keys() - {"trend"}) < FEWEST or not head:
        return None
    if len(head) > 4 or sum(len(t.text) for t in head) > 240:
        return None
    card.fields["kpi"] = Field(" ".join(t.text for t in head), tuple(w for t in head for w in t.words), confidence=0.9)
    if "rag" not in card.fields:
        colour = next((t for t in texts if id(t) not in used and t not in head and is_status(t)), None)
        if colour is not None:
            card.fields["rag"] = _field(page, colour, None)
    pills = [t for t in texts if id(t) not in used and t not in head and _on_own_colour(page, t, frame)]
    card.pill = _field(page, pills[0], None) if len(pills) == 1 else None
    marks = [s for s in symbols_in(page, frame) if s in _TRENDS]
    if "trend" not in card.fields and len(set(marks)) == 1:
        place = (page.number, tuple(frame))
        card.fields["trend"] = Field(
            "", symbols=(marks[0],), place=(place[0], (frame.x0, frame.top, frame.x1, frame.bottom))
        )
    return card


def _head(
    page: Page, card: Card, texts: Sequence[Text], used: Collection[int], first: float, figure: Text | None
) -> list[Text]:
    """The texts that name the indicator: those above its first label, whose top is `first`, and over its large figure.

    A period among them is that of the figure.
    """
    frame = card.frame
    head = [t for t in texts if t.box.bottom <= first + 2 and id(t) not in used]
    for pill in [t for t in head if _on_own_colour(page, t, frame)]:  # on the line of the name
        if any(t is not pill and not _on_own_colour(page, t, frame) for t in same_line(pill, head)):
            head.remove(pill)
    when = [t for t in head if is_period(t.text)]
    if len(when) == 1 and len(head) > 1 and "period" not in card.fields:
        head.remove(when[0])
        card.fields["period"] = _field(page, when[0], None)
    if figure is not None:
        head = head_over(head, figure)
        if all(is_status(t) or _on_own_colour(page, t, frame) for t in head):
            head = head_before(texts, used, figure, lambda t: _on_own_colour(page, t, frame)) or head
    if not head and figure is not None:  # the name stands below its figure
        head = [t for t in texts if id(t) not in used and t.box.top >= figure.box.top and not is_status(t)]
    return head


def _tells_figure(card: Card) -> bool:
    """Whether a card says where its indicator stands or should stand."""
    figures = [f.text for n, f in card.fields.items() if n in {"current_text", "target_text"} or n.startswith("value_")]
    return any(re.search(r"\d|n/?a", t, re.IGNORECASE) for t in figures)


def _take_table(page: Page, card: Card, texts: Sequence[Text], used: set[int]) -> float:
    """The figures of the small table on a card; gives where its headings stand, the card's bottom without one."""
    columns = small_table(texts, used)
    for name, heading, value in columns:
        if name not in card.fields:
            card.fields[name] = _field(page, value, heading.text)
            card.labels.extend(heading.words)
            used |= {id(heading), id(value)}
    return min((heading.box.top for _, heading, _ in columns), default=card.frame.bottom)


def _take_before(page: Page, card: Card, texts: Sequence[Text], used: set[int]) -> None:
    """The figure before the current one, told in words."""
    for text in texts if "previous_text" not in card.fields else ():
        told = figure_before(text) if id(text) not in used else None
        if told is not None:
            used.add(id(text))
            card.fields["previous_text"] = _field(page, told[0], told[1] or None)
            card.labels.extend(text.words)
            return


def _take_periods(page: Page, card: Card, texts: Sequence[Text], used: set[int]) -> float:
    """Figures labelled by nothing but their period, below the one that counts; gives where the first of them stands.

    One is the figure before it (`Quarter 4`), several are the series that led to it.
    """
    found: list[tuple[Text, Text]] = []
    for text in texts:
        if id(text) in used:
            continue
        led = led_period(text, FIGURE)
        if led is not None:
            found.append(led)
            used.add(id(text))
        if led is not None or not is_period(text.text):
            continue
        level = [t for t in same_line(text, texts) if t.box.x0 >= text.box.x1 and not is_period(t.text)]
        below = [t for t in texts if 0 < t.box.middle_y - text.box.middle_y < 3 * text.box.height and _over(text, t)]
        value = min(level, key=lambda t: t.box.x0, default=None)
        if value is None or not FIGURE.fullmatch(value.text):
            value = min(below, key=lambda t: t.box.top, default=None)
        if value is not None and id(value) not in used and FIGURE.fullmatch(value.text) and not is_period(value.text):
            found.append((text, value))
    current = card.fields.get("current_text")
    last = found[-1] if found else None
    if current is not None and last is not None and len(found) > 1 and last[1].text == current.text:
        found.pop()  # the figure that counts, printed again under its period
        card.fields["current_text"] = replace(current, note=last[0].text)
        card.labels.extend((*last[0].words, *last[1].words))
        used |= {id(last[0]), id(last[1])}
    single = len(found) == 1
    if "current_text" not in card.fields or not found or (single and "previous_text" in card.fields):
        return card.frame.bottom
    for number, (text, value) in enumerate(found, 1):
        card.fields["previous_text" if single else f"value_{number}"] = _field(page, value, text.text)
        card.labels.extend(text.words)
        used |= {id(text), id(value)}
    return min(text.box.top for text, _ in found)


def _over(label: Text, value: Text) -> bool:
    return min(label.box.x1, value.box.x1) > max(label.box.x0, value.box.x0)


def _on_own_colour(page: Page, text: Text, frame: Box) -> bool:
    """Whether a text without figures stands alone on a coloured box that takes a small part of its card."""
    if any(c.isdigit() for c in text.text):
        return False
    around = [f for f in page.fills if f.box.contains(text.box, slack=1) and frame.contains(f.box, slack=1)]
    fill = min(around, key=lambda f: f.box.width * f.box.height, default=None)
    return (
        fill is not None
        and is_colourful(fill.colour)
        and fill.box.width * fill.box.height < SMALL * frame.width * frame.height
        and len(page.spots.inside(fill.box)) == len(text.words)
    )


def _lone_arrow(words: Sequence[Word]) -> Word | None:
    """The one arrow of a card, where it stands first or last on its line and no label says that it belongs to another figure."""
    arrows = [w for w in words if sign_name(w.text) in _TRENDS]
    if len(arrows) != 1 or any(label_of(w.text) == "trend" for w in words):
        return None
    level = [w for w in words if w is not arrows[0] and w.top < arrows[0].bottom and arrows[0].top < w.bottom]
    amid = any(w.x0 >= arrows[0].x1 - 1 for w in level) and any(w.x1 <= arrows[0].x0 + 1 for w in level)
    return None if amid else arrows[0]


def _field(page: Page, text: Text, note: str | None) -> Field:
    box = text.box
    around = [f for f in page.fills if f.box.contains(box, slack=1)]
    fill = min(around, key=lambda f: f.box.width * f.box.height).colour if around else None
    return Field(text.text, text.words, confidence=0.92, fill=fill, note=note)
