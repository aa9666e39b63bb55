"""Ligatures whose map to Unicode is missing: `Con�rmed`, `operaƟon`, `staī`.

The code of such a glyph says nothing, or is its number in the font. Which letters it stands for is told by a font's known
numbers, or by the words it stands in, over all its places on the page.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import numpy as np
from numpy.typing import NDArray

from extract import vocabularies
from extract.engine import raw
from extract.engine.characters import Characters
from extract.engine.fonts import Face
from extract.engine.raw import Ints

PLANE = 0x100000  # the last private-use plane: here stand the ligatures found, by their place in `spellings`
_NUMBERED_FONTS = ("calibri", "carlito")


@cache
def spellings() -> tuple[str, ...]:
    """The ligatures known, longest first."""
    return tuple(sorted({row["canonical"] for row in vocabularies.rows("ligatures")}, key=lambda s: (-len(s), s)))


@cache
def _numbered() -> dict[int, str]:
    rows = vocabularies.rows("ligatures")
    return {int(row["printed"].split()[1], 16): row["canonical"] for row in rows if " " in row["printed"]}


@cache
def _pieces() -> tuple[tuple[str, str], ...]:
    """Pieces of words, and the ligature in each."""
    return tuple(
        (row["printed"], row["canonical"]) for row in vocabularies.rows("ligatures") if " " not in row["printed"]
    )


def spelled(code: int) -> str | None:
    """The letters of a code that `repair_ligatures` has set; None for any other."""
    place = code - PLANE
    return spellings()[place] if 0 <= place < len(spellings()) else None


def odd_codes(codes: Ints) -> NDArray[np.bool_]:
    """Which codes may be those of a ligature."""
    return (codes < 0x20) | ((codes > 0x7E) & (codes < 0xA0)) | (codes >= 0x100)


def repair_ligatures(characters: Characters, face: Face, runs: list[int]) -> list[str]:
    """Set the codes of a font's ligatures that have no map, in place. Returns a warning where one was found."""
    places = characters.places_of(runs)
    codes = characters.codes[places]
    found = set()
    for code in sorted(set(codes[odd_codes(codes)].tolist())):  # np.unique would import numpy.ma
        here = places[codes == code]
        ligature = _by_number(face, code)
        if code < PLANE and raw.char_unmapped(characters.text_page, int(here[0])) != 1:
            # A map there is, and some maps give the glyph's number for its letters: only the words can tell.
            if ligature is None or _by_words(characters, here.tolist()) != ligature:
                continue
        else:
            ligature = ligature or _by_words(characters, here.tolist())
        if ligature:
            characters.codes[here] = PLANE + spellings().index(ligature)
            found.add(ligature)
    return [f"ligatures without a map in font {face.name}: {', '.join(sorted(found))}"] if found else []


def _by_number(face: Face, code: int) -> str | None:
    if not any(name in face.name.lower() for name in _NUMBERED_FONTS):
        return None
    return _numbered().get(code & 0xFFFF)


def _by_words(characters: Characters, places: list[int]) -> str | None:
    """The ligature with which most of the words that the glyph stands in hold a piece known to hold it."""
    votes: Counter[str] = Counter()
    for before, after in {_around(characters, place) for place in places}:
        if not before and not after:
            continue
        for piece, ligature in _pieces():
            word = before + ligature + after
            start = word.find(piece)
            while start >= 0:
                if start <= len(before) and start + len(piece) >= len(before) + len(ligature):
                    votes[ligature] += len(piece)
                    break
                start = word.find(piece, start + 1)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _around(characters: Characters, place: int) -> tuple[str, str]:
    """The letters of the same word before and after a character, in small letters."""
    sides = []
    for step in (-1, 1):
        letters = ""
        at = place + step
        while 0 <= at < len(characters):
            code = int(characters.codes[at])
            if code and not chr(code).isalpha():  # 0 is left of a code that came in two halves
                break
            letters = letters + chr(code) if step > 0 else chr(code) + letters
            at += step
        sides.append(letters.replace("\0", "").lower())
    return sides[0], sides[1]
