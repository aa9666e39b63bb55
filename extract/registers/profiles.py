"""Profile forms, one risk a form: its tables and the lists below its headings, gathered risk by risk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.columns import Assigned, Column
from extract.looks import profile
from extract.registers.bars import named, split_words
from extract.registers.blocks import with_blocks
from extract.registers.evidence import assign_columns
from extract.registers.forms import LABELLED, form_of, is_form
from extract.registers.layout import is_known
from extract.registers.rows import RiskRows
from extract.registers.slides import kind_of
from extract.registers.tables import READS, look
from extract.remembering import remembered
from extract.wording import likeness, phrases
from models.geometry import box_around
from models.page import Word
from models.section import Paragraph, Section
from models.table import Cell, Table

FULL_FORM = 0.3  # a form that says less of a risk is none
_NAMES = frozenset({"ref", "title"})
SCORED = ("_likelihood", "_impact_score", "_score", "_both")
_ASSIGNED = 0.75  # likeness of `Assigned to` to an owner
_A_FIELD = 0.1  # what a field weighs against what makes a form one of a risk, which is 1 at most
_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)


@dataclass(slots=True)
class Profile:
    """One risk's form as it is gathered: labelled values, actions, and items under headings by their kind."""

    values: list[Column] = field(default_factory=list)
    others: list[Column] = field(default_factory=list)  # labelled values that are known to be none of a risk's fields
    actions: list[dict[str, list[tuple[Cell, Assigned]]]] = field(default_factory=list)
    items: list[tuple[str, Paragraph, tuple[Word, ...]]] = field(default_factory=list)
    method: str = "lattice"
    taken: list[Word] = field(default_factory=list)  # labels and headings that stand in no field


def gather(section: Section) -> list[Profile]:
    """The profiles of a section in order. What names a risk begins one; what follows belongs to it."""
    gatherer = _Gatherer()
    blocks, forms = with_blocks(section)
    for block in blocks:
        if isinstance(block, Table):
            gatherer.take_table(block, id(block) in forms)
        elif isinstance(block, Paragraph):
            gatherer.take_paragraph(block)
    return gatherer.found


class _Gatherer:
    """The profiles found so far, and what the next block stands under."""

    def __init__(self) -> None:
        self.found: list[Profile] = []
        self.kind: str | None = None  # of the list that the last heading opened
        self.heading: list[Word] = []
        self.name: tuple[Column, ...] = ()  # of the risk that the last heading named

    def take_table(self, table: Table, whole: bool) -> None:
        """`whole` where the table is one of a run of forms alike."""
        form = form_of(table)
        fits = whole or is_form(table)
        if fits and self.begins(form.values):
            self.begin(table.method)
        if self.found and (whole or look(table).score < READS) and (fits or form.known or form.actions):
            self.found[-1].values.extend(form.values)
            self.found[-1].actions.extend(form.actions)
            self.found[-1].others.extend(form.others)
        self.kind = None

    def take_paragraph(self, paragraph: Paragraph) -> None:
        opens = paragraph.marker is None and (_stands_out(paragraph) or paragraph.text.endswith(":"))
        told = kind_of(paragraph.text.rstrip(": ")) if opens else None
        pairs = _labelled(paragraph)
        if told is not None:
            self.kind, self.heading = told, list(paragraph.all_words)
        elif pairs:
            if self.begins(pairs):
                self.begin("text")
            if self.found:
                self.found[-1].values.extend(pairs)
            self.kind = None
        elif _stands_out(paragraph):
            self.kind, self.name = None, _name_in(paragraph)
        elif self.found and self.kind is not None:
            self.found[-1].items.append((self.kind, paragraph, (*self.heading, *paragraph.marker_words)))
            self.heading = []

    def begins(self, values: Sequence[Column]) -> bool:
        """Whether labelled values are those of a new risk: the heading over them names one, or they do so again."""
        names = [v.leaf.casefold() for v in values if _is_name(v)]
        if not self.found or self.name:
            return bool(names or self.name)
        before = {v.leaf.casefold() for v in self.found[-1].values}
        return any(n in before for n in names)

    def begin(self, method: str) -> None:
        self.found.append(Profile(values=list(self.name), method=method))
        self.name = ()


def rows_of(gathered: Profile) -> RiskRows:
    """A profile's values assigned to their fields, as the rows of a register are."""
    rows = RiskRows(None, taken=list(gathered.taken))
    told = _fields_of(tuple(gathered.values))
    owners = [a for a in told if a.field == "owner"]
    helpers = [a for a in owners if not _owns(a)] if len(owners) > 1 else []
    for assigned in told:
        held = "other" if helpers and assigned in helpers and len(helpers) < len(owners) else assigned.field
        for cell in assigned.column.cells:
            if held == "trend":
                rows.trends.append((cell, assigned))
            elif held in {None, "other"} or str(held).startswith("action"):
                rows.others.append((cell, assigned))
            else:
                rows.cells.setdefault(str(held), []).append((cell, assigned))
    rows.others += [(cell, Assigned(v, None, 1.0)) for v in gathered.others for cell in v.cells]
    actions = [v for v in rows.others if v[1].field == "action"]
    rows.others = [v for v in rows.others if v not in actions]
    rows.actions = [{"action": [a]} for a in actions] + gathered.actions
    return rows


