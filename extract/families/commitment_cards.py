"""Commitments printed as cards: a frame with what is to be done, and lines `Lead: …`, `Due: …`, a status as a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from extract.families.kpi_cards import Text, headings_over, is_status, names_figure, texts_of
from extract.frames import ruled_boxes
from extract.wording import fold, phrases
from models.geometry import Box
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Section

SMALLEST = 0.01  # share of the page that a card takes
FEWEST = 2  # labels of a card, of whom one says who or when
LONGEST_LABEL = 5  # words
LONGEST_NAME = 240  # characters of what is to be done
_FIELDS = ("lead", "timescale", "measure", "frequency", "rag", "progress")


def commitment_cards(section: Section) -> list[Printed]:
    """The commitments that a section prints as cards, page by page, row by row; [] where fewer than two are cards."""
    found = [printed for page in section.pages for printed in _cards(page)]
    return found if len(found) > 1 else []


@lru_cache(maxsize=8)  # asked again by the family that reads what it has claimed
def _cards(page: Page) -> tuple[Printed, ...]:
    labels = _labels()
    heads = [w for w in page.words if w.text.endswith(":")]
    if len(heads) < 2 * FEWEST:
        return ()
    area = page.width * page.height
    boxes = [f.box for f in page.fills] + [s.box for s in page.shapes] + ruled_boxes(page, SMALLEST)
    large = {b for b in boxes if SMALLEST * area < b.width * b.height < 0.5 * area}
    kept: list[Box] = []
    made: list[tuple[Box, Printed]] = []
    for frame in sorted(large, key=lambda b: b.width * b.height):
        if any(frame.contains(k, slack=3) for k in kept) or sum(map(frame.holds_middle_of, heads)) < FEWEST:
            continue
        printed = _card(page, frame, labels)
        if printed is not None:
            kept.append(frame)
            made.append((frame, printed))
    titles = headings_over(page, kept) if made else []
    ordered = sorted(made, key=lambda m: (round(m[0].top / 12), m[0].x0))
    over = [next((h for h in reversed(titles) if h.words[0].bottom <= frame.top + 2), None) for frame, _ in ordered]
    several = len({id(h) for h in over if h is not None}) > 1  # one heading over all of them names no objective
    return tuple(
        replace(card, fields={**card.fields, "objective": head})
        if several and head is not None and "objective" not in card.fields
        else card
        for (_, card), head in zip(ordered, over, strict=True)
    )


def _card(page: Page, frame: Box, labels: Mapping[str, str]) -> Printed | None:
    texts = texts_of([w for w in page.words if frame.holds_middle_of(w) and not w.turned])
    if any(names_figure(t) for t in texts):
        return None  # an indicator's card
    fields: dict[str, list[Word]] = {}
    taken: list[Word] = []
    head: list[Word] = []
    last: list[Word] | None = None
    status: Text | None = None
    for text in texts:
        led = _led(text, labels)
        if led is not None:
            name, count = led
            taken.extend(text.words[:count])
            last = fields.setdefault(name, [])
            last.extend(text.words[count:])
        elif is_status(text):
            status = text
        elif last is not None:
            last.extend(text.words)  # a value of two lines
        else:
            head.extend(text.words)
    told = {name for name, words in fields.items() if words}
    if len(told) < FEWEST or not told & {"lead", "timescale"} or not head:
        return None
    if len(" ".join(w.text for w in head)) > LONGEST_NAME:
        return None
    made = {"deliverable": _field(head), **{name: _field(words) for name, words in fields.items() if words}}
    if "rag" not in made and status is not None:
        made["rag"] = _field(status.words, _fill(page, status))
    return Printed("deliverables", made, taken=tuple(taken), confidence=0.9)


def _led(text: Text, labels: Mapping[str, str]) -> tuple[str, int] | None:
    """(field, words of the label) of a text that begins with a known label and its colon."""
    for count in range(1, min(len(text.words), LONGEST_LABEL) + 1):
        if text.words[count - 1].text.endswith(":"):
            name = labels.get(fold(" ".join(w.text for w in text.words[:count])))
            return (name, count) if name else None
    return None


@cache
def _labels() -> Mapping[str, str]:
    known = (p for p in phrases("columns_deliverables") if p.canonical in _FIELDS and p.strength >= 0.7)
    return {fold(p.printed): p.canonical for p in known}


def _fill(page: Page, text: Text) -> str | None:
    around = [f for f in page.fills if f.box.contains(text.box, slack=1)]
    return min(around, key=lambda f: f.box.width * f.box.height).colour if around else None


def _field(words: Sequence[Word], fill: str | None = None) -> Field:
    return Field(" ".join(w.text for w in words), tuple(words), confidence=0.9, fill=fill)
