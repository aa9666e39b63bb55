"""A category printed once for several risks, told from one that is left blank on purpose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.columns import Assigned
from extract.registers.layout import layout_of
from extract.registers.rows import RiskRows
from extract.wording import likeness, phrases
from models.geometry import box_around
from models.section import Paragraph, Section
from models.table import Cell, Table

_OVER = 0.85  # how sure a heading over a table is a category
_LONGEST = 10  # words of such a heading
_OF_REGISTER = re.compile(
    r"\brisk (?:register|log|map|profile|assessment)\b|\bappendix\b|\bannex\b|"
    r"\bsummary\b|\bdetails?\b|\bdetailed\b|\boverview\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bcont(?:inued|'?d)?\b|[\W\d_]+", re.IGNORECASE)
_FEWEST_GOALS = 2  # numbered headings over the forms of risks
_SAME_SIZE = 0.4  # points
_NUMBERED = re.compile(r"(?P<kind>[A-Za-z][A-Za-z &]{2,40}?) (?:\d{1,2}|[A-H])\s?[:.–—-]\s?\S")
_CARRIED = 0.75  # a category carried over from the risk above is told as unsure


def with_categories(risks: Sequence[RiskRows]) -> None:
    """Blank categories filled from the risk above where the column is printed that way.

    A register that prints a category once for a run of risks never prints it twice in a row and leaves many blank.
    Where a category is repeated from one risk to the next, a blank is meant.
    """
    printed = [risk.text("category") for risk in risks]
    blank = sum(not c for c in printed)
    repeated = any(a and a == b for a, b in pairwise(printed))
    columned = any("category" in risk.cells for risk in risks)
    if not columned or repeated or not printed[0] or blank < 0.3 * len(printed):
        return
    held = None
    for risk in risks:
        if risk.text("category"):
            held = risk.cells["category"]
        elif held is not None:
            risk.cells["category"] = [
                (cell, Assigned(a.column, a.field, min(a.confidence, _CARRIED))) for cell, a in held
            ]


def headings_over(section: Section, tables: Sequence[Table]) -> dict[int, Cell]:
    """The heading over each of a section's registers, by the table's identity, where these part the risks into
    categories: no two are alike, and no table has bands inside. {} of other sections.

    A table without one goes on with that of the table before it.
    """
    wanted = {id(t) for t in tables}
    found: dict[int, Paragraph] = {}
    last: Paragraph | None = None
    for block in section.blocks:
        if isinstance(block, Table):
            if last is not None and id(block) in wanted:
                found[id(block)] = last
            last = None
        elif isinstance(block, Paragraph):
            stands_out = block.heading_level is not None or block.bold or block.upper
            last = block if stands_out and block.marker is None and len(block.text.split()) <= _LONGEST else None
    texts = [
        _COUNTED.sub("", p.text.casefold()) for p in found.values()
    ]  # `Our risks (2)` goes on with `Our risks (1)`
    alike = len(found) < 2 or id(tables[0]) not in found or len(set(texts)) < len(texts)
    if alike or any(_OF_REGISTER.search(p.text) for p in found.values()) or any(layout_of(t).bands for t in tables):
        return {}
    return {table: _cell(p) for table, p in found.items()}


def goals_over(section: Section, forms: Sequence[RiskRows]) -> dict[int, Cell]:
    """The numbered goal under whose heading each form stands, by the form's identity: `Strategic objective 1: A great place to work`;
    else the plain heading that parts the forms into categories.
    """
    if not forms:
        return {}
    heads = [p for p in section.paragraphs if p.heading_level is not None and p.marker is None]
    goals = [p for p in heads if _is_goal(p.text)]
    if len(goals) < _FEWEST_GOALS:
        plain = _beside_forms(heads, forms)
        for size in sorted({p.size for p in plain}, reverse=True):
            alike = [p for p in plain if abs(p.size - size) <= _SAME_SIZE]
            over = _last_over(forms, alike)
            if _part_forms(alike, over, forms):
                return over
        return {}
    return _last_over(forms, goals)


def _last_over(forms: Sequence[RiskRows], heads: Sequence[Paragraph]) -> dict[int, Cell]:
    """The last of some headings above each form."""
    found: dict[int, Cell] = {}
    for form in forms:
        words = [w for cells in form.cells.values() for cell, _ in cells for w in cell.words]
        begins = min(((w.page, w.top) for w in words), default=(0, 0.0))
        over = [p for p in heads if (p.page, p.top) < begins]
        if over:
            found[id(form)] = _cell(over[-1])
    return found


def _part_forms(heads: Sequence[Paragraph], over: Mapping[int, Cell], forms: Sequence[RiskRows]) -> bool:
    """Whether headings of one look part the forms into categories: each form has one above it, and no two are alike."""
    used = {id(w) for cell in over.values() for w in cell.words}
    own = [p for p in heads if any(id(w) in used for w in p.all_words)]
    texts = {_COUNTED.sub("", p.text.casefold()) for p in own}
    if not _FEWEST_GOALS <= len(own) == len(texts) or len(over) < len(forms):
        return False
    if max(p.size for p in own) - min(p.size for p in own) > _SAME_SIZE or any(
        len(p.text.split()) > _LONGEST for p in own
    ):
        return False
    return not any(_OF_REGISTER.search(p.text) for p in own)


def _beside_forms(heads: Sequence[Paragraph], forms: Sequence[RiskRows]) -> list[Paragraph]:
    """The headings that are no part of a form: neither the name of its risk, nor numbered, nor a label, which stands in each of them."""
    held = {id(w) for form in forms for cells in form.cells.values() for cell, _ in cells for w in cell.words}
    printed = Counter(p.text.casefold() for p in heads)
    named = [p for p in heads if printed[p.text.casefold()] == 1 and not any(c.isdecimal() for c in p.text)]
    return [p for p in named if not any(id(w) in held for w in p.all_words)]


def _is_goal(text: str) -> bool:
    match = _NUMBERED.match(text)
    said = likeness(match["kind"], phrases("columns_register")) if match is not None else {}
    return max(said, key=lambda field: said[field], default=None) == "category"


def _cell(paragraph: Paragraph) -> Cell:
    words = paragraph.all_words
    place = ((paragraph.page, box_around([w for w in words if w.page == paragraph.page])),)
    return Cell(0, 0, 1, 1, paragraph.page, place, words, paragraph.text, confidence=_OVER)
