"""Indicators printed as cards: a frame with a name, a figure in a coloured box, target and floor beside it, an arrow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from statistics import median

from extract.families.kpi_blocks import known_labels, with_ref
from extract.families.table_titles import title_field
from extract.frames import ruled_boxes
from extract.looks import cell_words
from extract.symbols import symbols_in
from extract.text import lines_of
from extract.wording import fold
from models.geometry import Box, box_around
from models.page import Fill, Page, Rule, Shape, Word
from models.record import Field, Printed
from models.section import Section

SMALLEST = (90.0, 45.0)  # points: width and height of a card
APART = 1.1  # times the size of type: so much white parts two texts of one line
LONGEST_LABEL = 5  # words
FEWEST = 2  # labelled figures of a card
PARTING = frozenset("|·•∙‧")  # signs between two texts of one line
LARGER = 1.25  # times the type of the rest of a card: its figure, where that has no label
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_FIGURE = re.compile(
    r"(?:[▲▼↑↓▶◀→←]\s?)?[<>≤≥+−–-]?\s?[£$€]?\d[\d,.]*\s?(?:%|pp|[a-zA-Z]{1,8}\.?)?(?:\s\d+\s?[a-zA-Z]{1,8})?(?:\s?[▲▼↑↓▶◀→←])?"
)
_RUN = re.compile(r"[^\W_]+")
_TRENDS = frozenset({"up", "down", "level", "up_right", "down_right"})


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A run of words on one line of a card, without a wide gap."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @property
    def box(self) -> Box:
        return box_around(self.words)


@dataclass(slots=True)
class Card:
    """One card: its page and frame, the indicator's fields, the words of its labels, the section it stands under."""

    page: int
    frame: Box
    fields: dict[str, Field] = field(default_factory=dict)
    labels: list[Word] = field(default_factory=list)
    section: Field | None = None


@lru_cache(maxsize=4)
def cards_of(section: Section) -> tuple[Card, ...]:
    """The cards of a section, page by page, row by row."""
    found: list[Card] = []
    over: Field | None = None
    for page, frames in zip(section.pages, _frames_on(section.pages), strict=True):
        cards = [card for frame in frames if (card := _card(page, frame)) is not None]
        heads = headings_over(page, frames) if cards else []
        for card in sorted(cards, key=lambda c: (round(c.frame.top / 12), c.frame.x0)):
            above = [h for h in heads if h.words[0].bottom <= card.frame.top + 2]
            over = above[-1] if above else over
            card.section = over
            found.append(card)
    return tuple(found)


def records(section: Section, cards: Sequence[Card]) -> Iterator[Printed]:
    """The cards as printed indicators."""
    title = section.paper.title
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
        yield Printed("kpis", fields, taken=tuple(w for w in card.labels if w not in held), confidence=0.92)


@lru_cache(maxsize=2)  # what another family has left of a section stands on the same pages
def _frames_on(pages: tuple[Page, ...]) -> tuple[tuple[Box, ...], ...]:
    return tuple(map(_frames, pages))


def _frames(page: Page) -> tuple[Box, ...]:
    """Frames of cards: fills and drawn boxes, and pairs of upright rules of one height with a rule across between them."""
    if not _may_hold_cards(page):
        return ()
    begin_labels = [w for w in page.words if _begins_label(w.text)]
    drawn: tuple[Fill | Shape | Box, ...] = (*page.fills, *page.shapes, *_ruled(page), *ruled_boxes(page, 0.005))
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
    names = {known_labels().get(fold(_BRACKET.sub("", t.text).rstrip(":"))) for t in texts}
    names |= {led[0] for t in texts if (led := _led(t)) is not None}
    return len(names - {None})


def _card(page: Page, frame: Box) -> Card | None:
    texts = texts_of([w for w in page.words if frame.holds_middle_of(w) and not w.turned])
    card = Card(page.number, frame)
    first = frame.bottom
    used: set[int] = set()
    for text in texts:
        name, note, value = _labelled(text, texts, used)
        if name is None or value is None or name in card.fields:
            continue
        first = min(first, text.box.top)
        used |= {id(text), id(value)}
        card.fields[name] = _field(page, value, note)
        card.labels.extend(text.words)
    figure = _large_figure(texts, used) if "current_text" not in card.fields else None
    if figure is not None:
        used.add(id(figure))
        card.fields["current_text"] = _field(page, figure, None)
    head = [t for t in texts if t.box.bottom <= first + 2 and id(t) not in used]
    if not head and figure is not None:  # the name stands below its figure
        head = [t for t in texts if id(t) not in used and t.box.top >= figure.box.top and not is_status(t)]
    figures = [card.fields[n].text for n in ("current_text", "target_text") if n in card.fields]
    if len(card.fields) < FEWEST or not any(re.search(r"\d|n/?a", t, re.IGNORECASE) for t in figures) or not head:
        return None
    if len(head) > 4 or sum(len(t.text) for t in head) > 240:
        return None
    card.fields["kpi"] = Field(" ".join(t.text for t in head), tuple(w for t in head for w in t.words), confidence=0.9)
    if "rag" not in card.fields:
        colour = next((t for t in texts if id(t) not in used and t not in head and is_status(t)), None)
        if colour is not None:
            card.fields["rag"] = _field(page, colour, None)
    marks = [s for s in symbols_in(page, frame) if s in _TRENDS]
    if "trend" not in card.fields and len(set(marks)) == 1:
        place = (page.number, tuple(frame))
        card.fields["trend"] = Field(
            "", symbols=(marks[0],), place=(place[0], (frame.x0, frame.top, frame.x1, frame.bottom))
        )
    return card


