"""Departments that own an action: names of one department that hold `&`, a comma or `and`, and posts over one."""

from __future__ import annotations

import re

from normalise.people import is_initials, kind_of, split_hard, split_soft
from normalise.vocabularies import vocabulary

_OVER = re.compile(r",|\s[–—-]\s")
_AND = re.compile(r"&|\band\b")
_LONGEST = 6  # words of a department's name


def is_department(text: str) -> bool:
    """Whether a text of several parts names one department: `Parks & Recreation`, `Planning, Building and Enforcement`."""
    parts = split_soft(text)
    joined = _AND.search(text) is not None and len(split_hard(text)) == 1  # `Police, Fire` are two
    return joined and len(parts) > 1 and _is_unit(parts)


def is_post_over(text: str) -> bool:
    """Whether a text is a post and what it is over: `Director, Parks & Recreation`, `Manager – Roads and Drainage`."""
    behind = _OVER.search(text)
    if behind is None:
        return False
    posts, head, unit = vocabulary("posts"), text[: behind.start()].casefold().split(), text[behind.end() :].strip()
    bare = bool(head) and all(posts.get(word) == "post" for word in head)
    return bare and len(split_hard(unit)) == 1 and _is_unit(split_soft(unit))


def _is_unit(parts: list[str]) -> bool:
    words = [w for part in parts for w in part.casefold().split()]
    units, posts = vocabulary("department_words"), vocabulary("posts")
    if not 0 < len(words) <= _LONGEST or any(is_initials(p) or kind_of(p) == "post" for p in parts):
        return False
    return any(w in units or posts.get(w) == "group" for w in words) and all(
        any(w in units or posts.get(w) == "group" for w in p.casefold().split()) or " " not in p for p in parts
    )
