"""Actions in one cell, each with who, when and how far below it on lines that begin with a label: `Dredge the bar`, below it
`Lead: Harbour Master`, `Timescale: May 2031`, `Progress: tender out`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.text import lines_of
from extract.wording import likeness, phrases
from models.page import Word

_FIELDS = {
    "owner": "action_owner",
    "action_owner": "action_owner",
    "action_target": "action_target",
    "action_status": "action_status",
}
_KNOWN = 0.6  # likeness; `Progress` by itself may be of a risk
_LONGEST = 4  # words of a label
_APART = 1.12  # times the usual distance of lines, from which one stands apart

Parts = dict[str, list[Word]]  # field of an action -> its words; "" -> those of its labels


def labelled_actions(words: Sequence[Word]) -> list[Parts]:
    """The actions of a cell's words; [] where not each has its owner and its date labelled below it."""
    if sum(w.text.endswith(":") for w in words) < 2:
        return []
    found: list[Parts] = []
    part = "action"
    for line, apart in _lines(words):
        count, field = _label(line)
        if field is None:
            if not found or (apart and len(found[-1]) > 1):
                found.append({})
                part = "action"
        elif not found or field in found[-1]:
            return []
        else:
            part = field
            found[-1].setdefault("", []).extend(line[:count])
        found[-1].setdefault(part, []).extend(line[count:])
    whole = all({"action", "action_owner", "action_target"} <= action.keys() for action in found)
    return found if whole and all(all(held) for held in (a.values() for a in found)) else []


def _lines(words: Sequence[Word]) -> list[tuple[list[Word], bool]]:
    """The lines of a cell, each with whether it stands apart from the one above."""
    lines = [
        line for page in sorted({w.page for w in words}) for line in lines_of([w for w in words if w.page == page])
    ]
    steps = [b[0].bottom - a[0].bottom for a, b in pairwise(lines)]
    usual = min((s for s in steps if s > 0), default=0.0)
    return [(list(line), step > _APART * usual) for line, step in zip(lines, [0.0, *steps], strict=True)]


def _label(line: Sequence[Word]) -> tuple[int, str | None]:
    """How many words of a label begin a line, and which part of an action it says; 0 and None without one."""
    for count, word in enumerate(line[:_LONGEST], start=1):
        if word.text.endswith(":"):
            said = likeness(" ".join(w.text for w in line[:count]).rstrip(":"), phrases("columns_register"))
            fields = [name for name in said if name in _FIELDS and said[name] >= _KNOWN]
            return (count, _FIELDS[max(fields, key=said.__getitem__)]) if fields and count < len(line) else (0, None)
    return 0, None
