"""What a table cell looks like, whatever stands over it: the half of the evidence for a column beside its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from extract.symbols import sign_name
from extract.vocabularies import rows
from extract.word_pairs import is_likelihood, word_pair
from extract.wording import fold
from models.table import Cell

_ARROWS = frozenset("←↑→↓↔↕↖↗↘↙⇐⇑⇒⇓⇔⇗⇘⇦⇧⇨⇩⬆⬇➔➜➡▲▼►◄△▽◀▶⬅⟶🡅🡇🡆⭡⭣")
_MARKS = frozenset({"up", "down", "level", "up_right", "down_right", "up_left", "down_left", "left", "right"})
_NUMBER = re.compile(r"[-–]?\d{1,3}(?:\.\d+)?\*?")
_PRODUCT = re.compile(
    r"[LIPSC]?\s*[:=]?\s*\d(?:\.\d+)?\s*[xX×*]\s*[LIPSC]?\s*[:=]?\s*\d(?:\.\d+)?(?:\s*=?\s*\(?\d{1,3}(?:\.\d+)?\)?)?"
    r"|\d{1,3}\s*[(\[]\s*[LIPSC]?\s*\d\s*[xX×*,/]\s*[LIPSC]?\s*\d\s*[)\]]"  # 16 (4 x 4)
    r"|[LP]\s*[:=]?\s*\d\s*[,;/ ]?\s*[ISC]\s*[:=]?\s*\d(?:\s*[,;/=]?\s*(?:(?:RR|R|S|T)\s*[:=]?\s*)?\d{1,3})?"
)
_FACTOR = re.compile(r"\b(likelihood|probability|impact|consequence|severity)(?:\s+(?:score|rating))?\b", re.I)
_TOTAL = re.compile(r"=\s*(?:score|rating|total)\b\s*:?", re.I)
_BAND = re.compile(r"\s*[-–,:(\[]*\s*\b([A-Za-z]{3,}(?: [A-Za-z]+)?)[)\]]?$")
_TIMES = frozenset("xX×*")
_LONGEST_PRODUCT = 80  # letters, its factors named and its band behind it
_SCORE_FIRST = re.compile(r"^\d{1,3}(?:\.\d+)?\s*[-–=:]?\s*(?:\(\s*|(?=[LPISC]))")  # `20 L4 x I5`, `20 (4 x 5)`
_RANKED = re.compile(r"\d\s*[-–:.(]\s*[A-Za-z][A-Za-z /-]+\)?|[A-Za-z][A-Za-z /-]+\s*[-–:(]\s*\d\)?")
_BANDED = re.compile(
    r"(?P<before>[A-Za-z][A-Za-z ]*?)?\s*[-–:/(]?\s*(?P<number>\d{1,3})\)?\s*[-–:/(]?\s*(?P<behind>[A-Za-z][A-Za-z ]*?)?\)?"
)
_PLAIN_BAND = re.compile(r"\d{1,2} [A-Za-z][A-Za-z ]*")
_LABELLED_NUMBERS = re.compile(
    r"(?:[A-Z][A-Za-z]*(?: [a-z]+)?\s*[:=–-]?\s*\d{1,3}(?:\.\d+)?\b(?:\s*\(?[A-Za-z ]{1,16}\)?)?[\s,;/|]*){2,4}"
)
_AMOUNT = re.compile(
    r"[-(]?\s*[£$€]\s?\d[\d,.]*\s*[a-z]{0,2}\)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+−–(]?\d+(?:\.\d+)?\s?(?:%|m|k|bn)\)?",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DATE = re.compile(
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|(?:\d{{1,2}}(?:st|nd|rd|th)?[\s./-]*)?{_MONTH}\.?[\s,./’'-]*\d{{2,4}}"
    r"|(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?|q[1-4]\b.*|(?:spring|summer|autumn|winter)\s+(?:19|20)\d\d)",
    re.I,
)
_BY = re.compile(r"^(?:by|from|until|end(?: of)?|due|mid|early|late|before|approx\.?|target:?)\s+", re.I)
_REF = re.compile(
    r"[A-Z]{1,6}[\s./_-]{0,2}\d{1,4}(?:[./-]\d{1,3})?(?:[a-z]|\s?\([a-z]{1,3}\)(?:-\s?\([a-z]{1,3}\))?)?|\d{1,3}(?:\.\d{1,2})+(?:[a-z]|\.?[A-Z]{1,3})?|\d{1,3}[a-z]",
    re.A,
)
_UPPER = "[A-ZÀ-ÖØ-ÞĆĐĘŁŃŚŠŹŻŽČĎŇŘŤĞİŞŐŰŴŶ]"  # letters that names begin with
_INITIALS_ONE = rf"{_UPPER}(?:[a-z]{{0,2}}-?{_UPPER}|[. ]{{0,2}}{_UPPER}){{1,3}}\.?"
_INITIALS = re.compile(rf"{_INITIALS_ONE}(?:\s*[/,;&+]\s*{_INITIALS_ONE})*")
_NAME_ONE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof)\.?\s)?[A-Z][a-z’'-]+(?:\s[A-Z]\.?)?(?:\s[A-Z][A-Za-z’'-]+){1,2}"
)
_NAME = re.compile(rf"{_NAME_ONE}(?:\s*(?:[/,;&+]|and)\s*{_NAME_ONE})*")
# fmt: off
_POSTS = frozenset(
    {
        "director", "directors", "head", "manager", "managers", "officer", "executive", "treasurer",
        "secretary", "clerk", "leader", "commissioner", "constable", "chair", "solicitor", "lead",
        "accountant", "superintendent", "principal", "controller", "team", "committee", "board",
    }
)
# fmt: on

MARKS = frozenset({"tick", "cross", "circle"})
SQUARES = frozenset("■◼⬛◾")  # dots of another form
LONGEST_MARK = 2  # letters: `✓`, `!`, `??`
_HIGHEST_RANK = 5
_MOST_WORDS = 30
_LONGEST_KNOWN = 60  # letters: no kind of cell that is listed is half as long
_DIGIT = re.compile(r"\d")
Profile = Mapping[str, float]


@lru_cache(maxsize=16384)  # lists repeat their words, and several families look at each cell
def look_of(text: str, symbols: tuple[str, ...] = (), fill: str | None = None) -> str:
    """The look of one cell.

    One of `empty`, `fill`, `arrow`, `mark` (a tick, a cross or a dot, `?` on a colour), `digit` (1 to 5), `number`, `amount`,
    `product` (`4x3=12`), `numbers` (several, each behind a word), `ranked`
    (`4 - Likely`), `banded` (a score with its band, `High (16)`), `paired` (`Likely / Major`), `grades` (two, `M/H`),
    `letter`, `date`, `ref`, `initials`, `name`, `post`, a kind of `cell_words.csv`, `words` (a few) or `text`.
    """
    text = " ".join(text.split()).strip()
    if not text:
        return "arrow" if _MARKS & set(symbols) else "fill" if fill else "empty"
    if (text[0] in _ARROWS and _ARROWS.issuperset(text.replace(" ", ""))) or (symbols and text in _MARKS):
        return "arrow"
    if text[0].isdecimal() and text[-1] in _ARROWS:
        text = text.rstrip("".join(_ARROWS) + " ")  # a score with the arrow of its trend
    known = cell_words().get(fold(text)) if len(text) <= _LONGEST_KNOWN else None
    if known:
        return known
    if len(text) <= LONGEST_MARK and not text[0].isalnum() and _is_mark(text, fill):
        return "mark"
    words = text.split()
    if _DIGIT.search(text) is None:
        return _look_without_digits(text, words)
    if len(words) > _MOST_WORDS:  # of all looks only that of a date with more behind it (`Q3, when …`) is so long
        return "date" if _DATE.fullmatch(_BY.sub("", text)) else "text"
    if _NUMBER.fullmatch(text):
        number = text.strip("*")
        return "digit" if number in {"1", "2", "3", "4", "5"} else "number"
    if _PRODUCT.fullmatch(text) or _PRODUCT.fullmatch(_SCORE_FIRST.sub("", text).rstrip(")")) or _is_named(text):
        return "product"
    if len(text) < 120 and len(words) > 3 and _LABELLED_NUMBERS.fullmatch(text):
        return "numbers"
    if len(words) <= 5 and _is_banded(text):
        return "banded"
    if len(words) <= 5 and _RANKED.fullmatch(text):
        return "ranked"
    if _AMOUNT.fullmatch(text):
        return "amount"
    bare = _BY.sub("", text)
    if _DATE.fullmatch(bare):
        return "date"
    if len(text) == 1 and text.isalpha():
        return "letter"
    if len(text) <= 30 and _INITIALS.fullmatch(text):
        return "initials"
    if _REF.fullmatch(text):
        return "ref"
    numbered = words[-1][0].isdecimal()  # `Board 9.3` is a minute of the board, no post
    if not numbered and _names_post(words):
        return "post"
    if len(words) <= 12 and _NAME.fullmatch(text):
        return "name"
    return "words" if len(words) <= 5 else "text"


def _is_mark(text: str, fill: str | None) -> bool:
    return (fill is not None and text[0] in "?!") or text[0] in SQUARES or sign_name(text) in MARKS


def _look_without_digits(text: str, words: Sequence[str]) -> str:
    """The look of a text in which no digit stands, and so of most long ones: no number, date or reference."""
    pair = word_pair(text)
    if pair is not None:
        return "paired" if is_likelihood(pair[0]) else "grades"
    if len(text) == 1 and text.isalpha():
        return "letter"
    if len(text) <= 30 and _INITIALS.fullmatch(text):
        return "initials"
    if _names_post(words):
        return "post"
    if len(words) <= 12 and _NAME.fullmatch(text):
        return "name"
    return "words" if len(words) <= 5 else "text"


def _names_post(words: Sequence[str]) -> bool:
    return len(words) <= 14 and words[0][0].isupper() and any(w in _POSTS for w in map(str.casefold, words))


def _is_named(text: str) -> bool:
    """Whether a text is a product whose factors are named, its band behind it: `Likelihood 4 x Impact 5 = 20 (High)`;
    or they stand behind it, `20 Likelihood 4 Impact 5`."""
    if len(text) > _LONGEST_PRODUCT or sum(map(str.isdecimal, text)) < 2:
        return False
    if not _TIMES & set(text) and not text[0].isdecimal():
        return False
    short = _SCORE_FIRST.sub("", _TOTAL.sub("=", _FACTOR.sub(lambda m: m[1][0].upper(), text)))
    band = _BAND.search(short)
    if band is not None and cell_words().get(fold(band[1])) in {"rating", "rag"}:
        short = short[: band.start()]
    return _PRODUCT.fullmatch(short) is not None


def _is_banded(text: str) -> bool:
    """Whether a text is a score too high to be a rank, and the word for its band before or behind it; or `4 Low`, no dash between."""
    match = _BANDED.fullmatch(text)
    word = (match["before"] or match["behind"] or "") if match else ""
    one = match is not None and not (match["before"] and match["behind"])
    high = match is not None and int(match["number"]) > _HIGHEST_RANK
    return one and (high or _PLAIN_BAND.fullmatch(text) is not None) and cell_words().get(fold(word)) == "rating"


def arrows_in(text: str) -> bool:
    """Whether an arrow is printed in a text."""
    return bool(_ARROWS & set(text))


def profile(cells: Iterable[Cell]) -> Profile:
    """Which share of a column's cells that hold anything have which look. Empty where none holds anything."""
    looks: dict[str, int] = {}
    for cell in cells:
        look = look_of(cell.text, cell.symbols, cell.fill)
        looks[look] = looks.get(look, 0) + 1
    looks.pop("empty", None)
    coloured = looks.pop("fill", 0)
    if coloured and sum(looks.values()) < coloured:  # a fill beside texts is a stripe or the end of a cut cell
        looks["fill"] = coloured
    total = sum(looks.values())
    return MappingProxyType({look: count / total for look, count in looks.items()})


@cache
def cell_words() -> Mapping[str, str]:
    """Whole cells that are one known word -> the kind of word: `rating`, `trend`, `status`, `when`, `scale`, ..."""
    return MappingProxyType({fold(row["printed"]): row["canonical"] for row in rows("cell_words")})
