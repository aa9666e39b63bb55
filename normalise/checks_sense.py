"""Values that cannot be what their column is for, whatever stands in the other rows: a label read as a title, a paper's name as a body.

Each is the sign of a line, a label or a whole form misread, which no wording of the value itself can mend; so it is told, not changed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from models.record import Finding, Record
from normalise.checks_likeness import text_of
from normalise.dates import find_dates
from normalise.document import Check, Context
from normalise.people import kind_of
from normalise.vocabularies import fold, vocabulary

TITLES: Mapping[str, tuple[str, ...]] = {
    "risks": ("title", "description"),
    "risk_actions": ("description",),
    "risk_controls": ("text",),
    "tracked_actions": ("action",),
    "minute_actions": ("action",),
    "agenda_items": ("title",),
    "minutes": ("heading",),
    "kpis": ("kpi",),
    "deliverables": ("deliverable",),
    "attendance": ("person",),
    "reports": ("title",),
    "decisions": ("title",),
}
"""View -> the columns that say what a row is about."""
LABELLED = ("decisions", "risks", "deliverables")
"""The views of which each row is about something of its own."""
SHORTEST: Mapping[str, int] = {"minutes": 3, "reports": 4, "decisions": 4}
"""View -> the letters that such a column holds at least: fewer are somebody's initials, or a mark in a margin."""
BODIES: Mapping[str, str] = {"meetings": "body", "reports": "organisation", "risks": "organisation"}
DUE: Mapping[str, tuple[str, str]] = {
    "risk_actions": ("description", "target_text"),
    "tracked_actions": ("action", "due_text"),
    "minute_actions": ("action", "due_text"),
}
"""View -> what is to be done, by when."""
ALONE = 0.5  # share of a register's risks from which it is no accident that they hold a title and nothing else
MOSTLY, _LONGEST_LABEL = 0.8, 40  # share of the titles of a view; letters
FEWEST = 3  # rows, below which nothing is said of their share
_PAPER = re.compile(
    r"\b(?:minutes|agenda|draft|notes of|(?:meeting|held) (?:of|held|on|at)|page \d|\d{4})\b", re.IGNORECASE
)
_LONGEST_BODY = 14  # words
_LEADS_ON = re.compile(r"(?:for|to|in|at|on|by|with|present|venue|subject)\b", re.IGNORECASE)
_END = 40  # letters at the end of an action, where its date stands
_MARKED = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})[.)]\s")
_FIRST_MARKS = ("a)", "(a)", "a.", "i)", "(i)", "i.")
_LONGEST_HEADING = 18  # words of one that ends as a sentence does
_MEANT_BY: Mapping[str, re.Pattern[str]] = {
    "likelihood": re.compile(r"\b(?:likel|probab)", re.IGNORECASE),
    "impact": re.compile(r"\b(?:impact|consequence|severity)", re.IGNORECASE),
    "owner": re.compile(r"\b(?:owner|responsib|accountab|lead\b)", re.IGNORECASE),
    "action": re.compile(r"\b(?:actions?\b|treatment|mitigat)", re.IGNORECASE),
    "control": re.compile(r"\bcontrols?\b", re.IGNORECASE),
}
_MEANT = re.compile("|".join(p.pattern for p in _MEANT_BY.values()), re.IGNORECASE)
_HELD_BY: Mapping[str, tuple[str, ...]] = {
    "likelihood": ("_likelihood", "_likelihood_label"),
    "impact": ("_impact", "_impact_label", "impact"),
    "owner": ("owners", "owner_posts", "owner_initials"),
    "action": ("risk_actions", "risk_controls"),
    "control": ("risk_controls",),
}
_LABELLED_FIGURE = re.compile(
    r"\b(?:target|actual|previous|benchmark|last (?:month|year|quarter))\b\s*(?::\s*[£$€<>≤≥]?\s?\d|[£$€<>≤≥]\s?\d|\d[\d.,]*\s?%)",
    re.IGNORECASE,
)
_SCORED = ("gross_", "current_", "residual_", "target_", "rating")
_OWNED = frozenset({"owners", "owner_posts", "rag"})


