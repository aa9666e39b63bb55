"""One register printed twice in a document: a summary in the covering report, and the whole in its appendix."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extract.registers.whose import body_of, owns
from extract.wording import fold
from models.page import Word
from models.record import Field, Printed
from models.section import Section

_ALIKE = 80.0  # likeness of two wordings from which two prints with one reference are one risk
_SAME = 95.0  # the same without references
_SHARED = 0.6  # share of the shorter print's risks that the other prints too
_FEWEST = 2  # risks that both print
_EQUAL = 0.9  # share of the scores both print that are the same: two editions differ in more
_THINNER = 0.75  # what a summary says of its risks, of what the whole says
_SURE = 0.8  # from here the day a register stands at is known, not guessed
_INHERITED = 0.75  # the body of an appendix is taken to be that of the paper before

_APPENDED = re.compile(
    r"\b(?P<what>appendi(?:x|ces)|annex(?:e|es)?|enclosures?|attachments?)\b\s*(?P<label>[A-Z]\d{0,2}|\d{1,2}[a-z]?)?\b",
    re.IGNORECASE,
)
_REGISTER = re.compile(r"\brisk registers?\b|\bassurance framework\b", re.IGNORECASE)

Parts = Mapping[int, Sequence[Printed]]


def without_summaries(printed: Sequence[Printed], sections: Sequence[Section]) -> list[Printed]:
    """All records, a risk that two papers print once: the fuller print, with what only the other says."""
    papers: dict[object, list[Printed]] = {}
    for record in printed:
        if record.view == "risks":
            papers.setdefault(record.facts.get("paper"), []).append(record)
    if not papers:
        return list(printed)
    bodies = _inherited(papers, sections)
    parts: dict[int, list[Printed]] = {}
    for record in printed:
        if record.parent is not None:
            parts.setdefault(id(record.parent), []).append(record)
    merged: dict[int, Printed] = {}  # the summary's risk -> the whole's
    numbers = list(papers)
    for a, one in enumerate(numbers):
        for other in numbers[a + 1 :]:
            thin, full = sorted((papers[one], papers[other]), key=lambda risks: _weight(risks, parts))
            if not any(id(r) in merged for r in (*thin, *full)):
                merged |= {id(t): f for t, f in _pairs(thin, full, parts)}
    return _rebuilt(printed, merged, parts, bodies) if merged or bodies else list(printed)


def _inherited(papers: Mapping[object, Sequence[Printed]], sections: Sequence[Section]) -> dict[object, Field]:
    """Paper -> the body of the report before it, for papers with risks that name none and belong to that report."""
    found: dict[object, Field] = {}
    for number, risks in papers.items():
        if any("organisation" in r.context for r in risks):
            continue
        own = [s for s in sections if s.paper.number == number]
        before = _report_before(number, sections)
        if not (_announces(before, own) or _share(papers.get(before[0].paper.number if before else None, ()), risks)):
            continue  # papers of several bodies, bound one after the other
        for section in reversed(before):
            body = body_of(section, None)
            if body is not None and owns(body.text):
                found[number] = replace(body, confidence=min(body.confidence, _INHERITED))
                break
    return found


def _report_before(number: object, sections: Sequence[Section]) -> list[Section]:
    """The sections of the paper before one, those that are appended to something themselves passed over."""
    before: list[Section] = []
    while isinstance(number, int) and number > 0 and (not before or _appendix(before)):
        number -= 1
        before = [s for s in sections if s.paper.number == number]
    return before


def _appendix(sections: Sequence[Section]) -> re.Match[str] | None:
    """What a paper calls itself in its first lines: `Appendix B`."""
    opening = (p for s in sections for p in (*filter(None, [s.paper.title]), *s.paper.opening))
    return next(filter(None, (_APPENDED.match(p.text) for p in opening)), None)


def _announces(before: Sequence[Section], own: Sequence[Section]) -> bool:
    """Whether a report speaks of the appendix that the next paper calls itself, or of a register that is appended."""
    texts = [p.text for s in before for p in s.paragraphs]
    told = {(m["what"][:5].casefold(), (m["label"] or "").casefold()) for t in texts for m in _APPENDED.finditer(t)}
    called = _appendix(own)
    if called is not None:
        return (called["what"][:5].casefold(), (called["label"] or "").casefold()) in told
    return bool(told) and any(_REGISTER.search(t) for t in texts)


def _share(one: Sequence[Printed], other: Sequence[Printed]) -> bool:
    """Whether two papers print risks of one register."""
    return sum(any(_same(a, b) for b in other) for a in one) >= _FEWEST


def _weight(risks: Sequence[Printed], parts: Parts) -> float:
    """How much is said of each risk, on average."""
    return sum(len(r.fields) + len(parts.get(id(r), ())) for r in risks) / len(risks)


def _pairs(thin: Sequence[Printed], full: Sequence[Printed], parts: Parts) -> list[tuple[Printed, Printed]]:
    """Each risk of a summary with the same one of the whole; [] where the two are not prints of one register."""
    if _weight(thin, parts) > _THINNER * _weight(full, parts) or _dated_apart(thin[0], full[0]):
        return []
    found: list[tuple[Printed, Printed]] = []
    left = list(full)
    for risk in thin:
        same = next((f for f in left if _same(risk, f)), None)
        if same is not None:
            left.remove(same)
            found.append((risk, same))
    scored = [
        a.fields[name].text == b.fields[name].text
        for a, b in found
        for name in set(a.fields) & set(b.fields)
        if _score(name)
    ]
    alike = not scored or sum(scored) >= _EQUAL * len(scored)
    return found if alike and len(found) >= max(_FEWEST, _SHARED * min(len(thin), len(full))) else []


def _score(name: str) -> bool:
    return name.endswith(("_score", "_likelihood", "_impact", "_both")) and not name.startswith("previous")


def _dated_apart(one: Printed, other: Printed) -> bool:
    dates = [r.context.get("as_of") for r in (one, other)]
    sure = [fold(d.text) for d in dates if d is not None and d.confidence >= _SURE]
    return len(sure) == 2 and sure[0] not in sure[1] and sure[1] not in sure[0]


def _same(one: Printed, other: Printed) -> bool:
    refs = [fold(r.fields["ref"].text) if "ref" in r.fields else "" for r in (one, other)]
    said = [[fold(r.fields[n].text) for n in ("title", "description") if n in r.fields] for r in (one, other)]
    likeness = max((fuzz.token_set_ratio(a, b) for a in said[0] for b in said[1]), default=0.0)
    if all(refs):
        return refs[0] == refs[1] and likeness >= _ALIKE
    return likeness >= _SAME and len(min((*said[0], *said[1]), key=len)) > 15


def _rebuilt(
    printed: Sequence[Printed], merged: Mapping[int, Printed], parts: Parts, bodies: Mapping[object, Field]
) -> list[Printed]:
    """The records with the prints of each risk made one, and each part under the risk it now belongs to."""
    summaries = {id(full): r for r in printed if (full := merged.get(id(r))) is not None}
    whole: dict[int, Printed] = {}
    for record in printed:
        if record.view == "risks" and id(record) not in merged:
            body = bodies.get(record.facts.get("paper"))
            context = {**record.context, "organisation": body} if body is not None else record.context
            whole[id(record)] = _completed(replace(record, context=context), summaries.get(id(record)))
    moved: dict[int, list[Printed]] = {}  # what only a summary says goes behind the whole's risk
    for record in printed:
        full = merged.get(id(record.parent))
        if full is not None and _is_new(record, parts.get(id(full), ())):
            moved.setdefault(id(full), []).append(replace(record, parent=whole[id(full)]))
    found: list[Printed] = []
    for record in printed:
        if id(record) in whole:
            found += [whole[id(record)], *moved.get(id(record), ())]
        elif record.parent is not None and id(record.parent) in whole:
            found.append(replace(record, parent=whole[id(record.parent)]))
        elif id(record) not in merged and id(record.parent) not in merged:
            found.append(record)
    return found


def _completed(full: Printed, summary: Printed | None) -> Printed:
    """A risk with the fields that only its summary prints; the summary's other words are taken."""
    if summary is None:
        return full
    own = {**{n: f for n, f in summary.fields.items() if n not in full.fields}, **full.fields}
    context = {**summary.context, **full.context}
    spent: Iterable[Word] = (w for n, f in summary.fields.items() if n in full.fields for w in f.words)
    return replace(full, fields=own, context=context, taken=(*full.taken, *summary.taken, *spent))


def _is_new(record: Printed, printed: Sequence[Printed]) -> bool:
    """Whether a part says what the other print of its risk leaves out: a trend where it has none, a cell of its own."""
    alike = [p for p in printed if p.view == record.view]
    if record.view == "risk_fields":
        return not any(p.facts.get("header") == record.facts.get("header") for p in alike)
    return not alike
