"""Letters that names begin with, in the alphabets that take the Latin one further (`Ó Murchú`, `Šimko`), and those of references."""

from __future__ import annotations

# inside the brackets of a pattern
UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x180)) if c.isupper())
# The letters of a committee before its numbers, between or behind them: `HB24/7`, `H&B.7/24`, `Har/7/24`, `23-24/HB/7`, `24/7/HB`
BEFORE = r"(?:(?:[A-Z]{1,3}&)?[A-Z]{1,6}[-/. ]?|[A-Z][a-z]{1,5}/)"
BETWEEN = r"(?:[A-Z]{1,6}[./-]?)"
BEHIND = r"(?:(?<=\d)/[A-Z]{2,6})"
