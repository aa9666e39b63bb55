"""Labels and what they say in a report's head, set as a grid without rules: `Date: …    Presented by: …`, over several lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from extract.text import lines_of
from extract.wording import fold, head_of
from models.page import Word

GAP = 0.9  # times the size of type: so much white parts a label from a value, or two columns of a grid
NEAR = 4.0  # points: labels of one column begin this near to each other
LOOSE = 1.75  # times the size of type: a line further below the last one is no part of a value
ALIKE = 1.15  # times the size of the label: larger type is no value of it
LONGEST_LABEL = 7  # words


@dataclass(slots=True)
class Labelled:
    """A label with the words behind and below it. `known` is the label's canonical form; None where no list has it."""

    label: tuple[Word, ...]
    known: str | None
    value: list[Word] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.label[0].x0

    @property
    def top(self) -> float:
        return self.label[0].top


def is_grid(found: Sequence[Labelled]) -> bool:
    """Whether labels stand beside each other, or without a colon: no lines of text are set so."""
    columns = {round(f.x0 / NEAR) for f in found}
    rows = [round(f.top) for f in found]
    beside = len(columns) > 1 and len(set(rows)) < len(rows)
    return beside or any(not f.label[-1].text.endswith(":") and f.value for f in found if f.known)


def label_grid(words: Sequence[Word], labels: Mapping[str, str], fewest: int = 2) -> list[Labelled]:
    """The labels of a page's head with their values, in printed order; [] where fewer than `fewest` known ones stand there."""
    runs = [run for line in lines_of(words) for run in _runs(line)]
    heads = {head_of(label) for label in labels}
    known = [_known(run, labels) if _head(run) in heads else None for run in runs]
    found = _without_values([made for made in known if made is not None])
    if not found or len(found) < fewest:
        return []
    edges = [f.x0 for f in found]
    bold = sum(_bold(f.label) for f in found) > 0.5 * len(found)
    largest = ALIKE * max(f.label[0].font.size for f in found)
    kept = {id(f) for f in found}
    for run, made in zip(runs, known, strict=True):
        free = run[0].font.size <= largest and (made is None or id(made) not in kept)  # larger type is a title's
        other = _unknown(run, edges, bold=bold) if free else None
        if other is not None:
            found.append(other)
    found.sort(key=lambda f: (round(f.top), f.x0))
    _share_out([w for run in runs for w in run], found)
    return found


def _without_values(found: list[Labelled]) -> list[Labelled]:
    """Labels less those that are the last word of a value: `Directorate`, alone in a line, where labels with colons stand elsewhere."""
    edges = [f.x0 for f in found if f.label[-1].text.endswith(":")]
    if len(edges) < 2:
        return found
    return [f for f in found if f.label[-1].text.endswith(":") or any(abs(f.x0 - x) <= NEAR for x in edges)]


def _runs(line: Sequence[Word]) -> list[list[Word]]:
    """A line cut at wide white, and before a bold label behind a value that is not."""
    runs: list[list[Word]] = []
    for n, word in enumerate(line):
        if runs and word.x0 - runs[-1][-1].x1 <= GAP * word.font.size and not _begins_label(line, n):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _begins_label(line: Sequence[Word], n: int) -> bool:
    if not line[n].font.bold or line[n - 1].font.bold:
        return False
    bold = list(takewhile(lambda w: w.font.bold, line[n : n + LONGEST_LABEL]))
    return any(w.text.endswith(":") for w in bold)


def _head(run: Sequence[Word]) -> str:
    """What a run begins with, as labels are looked up."""
    return next((head for word in run if (head := head_of(word.text))), "")


def _known(run: Sequence[Word], labels: Mapping[str, str]) -> Labelled | None:
    """A run that begins with a known label: with its colon, in bold before a value that is not, or alone."""
    for count in range(min(len(run), LONGEST_LABEL), 0, -1):
        text = " ".join(w.text for w in run[:count])
        known = labels.get(fold(text))
        ended = text.rstrip().endswith(":") or count == len(run)
        if known and (ended or (_bold(run[:count]) and not run[count].font.bold)):
            return Labelled(tuple(run[:count]), known)
    return None


def _unknown(run: Sequence[Word], edges: Sequence[float], *, bold: bool) -> Labelled | None:
    """A label that no list has: where known ones begin, in their type, and with a colon."""
    if not any(abs(run[0].x0 - edge) <= NEAR for edge in edges):
        return None
    for count, word in enumerate(run[:LONGEST_LABEL], start=1):
        if word.text.endswith(":"):
            alike = _bold(run[:count]) == bold
            return Labelled(tuple(run[:count]), None) if alike and run[0].text[:1].isupper() else None
    return None


def _share_out(words: Sequence[Word], found: Sequence[Labelled]) -> None:
    """Each other word to the label it stands behind: right of it, at its height or below it, before the next label."""
    labels = {id(w) for f in found for w in f.label}
    columns = sorted({f.x0 for f in found})
    starts = [x for i, x in enumerate(columns) if i == 0 or x - columns[i - 1] > NEAR]
    grid = [[f for f in found if abs(f.x0 - x) <= NEAR] for x in reversed(starts)]  # the columns from the right
    for word in words:
        if id(word) in labels:
            continue
        right, low = word.x0 + NEAR, word.top + 0.5 * word.font.size
        over = next((held for column in grid if (held := [f for f in column if f.x0 <= right and f.top <= low])), None)
        if over is None:
            continue
        holder = max(over, key=lambda f: f.top)
        last = holder.value[-1] if holder.value else holder.label[-1]
        if word.top - last.top <= LOOSE * word.font.size and word.font.size <= ALIKE * holder.label[0].font.size:
            holder.value.append(word)


def _bold(words: Sequence[Word]) -> bool:
    told = [w for w in words if re.search(r"\w", w.text)]
    return bool(told) and all(w.font.bold for w in told)