def _owns(assigned: Assigned) -> bool:
    """Whether a label says outright whose a risk is; beside it, who it is assigned to is another."""
    return likeness(assigned.column.leaf, phrases("columns_register")).get("owner", 0.0) > _ASSIGNED


@remembered(256)  # forms are weighed against other readings of the same values again and again
def _fields_of(values: tuple[Column, ...]) -> tuple[Assigned, ...]:
    return assign_columns([Column(i, v.heading, v.cells, v.looks) for i, v in enumerate(values)], 1)


def words_of(gathered: Profile) -> Iterator[Word]:
    """All words that a profile holds."""
    yield from gathered.taken
    for value in (*gathered.values, *gathered.others):
        yield from (w for c in value.cells for w in c.words)
    for _, paragraph, heading in gathered.items:
        yield from (*heading, *paragraph.all_words)


def score_of(profile: Profile) -> float:
    """How much a form says of a risk: 0 where it states none."""
    rows = rows_of(profile)
    held = set(rows.cells)
    told = held & {"rating", "owner", "control", "activity", "consequence"} or rows.actions or profile.items
    if not held & {"title", "description"} or not (told or any(f.endswith(SCORED) for f in held)):
        return 0.0
    evidence = (
        0.2,
        0.2 if any(f.endswith(SCORED) for f in held) else 0.0,
        0.1 if "rating" in held else 0.0,
        0.1 if held & {"cause", "consequence"} else 0.0,
        0.1 if held & {"control", "activity"} or rows.actions or profile.items else 0.0,
        0.1 if "owner" in held else 0.0,
        0.05 if "ref" in held else 0.0,
        0.1 if any(_RISK.search(t) for v in profile.values for t in v.path) else 0.0,
    )
    return sum(evidence)


def told(profiles: Sequence[Profile]) -> float:
    """How much forms say of risks, all together: how surely they are such, and how many fields are told apart."""
    return sum(score_of(p) + _A_FIELD * _fields(p) for p in profiles)


def _fields(profile: Profile) -> float:
    """How many fields a form tells apart, its lists too; what no field holds counts half, and two values of one label against it."""
    rows = rows_of(profile)
    kinds = {kind for kind, _, _ in profile.items} | ({"action"} if rows.actions else set())
    paths = [v.path for v in profile.values]
    twice = len(paths) - len(set(paths))
    return len(rows.cells) + len(kinds) + 0.5 * len({a.column.path for _, a in rows.others}) - 3 * twice


def _is_name(value: Column) -> bool:
    """Whether a labelled value names a risk; not where its label is known for something else (`Scoring: 1 to 3 low`)."""
    meant = likeness(value.leaf, phrases("columns_register")).keys()
    return assign_columns([value], 1)[0].field in _NAMES and (not meant or bool(meant & {*_NAMES, "description"}))


def _stands_out(paragraph: Paragraph) -> bool:
    return paragraph.marker is None and (paragraph.heading_level is not None or paragraph.bold)


def _name_in(paragraph: Paragraph) -> tuple[Column, ...]:
    """Reference and title out of a form's heading (`CR05 – A flood closes the depot`); () where it has none."""
    found = named(paragraph.text)
    if found is None:
        return ()
    ref, title = (_cell(t, w) for t, w in zip(found, split_words(found, paragraph.all_words), strict=True))
    return _column("Reference", ref), _column("Title", title)


def _labelled(paragraph: Paragraph) -> list[Column]:
    """The labelled values of a paragraph (`Risk owner: Ann Lee`, `Likelihood: 4 Impact: 5`); [] where a label is unknown."""
    if paragraph.marker is not None and any(c.isalnum() for c in paragraph.marker):
        return []
    match = LABELLED.match(paragraph.text)
    if match is None or not is_known(match.group(1)):
        return []
    words = paragraph.words
    colons = [i for i, word in enumerate(words) if word.text.endswith(":")]
    starts = [0]
    heads = {id(line.words[0]) for line in paragraph.lines if line.words}
    for before, i in pairwise(colons):
        places = range(max(before + 1, i - 2), i + 1)
        head = [j for j in places if id(words[j]) in heads]  # what begins a line within these begins the label
        first = next((j for j in head[-1:] or places if is_known(_said(words[j : i + 1]))), None)
        if first is not None:
            starts.append(first)
    found = []
    for a, b in pairwise([*starts, len(words)]):
        colon = next((i for i in colons if a <= i < b), None)
        if colon is not None and colon + 1 < b:
            value = words[colon + 1 : b]
            found.append(_column(_said(words[a : colon + 1]), _cell(_said(value), value)))
    return found


def _said(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words).rstrip(":")


def _cell(text: str, words: Sequence[Word]) -> Cell:
    box = box_around(words)
    return Cell(0, 0, 1, 1, words[0].page, ((words[0].page, box),), tuple(words), text)


def _column(label: str, value: Cell) -> Column:
    heading = Cell(0, 0, 1, 1, value.page, value.boxes, (), label, is_heading=True)
    return Column(0, (heading,), (value,), profile((value,)))
