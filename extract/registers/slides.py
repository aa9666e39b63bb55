"""Controls and activities printed apart from the register's table, under headings that repeat a risk's wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from extract.registers.build import control
from extract.registers.items import Item
from extract.wording import Phrases, fold, likeness, phrases
from models.page import Word
from models.record import Field, Printed
from models.section import Paragraph

_SAME = 72.0  # likeness of two wordings of one risk, 0..100
_MARGIN = 8.0  # how much better than the next risk it has to be
_KINDS = {"control": "key_control", "activity": "activity", "action": "action"}
_STOP = frozenset({"a", "an", "the", "and", "is", "are", "of", "to", "in", "by", "has", "have", "be", "or", "for"})


def read_slides(paragraphs: Sequence[Paragraph], risks: Sequence[Printed]) -> list[Printed]:
    """Each list below a heading that speaks of a known risk, as that risk's controls, activities or actions."""
    records: list[Printed] = []
    risk: Printed | None = None
    kind = "key_control"
    counts: dict[tuple[int, str], int] = {}
    heading: list[Word] = []
    for paragraph in paragraphs:
        stands_out = paragraph.marker is None and (paragraph.heading_level is not None or paragraph.bold)
        named = kind_of(paragraph.text) if paragraph.marker is None else None
        if named is not None and risk is not None:
            kind = named
            heading.extend(paragraph.all_words)
        elif stands_out:
            risk = _speaks_of(paragraph.text, risks)
            kind = "key_control"
            heading = list(paragraph.all_words) if risk is not None else []
        elif risk is not None:
            key = (id(risk), kind)
            counts[key] = counts.get(key, 0) + 1
            item = Item(paragraph.words, (*heading, *paragraph.marker_words))
            heading = []
            records.append(_record(risk, kind, counts[key], paragraph, item))
    return records


def kind_of(text: str) -> str | None:
    """Whether a line is a heading over controls (`key_control`), activities (`activity`) or actions (`action`)."""
    if len(text.split()) > 6:
        return None
    found = likeness(text, _known_kinds())
    best = max(found, key=lambda name: found[name], default=None)
    return _KINDS[best] if best is not None and found[best] >= 0.85 else None


@cache
def _known_kinds() -> Phrases:
    return Phrases(p for p in phrases("columns_register") if p.canonical in _KINDS)


def _record(risk: Printed, kind: str, position: int, paragraph: Paragraph, item: Item) -> Printed:
    text = Field(paragraph.text, paragraph.words, confidence=min(0.95, risk.confidence))
    if kind == "action":
        return Printed("risk_actions", {"description": text}, risk, taken=item.marker, facts={"position": position})
    return control(risk, kind, position, text, item)


def _speaks_of(text: str, risks: Sequence[Printed]) -> Printed | None:
    """The risk whose reference or wording a heading repeats; None where none, or two alike, would do."""
    for risk in risks:
        ref = risk.fields.get("ref")
        if ref is not None and _refers_to(ref.text).match(f"{text} "):
            return risk
    ranked = sorted(((_likeness(text, r), i) for i, r in enumerate(risks)), reverse=True)
    if not ranked or ranked[0][0] < _SAME:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN and ranked[0][0] < 95:
        return None
    return risks[ranked[0][1]]


@lru_cache(maxsize=512)
def _refers_to(ref: str) -> re.Pattern[str]:
    return re.compile(rf"(?:risk\s+)?{re.escape(ref)}\b[\s:.–-]", re.IGNORECASE)


def _likeness(text: str, risk: Printed) -> float:
    wordings = [risk.fields[name].text for name in ("title", "description") if name in risk.fields]
    return max((fuzz.token_sort_ratio(_plain(text), _plain(w)) for w in wordings), default=0.0)


@lru_cache(maxsize=1024)  # each heading is compared with every risk
def _plain(text: str) -> str:
    words = re.findall(r"[\w']+", fold(text).replace("&", " and "))
    return " ".join(w for w in words if w not in _STOP)