def _large_figure(texts: Sequence[Text], used: set[int]) -> Text | None:
    """The figure of a card that is set larger than all else, without a label."""
    sizes = sorted(w.font.size for t in texts for w in t.words)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    large = [
        t for t in texts if id(t) not in used and _FIGURE.fullmatch(t.text) and t.words[0].font.size > LARGER * usual
    ]
    return large[0] if len(large) == 1 else None


def names_figure(text: Text) -> bool:
    """Whether a text is, or begins with, the label of an indicator's figure: `Target 95%`, `Previous (Q1)`."""
    led = _led(text)
    name = led[0] if led is not None else known_labels().get(fold(_BRACKET.sub("", text.text).rstrip(": ")))
    return name in {"current_text", "previous_text", "target_text", "floor_text"}


def is_status(text: Text) -> bool:
    """Whether a text is a colour's name or a status alone: `Amber`, `On track`."""
    return cell_words().get(fold(text.text)) in {"rag", "status"}


def _labelled(text: Text, texts: Sequence[Text], used: set[int]) -> tuple[str | None, str | None, Text | None]:
    """(field, note, value) of a text that is a label: its value stands in it, to its right, or right below it."""
    if id(text) in used:
        return None, None, None
    bare = _BRACKET.sub("", text.text).rstrip(": ")
    name = known_labels().get(fold(bare))
    if name is None:
        led = _led(text)
        return led if led is not None else (None, None, None)
    beside = [t for t in texts if t is not text and id(t) not in used and not _is_label(t)]
    level = [t for t in beside if abs(t.box.middle_y - text.box.middle_y) < 5 and t.box.x0 >= text.box.x1]
    below = [
        t for t in beside
        if 0 < t.box.middle_y - text.box.middle_y < 4 * text.box.height
        and min(t.box.x1, text.box.x1) - max(t.box.x0, text.box.x0) > 0
    ]  # fmt: skip
    right = min(level, key=lambda t: t.box.x0, default=None)
    under = min(below, key=lambda t: t.box.top, default=None)
    if right is not None and not any(
        _is_label(t) and text.box.x1 <= t.box.x0 < right.box.x0 for t in _same_line(text, texts)
    ):
        return name, text.text, right
    return name, text.text, under


def _same_line(text: Text, texts: Sequence[Text]) -> list[Text]:
    return [t for t in texts if t is not text and abs(t.box.middle_y - text.box.middle_y) < 5]


def _is_label(text: Text) -> bool:
    return fold(_BRACKET.sub("", text.text).rstrip(": ")) in known_labels()


def _led(text: Text) -> tuple[str, str | None, Text] | None:
    """`Target 95%`, `Lead: Head of Waste`: a label with its value behind it in one text."""
    words = [w.text for w in text.words]
    for count in range(min(len(words) - 1, LONGEST_LABEL), 0, -1):
        label, value = " ".join(words[:count]), " ".join(words[count:])
        name = known_labels().get(fold(_BRACKET.sub("", label).rstrip(": ")))
        if name and (label.endswith(":") or re.match(r"[<>≤≥£]?[\d.]|N/?A\b", value)):
            return name, label, Text(text.words[count:])
    return None


def texts_of(words: Sequence[Word]) -> list[Text]:
    """The texts of a card in reading order: lines, cut at wide gaps and at upright strokes (`Aim: … | Lead: …`)."""
    found: list[Text] = []
    for line in lines_of(words):
        run: list[Word] = []
        for word in line:
            if word.text in PARTING or (run and word.x0 - run[-1].x1 > APART * word.font.size):
                found.extend([Text(tuple(run))] if run else [])
                run = []
            if word.text not in PARTING:
                run.append(word)
        found.extend([Text(tuple(run))] if run else [])
    return found


def _field(page: Page, text: Text, note: str | None) -> Field:
    box = text.box
    around = [f for f in page.fills if f.box.contains(box, slack=1)]
    fill = min(around, key=lambda f: f.box.width * f.box.height).colour if around else None
    return Field(text.text, text.words, confidence=0.92, fill=fill, note=note)


def headings_over(page: Page, frames: Sequence[Box]) -> list[Field]:
    """Lines outside all cards that are set larger than most of the page, top to bottom."""
    outside = [w for w in page.words if not any(f.holds_middle_of(w) for f in frames) and not w.turned]
    usual = median(w.font.size for w in page.words)
    return [
        Field(" ".join(w.text for w in line), tuple(line), confidence=0.85)
        for line in lines_of(outside)
        if min(w.font.size for w in line) > 1.15 * usual
    ]
