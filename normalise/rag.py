"""Status colours: letters, words and fills -> `red`, `amber_red`, `amber`, `amber_green`, `green`, `blue`, `grey`."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass

from normalise.vocabularies import fold, vocabulary

_OF_WHAT_IS_LATE = frozenset({"red", "amber"})
FAINTEST = 0.05  # between the strongest and the weakest of red, green and blue: a colour with less of a hue is a grey


@dataclass(frozen=True, slots=True)
class Rag:
    """A status colour and how sure it is; `clash` where print and fill say different colours."""

    colour: str | None
    confidence: float = 1.0
    clash: bool = False


def read_rag(text: str, fill: str | None = None) -> Rag:
    """The colour of a status: its word or letter counts before the fill behind it, but for words that say that something is late
    and not how bad that is (`Delayed`). An unknown word never gets a colour."""
    printed = colour_word(text)
    painted = colour_of(fill)
    if printed is not None:
        if painted in _OF_WHAT_IS_LATE and fold(text) in vocabulary("rag_by_fill"):
            return Rag(painted, 1.0 if painted == printed else 0.85)
        clash = painted is not None and painted != printed and not _near(printed, painted)
        return Rag(printed, 0.75 if clash else 1.0, clash)
    if painted is not None:
        return Rag(painted, 0.95 if not text.strip() else 0.85)
    return Rag(None)


def colour_word(text: str) -> str | None:
    """The colour that a letter, a colour's name or a status word stands for; None for a word that is not known."""
    known = vocabulary("rag")
    folded = fold(text)
    if folded in known:
        return known[folded]
    first = re.split(r"\s[-–]\s|[:;(]", folded)[0].strip()  # `Complete - moved to business as usual`
    return known.get(first) if len(first) > 1 else None


def colour_of(fill: str | None) -> str | None:
    """The status colour that a fill is a shade of; None for white, pale tints, black and colours without a meaning."""
    shade = shade_of(fill)
    return "amber" if shade == "yellow" else shade


def shade_of(fill: str | None) -> str | None:
    """The same with `yellow` told from `amber`, as the matrices of registers do."""
    if fill is None or not re.fullmatch(r"#[0-9a-fA-F]{6}", fill):
        return None
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    degrees = 360 * hue
    if light > 0.97 or light < 0.08:
        return None
    # of a colour that is nearly white the saturation says little: `#e8edee` is a grey, not a blue
    if saturation < 0.12 or max(red, green, blue) - min(red, green, blue) < FAINTEST:
        return "grey" if 0.4 < light < 0.9 else None
    if degrees < 17 or degrees >= 345:
        return "red"
    if degrees < 68:
        return "amber" if degrees < 52 else "yellow"
    if degrees < 170:
        return "green"
    return "blue" if 180 <= degrees < 255 else None


def is_pale_grey(fill: str) -> bool:
    """Whether a fill is a grey too pale to be a status by itself: a stripe, a heading, or a cell with nothing to rate."""
    parts = [int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return max(parts) - min(parts) < FAINTEST and 0.8 < min(parts) < 0.97


def _near(a: str, b: str) -> bool:
    """Whether two colours are neighbours that one office's palette may well give for the other."""
    return b in a.split("_") or a in b.split("_")
