"""A section of risks read to its records, whether it prints tables, forms, or a table first and then a form each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extract.registers.action_tables import lists_actions, with_actions
from extract.registers.actions import says_none
from extract.registers.blocks import with_blocks
from extract.registers.brackets import parted
from extract.registers.build import Setting, control, risk_records
from extract.registers.bullets import with_bullets, with_standing
from extract.registers.cards import profiles_of
from extract.registers.categories import goals_over, headings_over, with_categories
from extract.registers.facts import register_facts
from extract.registers.items import Item
from extract.registers.keys_below import key_records
from extract.registers.labelled_lists import with_labelled_lists
from extract.registers.merged import Found, merged
from extract.registers.parents import without_parents
from extract.registers.profiles import Profile, rows_of, score_of, words_of
from extract.registers.references import with_references
from extract.registers.repeated_heads import heads_of_forms
from extract.registers.rows import RiskRows, Sourced, read_rows
from extract.registers.same_heads import agreed
from extract.registers.slides import read_slides
from extract.registers.stacks import with_stacks
from extract.registers.statements import with_descriptions
from extract.registers.tables import MAY_BE, MEASURED, Register, registers_of
from extract.wording import likeness, phrases
from models.record import Field, Printed
from models.section import Section
from models.table import Cell

_KNOWN = 0.75  # likeness from which a label is one that is known
_FULL_FORM = 0.3  # a form that says less of a risk is none


def read_section(section: Section) -> list[Printed]:
    """The risks of a section with their parts, then the controls printed apart from them."""
    forms = with_blocks(section)[1]
    told = any(score_of(p) >= _FULL_FORM for p in profiles_of(section))
    forms |= heads_of_forms(section) if told else frozenset()
    registers = [r for r in registers_of(section, beside=told) if id(r.table) not in forms]
    registers = [r for r in registers if not told or not _is_of_forms(r, section)]
    registers = agreed(_without_actions(registers))
    if not registers and not forms and not told:
        registers = registers_of(section, MAY_BE)  # under headings never seen: the section's title says what it is
    facts = register_facts(section, [r.layout for r in registers])
    setting = Setting(facts, section.paper.number, {p.number: p for p in section.pages})
    found = merged([*_in_tables(registers, headings_over(section, [r.table for r in registers])), *_in_forms(section)])
    spent = {id(w) for risk in found if risk.profile is not None for w in words_of(risk.profile)}
    if registers:
        read = {*forms, *(id(r.table) for r in registers)}
        beside = [
            t for t in section.tables if id(t) not in read and not any(id(w) in spent for c in t.cells for w in c.words)
        ]
        with_actions([risk.rows for risk in found], beside)
    records: list[Printed] = []
    for register in registers:
        records.extend(key_records(register.inner, register.table.method, section.paper.number))
    for risk in found:
        with_bullets(risk.rows, setting.pages)
        with_standing(risk.rows)
        made = risk_records(risk.rows, setting, risk.method)
        records.extend(made)
        if made and risk.profile is not None:
            records.extend(_items(risk.profile, made))
    apart = [p for p in section.paragraphs if not any(id(w) in spent for w in p.all_words)]
    records.extend(read_slides(apart, [r for r in records if r.view == "risks"]))
    return records


def _without_actions(registers: list[Register]) -> list[Register]:
    """Registers but for tables that score nothing and name the risks of the others again and again: for what is done about them."""
    scored = [r for r in registers if MEASURED in r.reasons]
    if not scored or len(scored) == len(registers):
        return registers
    risks = [risk.rows for risk in _in_tables(scored, {})]
    return [r for r in registers if r in scored or not lists_actions(r.table, risks)]


def _is_of_forms(register: Register, section: Section) -> bool:
    """Whether the values of a table are all read as values of forms: the scores of one risk, and no list of risks."""
    spent = {id(w) for p in profiles_of(section) if score_of(p) >= _FULL_FORM for w in words_of(p)}
    words = [w for c in register.table.cells if c.row >= register.layout.heading_rows for w in c.words]
    return all(id(w) in spent for w in words)


def _in_tables(registers: list[Register], over: Mapping[int, Cell]) -> list[Found]:
    found: list[Found] = []
    before: tuple[Register, RiskRows] | None = None
    for register in registers:
        follows = before is not None and before[0].fields == register.fields
        last = before[1] if before is not None and follows else None
        rows = without_parents(read_rows(register.table, register.layout, register.columns, last, register.inner))
        for row in rows:
            row.band = over.get(id(register.table), row.band)
        source = found[-1].source if found and follows else register
        found.extend(Found(row, register.table.method, source) for row in rows)
        newest = rows[-1] if rows else last
        if newest is not None:
            before = (register, newest)
    for of_one in _by_source(found):
        with_categories(of_one)
        with_stacks(of_one)
        with_references(of_one)
        with_descriptions(of_one)
        with_labelled_lists(of_one)
    return found


def _by_source(found: Sequence[Found]) -> list[list[RiskRows]]:
    """The risks of each register by itself: a summary and the whole print references and titles in different ways."""
    groups: dict[int, list[RiskRows]] = {}
    for risk in found:
        groups.setdefault(id(risk.source), []).append(risk.rows)
    return list(groups.values())


def _in_forms(section: Section) -> list[Found]:
    profiles = [p for p in profiles_of(section) if score_of(p) >= _FULL_FORM]
    found = [Found(_named_by_bar(rows_of(p)), p.method, p, p) for p in profiles]
    with_references([risk.rows for risk in found])  # a number in a circle before the title of each card
    goals = goals_over(section, [risk.rows for risk in found])
    for risk in found:
        risk.rows.band = risk.rows.band or goals.get(id(risk.rows))
    return found


def _named_by_bar(rows: RiskRows) -> RiskRows:
    """A form whose bar names the risk states it again under a label (`Principal risk`): that is its description."""
    held = rows.cells.get("title", [])
    stated = [*held, *(o for o in rows.others if _states(o))]
    bars = [s for s in stated if s[1].column.path == ("Title",)]
    labelled = [s for s in stated if s not in bars]
    if len(bars) == 1 and len(labelled) == 1 and "description" not in rows.cells:
        rows.others = [o for o in rows.others if o not in stated]
        rows.cells["title"], rows.cells["description"] = bars, labelled
    return rows


def _states(other: Sourced) -> bool:
    """Whether a labelled value is one that states a risk."""
    return likeness(other[1].column.leaf, phrases("columns_register")).get("title", 0.0) >= _KNOWN


def _items(profile: Profile, records: list[Printed]) -> Iterator[Printed]:
    """The lists below a form's headings: controls, activities, actions."""
    counts = {"key_control": 0, "activity": 0, "action": 0}
    for record in records:
        if record.view == "risk_controls":
            counts[str(record.facts["kind"])] += 1
        elif record.view == "risk_actions":
            counts["action"] += 1
    for kind, paragraph, taken in profile.items:
        if kind != "key_control" and says_none(paragraph.text):
            continue
        counts[kind] += 1
        text = Field(paragraph.text, paragraph.words, confidence=0.95)
        if kind == "action":
            facts = {"position": counts[kind]}
            fields = parted(paragraph.words) or {"description": text}
            yield Printed("risk_actions", fields, records[0], taken=taken, facts=facts)
        else:
            yield control(records[0], kind, counts[kind], text, Item(paragraph.words, taken))
