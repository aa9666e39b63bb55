"""Letters that names begin with, in the alphabets that take the Latin one further: `Ó Murchú`, `Élie`, `Ōmaha`, `Šimko`."""

from __future__ import annotations

# inside the brackets of a pattern
UPPER = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x180)) if c.isupper())
