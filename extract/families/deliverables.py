"""Tables of commitments: what is to be done, led by whom, by when, measured how; objectives as bands between the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from extract.columns import Assigned, Column, assign, columns_of, score_by_vocabulary
from extract.families import Claim, Family, by_tables
from extract.families.commitment_cards import commitment_cards
from extract.families.form_heads import form_heads
from extract.families.kpi_lines import kpi_lines
from extract.families.objectives import LONGEST_OBJECTIVE, band_objective, heading_objective, names_objective
from extract.families.scorecard_headings import without_period
from extract.families.status_ink import painted
from extract.families.status_marks import explains_marks, is_marked
from extract.families.table_rows import Row, band_rows, field_of, heading_words, rows_of
from extract.families.table_titles import Over, title_field, titles_over
from extract.registers.tables import is_of_risks
from extract.registers.tables import look as as_register
from extract.remembering import remembered
from extract.wording import likeness, phrases
from models.page import Page, Word
from models.record import Field, Printed
from models.section import Section
from models.table import Table

READS = 0.5
ACTIONS = 0.4  # what a table of actions is worth at most
PLANNED = 0.72  # and what it is worth in a plan
CARDS = 0.9  # and cards
THEMED = 0.82  # the same, with headings that name objectives
MOSTLY = 0.6  # share of the texts at the left that span rows, and of the commitments that they may be as many as
_PLAN = re.compile(
    r"\b(?:plans?|strateg(?:y|ies)|programme|roadmap|priorities|commitments|deliver\w*|pledges|goals)\b", re.IGNORECASE
)
_LOG = re.compile(r"\b(?:log|tracker|matters arising|action (?:list|points|sheet|notes))\b", re.IGNORECASE)
_DOING = re.compile(
    r"^(?:(?:key|planned|agreed|our|main)\s+)?(?:actions?|projects?|initiatives?|activit(?:y|ies)|commitments?|tasks?)$",
    re.IGNORECASE,
)
_MILESTONE = re.compile(r"^(?:(?:key|main|next)\s+)?milestones?\b", re.IGNORECASE)
_ACTIONS = re.compile(r"^(?:agreed )?actions?\b", re.IGNORECASE)
_TOLD = (
    0.5  # from here a heading, and not its single words or the cells, says what a column holds: guesses are no evidence
)
_GUESSED = ("deliverable", "lead", "timescale", "measure", "rag", "progress", "ref")
_STANDING = frozenset({"rag", "progress"})
_VIEW = ("objective", "lead", "frequency", "timescale", "measure", "rag", "ref", "progress")


@dataclass(frozen=True, slots=True, eq=False)
class Commitments:
    """A table seen as one of commitments: its columns, how sure that it is one, and why."""

    table: Table
    columns: tuple[Assigned, ...]
    score: float
    reasons: tuple[str, ...]


def claim(section: Section) -> Claim:
    """As sure as of its surest table."""
    best = max((look(t) for t in section.tables), key=lambda c: c.score, default=None)
    cards = len(commitment_cards(section))
    if cards and (best is None or best.score < READS):
        return Claim(min(CARDS, 0.5 + 0.1 * cards), (f"{cards} cards with who is to do it, or by when",))
    if best is None:
        return Claim(0.0)
    if _least(section) <= best.score < READS:
        themed = sum(p.heading_level is not None and names_objective(p.text) for p in section.paragraphs)
        sure = THEMED if themed > 1 else PLANNED
        return Claim(sure, (*best.reasons, "a title that speaks of a plan"))
    return Claim(round(best.score, 3), best.reasons)


def _least(section: Section) -> float:
    """From which score a table is read: of actions alone, led and dated, only a plan is made, not a log of meetings."""
    titles = [p.text for p in (section.paper.title, section.heading) if p is not None]
    planned = any(_PLAN.search(t) and not _LOG.search(t) for t in titles)
    return ACTIONS if planned else READS


def read(section: Section) -> Iterator[Printed]:
    """The commitments of all such tables of the section, and the indicators written out in their cells."""
    least = _least(section)
    found = [c for t in section.tables if (c := look(t)).score >= least]
    pages = {p.number: p for p in section.pages}
    if not found:
        yield from commitment_cards(section)
    over = titles_over(section, [c.table for c in found])
    for commitments in found:
        above = over.get(id(commitments.table), Over(None, None))
        yield from _rows(commitments, above, pages, alone=len(found) == 1)


@remembered(256)
def look(table: Table) -> Commitments:
    """A table seen as one of commitments."""
    columns = columns_of(table, left_out=band_rows(table))
    known = phrases("columns_deliverables")
    if explains_marks(columns):
        return Commitments(table, assign(columns, [{} for _ in columns]), 0.0, ())
    scores, plain = (score_by_vocabulary(columns, known, "deliverables", guessed) for guessed in (_GUESSED, ()))
    marked = _marked(columns, plain)
    if marked is not None:
        scores[marked] = plain[marked] = {"rag": 0.85}
    assigned = _with_milestones(assign(columns, scores))
    assigned = _with_groups(assigned, plain[0])
    told = {a.field for a, score in zip(assigned, plain, strict=True) if a.field and score.get(a.field, 0.0) >= _TOLD}
    held = {a.field for a in assigned if a.field and a.confidence >= 0.5 and a.field in {*told, "deliverable"}}
    worded = any(
        a.field == "deliverable"
        and sum(a.column.looks.get(look, 0.0) for look in ("text", "words", "name", "post")) >= 0.5
        for a in assigned
    )
    if "deliverable" not in held or not worded or table.rows - table.heading_rows < 1:
        return Commitments(table, assigned, 0.0, ())
    committed = any(
        (a.field == "deliverable" and _says_commitment(a)) or (a.field == "measure" and _MILESTONE.match(a.column.leaf))
        for a in assigned
    )
    committed = committed or _is_plan(assigned, told)
    evidence = {
        "a column of commitments": 0.3,
        "headed as commitments": 0.15 if committed else 0.0,
        "who leads": 0.2 if "lead" in held else 0.0,
        "by when, or how often": 0.2 if held & {"timescale", "frequency"} else 0.0,
        "how it is measured": 0.1 if "measure" in held else 0.0,
        "how it stands": 0.1 if held & {"rag", "progress"} else 0.0,
        "objectives": 0.05 if "objective" in held or len(band_rows(table)) > 0 else 0.0,
    }
    reasons = tuple(name for name, points in evidence.items() if points)
    score = min(0.95, sum(evidence.values()))
    main = next(a for a in assigned if a.field == "deliverable")
    if not committed and (_ACTIONS.match(main.column.leaf) or "deliverable" not in told):
        score = min(score, ACTIONS if {"lead", "timescale"} <= told else 0.0)
    if score >= READS and is_of_risks(as_register(table), main.column):
        return Commitments(table, assigned, 0.0, ())  # actions under risks that are stated and scored: a register
    return Commitments(table, assigned, score, reasons)


def _marked(columns: Sequence[Column], scores: Sequence[Mapping[str, float]]) -> int | None:
    """`Q1 progress` over ticks and crosses on badges: where no heading tells the rating, marks do, the latest of several."""
    places = [i for i, c in enumerate(columns) if "mark" in c.looks or "fill" in c.looks]
    if not places or any(score.get("rag", 0.0) >= _TOLD for score in scores):
        return None
    known = phrases("columns_deliverables")
    for i in reversed(places):
        said = likeness(without_period(columns[i]) or columns[i].leaf, known)
        if is_marked(columns[i], known=not _STANDING.isdisjoint(said)):
            return i
    return None


def _is_plan(assigned: Sequence[Assigned], told: Set[str | None]) -> bool:
    """Whether actions stand several beside each objective, rated, each with who and by when, and none with what became of it."""
    groups = next((a.column for a in assigned if a.field == "objective" and "objective" in told), None)
    if (
        groups is None
        or not {"lead", "timescale", "rag"} <= told
        or any(a.field in {"progress", "ref"} for a in assigned)
    ):
        return False
    wide = [c for c in groups.cells if c.text and c.row_span > 1]
    return len(wide) >= MOSTLY * sum(bool(c.text) for c in groups.cells)


def _with_milestones(assigned: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """Where milestones stand beside actions, the actions are what is to be done, and the milestones what it is measured by."""
    held = {a.field: i for i, a in enumerate(assigned) if a.field is not None}
    stone = held.get("deliverable")
    if stone is None or "measure" in held or not _MILESTONE.match(assigned[stone].column.leaf):
        return assigned
    acts = [i for i, a in enumerate(assigned[:stone]) if a.field is None and _DOING.match(a.column.leaf)]
    if len(acts) != 1:
        return assigned
    swapped = {acts[0]: "deliverable", stone: "measure"}
    return tuple(Assigned(a.column, swapped[i], 0.85) if i in swapped else a for i, a in enumerate(assigned))


def _with_groups(assigned: tuple[Assigned, ...], said: Mapping[str, float]) -> tuple[Assigned, ...]:
    """Where no heading names objectives, the texts at the left that each stand beside several commitments are them.

    `said` is what the heading of the first column alone speaks for: more than a guess stays.
    """
    held = {a.field: a for a in assigned if a.field is not None}
    first = assigned[0]
    if "deliverable" not in held or "objective" in held or first.field == "deliverable":
        return assigned
    if first.field is not None and said.get(first.field, 0.0) >= _TOLD:
        return assigned
    texts = [c for c in first.column.cells if c.text and not c.is_heading]
    beside = [c for c in held["deliverable"].column.cells if c.text]
    wide = [c for c in texts if c.row_span > 1]
    covered = sum(c.row_span for c in texts)
    if not wide or len(wide) < MOSTLY * len(texts) or len(texts) > MOSTLY * len(beside) or covered < len(beside):
        return assigned
    if any(len(c.text) > LONGEST_OBJECTIVE for c in texts) or not any(ch.isalpha() for ch in texts[0].text):
        return assigned
    return (Assigned(first.column, "objective", 0.8), *assigned[1:])


def _says_commitment(column: Assigned) -> bool:
    return (
        re.search(
            r"commit|deliver|mileston|pledge|initiative|project|we (?:will|are|plan|said|want)|will we|"
            r"(?:strategic|plan(?:ned)?|priority) action",
            column.column.leaf,
            re.IGNORECASE,
        )
        is not None
    )


def _rows(commitments: Commitments, over: Over, pages: Mapping[int, Page], *, alone: bool) -> Iterator[Printed]:
    title = title_field(over.title) if over.title is not None else None
    objective = heading_objective(over, alone=alone)
    heads = form_heads(commitments.table, phrases("columns_deliverables"), ("objective", "lead", "timescale"))
    taken: tuple[Word, ...] = (
        *heading_words(commitments.columns),
        *commitments.table.repeated,
        *(over.lead_words if over.lead is not None else ()),
    )
    for row in rows_of(commitments.table, commitments.columns, "deliverable"):
        fields = _fields(commitments, row)
        if "rag" in row.cells:
            status = painted(fields.get("rag") or field_of(row.cells["rag"], commitments.table.method), pages)
            fields |= {"rag": status} if status.text or status.fill else {}
        fields = heads | fields
        if objective is not None and "objective" not in fields:
            fields["objective"] = objective
        if over.lead is not None and "lead" not in heads and not any(a.field == "lead" for a in commitments.columns):
            fields["lead"] = over.lead
        printed = Printed("deliverables", fields, taken=taken, confidence=0.95)
        yield printed
        for name in ("measure", "progress"):
            for cell, _ in row.cells.get(name, ()):
                yield from kpi_lines(cell.words, title, printed)
        taken = ()


def _fields(commitments: Commitments, row: Row) -> dict[str, Field]:
    method = commitments.table.method
    fields = {"deliverable": field_of(row.cells["deliverable"], method)}
    objective = band_objective(row.bands)
    if objective is not None:
        fields["objective"] = objective
    for name in _VIEW:
        cells = row.cells.get(name)
        if cells:
            held = field_of(cells, method)
            if held.text or (name == "rag" and held.fill):
                fields[name] = held
    return fields


def _above(section: Section, score: float) -> bool:
    """Whether it may claim more: above what cards are worth at most only by a table."""
    return score < CARDS or any(look(t).score > score for t in section.tables)


FAMILY = Family("deliverables", claim, read, by_tables(0.95, without=CARDS), above=_above)
