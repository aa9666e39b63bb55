"""Items that are motions with numbers of their own: `R1`, `R2`, each beside who moved it, with headings without numbers between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.meeting.headings import Heading, find_headings
from extract.meeting.mover_columns import is_set_motion
from extract.meeting.pieces import Piece

FEWEST = 2  # motions, and headings with numbers of their own under which the motions stand


def motion_items(pieces: Sequence[Piece]) -> list[Heading]:
    """The motions as items, and the headings among them; [] where the motions stand under headings with numbers."""
    motions = [i for i, p in enumerate(pieces) if is_set_motion(p)]
    if len(motions) < FEWEST:
        return []
    moved = set(motions)
    heads = find_headings([replace(p, marker=None, marker_words=()) if i in moved else p for i, p in enumerate(pieces)])
    heads = [h for h in heads if h.index not in moved]
    if sum(h.number is not None for h in heads) >= FEWEST:
        return []
    found: dict[int, Heading] = {i: Heading(i, i, pieces[i].marker, (), score=0.85) for i in motions}
    ends = {h.index for h in heads} | {len(pieces)}
    for head in heads:
        stop = min(e for e in ends if e > head.index)
        below = [i for i in motions if head.index < i < stop]
        if below[:1] == [head.stop] and not head.cut:
            # over one motion it is the motion's heading, over several it is that of a part of the minutes
            alone = len(below) == 1
            found[head.index] = (
                replace(head, number=pieces[below[0]].marker, number_at=below[0])
                if alone
                else replace(head, group=True)
            )
            if alone:
                del found[below[0]]
        else:
            found[head.index] = head
    return [found[i] for i in sorted(found)]
