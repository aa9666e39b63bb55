"""Whether a section speaks of risks as forms of risks do, in its labels: what is asked first, as it costs least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from extract.heads import heads_on, places_of
from extract.once import once_a_page
from extract.registers.form_labels import split
from extract.registers.pieces import parted
from extract.vocabularies import rows
from extract.wording import head_of
from models.page import Page, Word
from models.section import Paragraph, Section
from models.table import Table

_FEWEST = 3  # words of risks in the labels of forms, on a page and the next; those of one form are half of them words of risks
_DIFFERENT = 2  # of them: lists of one kind of thing repeat one word


def speaks_of_risks(section: Section) -> bool:
    """Whether words of risks stand where labels do: in cells, or at gaps and changes of type, that hold few words or a colon."""
    told: dict[int, list[str]] = {}  # by page
    of_risks = _of_risks()
    silent = _silent(section)
    for words in _runs(section, silent):
        heads = [head_of(word.text) for word in words]
        if of_risks.isdisjoint(heads):
            continue
        for at, (word, head) in enumerate(zip(words, heads, strict=True)):
            if head in of_risks and word in split(_part_around(words, at))[0]:
                told.setdefault(word.page, []).append(head)
                near = [*told[word.page], *told.get(word.page - 1, ())]
                if len(near) >= _FEWEST and len(set(near)) >= _DIFFERENT:
                    return True
    return False


def _silent(section: Section) -> Set[int]:
    """The pages on which too few words of risks stand, whatever they label, and that are followed by such pages."""
    told = {page.number: _heads_of_risks(page) for page in section.pages}
    speak: set[int] = set()
    for number, heads in told.items():
        near = [*heads, *told.get(number - 1, ())]
        if len(near) >= _FEWEST and len(set(near)) >= _DIFFERENT:
            speak.update((number - 1, number))
    return told.keys() - speak


@once_a_page
def _heads_of_risks(page: Page) -> Sequence[str]:
    """What the words of risks on a page begin with."""
    heads = heads_on(page)
    return [heads[place] for place in places_of(page, _of_risks())]


def _runs(section: Section, silent: Set[int]) -> Iterator[Sequence[Word]]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield from (c.words for c in block.cells if not all(page in silent for page, _ in c.boxes))
        elif isinstance(block, Paragraph):
            yield from (line.words for line in block.lines if line.page not in silent)


def _part_around(words: Sequence[Word], at: int) -> Sequence[Word]:
    first, last = at, at + 1
    while first and not parted(words[first - 1], words[first]):
        first -= 1
    while last < len(words) and not parted(words[last - 1], words[last]):
        last += 1
    return words[first:last]


@cache
def _of_risks() -> frozenset[str]:
    return frozenset(head_of(row["printed"]) for row in rows("risk_words"))
