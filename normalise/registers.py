"""Risk registers: printed risks, trends, controls, mitigations, free cells and keys -> records with their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from models.record import Field, Finding, Printed, Record, Scalar, Value
from normalise.cells import figure_unit, heads_references
from normalise.dates import first_date
from normalise.document import Context, Handler
from normalise.heat_maps import add_places
from normalise.owner_lines import printed_lines
from normalise.owners import read_owners
from normalise.people import clean_name
from normalise.quantities import parse_quantity
from normalise.rag import colour_of, read_rag
from normalise.risk_scores import STAGES, Values, add_rating, add_stage, tell_unknown_rating
from normalise.trends import period_before, period_in, read_trend
from normalise.vocabularies import any_of, fold, vocabulary

_TEXTS = ("ref", "category", "title", "cause", "description", "impact")
_UNIT = re.compile(r"^(?:£(?:m|k|bn|000s?|'000)?|%|days|hours|FTE)$", re.IGNORECASE)


def risk(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One risk, with the register's title, body and date."""
    values: Values = {}
    for name in ("register_title", "organisation"):
        if name in printed.context:
            values[name] = _text(printed.context[name])
    if "as_of" in printed.context and (date := first_date(printed.context["as_of"].text)):
        values["as_of"] = Value(date, printed.context["as_of"], min(0.95, printed.context["as_of"].confidence))
    values |= {name: _text(printed.fields[name]) for name in _TEXTS if name in printed.fields}
    unknown = _add_owners(values, printed.fields.get("owners"), printed_key(context, printed.facts.get("paper")))
    for stage in STAGES:
        add_stage(values, printed, stage)
    add_places(values, context)
    add_rating(values, printed)
    record = _record(printed, values, parent)
    tell_unknown_rating(printed, record, context)
    _tell_unknown(unknown, record, context)
    yield record


