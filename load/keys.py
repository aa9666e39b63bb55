"""Names and numbers that follow from a paper's own bytes and words: the same at every reading, in any order."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

ROWS_A_PAPER = 10_000_000
"""How many rows of one kind a paper may have: its keys follow `document_id * ROWS_A_PAPER`. All stay below 2 ** 53, so
that a spreadsheet or a data frame that turns keys into floats keeps them whole."""

_PAPERS = 900_000_000
_NOT_WORD = re.compile(r"[\W_]+")
_PLAIN = {code: None for code in range(128) if not chr(code).isalnum()}  # the same of ASCII, of which most texts are
_APART = "\0"  # stands between the parts of a fingerprint
_NOT_WORD_IN_MANY = re.compile(r"(?:[^\w\0]|_)+")
_PLAIN_IN_MANY = {code: None for code in _PLAIN if chr(code) != _APART}


def document_id_of(identity: str) -> int:
    """A paper's number, from its SHA-256 (or from its address, where no byte of it could be read)."""
    return 1 + int(hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:15], 16) % _PAPERS


def keys_of(document_id: int) -> tuple[int, int]:
    """The first and the last key that a row of a paper may have."""
    return document_id * ROWS_A_PAPER, (document_id + 1) * ROWS_A_PAPER - 1


def next_id(document_id: int) -> int:
    """The number to try where two papers fall on one."""
    return 1 + document_id % _PAPERS


def fingerprint(parts: Iterable[object], size: int = 5) -> str:
    """Twice `size` hexadecimal digits of texts and numbers. Case, spaces and punctuation of texts do not count: a later version
    of the extractor is likeliest to read these in another way."""
    return _digits(
        _APART.join([_bare(part.casefold()) if isinstance(part, str) else repr(part) for part in parts]), size
    )


def fingerprint_of_words(words: Sequence[str], size: int = 5) -> str:
    """The fingerprint of texts alone, made bare all at once: a page has hundreds of them."""
    text = _APART.join(words).casefold()
    if text.count(_APART) >= max(1, len(words)):
        return fingerprint(words, size)  # a text holds what stands between them
    bare = text.translate(_PLAIN_IN_MANY) if text.isascii() else _NOT_WORD_IN_MANY.sub("", text)
    return _digits(bare, size)


def _digits(text: str, size: int) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def _bare(text: str) -> str:
    if text.isalnum():
        return text
    return text.translate(_PLAIN) if text.isascii() else _NOT_WORD.sub("", text)


@lru_cache(maxsize=8192)  # names of people and bodies, asked for again with each paper that is loaded
def slug(text: str) -> str:
    """Lower-case letters and digits without accents, joined with hyphens: `Zoë O'Neil-Ray` is `zoe-oneil-ray`."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = re.sub("['\u2018\u2019`.]", "", plain.casefold())
    return _NOT_WORD.sub("-", plain).strip("-")


class RowKeys:
    """Hands out row keys: digits of the paper's SHA-256, the view, a fingerprint of the row, a count for repeats."""

    def __init__(self, sha256: str) -> None:
        self._start = sha256[:12]
        self._given: dict[str, int] = {}

    def key(self, view: str, parts: Iterable[object]) -> str:
        """The key of the next row of `view` that `parts` tell from the others."""
        base = f"{self._start}-{view}-{fingerprint(parts)}"
        times = self._given.get(base, 0) + 1
        self._given[base] = times
        return base if times == 1 else f"{base}-{times}"
