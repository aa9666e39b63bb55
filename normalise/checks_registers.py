"""What must add up in a register: products, references, scales, colours against the matrix, trends against scores."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from models.record import Field, Finding, Record, Scalar
from normalise.document import Check, Context
from normalise.rag import shade_of

STAGES = ("gross", "current", "residual", "target")
_STEPS = frozenset(range(1, 11))  # of a scale
_MULTIPLIES = 0.6  # from this share on a register is taken to multiply likelihood and impact
_REF = re.compile(r"(.*?)(\d+)")


def registers(records: Sequence[Record]) -> Iterator[list[Record]]:
    """The risks of each register of the document."""
    groups: dict[tuple[Scalar, ...], list[Record]] = defaultdict(list)
    for record in records:
        if record.view == "risks":
            title = record.values.get("register_title")
            body = record.values.get("organisation")
            groups[(title.value if title else None, body.value if body else None)].append(record)
    yield from groups.values()


def check_products(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Where a register multiplies elsewhere, a score that is not likelihood times impact is told."""
    for risks in registers(records):
        for stage in STAGES:
            triples = [(r, t) for r in risks if (t := _triple(r, stage)) is not None]
            right = sum(abs(a * b - s) < 1e-9 for _, (a, b, s) in triples)
            if right < 2 or right < _MULTIPLIES * len(triples):
                continue
            for risk, (likelihood, impact, score) in triples:
                product = likelihood * impact
                if abs(product - score) >= 1e-9:
                    yield Finding(
                        "score is not likelihood times impact",
                        "warning",
                        f"{likelihood:g} x {impact:g} is {product:g}, printed is {score:g}",
                        risk,
                        f"{stage}_score",
                        f"{score:g}",
                        f"{product:g}",
                    )


