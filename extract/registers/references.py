"""References printed at the head of the risks' titles, where no column of their own holds them: `1. Case backlog`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Assigned
from extract.registers.rows import RiskRows

_NUMBERED = re.compile(r"(?:[A-Z]{1,4}[-.]?)?\d{1,3}(?:\.\d{1,2})?[a-z]?[.:)]?")
_FEWEST = 3  # risks that say so
_SURE = 0.9


def with_references(risks: Sequence[RiskRows]) -> None:
    """Part reference and title where all titles begin with a reference, no two alike, each behind the one before."""
    if len(risks) < _FEWEST or any("ref" in risk.cells for risk in risks):
        return
    name = "title" if all("title" in risk.cells for risk in risks) else "description"
    heads = [risk.cells[name][0][0].words[:2] if name in risk.cells else () for risk in risks]
    if not all(len(words) > 1 and _NUMBERED.fullmatch(words[0].text) for words in heads):
        return
    refs = [words[0].text.rstrip(".:)") for words in heads]
    signed = all(words[0].text != ref or not ref.isdigit() for words, ref in zip(heads, refs, strict=True))
    numbers = [int(n.group()) for ref in refs if (n := re.search(r"\d+", ref))]
    if (
        len(set(refs)) < len(refs)
        or numbers != sorted(numbers)
        or not (signed or numbers == list(range(1, len(numbers) + 1)))
    ):
        return
    for risk, ref in zip(risks, refs, strict=True):
        (cell, column), *rest = risk.cells[name]
        said = " ".join(cell.text.split()[1:])
        head = replace(cell, words=cell.words[:1], text=ref, fill=None, symbols=())
        risk.cells["ref"] = [(head, Assigned(column.column, "ref", min(column.confidence, _SURE)))]
        risk.cells[name] = [(replace(cell, words=cell.words[1:], text=said), column), *rest]
