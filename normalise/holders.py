"""Who of a meeting holds a post that a text names in short: `the Clerk` is its `Town Clerk`, `the RFO` its `Deputy Clerk / RFO`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from normalise.vocabularies import fold

# posts of which a body has one: `Clerk` may stand for `Town Clerk`, `Officer` for none of several
_ONE_A_BODY = frozenset({"clerk", "treasurer", "secretary", "registrar", "convener", "bursar", "mayor", "provost"})
_BESIDE = frozenset(
    {"deputy", "vice", "assistant", "acting", "former", "past", "sub", "minute", "minutes", "recording"}
)
_PARTS = re.compile(r"\s*(?:/|,|;|&|\band\b|[()])\s*")


def holder_of(post: str, roles: Mapping[str, str]) -> str | None:
    """Who holds a post. `roles`: folded roles as a meeting's list prints them, each with its one holder. None where nobody, or
    several, may be meant."""
    said = fold(post).removeprefix("the ")
    if said in roles:
        return roles[said]
    parts = [(part, name) for role, name in roles.items() for part in _PARTS.split(role) if part]
    held = {name for part, name in parts if part == said}  # one of the posts that somebody holds: `CEO and Secretary`
    if not held and said in _ONE_A_BODY:
        held = {name for part, name in parts if part.endswith(f" {said}") and _BESIDE.isdisjoint(part.split())}
    return held.pop() if len(held) == 1 else None
