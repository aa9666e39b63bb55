"""The words of a page at which labels of cards begin: what is asked of a frame before the texts in it are read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from extract.families.card_texts import goes_on_from
from extract.heads import heads_on, places_of
from extract.wording import head_of
from models.geometry import Box, Spots
from models.page import Page, Word


def openings(page: Page, heads: Collection[str]) -> list[Word]:
    """The words of a page that may begin a label: the first of a text, and of letters as a label begins."""
    words = page.words
    return [words[n] for n in places_of(page, heads) if n == 0 or not goes_on_from(words[n - 1], words[n])]


class Labels:
    """Labels by what they begin with. `names` is a folded label -> the field it names, `of` what a printed word alone names."""

    def __init__(self, names: Mapping[str, str], of: Callable[[Word], str | None]) -> None:
        self._of = of
        self._by_head: dict[str, list[tuple[Sequence[str], str]]] = {}
        for label, name in names.items():
            heads = [head for word in label.split() if (head := head_of(word))]
            self._by_head.setdefault(head_of(label), []).append((heads[1:], name))
        self._behind = frozenset(head for rests in self._by_head.values() for rest, _ in rests for head in rest)

    @property
    def heads(self) -> Collection[str]:
        return self._by_head.keys()

    def begun_on(self, page: Page) -> Begun:
        """Where labels may begin on a page: the words that are one, and those of longer ones with the rest of it beside them."""
        heads, words = heads_on(page), page.words
        behind: dict[str, list[Word]] = {}  # what may go on with a label, by what it begins with
        for n in places_of(page, self._behind):
            behind.setdefault(heads[n], []).append(words[n])
        begun: dict[Word, frozenset[str]] = {}
        for n in places_of(page, self._by_head.keys()):
            if n and heads[n - 1] and goes_on_from(words[n - 1], words[n]):
                continue
            names = frozenset(self._names(words[n], heads[n], behind))
            if names:
                begun[words[n]] = names
        return Begun(begun)

    def _names(self, word: Word, head: str, behind: Mapping[str, Sequence[Word]]) -> Iterator[str]:
        alone = self._of(word)
        for rest, name in self._by_head[head]:
            if name == alone if not rest else all(_beside(word, behind.get(other, ())) for other in rest):
                yield name


class Begun:
    """The words at which labels may begin, with the fields that these may name."""

    def __init__(self, names: Mapping[Word, frozenset[str]]) -> None:
        self._names = names
        self._spots = Spots(tuple(names))

    def names_in(self, frame: Box) -> frozenset[str]:
        """The fields that labels in a frame may name: none else is named there."""
        return frozenset().union(*(self._names[word] for word in self._spots.inside(frame)))


def _beside(word: Word, others: Sequence[Word]) -> bool:
    """Whether one of some words stands to the right of another one, on its line."""
    left, top, bottom = word.x0, word.top, word.bottom
    return any(o.x0 >= left and o.top < bottom and top < o.bottom for o in others)
