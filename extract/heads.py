"""What the words of a page begin with, once a page: the first question of readers that look for certain words."""

from __future__ import annotations

from collections.abc import Collection

from extract.once import once_a_page
from extract.type_on import texts_on
from extract.wording import head_of
from models.page import Page

_MOST = 32768  # texts whose heads are remembered


class _Heads(dict[str, str]):
    """The heads of texts: asked of every word of every page, so kept where a look takes a tenth of a call."""

    def __missing__(self, text: str) -> str:
        head = self[text] = head_of(text)
        return head


_HEADS = _Heads()


@once_a_page
def heads_on(page: Page) -> tuple[str, ...]:
    """The first letters and digits of each word, as they are looked up, in the order of `Page.words`."""
    if len(_HEADS) > _MOST:
        _HEADS.clear()
    return tuple(map(_HEADS.__getitem__, texts_on(page)))


@once_a_page
def _different(page: Page) -> frozenset[str]:
    return frozenset(heads_on(page))


def places_of(page: Page, heads: Collection[str]) -> list[int]:
    """Where in `Page.words` the words stand that begin with one of `heads`, in their order."""
    if _different(page).isdisjoint(heads):
        return []
    return [place for place, head in enumerate(heads_on(page)) if head in heads]
