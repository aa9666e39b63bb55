"""Labels of lists: what a paragraph's marker says it is, and of which style of lists that is."""

from __future__ import annotations

import re

from extract.meeting.pieces import Piece

LABEL = re.compile(r"\(?(?P<label>[ivxl]{1,6}|[a-z]{1,2}|\d{1,2}|[A-Z])[.)]*$")


def label_of(piece: Piece) -> str | None:
    """A piece's label in a list, `•` for a bullet, None where it has none."""
    if not piece.marker:
        return None
    match = LABEL.match(piece.marker)
    if match and piece.marker not in {"x", "o", "v"}:
        return match["label"]
    return "•" if not any(c.isdecimal() for c in piece.marker) else None


def style_of(label: str) -> str:
    if label == "•":
        return "bullet"
    if label.isdecimal():
        return "number"
    return (
        "roman"
        if re.fullmatch(r"i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv", label) and label not in {"v", "x"}
        else "letter"
    )
