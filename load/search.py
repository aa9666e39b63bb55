"""Searching all texts of a database for words: one way to ask, answered by FTS5 on SQLite and by tsvector on PostgreSQL.

A question is words that must all stand in a text, `"words in this order"`, `-word` that must not, and `OR` between alternatives.
Case, accents and endings (`floods`, `flooding`) do not count, nor words as common as `the`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from load.engines import reading

MARKS = ("\x02", "\x03")
"""Around each word of an excerpt that was asked for."""

_ACCENTED = [chr(code) for code in range(0xC0, 0x180) if unicodedata.normalize("NFD", chr(code))[0].isascii()]
_PARTING = "./_-@:+<>&"  # PostgreSQL takes `and/or` and `end.Next` for one word, SQLite for two
FOLDED = (
    "".join(_ACCENTED) + _PARTING,
    "".join(unicodedata.normalize("NFD", c)[0] for c in _ACCENTED) + " " * len(_PARTING),
)
"""What PostgreSQL folds before it looks for words, as `translate` takes it. SQLite folds the same by itself."""

COMMON = frozenset(  # as PostgreSQL's own file has them
    """i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
    they them their theirs themselves what which who whom this that these those am is are was were be been being have has had having
    do does did doing a an the and but if or because as until while of at by for with about against between into through during
    before after above below to from up down in out on off over under again further then once here there when where why how all any
    both each few more most other some such no nor not only own same so than too very s t can will just don should now""".split()  # noqa: SIM905 (a list of words)
)
"""PostgreSQL's list of English words that are in no index; a question leaves them out on SQLite too."""

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_FOLD = str.maketrans(*FOLDED)


class NothingAsked(ValueError):
    """A question without a word to look for. The message says what to do next."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Phrases that must stand in a text, and phrases that must not; a word is a phrase of one."""

    wanted: tuple[str, ...]
    barred: tuple[str, ...]


class Hit(NamedTuple):
    """A text that answers. `excerpt` is the part around the words that were asked for, these between `MARKS`."""

    document: str
    page: int
    view: str
    row_key: str
    field: str
    text: str
    confidence: float
    excerpt: str


def find(
    engine: Engine, question: str, *, view: str | None = None, document: str | None = None, limit: int = 20
) -> list[Hit]:
    """The texts that answer best, those of one view or document where asked. Raises NothingAsked, and what `reading` raises."""
    alternatives = parse(question)
    postgres = engine.dialect.name == "postgresql"
    values = {
        "question": _websearch(alternatives) if postgres else _fts5(alternatives),
        "view": view, "document": document, "limit": limit, "on": MARKS[0], "off": MARKS[1],
    }  # fmt: skip
    only = "".join(f" AND t.{name} = :{name}" for name in ("view", "document") if values[name] is not None)
    sql = (_POSTGRESQL if postgres else _SQLITE).format(only=only)
    with reading(engine) as connection:
        return [Hit(*row) for row in connection.execute(sa.text(sql), values)]


_SQLITE = """
SELECT t.document, t.page, t.view, t.row_key, t.field, t.text, t.confidence, snippet(search_index, 0, :on, :off, '…', 24)
FROM search_index JOIN search_text t ON t.entry_id = search_index.rowid
WHERE search_index MATCH :question{only}
ORDER BY search_index.rank, t.document, t.page, t.row_key, t.field LIMIT :limit
"""

_POSTGRESQL = """
SELECT t.document, t.page, t.view, t.row_key, t.field, t.text, t.confidence,
  ts_headline('english', t.text, q, 'MaxWords=24, MinWords=12, StartSel="' || :on || '", StopSel="' || :off || '"')
FROM websearch_to_tsquery('english', :question) q, search_index i JOIN search_text t ON t.entry_id = i.entry_id
WHERE i.words @@ q{only}
ORDER BY ts_rank_cd(i.words, q, 2) DESC, t.document, t.page, t.row_key, t.field LIMIT :limit
"""


def parse(question: str) -> tuple[Alternative, ...]:
    """The alternatives of a question. Raises NothingAsked where one of them asks for no word."""
    made: list[Alternative] = []
    wanted: list[str] = []
    barred: list[str] = []
    for minus, quoted, bare in _TERM.findall(question):
        if bare == "OR" and not minus:
            made.append(Alternative(tuple(wanted), tuple(barred)))
            wanted, barred = [], []
            continue
        words = re.findall(r"[^\W_]+", (quoted or bare).translate(_FOLD).casefold())
        while words and words[-1] in COMMON:
            words.pop()
        while words and words[0] in COMMON:
            words.pop(0)
        if words:
            (barred if minus else wanted).append(" ".join(words))
    made.append(Alternative(tuple(wanted), tuple(barred)))
    if not all(alternative.wanted for alternative in made):
        raise NothingAsked('Give a word to look for, for example: flood "risk register" -draft')
    return tuple(made)


def _fts5(alternatives: tuple[Alternative, ...]) -> str:
    return " OR ".join(
        "("
        + " AND ".join(f'"{phrase}"' for phrase in alternative.wanted)
        + "".join(f' NOT "{phrase}"' for phrase in alternative.barred)
        + ")"
        for alternative in alternatives
    )


def _websearch(alternatives: tuple[Alternative, ...]) -> str:
    return " or ".join(
        " ".join(
            [*(f'"{phrase}"' for phrase in alternative.wanted), *(f'-"{phrase}"' for phrase in alternative.barred)]
        )
        for alternative in alternatives
    )
