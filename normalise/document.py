"""Printed records -> records with meaning, in one pass over a document."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import normalise
from models.document import Normalised
from models.faults import fault
from models.record import Finding, Printed, Record, Value
from models.section import Paper
from normalise.dates import day_behind_month, days_behind_months, first_date, in_order, month_first
from normalise.places import page_of
from normalise.year_begins import counted_in_dollars, fiscal_year_from, plain_quarters
from normalise.years_told import plain_quarters_told, year_of_work


@dataclass(slots=True)
class Context:
    """What the whole document says for each of its records: all that is printed, and a place for findings."""

    printed: Sequence[Printed]
    findings: list[Finding] = field(default_factory=list)
    cache: dict[str, object] = field(
        default_factory=dict
    )  # facts worked out once a document: the key of initials, the people
    papers: Sequence[Paper] = ()  # of which the document is made


Handler = Callable[[Printed, Record | None, Context], Iterable[Record]]
Check = Callable[[Sequence[Record], Context], Iterable[Finding]]


@cache
def handlers() -> dict[str, Handler]:
    """View -> its handler, from the `HANDLERS` of each module of this package."""
    found: dict[str, Handler] = {}
    for module in _modules():
        found.update(getattr(module, "HANDLERS", {}))
    return found


@cache
def checks() -> tuple[Check, ...]:
    """All checks over the finished records, from the `CHECKS` of each module of this package."""
    return tuple(check for module in _modules() for check in getattr(module, "CHECKS", ()))


def normalise_document(
    printed: Sequence[Printed], papers: Iterable[Paper] = (), fiscal_year: int | None = None
) -> Normalised:
    """Each printed record becomes one record or more (a KPI also gives its values); a part finds the record of its whole.

    `printed` holds a whole before its parts. A view without a handler keeps its printed texts as values. Of `papers`, the dates at
    their heads are read. `fiscal_year` is the month in which fiscal years begin, where it is known not to be April.
    """
    papers = tuple({paper.number: paper for paper in papers}.values())
    begins = fiscal_year or year_of_work(printed)
    texts = list(_texts(printed))
    said = "\n".join(texts)
    dollars = counted_in_dollars("$" in said and "£" not in said and "€" not in said)
    quarters = plain_quarters(plain_quarters_told(texts))
    order, behind = in_order(bool(month_first(texts))), day_behind_month(days_behind_months(_dues(printed)))
    with order, behind, fiscal_year_from(begins), quarters, dollars:
        return _normalised(printed, papers)


def _texts(printed: Iterable[Printed]) -> Iterable[str]:
    return (field.text for item in printed for field in item.fields.values())


def _dues(printed: Iterable[Printed]) -> Iterable[str]:
    """What actions print of when they were asked for and are due."""
    asked = (item.fields for item in printed if item.view in {"tracked_actions", "minute_actions"})
    return (fields[name].text for fields in asked for name in ("due_text", "raised") if name in fields)


def _orders(printed: Sequence[Printed], papers: Sequence[Paper]) -> list[bool | None]:
    """Of each record whether its paper's own dates have the month first; None where these do not tell: as in the whole document."""
    if len(papers) < 2:
        return [None] * len(printed)
    on_page = {page: paper.number for paper in papers for page in range(paper.first_page, paper.last_page + 1)}
    places = [on_page.get(page_of(item), 0) for item in printed]
    held: dict[int, list[Printed]] = {}
    for item, place in zip(printed, places, strict=True):
        held.setdefault(place, []).append(item)
    orders = {place: month_first(_texts(items)) for place, items in held.items()}
    return [orders[place] for place in places]


def _normalised(printed: Sequence[Printed], papers: tuple[Paper, ...]) -> Normalised:
    context = Context(printed, papers=papers)
    records: list[Record] = []
    lost: list[Printed] = []
    made: dict[int, Record] = {}
    known = handlers()
    for item, month_leads in zip(printed, _orders(printed, papers), strict=True):
        parent = made.get(id(item.parent)) if item.parent is not None else None
        handler = known.get(item.view, as_printed)
        try:
            if month_leads is None:
                made_of_it = list(handler(item, parent, context))
            else:
                with in_order(month_leads):
                    made_of_it = list(handler(item, parent, context))
        except Exception as error:  # the other records are none the worse
            context.findings.append(fault(error, f"a row of {item.view}", page_of(item) or None))
            lost.append(item)
            continue
        for record in made_of_it:
            records.append(record)
            if record.view == item.view:
                made.setdefault(id(item), record)
    findings = list(context.findings)
    for check in checks():
        try:
            findings.extend(check(records, context))
        except Exception as error:
            findings.append(fault(error, f"what {check.__name__} checks"))
    heads = {paper.number: first_date(paper.date.text) for paper in papers if paper.date is not None}
    return Normalised(
        tuple(records),
        tuple(findings),
        {number: date for number, date in heads.items() if date is not None},
        tuple(lost),
    )


def as_printed(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """The record with its printed texts, and what was seen beside them, as values."""
    values = {name: Value(fact) for name, fact in printed.facts.items()}
    values |= {name: Value(f.text or None, f, f.confidence) for name, f in printed.fields.items()}
    yield Record(
        printed.view, {k: v for k, v in values.items() if v.value is not None}, printed, parent, printed.confidence
    )


def _modules() -> Iterable[object]:
    names = sorted(m.name for m in pkgutil.iter_modules(normalise.__path__) if m.name != "document")
    return [importlib.import_module(f"normalise.{name}") for name in names]
