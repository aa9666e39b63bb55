"""Risk registers printed as forms, one risk a form or a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.families import Claim, Family
from extract.registers.build import control, risk_records
from extract.registers.facts import register_facts
from extract.registers.items import Item
from extract.registers.profiles import Profile, gather, rows_of
from models.record import Field, Printed
from models.section import Section

_RISK = re.compile(r"\brisks?\b", re.IGNORECASE)
_SCORED = ("_likelihood", "_impact_score", "_score", "_both")


def claim(section: Section) -> Claim:
    """As sure as the forms are full of a risk's fields."""
    profiles = gather(section)
    if not profiles:
        return Claim(0.0)
    best = max((_score(p) for p in profiles), default=0.0)
    if best < 0.3:
        return Claim(0.0)
    titles = [p.text for p in (section.paper.title, section.heading) if p is not None]
    named = any(_RISK.search(t) for t in titles)
    many = len(profiles) > 1
    score = min(0.98, best + 0.1 * named + 0.05 * many)
    return Claim(round(score, 3), (f"{len(profiles)} forms of a risk",))


def read(section: Section) -> Iterable[Printed]:
    """Each form's risk with its parts."""
    facts = register_facts(section, [])
    for profile in gather(section):
        if _score(profile) < 0.3:
            continue
        records = risk_records(rows_of(profile), facts, profile.method)
        yield from records
        if records:
            yield from _items(profile, records)


def _items(profile: Profile, records: list[Printed]) -> Iterable[Printed]:
    """The lists below the form's headings: controls, activities, actions."""
    counts = {"key_control": 0, "activity": 0, "action": 0}
    for record in records:
        if record.view == "risk_controls":
            counts[str(record.facts["kind"])] += 1
        elif record.view == "risk_actions":
            counts["action"] += 1
    for kind, paragraph, taken in profile.items:
        counts[kind] += 1
        text = Field(paragraph.text, paragraph.words, confidence=0.95)
        if kind == "action":
            facts = {"position": counts[kind]}
            yield Printed("risk_actions", {"description": text}, records[0], taken=taken, facts=facts)
        else:
            yield control(records[0], kind, counts[kind], text, Item(paragraph.words, taken))


def _score(profile: Profile) -> float:
    """How much a form says of a risk."""
    rows = rows_of(profile)
    held = set(rows.cells)
    if not held & {"title", "description"}:
        return 0.0
    evidence = (
        0.2,
        0.2 if any(f.endswith(_SCORED) for f in held) else 0.0,
        0.1 if "rating" in held else 0.0,
        0.1 if held & {"cause", "consequence"} else 0.0,
        0.1 if held & {"control", "activity"} or rows.actions or profile.items else 0.0,
        0.1 if "owner" in held else 0.0,
        0.05 if "ref" in held else 0.0,
        0.1 if any(_RISK.search(t) for v in profile.values for t in v.path) else 0.0,
    )
    return sum(evidence)


FAMILY = Family("profile", claim, read)