def trend(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One period's trend. A cell that says nothing known keeps no trend and is told."""
    cell = printed.fields["trend"]
    values = _of_risk(parent)
    inside, said = period_before(cell.text)
    period = period_in(cell.note or "") or inside
    if period:
        values["period"] = Value(period, None)
    found = read_trend(said, cell.symbols)
    if found is not None:
        values["trend"] = Value(found[0], cell, min(found[1], cell.confidence))
    record = _record(printed, values, parent)
    if found is None:
        message = f"the trend {cell.text!r} is none that is known: add it to normalise/vocabulary/trends.csv"
        context.findings.append(Finding("unknown trend", "warning", message, record, "trend", cell.text))
    yield record


def control(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One control or activity."""
    values = _of_risk(parent) | _facts(printed)
    values["text"] = _text(printed.fields["text"])
    yield _record(printed, values, parent)


def action(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:
    """One mitigation: who, by when, how it stands."""
    fields = printed.fields
    values = _of_risk(parent) | _facts(printed)
    if "description" in fields:
        values["description"] = _text(fields["description"])
    paper = printed.parent.facts.get("paper") if printed.parent is not None else None
    unknown = _add_owners(values, fields.get("owners"), printed_key(context, paper))
    target, status = fields.get("target_text"), fields.get("status_text")
    if target is not None:
        values["target_text"] = _text(target)
        date = first_date(target.text)
        if date:
            values["target_date"] = Value(date, target, target.confidence)
    if status is not None and any(c.isalnum() for c in status.text):  # a dot is a colour, no text
        values["status_text"] = _text(status)
    coloured = fields.get("rag", status)
    if coloured is not None:
        rag = read_rag(coloured.text, coloured.fill)
        if rag.colour is not None:
            values["rag"] = Value(rag.colour, coloured, min(rag.confidence, coloured.confidence))
    told = [f for f in (target, status, fields.get("progress_text")) if f is not None and f.text]
    telling = [f for f in told if f is target or _is_progress(f)]
    if telling:
        ongoing = next((f for f in telling if is_ongoing(f.text)), None)
        source = ongoing or telling[0]
        values["is_ongoing"] = Value(ongoing is not None, source, source.confidence)
    record = _record(printed, values, parent)
    _tell_unknown(unknown, record, context)
    if status is not None and status.text and "rag" in values and read_rag(status.text, status.fill).clash:
        message = f"the status is printed {status.text!r} and coloured {colour_of(status.fill)}"
        context.findings.append(Finding("status and colour differ", "warning", message, record, "rag"))
    yield record


def risk_field(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """A cell that no other view of risks holds, with its number where it is one."""
    cell = printed.fields["text"]
    values = _of_risk(parent) | _facts(printed)
    values["text"] = _text(cell)
    header = str(printed.facts.get("header") or "")
    heading = header.rpartition(" > ")[2]
    quantity = parse_quantity(cell.text) if len(cell.text) < 25 and not heads_references(heading) else None
    if quantity is not None:
        values["value"] = Value(quantity.value, cell, cell.confidence)
        unit = heading if _UNIT.match(heading) else figure_unit(quantity, header)
        if unit not in {"count", None}:
            values["unit"] = Value(unit, cell, cell.confidence)
    yield _record(printed, values, parent)


def owner_key(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """One line of a key of initials."""
    initials, name = printed.fields["initials"], printed.fields["name"]
    values = {
        "initials": Value(re.sub(r"[\s.]", "", initials.text), initials, initials.confidence),
        "name": Value(clean_name(name.text), name, name.confidence),
    }
    yield _record(printed, values, parent)


def matrix(printed: Printed, parent: Record | None, context: Context) -> Iterable[Record]:  # noqa: ARG001 (a Handler)
    """A scoring matrix is no row of a view: it is there for the checks, which read it from the printed records."""
    return ()


def printed_key(context: Context, paper: Scalar = None) -> Mapping[str, str]:
    """Initials -> name for one paper of the document: its own key first, then what the other papers' keys agree on."""
    cached = context.cache.get(f"key of initials {paper}")
    if isinstance(cached, dict):
        return cached
    own: dict[str, set[str]] = {}
    others: dict[str, set[str]] = {}
    for item in context.printed:
        if item.view == "owner_keys" and {"initials", "name"} <= set(item.fields):
            initials = re.sub(r"[\s.]", "", item.fields["initials"].text)
            key = own if item.facts.get("paper") == paper else others
            key.setdefault(initials, set()).add(clean_name(item.fields["name"].text))
    known = {i: names for i, names in others.items() if i not in own} | own
    found = {initials: next(iter(names)) for initials, names in known.items() if len(names) == 1}
    context.cache[f"key of initials {paper}"] = found
    return found


def is_ongoing(text: str) -> bool:
    """Whether a target or status says that it goes on without an end."""
    return _ongoing().search(fold(text)) is not None


@cache
def _ongoing() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(vocabulary('ongoing'))}(?![\w-])")


def _is_progress(field: Field) -> bool:
    """Whether a status says how far a mitigation is, and not only which colour it has."""
    return len(field.text) > 2 and fold(field.text) not in {"red", "amber", "green", "yellow", "blue", "grey"}


def _add_owners(values: Values, owner: Field | None, key: Mapping[str, str]) -> tuple[str, ...]:
    """Owners, initials and posts of a cell; returns the initials that no key explains."""
    if owner is None or fold(owner.text) in {"n/a", "tbc", "tbd", "none", "-", "vacant"}:
        return ()
    lines = [owner.text[a:b].strip() for a, b in _between(owner)]
    found = read_owners(owner.text, key, lines if len(lines) > 1 else printed_lines(owner))
    sure = min(found.confidence, owner.confidence)
    for name, parts in (("owners", found.names), ("owner_initials", found.initials), ("owner_posts", found.posts)):
        if parts:
            values[name] = Value("; ".join(parts), owner, sure)
    return found.unknown


def _between(field: Field) -> list[tuple[int, int]]:
    places = [0, *field.breaks, len(field.text)]
    return list(pairwise(places))


def _tell_unknown(unknown: Iterable[str], record: Record, context: Context) -> None:
    for initials in unknown:
        message = f"no printed key says who {initials} is"
        context.findings.append(Finding("initials without a key", "warning", message, record, "owners", initials))


def _of_risk(parent: Record | None) -> Values:
    if parent is None or "ref" not in parent.values:
        return {}
    return {"ref": Value(parent.values["ref"].value, None, parent.values["ref"].confidence)}


def _facts(printed: Printed) -> Values:
    told = ("kind", "position", "header")
    return {name: Value(fact) for name, fact in printed.facts.items() if fact is not None and name in told}


def _text(field: Field) -> Value:
    return Value(field.text or None, field, field.confidence)


def _record(printed: Printed, values: Values, parent: Record | None) -> Record:
    held = {name: value for name, value in values.items() if value.value is not None}
    return Record(printed.view, held, printed, parent, printed.confidence)


HANDLERS: dict[str, Handler] = {
    "risks": risk,
    "risk_trends": trend,
    "risk_controls": control,
    "risk_actions": action,
    "risk_fields": risk_field,
    "owner_keys": owner_key,
    "risk_matrix": matrix,
}
