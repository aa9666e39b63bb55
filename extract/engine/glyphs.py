"""What the codes of symbol fonts and of fonts with a broken map stand for, as Unicode."""

from __future__ import annotations

from functools import cache

import numpy as np

from extract import vocabularies
from extract.engine import raw
from extract.engine.characters import Characters
from extract.engine.fonts import Face
from extract.engine.ligatures import odd_codes, repair_ligatures

PRIVATE = (0xE000, 0xF900)
BULLET = 0x2022
CERTAIN = 0.5  # log likelihood a letter by which a repaired text must beat the text as it stands
_FREQUENT = "etaoinshrdlcumwfgypbvkjxqz"


def repair(characters: Characters) -> list[str]:
    """Put right the codes of `characters`, in place. Returns a warning for each font that was repaired or stays unknown."""
    warnings = []
    by_font: dict[int, list[int]] = {}
    for number, run in enumerate(characters.runs):
        by_font.setdefault(run.face.handle, []).append(number)
    if len(characters) and characters.codes.max() >= PRIVATE[0]:
        private = (characters.codes >= PRIVATE[0]) & (characters.codes < PRIVATE[1])
        with_private = set(characters.run[private].tolist())
    else:
        with_private = set()
    with_odd = set(characters.run[odd_codes(characters.codes)].tolist())
    for runs in by_font.values():
        face = characters.runs[runs[0]].face
        if face.symbols or not with_private.isdisjoint(runs):
            warnings += _name_symbols(characters, face, runs)
        elif _unmapped(characters, runs[0]) and (repaired := _shift_back(characters, face, runs)):
            warnings += repaired
        elif not with_odd.isdisjoint(runs):
            warnings += repair_ligatures(characters, face, runs)
    return warnings


@cache
def glyph_table() -> dict[tuple[str, int], int]:
    """(font family without spaces in small letters, code below 256) -> Unicode; `*` where the font's name says nothing."""
    table = {}
    for row in vocabularies.rows("glyphs"):
        family, code = row["printed"].rsplit(" ", 1)
        table[family.replace(" ", "").lower(), int(code, 16)] = ord(row["canonical"])
    return table


def _family(face: Face) -> str:
    name = face.name.replace(" ", "").replace("-", "").lower()
    if "opensymbol" in name:
        return "*"  # it stands in for every symbol font that is not installed, with their codes
    for family in ("wingdings2", "wingdings3", "wingdings", "webdings", "dingbats", "symbol"):
        if family in name:
            return "zapfdingbats" if family == "dingbats" else family
    return "*"


def _name_symbols(characters: Characters, face: Face, runs: list[int]) -> list[str]:
    """Codes in the private-use area, or plain ones of a symbol font, as what they look like."""
    family = _family(face)
    table = glyph_table()
    places = characters.places_of(runs)
    unmapped = family != "*" and _unmapped(characters, runs[0])
    unknown = set()
    for place in places.tolist():
        code = int(characters.codes[place])
        private = PRIVATE[0] <= code < PRIVATE[1]
        if not private and (family == "*" or code >= 0x100 or code == 0x20):
            continue
        low = code & 0xFF
        if private:
            named = table.get((family, low)) or table.get(("*", low) if family == "*" else ("", 0))
        elif unmapped and family == "symbol":
            named = table.get((family, low + (29 if low <= 97 else 63)))  # the code is the glyph's number in the font
        else:
            # Symbol's plain codes are letters with an encoding of their own, told by pdfium already.
            named = None if family == "symbol" else table.get((family, low))
        if not named and unmapped and (code < 0x20 or 0x7F <= code < 0xA0):
            named = BULLET  # a glyph of a symbol font without any name is most often one
            unknown.add(f"{code:02X}")
        if named:
            characters.codes[place] = named
        elif private:
            unknown.add(f"{code:04X}")
    return [f"unknown glyphs in font {face.name}: {', '.join(sorted(unknown))}"] if unknown else []


def _unmapped(characters: Characters, run: int) -> bool:
    """Whether pdfium says that the run's font has no map to Unicode."""
    first = int(np.argmax(characters.run == run))
    return raw.char_unmapped(characters.text_page, first) == 1


def _shift_back(characters: Characters, face: Face, runs: list[int]) -> list[str]:
    """Codes that are numbers of glyphs (every letter shifted by 29), where that reads more like text than they do."""
    places = characters.places_of(runs)
    codes = characters.codes[places].tolist()
    letters = [_standard_glyph(code) for code in codes]
    if None in letters:
        return []
    shifted = "".join(letter for letter in letters if letter)
    as_is = "".join(map(chr, codes))
    if _likeness(shifted) - _likeness(as_is) < CERTAIN:
        return []
    characters.codes[places] = [ord(letter) for letter in shifted]
    return [f"broken character map repaired in font {face.name}"]


def _standard_glyph(number: int) -> str | None:
    """The character of a glyph's number in the order that TrueType fonts of the office programs share."""
    if 3 <= number <= 97:
        return chr(number + 29)
    if 98 <= number <= 171:
        return bytes([number + 30]).decode("mac_roman")
    if 172 <= number <= 220:  # the fonts leave out the no-break space of the Macintosh's order
        return bytes([number + 31]).decode("mac_roman")
    return None


def _likeness(text: str) -> float:
    """How much a text looks like English, as a log likelihood a character: crude, and enough to tell prose from cipher."""
    score = 0.0
    for before, letter in zip(" " + text, text, strict=False):
        if letter < " ":
            score -= 9
        elif letter == " ":
            score -= 1.5
        elif letter.isdecimal():
            score -= 4
        elif letter.lower() in _FREQUENT:
            score -= 2 + 0.17 * _FREQUENT.index(letter.lower())
            score -= 1.0 if letter.isupper() and before.isalpha() and before.islower() else 0.0
        elif letter in ".,;:'’-–()/&£%\"“”":
            score -= 4.5
        else:
            score -= 8
    return score / max(len(text), 1)
