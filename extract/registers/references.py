"""References printed at the head of the risks' titles, where no column of their own holds them: `1. Case backlog`,
`SR 4 – Flooding`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.columns import Assigned
from extract.registers.rows import RiskRows
from models.page import Word

_NUMBERED = re.compile(r"(?:[A-Z]{1,4}[-.]?)?\d{1,3}(?:\.\d{1,2})?[a-z]?[.:)]?")
_SIGN = re.compile(r"[A-Z]{2,5}")  # of a reference in two words: `SR 4`
_BETWEEN = frozenset({"-", "–", "—", ":", "|"})
_FEWEST = 3  # risks that say so
_SURE = 0.9


def with_references(risks: Sequence[RiskRows]) -> None:
    """Part reference and title where all titles begin with a reference, no two alike, each behind the one before."""
    if len(risks) < _FEWEST or any("ref" in risk.cells for risk in risks):
        return
    name = "title" if all("title" in risk.cells for risk in risks) else "description"
    heads = [_head(risk.cells[name][0][0].words) if name in risk.cells else () for risk in risks]
    if not all(heads):
        return
    refs = [" ".join(w.text for w in words).rstrip(".:)") for words in heads]
    signed = all(words[-1].text != ref or not ref.isdigit() for words, ref in zip(heads, refs, strict=True))
    numbers = [int(n.group()) for ref in refs if (n := re.search(r"\d+", ref))]
    if (
        len(set(refs)) < len(refs)
        or numbers != sorted(numbers)
        or not (signed or numbers == list(range(1, len(numbers) + 1)))
    ):
        return
    for risk, words, ref in zip(risks, heads, refs, strict=True):
        (cell, column), *rest = risk.cells[name]
        count = len(words)
        while count + 1 < len(cell.words) and cell.words[count].text in _BETWEEN:
            count += 1
        said = " ".join(cell.text.split()[count:])
        head = replace(cell, words=words, text=ref, fill=None, symbols=())
        risk.taken += cell.words[len(words) : count]
        risk.cells["ref"] = [(head, Assigned(column.column, "ref", min(column.confidence, _SURE)))]
        risk.cells[name] = [(replace(cell, words=cell.words[count:], text=said), column), *rest]


def reference_at_head(words: Sequence[Word]) -> int:
    """How many words of a text are the reference at its head, which may be all of it; 0 where none stands there."""
    if len(words) == 1:
        return int(_NUMBERED.fullmatch(words[0].text) is not None)
    if len(words) == 2 and _SIGN.fullmatch(words[0].text) and _NUMBERED.fullmatch(words[1].text):
        return 2
    return len(_head(words))


def _head(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a reference at the head of a text that goes on behind it; () where none stands there."""
    if len(words) > 2 and _SIGN.fullmatch(words[0].text) and _NUMBERED.fullmatch(words[1].text):
        return tuple(words[:2])
    return tuple(words[:1]) if len(words) > 1 and _NUMBERED.fullmatch(words[0].text) else ()