def check_lone_factors(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A score beside a likelihood alone, or an impact, that is no multiple of it on a scale: one of the two may be another measure."""
    for risk in (r for r in records if r.view == "risks"):
        for stage in STAGES:
            score = _number(risk, f"{stage}_score")
            factors = [f for m in ("likelihood", "impact") if (f := _number(risk, f"{stage}_{m}"))]
            if score is None or len(factors) != 1 or score / factors[0] in _STEPS:
                continue
            message = f"{score:g} is no product of {factors[0]:g}, the one factor that is read beside it"
            yield Finding("score does not fit its factor", "warning", message, risk, f"{stage}_score", f"{score:g}")


def check_references(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """References printed twice, and gaps in a run of numbers that is nearly whole."""
    for risks in registers(records):
        refs = [(r, str(r.values["ref"].value)) for r in risks if "ref" in r.values]
        counts = Counter(ref for _, ref in refs)
        for risk, ref in refs:
            if counts[ref] > 1:
                message = f"{counts[ref]} risks have the reference {ref}"
                yield Finding("reference printed twice", "warning", message, risk, "ref", ref)
        yield from _gaps([ref for _, ref in refs])


def check_scales(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """Likelihoods and impacts beyond the scale that the rest of the register keeps to."""
    for risks in registers(records):
        numbers = [
            (risk, name, value)
            for risk in risks
            for name in risk.values
            if name.endswith(("_likelihood", "_impact")) and (value := _number(risk, name)) is not None
        ]
        within = sum(1 <= v <= 5 for _, _, v in numbers)
        if len(numbers) < 6 or within < 0.9 * len(numbers):
            continue
        for risk, name, value in numbers:
            if not 1 <= value <= 5:
                message = f"{value:g} is beyond the scale of 1 to 5 that the register keeps to elsewhere"
                yield Finding("beyond the scale", "warning", message, risk, name, f"{value:g}")


def check_order(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A score with controls that is above the score without them, or a target above where the risk stands."""
    for record in records:
        if record.view != "risks":
            continue
        for before, after in (("gross_score", "current_score"), ("gross_score", "residual_score")):
            high, low = _number(record, before), _number(record, after)
            if high is not None and low is not None and low > high:
                message = f"{after.replace('_', ' ')} {low:g} is above {before.replace('_', ' ')} {high:g}"
                yield Finding("controls raise the score", "info", message, record, after, f"{low:g}")


def check_colours(records: Sequence[Record], context: Context) -> Iterable[Finding]:
    """Scores coloured otherwise than the printed matrix colours the same product."""
    bands = _bands(context)
    if not bands:
        return
    for record in records:
        if record.view != "risks":
            continue
        for stage in STAGES:
            triple, value = _triple(record, stage), record.values.get(f"{stage}_score")
            if triple is None or value is None or not isinstance(value.source, Field):
                continue
            painted = shade_of(value.source.fill)
            expected = bands.get((triple[0], triple[1]), set()) | bands.get((triple[1], triple[0]), set())
            if painted and expected and painted not in expected:
                message = (
                    f"{triple[0]:g} x {triple[1]:g} is {' or '.join(sorted(expected))} in the matrix, here {painted}"
                )
                yield Finding("colour differs from the matrix", "info", message, record, f"{stage}_score", painted)


def check_trends(records: Sequence[Record], context: Context) -> Iterable[Finding]:  # noqa: ARG001 (a Check)
    """A risk's one arrow that points against the two scores printed beside it."""
    arrows: dict[int, list[Record]] = defaultdict(list)
    for record in records:
        if record.view == "risk_trends" and record.parent is not None and "trend" in record.values:
            arrows[id(record.parent)].append(record)
    for trends in arrows.values():
        risk = trends[0].parent
        if risk is None or len(trends) != 1:
            continue
        before, now = _number(risk, "previous_score"), _number(risk, "current_score")
        way = trends[0].values["trend"].value
        if before is None or now is None or way not in {"up", "down", "level"}:
            continue
        expected = "up" if now > before else "down" if now < before else "level"
        if way != expected:
            message = f"the arrow says {way}, the scores went from {before:g} to {now:g}"
            yield Finding("trend against the scores", "info", message, trends[0], "trend", str(way), expected)


def _gaps(refs: Sequence[str]) -> Iterator[Finding]:
    runs: dict[str, list[int]] = defaultdict(list)
    for ref in refs:
        match = _REF.fullmatch(ref)
        if match:
            runs[match.group(1)].append(int(match.group(2)))
    for prefix, numbers in runs.items():
        whole = range(min(numbers), max(numbers) + 1)
        missing = sorted(set(whole) - set(numbers))
        if len(numbers) >= 4 and missing and len(missing) <= 0.2 * len(whole):
            names = ", ".join(f"{prefix}{n}" for n in missing)
            message = f"the references run from {prefix}{whole[0]} to {prefix}{whole[-1]} without {names}"
            yield Finding("gap in the references", "info", message, value_expected=names)


def _bands(context: Context) -> dict[tuple[float, float], set[str]]:
    """(factor, factor) -> the colours that the document's matrices give their product."""
    bands: dict[tuple[float, float], set[str]] = defaultdict(set)
    for item in context.printed:
        if item.view == "risk_matrix":
            shade = shade_of(item.fields["score"].fill)
            one, other = item.facts.get("one"), item.facts.get("other")
            if shade and isinstance(one, int) and isinstance(other, int):
                bands[(one, other)].add(shade)
    return bands


def _triple(record: Record, stage: str) -> tuple[float, float, float] | None:
    likelihood, impact, score = (_number(record, f"{stage}_{m}") for m in ("likelihood", "impact", "score"))
    return None if likelihood is None or impact is None or score is None else (likelihood, impact, score)


def _number(record: Record, name: str) -> float | None:
    value = record.values.get(name)
    number = value.value if value is not None else None
    return float(number) if isinstance(number, int | float) and not isinstance(number, bool) else None


CHECKS: tuple[Check, ...] = (
    check_products,
    check_lone_factors,
    check_references,
    check_scales,
    check_order,
    check_colours,
    check_trends,
)
