"""The hostile set as files in a folder, made anew each time: `python -m tests.hostile.make FOLDER`."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.content import bombs, drawings, fonts, locks
from tests.hostile.known import keys, tables, trees
from tests.hostile.known_content import pictures, writing
from tests.hostile.structure import structures
from tests.samples import samples

DECLARED = {
    "loaded", "partly read", "nothing recognised", "needs ocr", "failed: encrypted", "failed: not permitted", "failed: damaged",
    "failed: limits", "failed: empty file", "failed: not a pdf", "failed: no pages",
}  # fmt: skip
"""All that a file may end in, whatever is in it. A crash, or a fault of the program, is not among them."""


def make(folder: Path) -> dict[str, tuple[str, ...]]:
    """Writes all files; by name, the outcomes that each may end in."""
    wanted = {}
    for kind in (structures, bombs, drawings, fonts, locks, tables, trees, pictures, writing, keys):
        for name, (data, outcomes) in kind().items():
            assert name not in wanted
            (folder / f"{name}.pdf").write_bytes(data)
            wanted[name] = outcomes
    return wanted


def mutants(number: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Copies of the samples with a few bytes changed, cut out, doubled or moved; the same ones for the same seed."""
    chance = random.Random(seed)
    originals = [(folder / f"{folder.name}.pdf").read_bytes() for folder in samples()]
    for count in range(number):
        data = bytearray(chance.choice(originals))
        for _ in range(chance.choice((1, 2, 5, 20, 100))):
            _change(data, chance)
        yield f"mutant-{seed}-{count:04}", bytes(data)


def _change(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data))
    length = min(chance.choice((1, 4, 64, 1024)), len(data) - place)
    kind = chance.randrange(6)
    if kind == 0:
        data[place] = chance.randrange(256)
    elif kind == 1:
        data[place] ^= 1 << chance.randrange(8)
    elif kind == 2 and len(data) > 5_000:
        del data[place : place + length]
    elif kind == 3:
        data[place:place] = data[place : place + length]
    elif kind == 4:
        other = chance.randrange(len(data))
        data[place : place + length] = data[other : other + length]
    else:
        digits = [at for at in range(place, min(place + 200, len(data))) if 48 <= data[at] <= 57]
        if digits:
            data[chance.choice(digits)] = chance.choice(b"0123456789")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(f"{len(make(target))} files in {target}\n")
