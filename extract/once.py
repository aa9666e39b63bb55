"""What readers ask of a page again and again, worked out once and kept with the page, as long as that is kept itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from models.page import Page

R = TypeVar("R")


def once_a_page(ask: Callable[[Page], R]) -> Callable[[Page], R]:
    """A question whose answer is remembered by the page that it was asked of."""

    @wraps(ask)
    def asked(page: Page) -> R:
        answers = page.answers
        if ask not in answers:
            answers[ask] = ask(page)
        return cast(R, answers[ask])

    return asked
