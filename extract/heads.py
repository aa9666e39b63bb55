"""What the words of a page begin with, once a page: the first question of readers that look for certain words."""

from __future__ import annotations

from extract.once import once_a_page
from extract.wording import head_of
from models.page import Page


@once_a_page
def heads_on(page: Page) -> tuple[str, ...]:
    """The first letters and digits of each word, as they are looked up, in the order of `Page.words`."""
    return tuple([head_of(word.text) for word in page.words])
