"""What stands among lists of people and is none: sentences."""

from __future__ import annotations

import re

from extract.meeting.persons import persons_of_list
from extract.meeting.pieces import Piece
from extract.meeting.resolved import sentence_end

FINITE = re.compile(
    r"\b(?:presented|provided|was|were|had|has|have|reported|welcomed|opened|declared|noted|attended|joined|is"
    r"|are|will|advised)\b"
)
LISTED = 3  # people in a sentence that does nothing but name them


def is_prose(piece: Piece) -> bool:
    """Whether a piece after a list is a sentence: the list has ended."""
    return (
        len(piece.text.split()) > 6
        and piece.text.rstrip().endswith((".", ":"))
        and FINITE.search(piece.text) is not None
        and not _begins_with_list(piece.text)
    )


def _begins_with_list(text: str) -> bool:
    """Whether the first sentence names several people and tells nothing of them, though those behind it do."""
    end = sentence_end(text, 0)
    return end < len(text) - 1 and not FINITE.search(text[:end]) and len(persons_of_list(text, 0, end)) >= LISTED
