"""The floors under what was reached: `tests/floors.toml`. They only rise.

    python -m tests.floors            what is measured now beside each floor, and which floors could rise
    python -m tests.floors --raise    writes what is measured, rounded down to a hundredth, where it is above the floor

A floor that has to come down is brought down by hand, in the change that lowers it, with the reason in its message.
"""

from __future__ import annotations

import math
import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_name("floors.toml")
HEAD = """\
# What was reached; tests fail below it. Floors only rise: `python -m tests.floors --raise` (see tests/floors.py).
# F1 of each view of each sample, over all fields that its authors state; of the corpus, see tests/test_corpus.py.
"""
Floors = dict[str, dict[str, float]]


def read() -> Floors:
    """Section -> name -> floor."""
    parsed = tomllib.loads(FILE.read_text("utf-8"))
    return {section: {name: float(value) for name, value in rows.items()} for section, rows in _flat(parsed)}


def write(floors: Floors) -> None:
    parts = [HEAD]
    for section, rows in sorted(floors.items()):
        lines = [f"{name} = {value:.2f}\n" for name, value in sorted(rows.items())]
        parts.append(f"[{section}]\n{''.join(lines)}")
    FILE.write_text("\n".join(parts), "utf-8")


def rounded(value: float) -> float:
    """Down to a hundredth, so that a floor is never above what was reached."""
    return math.floor(value * 100 + 1e-9) / 100


def raised(floors: Floors, measured: Floors) -> Floors:
    """The floors with each that is below what was measured brought up to it; none is lowered or dropped."""
    result = {section: dict(rows) for section, rows in floors.items()}
    for section, rows in measured.items():
        for name, value in rows.items():
            floor = result.setdefault(section, {}).get(name, 0.0)
            result[section][name] = max(floor, rounded(value))
    return result


def below(floors: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """What is wrong: each measure below its floor, without a floor, and each floor whose measure is gone."""
    faults = [
        f"{name} reached {measured[name]:.4f}, its floor is {floor:.2f}"
        for name, floor in floors.items()
        if name in measured and measured[name] < floor - 1e-9
    ]
    faults += [f"{name} has a floor and is measured no more" for name in floors.keys() - measured.keys()]
    faults += [
        f"{name} has no floor (it reached {measured[name]:.4f}): python -m tests.floors --raise"
        for name in sorted(measured.keys() - floors.keys())
    ]
    return faults


def measured() -> Floors:
    """What is reached now on the samples, and on the corpus where there is one."""
    import tempfile

    from tests import corpus, samples

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "samples.sqlite"
        samples.load(database)
        found = {f"samples.{sample.name}": samples.scores(sample, database) for sample in samples.samples()}
        result: Floors = {name: {view: s.f1 for view, s in views.items()} for name, views in found.items() if views}
        if corpus.FOLDER.is_dir():
            result |= corpus.measured(Path(folder))
        else:
            print(f"without the corpus: {corpus.ABSENT}", file=sys.stderr)
    return result


def _flat(parsed: Mapping[str, object], prefix: str = "") -> list[tuple[str, dict[str, float]]]:
    rows: dict[str, float] = {}
    sections: list[tuple[str, dict[str, float]]] = []
    for name, value in parsed.items():
        if isinstance(value, Mapping):
            sections.extend(_flat(value, f"{prefix}{name}."))
        else:
            rows[name] = value
    return [*([(prefix.rstrip("."), rows)] if rows else []), *sections]


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--raise"]):
        print(__doc__, file=sys.stderr)
        return 2
    if arguments and os.environ.get("CI"):
        print("floors are raised by people, not by CI", file=sys.stderr)
        return 2
    before, now = read(), measured()
    after = raised(before, now)
    for section, rows in sorted(now.items()):
        for name, value in sorted(rows.items()):
            floor = before.get(section, {}).get(name)
            could = "  BELOW" if value < (floor or 0) - 1e-9 else "  can rise" if rounded(value) > (floor or 0) else ""
            print(f"{section:40} {name:24} {value:.4f}  floor {'none' if floor is None else f'{floor:.2f}'}{could}")
    if arguments:
        write(after)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
