"""Ratings: the band that a word, a colour's name or a fill puts a risk in."""

from __future__ import annotations

import re

from normalise.rag import colour_of, colour_word
from normalise.scores import BANDED
from normalise.vocabularies import fold, vocabulary

# A colour alone says how a risk is seen, not what the body calls it: told as unsure.
_DOTS = " ●•⬤■◼▪◆"
_COLOURS = {"red": "high", "amber_red": "high", "amber": "medium", "amber_green": "low", "green": "low"}


def read_rating(text: str, fill: str | None) -> tuple[str, float] | None:
    """`very_low` … `critical` and how sure; None where nothing known is printed. Words count before colours."""
    known = vocabulary("ratings")
    if banded := BANDED.fullmatch(text.strip()):  # `H12`, `E20`: extreme
        band = banded["band"]
        return known[fold(band if band and band != "EX" else "Extreme")], 0.9
    folded = fold(re.sub(r"[\d()=:.]+|\brisk\b", " ", text, flags=re.IGNORECASE)).strip(" -/")
    if folded in known:
        return known[folded], 1.0
    colour = colour_word(text)
    if colour in _COLOURS:
        return _COLOURS[colour], 0.7
    painted = colour_of(fill) if not text.strip(_DOTS) else None
    return (_COLOURS[painted], 0.6) if painted in _COLOURS else None
