"""In which paper of a pack a printed record stands."""

from __future__ import annotations

from collections.abc import Sequence

from models.record import Printed
from models.section import Paper


def paper_of(printed: Printed, papers: Sequence[Paper]) -> int:
    """The number of the paper that a record stands in; 0 where that is not known."""
    page = page_of(printed)
    return next((p.number for p in papers if p.first_page <= page <= p.last_page), 0)


def page_of(printed: Printed | None) -> int:
    """The page on which a record begins, that of its whole where nothing of it is on paper; 0 where that is not known."""
    while printed is not None:
        fields = (*printed.fields.values(), *printed.context.values())
        pages = [f.words[0].page for f in fields if f.words] + [f.place[0] for f in fields if f.place]
        pages = pages or [w.page for w in printed.taken[:1]]
        if pages:
            return min(pages)
        printed = printed.parent
    return 0
