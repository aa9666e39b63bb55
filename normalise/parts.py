"""Parts of a printed field: the very words behind a stretch of its text, and its text without footnote marks."""

from __future__ import annotations

import re
from dataclasses import replace

from models.page import Word
from models.record import Field

_MARK = re.compile(r"[\d*†‡a-e,()¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4}")
_RAISED = re.compile(r"(?<=[\d%)])[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]+(?=\s|$|[,;\]])")
_FAR = 40  # characters: how far ahead a word is looked for where a mark before it was left out of the text


def part_of(field: Field, start: int, end: int) -> Field:
    """A stretch of a field's text as a field of its own, made of the words that stand there."""
    words = tuple(w for w, (a, b) in zip(field.words, places(field), strict=True) if a < end and b > start)
    return replace(field, text=field.text[start:end].strip(), words=words or field.words, breaks=())


def places(field: Field) -> tuple[tuple[int, int], ...]:
    """Where in the field's text each of its words stands; an empty place for a word the text leaves out."""
    found: list[tuple[int, int]] = []
    place = 0
    for word in field.words:
        at = field.text.find(word.text, place, place + _FAR + len(word.text))
        if at < 0 and len(word.text) > 1:  # a hyphen at a line end may have gone
            at = field.text.find(word.text[:-1], place, place + _FAR + len(word.text))
        if at < 0:
            found.append((place, place))
            continue
        place = min(at + len(word.text), len(field.text))
        found.append((at, place))
    return tuple(found)


def without_marks(field: Field) -> Field:
    """The field without raised footnote marks behind its numbers (`58¹` is 58); unchanged where it has none."""
    text = field.text
    if True in [w.superscript for w in field.words] and any(map(_is_mark, field.words)):
        marks = [
            (a, b)
            for w, (a, b) in zip(field.words, places(field), strict=True)
            if b > a and _is_mark(w) and re.search(r"[\d%)]\s*$", field.text[:a])
        ]
        text = "".join(c for i, c in enumerate(field.text) if not any(a <= i < b for a, b in marks))
    if not text.isascii() or "*" in text:
        text = _RAISED.sub("", text)
    return field if text == field.text else replace(field, text=" ".join(text.split()), breaks=())


def _is_mark(word: Word) -> bool:
    return word.superscript and _MARK.fullmatch(word.text) is not None
