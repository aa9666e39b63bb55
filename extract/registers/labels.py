"""Several fields printed in one cell, each behind its label: `Cause: … Effect: …`, `Inherent 20 Current 12 Target 6`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from extract.registers.items import Item
from extract.text import lines_of
from extract.wording import Phrases, fold, likeness, phrases
from models.page import Word
from models.table import Cell

_FIELDS = ("title", "description", "cause", "consequence", "owner")
_LONGEST = 4  # words of a label


def labelled_parts(cells: Sequence[Cell]) -> dict[str | None, Item]:
    """Field -> its part of the cells, the label taken off; None is what stands before the first label. {} without labels."""
    parts: list[tuple[str | None, list[Word], list[Word]]] = []
    for cell in cells:
        for page in sorted({w.page for w in cell.words}):
            for line in lines_of([w for w in cell.words if w.page == page]):
                label = _label(line)
                named = _field(label, {p[0] for p in parts}) if label else None
                if named is not None:
                    parts.append((named, list(line[len(label) :]), list(label)))
                elif parts:
                    parts[-1][1].extend(line)
                else:
                    parts.append((None, list(line), []))
    if not any(named for named, _, _ in parts):
        return {}
    return {named: Item(tuple(words), tuple(label)) for named, words, label in parts if words}


def staged_parts(cells: Sequence[Cell]) -> dict[str, tuple[Word, ...]]:
    """Stage -> the words behind it, of a cell that holds the scores of two stages or more; {} of any other."""
    names = _stages()
    parts: dict[str, list[Word]] = {}
    current: list[Word] | None = None
    for cell in cells:
        for word in cell.words:
            stage = names.get(fold(word.text))
            if stage is not None and stage not in parts:
                current = parts.setdefault(stage, [])
            elif current is not None:
                current.append(word)
    told = {stage: tuple(words) for stage, words in parts.items() if any(c.isdecimal() for w in words for c in w.text)}
    return told if len(told) > 1 else {}


@cache
def _stages() -> Mapping[str, str]:
    """The stages that one word names."""
    return {p.words[0]: p.canonical for p in phrases("register_stages") if len(p.words) == 1}


def _label(line: Sequence[Word]) -> Sequence[Word]:
    """The words at the head of a line up to a colon; () where no label stands there."""
    for count, word in enumerate(line[:_LONGEST], start=1):
        if word.text.endswith(":"):
            return line[:count]
    return ()


@cache
def _known() -> Phrases:
    return Phrases(p for p in phrases("columns_register") if p.canonical in _FIELDS)


def _field(label: Sequence[Word], taken: set[str | None]) -> str | None:
    text = " ".join(w.text for w in label).rstrip(":")
    found = likeness(text, _known())
    ranked = sorted(found, key=lambda name: -found[name])
    return next((name for name in ranked if found[name] >= 0.7 and name not in taken), None)
