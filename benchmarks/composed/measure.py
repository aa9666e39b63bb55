"""How well a made-up paper is read: F1 over the views of its gold, and the wrong fields that nobody is warned of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.calibration import compare
from benchmarks.composed.paper import Paper
from extract.document import extract_document
from models.record import Record
from normalise.document import normalise_document
from tests.scoring import score


@dataclass(frozen=True, slots=True)
class Reading:
    """`fields` are those read in the views of the gold; `silent` of them are wrong without a finding or a low confidence."""

    name: str
    choices: Mapping[str, str]
    f1: float
    fields: int
    silent: int
    wrong: tuple[str, ...]


def read(paper: Paper, pdf: bytes) -> Reading:
    """Reads the paper as `ingest` does, without a database, and holds it against its gold."""
    extracted = extract_document(pdf)
    made = normalise_document(extracted.printed, {claim.section.paper for claim in extracted.claims})
    told = {(id(f.record), f.field) for f in made.findings if f.record is not None and f.severity != "info"}
    by_view: dict[str, list[Record]] = defaultdict(list)
    for record in made.records:
        by_view[record.view].append(record)
    right = off = fields = silent = 0
    wrong: list[str] = []
    for view, gold in paper.gold.items():
        found = [{name: value.value for name, value in record.values.items()} for record in by_view[view]]
        result = score(view, gold, found)
        right, off = right + result.right, off + result.false + result.missed
        wrong += [f"{view}: {line}" for line in result.wrong]
        judged = list(compare(view, gold, by_view[view], told))
        fields += len(judged)
        silent += sum(not one.right and not one.warned for one in judged)
    f1 = 2 * right / (2 * right + off) if right + off else 1.0
    return Reading(paper.name, paper.choices, f1, fields, silent, tuple(wrong))


def by_value(readings: Sequence[Reading]) -> list[tuple[float, int, str]]:
    """Mean F1 of the papers with each value of each axis, and how many they are, the worst first."""
    found: dict[str, list[float]] = defaultdict(list)
    for reading in readings:
        for axis, value in reading.choices.items():
            found[f"{axis}={value}"].append(reading.f1)
    return sorted((sum(those) / len(those), len(those), told) for told, those in found.items())


def report(readings: Sequence[Reading], worst: int) -> Iterator[str]:
    """The lines that are printed; of the `worst` papers with their choices and what is wrong."""
    mean = sum(reading.f1 for reading in readings) / len(readings)
    fields, silent = sum(r.fields for r in readings), sum(r.silent for r in readings)
    yield f"{len(readings)} papers, mean F1 {mean:.4f}; {sum(r.f1 == 1 for r in readings)} without a fault"
    yield f"{silent} of {fields} fields are wrong and nobody is warned ({silent / max(1, fields):.2%})"
    yield f"{'F1':>6}{'papers':>8}  axis=value"
    yield from (f"{f1:6.3f}{count:8}  {told}" for f1, count, told in by_value(readings))
    for reading in sorted(readings, key=lambda r: r.f1)[:worst]:
        if reading.wrong:
            yield f"{reading.name}: {reading.f1:.3f}, {', '.join(f'{a}={v}' for a, v in reading.choices.items())}"
            yield from (f"    {line}" for line in reading.wrong[:8])
