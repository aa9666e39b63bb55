"""Lines of bulleted items that begin below the bullet and not below its text, as boxes of slides without an indent set them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.markers import marker_of
from models.section import Line

_EDGE = 2.0  # points
_WIDER = 0.12  # sizes of type by which items stand wider apart than the lines of one
_FURTHEST = 1.7  # sizes of type from line to line of one item
_SPACE = 0.3  # sizes of type of a space between words
_FEWEST_WORDS = 4  # of the line before, its bullet one of them
_ENDS = (".", ";", ":", "?", "!")


def is_under_bullet(groups: Sequence[Sequence[Line]], line: Line, following: Sequence[Line]) -> bool:
    """Whether a line goes on with the item of a list, `groups[-1]`, below its bullet: the items stand wider apart than it from
    the line before, which had no room for its first word. `groups` may hold the item before, `following` the next line."""
    item = groups[-1]
    last, left = item[-1], item[0].x0
    if abs(line.x0 - left) > _EDGE or not _is_item(item[0], left) or marker_of(line)[1] or last.text.endswith(_ENDS):
        return False
    step, size = line.top - last.top, last.size
    alike = abs(line.size - size) < _WIDER and line.words[0].font.bold == last.words[-1].font.bold
    if not alike or not 0 < step < _FURTHEST * size or len(last.words) < _FEWEST_WORDS:
        return False
    beside = [after for after in following if _is_item(after, left)]
    apart = [after.top - line.top for after in beside]
    before = [group for group in groups[:-1] if _is_item(group[0], left)]
    apart += [item[0].top - group[-1].top for group in before]
    if not apart or min(apart) < step + _WIDER * size:
        return False
    right = max(other.x1 for other in (*(n for group in before for n in group), *item, *beside))
    return last.x1 + _SPACE * size + line.words[0].x1 - line.words[0].x0 > right


def _is_item(line: Line, left: float) -> bool:
    return abs(line.x0 - left) <= _EDGE and marker_of(line)[0] == "•"