def titles_are_titles(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """What a row is about is but a label, or has no letter in it."""
    labels = vocabulary("column_labels")  # what stands over columns and before values
    for record in records:
        for field in TITLES.get(record.view, ()):
            text = text_of(record, field)
            short = record.view in SHORTEST and len(text) < SHORTEST[record.view]
            if text and (short or fold(text) in labels or not any(map(str.isalpha, text))):
                yield Finding(
                    "a label, not a title", "warning", f"{text!r} stands where {field} is read", record, field, text
                )


def labels_are_left_out(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Titles nearly all of which begin with the same label: `Published: 4 March`."""
    titles: dict[str, list[tuple[Record, str]]] = {view: [] for view in LABELLED}
    for record in records:
        if record.view in titles:
            titles[record.view].append((record, text_of(record, TITLES[record.view][0])))
    for rows in titles.values():
        labelled = [(r, text) for r, text in rows if ":" in text[:_LONGEST_LABEL]] if len(rows) >= FEWEST else []
        if len(labelled) < max(FEWEST, MOSTLY * len(rows)):
            continue
        times = Counter([text.split(":")[0] for _, text in labelled])
        for record, text in labelled:
            if times[text.split(":")[0]] >= MOSTLY * len(rows):
                field = TITLES[record.view][0]
                yield Finding("a label, not a title", "warning", f"{text!r} begins with a label", record, field, text)


def bodies_are_bodies(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A body's name that says what the paper is, or when it met."""
    for record in records:
        field = BODIES.get(record.view, "")
        text = text_of(record, field)
        if text and not _may_be_a_body(text):
            yield Finding("not a body's name", "warning", f"{text!r} stands where a body is named", record, field, text)


@lru_cache(maxsize=256)
def _may_be_a_body(text: str) -> bool:
    return not (_PAPER.search(text) or _LEADS_ON.match(text) or len(text.split()) > _LONGEST_BODY)


def headings_are_headings(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A minute whose heading leads in to a list or is a sentence; one whose text begins within a list."""
    for record in records:
        if record.view not in {"minutes", "agenda_items"}:
            continue
        field = "heading" if record.view == "minutes" else "title"
        heading = text_of(record, field)
        text = text_of(record, "text")
        listed = _MARKED.match(text) is not None
        sentence = heading.endswith(".") and len(heading.split()) > _LONGEST_HEADING
        if heading[:1].islower() or sentence or (listed and heading.endswith(":")):
            yield Finding("not a heading", "warning", f"{heading!r} is read as a heading", record, field, heading)
        if listed and not text.startswith(_FIRST_MARKS):
            yield Finding(
                "text seems cut", "warning", f"the text begins within a list: {text[:40]!r}", record, "text", text
            )


def dates_are_due(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Actions none of which has a date of its own, though what is to be done ends with one."""
    for view, (field, due) in DUE.items():
        rows = [r for r in records if r.view == view]
        if len(rows) < FEWEST or any(due in r.values for r in rows):
            continue
        dated = [r for r in rows if any(find_dates(text_of(r, field)[-_END:]))]
        for record in dated if len(dated) >= FEWEST else ():
            message = f"a date stands in {field}, and none is read in {due}"
            yield Finding("no date of its own", "warning", message, record, due, text_of(record, field)[-_END:])


def owners_are_whole(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """An owner who is one given name, with which a longer name of the same paper begins."""
    owned = [record for record in records if "owners" in record.values]
    named = [(record, name) for record in owned for name in text_of(record, "owners").split("; ") if name]
    whole = defaultdict(set)
    for _, name in named:
        first, *rest = name.split()
        if rest:
            whole[first].add(name)
    for record, name in named:
        if " " not in name and len(whole.get(name, ())) == 1 and kind_of(name) != "initials":
            (longer,) = whole[name]
            yield Finding("a name seems cut", "warning", f"{name!r} may be {longer!r}", record, "owners", name, longer)


def risks_hold_more(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Risks of which a title is all that is read; risks of one title."""
    risks = [r for r in records if r.view == "risks"]
    with_parts = {id(r.parent) for r in records if r.parent is not None and r.parent.view == "risks"}
    bare = [
        r
        for r in risks
        if not {n for n in r.values if n.startswith(_SCORED) or n in _OWNED} and id(r) not in with_parts
    ]
    if len(bare) >= FEWEST and len(bare) >= ALONE * len(risks):
        for record in bare:
            message = "neither scores, owners, controls nor actions are read of this risk"
            yield Finding("a risk of which little is read", "warning", message, record)
    times = Counter(fold(text_of(r, "title")) for r in risks if "title" in r.values)
    for record in risks:
        title = text_of(record, "title")
        if title and times[fold(title)] > 1:
            yield Finding(
                "a risk printed twice",
                "warning",
                f"{title!r} is the title of {times[fold(title)]} risks",
                record,
                "title",
                title,
            )


def columns_are_understood(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Texts of risks below a heading of likelihoods, owners, actions …, where none of these is read of any risk."""
    fields = {text_of(r, "header"): r for r in records if r.view == "risk_fields"}
    if not any(map(_MEANT.search, fields)):
        return
    left = [r for r in records if r.view == "risk_fields"]
    read = {r.view for r in records} | {n for r in records if r.view == "risks" for n in r.values}
    for record in left:
        header = text_of(record, "header")
        meant = {name for name, found in _MEANT_BY.items() if found.search(header)}
        if meant and not any(n.endswith(end) for name in meant for end in _HELD_BY[name] for n in read):
            message = f"{header!r} seems to head what a register says of each risk, and none of it is read as that"
            yield Finding("a column not understood", "warning", message, record, "header", header)


def figures_are_told_apart(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Several figures of one indicator for one purpose, with no period to tell them apart."""
    groups: dict[tuple[int, object, object], list[Record]] = defaultdict(list)
    for record in records:
        if record.view == "kpi_values" and "period" not in record.values:
            role = record.values["role"].value if "role" in record.values else None
            measure = record.values["measure"].value if "measure" in record.values else None
            groups[id(record.parent), role, measure].append(record)
    for group in groups.values():
        if len(group) > 1:
            for record in group:
                message = f"one of {len(group)} figures of this indicator without a period"
                yield Finding("no period", "warning", message, record)


def names_hold_no_figures(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """An indicator whose name holds a figure with its label."""
    for record in records:
        name = text_of(record, "kpi") if record.view == "kpis" else ""
        if name and _LABELLED_FIGURE.search(name):
            yield Finding(
                "a figure in a name", "warning", f"{name!r} is read as the name of an indicator", record, "kpi", name
            )


CHECKS: Sequence[Check] = (
    titles_are_titles,
    bodies_are_bodies,
    headings_are_headings,
    dates_are_due,
    owners_are_whole,
    risks_hold_more,
    figures_are_told_apart,
    names_hold_no_figures,
    columns_are_understood,
    labels_are_left_out,
)
