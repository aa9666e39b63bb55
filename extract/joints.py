"""Where the pages of one file end and those of another begin, in a pack that was bound from many.

Papers that one program wrote share their fonts, page by page: each is in the file once. Where no font that is used before a page
is used on it or after it, the pages there were written apart. What was printed over all pages of the pack when it was bound (a
page number, a stamp) does not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from models.page import Page

# points for a new paper: no font in common; a picture where text was, or text behind one; no font in common on single pages alike
APART, SCANNED, DOUBTED = 1.5, 1.0, 0.5
FARTHEST = 30  # pages between two uses of a font by one file
STAMPED = 0.9  # share of the pages from which a font may be that of a stamp
LEAST_LEFT = 0.8  # share of the pages that have other fonts, where it is one
LEAST_PAGES = 12  # a stamp is told in packs of this length


def joints(pages: Sequence[Page]) -> Mapping[int, float]:
    """The numbers of the pages with which another file begins, as far as fonts tell, each with how much speaks for it in points.

    Pages that are pictures name no font: where they begin or end, and no font goes on behind them, less is known.
    """
    fonts = _without_stamps([page.fonts for page in pages])
    next_use = _next_uses(fonts)
    found: dict[int, float] = {}
    reach = -1
    for place, own in enumerate(fonts):
        if place and reach < place and (own or fonts[place - 1]):
            scanned = not (own and fonts[place - 1])
            if own or place < len(fonts) - 1:  # the last page of a paper may be a picture of its signature
                found[pages[place].number] = SCANNED if scanned else APART
        reach = max([reach, *next_use[place]])
    return {
        page.number: DOUBTED if _page_by_page(before, page, after, found) else found[page.number]
        for before, page, after in zip(pages, pages[1:], [*pages[2:], None], strict=False)
        if page.number in found
    }


def _next_uses(fonts: Sequence[frozenset[Hashable]]) -> list[list[int]]:
    """For each page the places of the next pages that use its fonts, where these are near: a paper may stand in a pack twice."""
    found: list[list[int]] = [[] for _ in fonts]
    seen: dict[Hashable, int] = {}
    for place in range(len(fonts) - 1, -1, -1):
        found[place] = [seen[font] for font in fonts[place] if font in seen and seen[font] - place <= FARTHEST]
        seen.update(dict.fromkeys(fonts[place], place))
    return found


def _page_by_page(before: Page, page: Page, after: Page | None, found: Mapping[int, float]) -> bool:
    """Whether a page that stands alone is set in the very type of the one before: some programs embed fonts anew on each page."""
    alone = before.number in found or before.number == 1 or after is None or after.number in found
    return alone and found[page.number] == APART and _type(before) == _type(page)


def _type(page: Page) -> frozenset[str]:
    """The names of the fonts that words are set in, without tags."""
    return frozenset(name.rpartition("+")[2] for name in {word.font.name for word in page.words})


def _without_stamps(fonts: Sequence[frozenset[Hashable]]) -> Sequence[frozenset[Hashable]]:
    """The fonts of each page less those that nearly all pages have, where nearly all have others besides."""
    if len(fonts) < LEAST_PAGES:
        return fonts
    counted = Counter(font for own in fonts for font in own)
    common = frozenset(font for font, count in counted.items() if count >= STAMPED * len(fonts))
    left = [own - common for own in fonts]
    return left if sum(map(bool, left)) >= LEAST_LEFT * len(fonts) else fonts
