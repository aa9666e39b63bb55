"""What records took of the words of a section, and what they left for others to read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from models.page import Word
from models.record import Printed
from models.section import Block, Figure, Paragraph
from models.table import Table


def words_taken(records: Iterable[Printed]) -> set[Word]:
    """All words that records account for."""
    held, context = _words(records)
    return held | context


def left_of(
    whole: Sequence[Block], blocks: Sequence[Block], heads: Collection[int], records: Sequence[Printed]
) -> tuple[tuple[Block, ...], set[int]]:
    """The blocks of which records took no word, and the heads, by identity: those that only told what records are of.

    A table of which they took no more is left as well: the front sheet that gives a register its title and its day is a
    report's. A line is not, as a title alone makes no paper; whoever reads what is left has it with the rest.
    """
    held, context = _words(records)
    left: list[Block] = []
    told: set[int] = set()
    offered = set(map(id, blocks))
    for block in whole:
        if isinstance(block, Figure) or not (id(block) in offered or id(block) in heads):
            continue
        words = list(block_words(block))
        if not held.isdisjoint(words):
            continue
        if id(block) in offered and (isinstance(block, Table) or context.isdisjoint(words)):
            left.append(block)
        else:
            told.add(id(block))
    return tuple(left), told


def block_words(block: Block) -> Iterable[Word]:
    """The words of a paragraph, a table or a figure."""
    if isinstance(block, Table):
        return chain.from_iterable([cell.words for cell in block.cells])
    return block.all_words if isinstance(block, Paragraph) else block.words


def _words(records: Iterable[Printed]) -> tuple[set[Word], set[Word]]:
    """The words of records' own fields, labels and the like; and those that say what records are of, as a register's title."""
    held: set[Word] = set()
    context: set[Word] = set()
    for record in records:
        if record.taken:
            held.update(record.taken)
        for item in record.fields.values():
            held.update(item.words)
        for item in record.context.values() if record.context else ():
            context.update(item.words)
    return held, context
