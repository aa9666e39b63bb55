"""Tables of decisions, one a row: their columns, the links over their words, and what else each row says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.columns import Assigned, assign_by_vocabulary, columns_of
from extract.families.table_rows import field_of, heading_words, rows_of
from extract.meeting.agenda_items import title_of_cell
from extract.meeting.decision_cards import BARE, OWN
from extract.wording import fold, likeness, phrases
from models.page import Link, Word
from models.record import Field, Printed
from models.section import Section
from models.table import Table

# A word in brackets behind a reference that is none of it: `2025-033 (Confidential)`.
HELD_BACK = re.compile(
    r"\s*[(\[](?P<word>confidential|exempt|restricted|private|not for publication|part (?:2|ii)|urgent|key(?: decision)?)[)\]]$",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]{4,200}", re.IGNORECASE)
_IN_FULL = re.compile(
    r"(?:that|to|it was|resolved|agreed|approved?|the \w+ (?:agreed|resolved|approved))\b", re.IGNORECASE
)
LONG_TITLE = 30  # characters
MOSTLY = 0.7  # share of a column's cells
SPEAKS = 0.8  # how well a heading must be covered by the words for a title


def linked(words: Sequence[Word], section: Section) -> tuple[Link, tuple[Word, ...]] | None:
    """The first link that lies over some of the words, and those words. A link cut by a line end is several with one address; of
    two that overlap, as those of two rows at a page's end may, a word is the one's that covers more of it.
    """
    for page in section.pages:
        here = [w for w in words if w.page == page.number]
        over = [(w, [k for k in page.links if k.box.holds_middle_of(w)]) for w in here] if page.links else []
        held = {id(max(links, key=lambda k: k.box.overlap(w))): w for w, links in over if links}
        for link in page.links if held else ():
            if id(link) in held:
                same = [k for k in page.links if k.url == link.url]
                return link, tuple(w for w in here if any(k.box.holds_middle_of(w) for k in same))
    return None


def is_list(table: Table) -> bool:
    if not table.heading_rows:
        return False
    fields = {a.field for a in _columns(table) if a.field is not None}
    if "ref" not in fields:  # a list by date, or with the reasons
        return {"title", "text"} <= fields and not fields.isdisjoint({"date", "reasons", "alternatives"})
    return not fields.isdisjoint({"title", "text"}) and len(fields) > 2


def _columns(table: Table) -> tuple[Assigned, ...]:
    """The columns of a list. Of two that may be the title (`Subject`, `Decision`) the one with the longer texts is the text."""
    assigned = assign_by_vocabulary(columns_of(table), "columns_decisions", "decisions")
    if not any(a.field == "ref" for a in assigned):  # then decisions are known by the items they were taken under
        assigned = tuple(replace(a, field="ref") if a.field == "item" else a for a in assigned)
    known = phrases("columns_decisions")
    free = [a for a in assigned if a.field in {"title", None}]
    rivals = [a for a in free if likeness(a.column.leaf, known).get("title", 0.0) >= SPEAKS]
    if len(rivals) == 1 and not any(a.field == "text" for a in assigned) and _says_what(rivals[0]):
        return tuple(replace(a, field="text") if a is rivals[0] else a for a in assigned)
    if len(rivals) != 2 or any(a.field == "text" for a in assigned):
        return assigned
    short, long = sorted(rivals, key=lambda a: sum(len(c.text) for c in a.column.cells))
    told = {id(short): "title", id(long): "text"}
    return tuple(replace(a, field=told[id(a)], confidence=0.9) if id(a) in told else a for a in assigned)


def _says_what(column: Assigned) -> bool:
    """Whether what a column of decisions holds is what was decided, in full, and no titles: `To settle the claim for £9,500.`"""
    cells = [c.text for c in column.column.cells if c.text]
    said = sum(_IN_FULL.match(text) is not None and len(text) > LONG_TITLE for text in cells)
    return fold(column.column.leaf) in BARE and said >= MOSTLY * len(cells)


def decisions_of_table(table: Table, section: Section) -> Iterator[Printed]:
    assigned = _columns(table)
    heads = heading_words(assigned)
    for n, row in enumerate(rows_of(table, assigned, "title" if any(a.field == "title" for a in assigned) else "text")):
        fields = {
            name: field_of(cells, table.method) for name, cells in row.cells.items() if name in OWN and row.text(name)
        }
        if "title" in fields and "text" not in fields:
            title, text, _ = title_of_cell([c for c, _ in row.cells["title"]])
            if text is not None and title.text:  # a title in bold, and what was decided under it
                fields["title"], fields["text"] = title, text
        words = [w for c in table.row(row.number) for w in c.words]
        beside = HELD_BACK.search(fields["ref"].text) if "ref" in fields else None
        if beside is not None and beside.start():
            fields["ref"] = replace(fields["ref"], text=fields["ref"].text[: beside.start()])
        found = linked(words, section)
        if found:
            fields["url"] = Field(found[0].url, found[1])
        elif (printed := _printed_url(table, row.number)) is not None:
            fields["url"] = printed
        decision = Printed("decisions", fields, taken=heads if n == 0 else ())
        yield decision
        held = {w for f in fields.values() for w in f.words}
        if beside is not None and beside.start():
            heading = " > ".join(row.cells["ref"][0][1].column.printed) or None
            said = replace(fields["ref"], text=beside["word"])
            yield Printed("decision_fields", {"text": said}, decision, facts={"header": heading})
        others = [cells for name, cells in row.cells.items() if name not in OWN]
        others += [
            [(c, a)] for a in assigned if a.field is None and (c := table.at(row.number, a.column.index)) is not None
        ]
        for cells in sorted(others, key=lambda cells: cells[0][0].column):
            text = field_of(cells, table.method)
            if text.words and not held.issuperset(text.words):
                header = " > ".join(cells[0][1].column.printed) or None
                yield Printed("decision_fields", {"text": text}, decision, facts={"header": header})


def _printed_url(table: Table, row: int) -> Field | None:
    """An address that is a cell's whole text; line ends within it are no part of it."""
    for cell in table.row(row):
        text = re.sub(r"\s+", "", cell.text)
        if ADDRESS.fullmatch(text):
            return Field(text, cell.words, table.method, min(cell.confidence, 0.9))
    return None
