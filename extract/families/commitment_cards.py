"""Commitments printed as cards: a frame with what is to be done, and lines `Lead: …` or `LEAD …`, a status as a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache

from extract.families.card_frames import frames_on
from extract.families.card_labels import Labels, openings
from extract.families.card_texts import Text, headings_over, is_status, names_figure, texts_of
from extract.frames import edged_boxes, ruled_boxes
from extract.heads import places_of
from extract.once import once_a_page
from extract.wording import fold, head_of, phrases
from models.geometry import Box, Placed, Spots
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Section

SMALLEST = 0.01  # share of the page that a card takes
FEWEST = 2  # labels of a card, of whom one says who or when
LONGEST_LABEL = 5  # words
LONGEST_NAME = 240  # characters of what is to be done
NARROWEST = (90.0, 45.0)  # points: width and height of a card whose borders are painted
TALLEST_PILL = 30.0  # points: the area painted behind a status
_FIELDS = ("lead", "timescale", "measure", "frequency", "rag", "progress")


def commitment_cards(section: Section) -> list[Printed]:
    """The commitments that a section prints as cards, page by page, row by row; [] where fewer than two are cards."""
    found: list[Printed] = []
    over: Field | None = None
    for page in section.pages:
        titles = _titles(page)
        for frame, card in _cards(page):
            above = [t for t in titles if t.words[0].bottom <= frame.top + 2]
            over = above[-1] if above else over  # a list goes on over the page under the heading before
            found.append(replace(card, fields={**card.fields, "objective": over}) if over is not None else card)
        over = titles[-1] if titles else over
    headings = {id(c.fields["objective"]) for c in found if "objective" in c.fields}
    if len(headings) < 2:  # one heading over all of them names no objective
        found = [replace(c, fields={n: f for n, f in c.fields.items() if n != "objective"}) for c in found]
    return found if len(found) > 1 else []


def _titles(page: Page) -> list[Field]:
    """Headings over the cards of a page, save those that only say that commitments follow."""
    cards = [frame for frame, _ in _cards(page)]
    if not cards:
        return []
    return [h for h in headings_over(page, [*cards, *frames_on(page)]) if fold(h.text) not in _listings()]


@once_a_page
def _cards(page: Page) -> tuple[tuple[Box, Printed], ...]:
    """The cards of a page with their frames, row by row."""
    first = openings(page, _heads_of_labels())
    if len(first) < FEWEST:
        return ()
    area = page.width * page.height
    drawn: tuple[Placed, ...] = (*page.fills, *page.shapes, *ruled_boxes(page, SMALLEST), *edged_boxes(page, NARROWEST))
    large = {
        Box(d.x0, d.top, d.x1, d.bottom)
        for d in drawn
        if SMALLEST * area < (d.x1 - d.x0) * (d.bottom - d.top) < 0.5 * area
    }
    heads = _ends_of_labels(page) if large else []
    if len(heads) < 2 * FEWEST:
        return ()
    begin, end = Spots(first), Spots(heads)
    begun = _begun().begun_on(page)
    kept: list[Box] = []
    made: list[tuple[Box, Printed]] = []
    for frame in sorted(large, key=lambda b: b.width * b.height):
        if any(frame.contains(k, slack=3) for k in kept) or min(begin.count(frame), end.count(frame)) < FEWEST:
            continue
        if not _tells(begun.names_in(frame)):
            continue
        printed = _card(page, frame)
        if printed is not None:
            kept.append(frame)
            made.append((frame, printed))
    return tuple(sorted(made, key=lambda m: (round(m[0].top / 12), m[0].x0)))


def _card(page: Page, frame: Box) -> Printed | None:
    words = [w for w in page.spots.inside(frame) if not w.turned]
    status = _pill(page, frame, words)
    aside = {id(w) for w in status.words} if status is not None else set()
    texts = texts_of([w for w in words if id(w) not in aside])
    led_by = [_led(t) for t in texts]
    names = {led[0] for led in led_by if led is not None}
    if not _tells(names):
        return None
    if any(names_figure(t) for t, led in zip(texts, led_by, strict=True) if led is None):
        return None  # an indicator's card
    fields: dict[str, list[Word]] = {}
    taken: list[Word] = []
    head: list[Word] = []
    last: list[Word] | None = None
    for text, led in zip(texts, led_by, strict=True):
        if led is not None:
            name, count = led
            taken.extend(text.words[:count])
            last = fields.setdefault(name, [])
            last.extend(text.words[count:])
        elif status is None and is_status(text):
            status = text
        elif last is not None:
            last.extend(text.words)  # a value of two lines
        else:
            head.extend(text.words)
    told = {name for name, words in fields.items() if words}
    if not _tells(told) or not head:
        return None
    if len(" ".join(w.text for w in head)) > LONGEST_NAME:
        return None
    made = {"deliverable": _field(head), **{name: _field(words) for name, words in fields.items() if words}}
    if "rag" not in made and status is not None:
        made["rag"] = _field(status.words, _fill(page, status))
    return Printed("deliverables", made, taken=tuple(taken), confidence=0.9)


def _tells(names: Set[str]) -> bool:
    """Whether a card with these labels is one of a commitment."""
    return len(names) >= FEWEST and not names.isdisjoint({"lead", "timescale"})


def _pill(page: Page, frame: Box, words: Sequence[Word]) -> Text | None:
    """A status on an area painted for it alone: it may stand in the midst of what is to be done."""
    drawn = [f.box for f in page.fills] + [s.box for s in page.shapes]
    for box in drawn:
        if box.height <= TALLEST_PILL and box.width < 0.5 * frame.width and frame.contains(box, slack=2):
            text = Text(tuple(w for w in words if box.holds_middle_of(w)))
            if text.words and is_status(text):
                return text
    return None


def _led(text: Text) -> tuple[str, int] | None:
    """(field, words of the label) of a text that begins with a known label: told by its colon, or by its type alone."""
    if text.head not in _heads_of_labels():
        return None
    labels = _labels()
    for count in range(min(len(text.words), LONGEST_LABEL), 0, -1):
        name = labels.get(fold(" ".join(w.text for w in text.words[:count])))
        if name and (text.words[count - 1].text.endswith(":") or _set_apart(text.words, count)):
            return name, count
    return None


def _set_apart(words: Sequence[Word], count: int) -> bool:
    """Whether the first words are in capitals, and alone, smaller or in another colour than the rest: `WHEN March`."""
    if not all(w.text.isupper() for w in words[:count]):
        return False
    if count == len(words):
        return True  # what it labels stands behind a wide gap
    label, value = words[count - 1].font, words[count].font
    return label.size < 0.95 * value.size or label.colour != value.colour


def _ends_of_labels(page: Page) -> list[Word]:
    """The words of a page by which its cards are told: a label ends here, or is this word."""
    labels, words = _labels(), page.words
    alone = {place for place in places_of(page, _heads_of_labels()) if fold(words[place].text) in labels}
    return [word for place, word in enumerate(words) if word.text[-1:] == ":" or place in alone]


@cache
def _heads_of_labels() -> frozenset[str]:
    return frozenset(map(head_of, _labels()))


@cache
def _begun() -> Labels:
    return Labels(_labels(), _alone)


def _alone(word: Word) -> str | None:
    """What a word names that is a label by itself: told by its colon, or by its capitals."""
    told = word.text.endswith(":") or word.text.isupper()
    return _labels().get(fold(word.text)) if told else None


@cache
def _listings() -> frozenset[str]:
    """Headings that name what is listed, and no objective: `What we will do`."""
    return frozenset(fold(p.printed) for p in phrases("columns_deliverables") if p.canonical == "deliverable")


@cache
def _labels() -> Mapping[str, str]:
    known = (p for p in phrases("columns_deliverables") if p.canonical in _FIELDS and p.strength >= 0.7)
    return {fold(p.printed): p.canonical for p in known}


def _fill(page: Page, text: Text) -> str | None:
    around = [f for f in page.fills if f.box.contains(text.box, slack=1)]
    return min(around, key=lambda f: f.box.width * f.box.height).colour if around else None


def _field(words: Sequence[Word], fill: str | None = None) -> Field:
    return Field(" ".join(w.text for w in words), tuple(words), confidence=0.9, fill=fill)
