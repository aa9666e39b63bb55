"""Words for places and for units of work, which are set as names are: `Weir Lane`, `Community Care`, `Education`."""

from __future__ import annotations

import re

from normalise.vocabularies import fold, vocabulary

# how words for work and its care end, and few surnames do
UNIT_ENDS = re.compile(r"(?:[aeg]ment|[st]ions?|[lrt]ity|ety|ics|ology|ships?|(?:ten|pli|sur)ance|ures?)$")
_OF_WORK = re.compile(r"(?:[tc]al|[tlc]ic|ary|tive)$")  # `public`, `medical`, `primary`
# fmt: off
_PLACES = frozenset({
    "lane", "road", "street", "avenue", "park", "house", "centre", "depot", "station", "site", "yard", "hall", "court",
    "square", "bridge", "district", "region", "area", "north", "south", "east", "west", "branch", "campus", "hospital",
})
_NO_SURNAMES = frozenset({
    "people", "children", "adults", "families", "communities", "students", "services", "resources", "economy", "education",
})
# fmt: on
_LONGEST = 3  # words of a unit that looks like a name


def is_place(part: str) -> bool:
    """Words that look like a name and end with a word for a place (`Weir Lane`), or are all words for work (`Community Care`)."""
    words = fold(part).split()
    units = vocabulary("department_words")
    of_work = len(words) > 1 and all(w in units or _OF_WORK.search(w) for w in words) and words[-1] in units
    return bool(words) and (words[-1] in _PLACES or of_work)


def ends_as_unit(part: str) -> bool:
    """Words that look like a name and end with a word for work that no surname is (`Young People`): behind a post, a part of it."""
    words = fold(part).split()
    return 1 < len(words) <= _LONGEST and (words[-1] in _NO_SURNAMES or bool(UNIT_ENDS.search(words[-1])))


def names_unit(text: str) -> bool:
    """Whether a text names what a post is over, however like a name it is set: `Education`, `Student Experience`."""
    last = fold(text).split()[-1:]
    return any(word in vocabulary("department_words") or UNIT_ENDS.search(word) for word in last)
