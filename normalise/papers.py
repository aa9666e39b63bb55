"""Which papers of a pack may speak of the same people: its own, and those of the body that it names."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from models.section import Paper
from normalise.document import Context
from normalise.vocabularies import fold

SHORTER = 3  # words: of so many a name without what stands before it is the same body's (`NHS Anyshire Governing Body`)
OPENING = 8  # paragraphs of a paper's head in which it names a body


def bodies_that_meet(context: Context) -> Mapping[int, str]:
    """The id of every meeting that says whose it is -> the folded name of the body."""
    known = context.cache.get("bodies that meet")
    if not isinstance(known, dict):
        meetings = (p for p in context.printed if p.view == "meetings" and "body" in p.fields)
        known = {id(p): fold(p.fields["body"].text).removeprefix("the ") for p in meetings}
        context.cache["bodies that meet"] = known
    return known


def is_of_one_body(context: Context) -> bool:
    """Whether all meetings of the document are of one body: then its papers are, as far as people go."""
    bodies = set(bodies_that_meet(context).values())
    longest = max(bodies, key=len, default="")
    return all(b == longest or (len(b.split()) >= SHORTER and longest.endswith(f" {b}")) for b in bodies)


def names(paper: Paper, body: str) -> bool:
    """Whether a paper's head names a body."""
    return any(body in text for text in _head(paper))


@lru_cache(maxsize=64)
def _head(paper: Paper) -> Collection[str]:
    heads = (paper.title, paper.organisation, *paper.opening[:OPENING])
    return frozenset(fold(p.text) for p in heads if p is not None) | frozenset(map(fold, paper.furniture[:4]))
