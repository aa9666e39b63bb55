"""Resolutions of one item: `RESOLVED:` with a list, `RESOLVED – That …` in a line, `The Board APPROVED …` in a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extract.meeting.action_columns import NOTHING
from extract.meeting.dispositions import ENACTED
from extract.meeting.headed_decisions import decides_under
from extract.meeting.inline_labels import follows, labels_in
from extract.meeting.list_labels import label_of, style_of
from extract.meeting.movers import movers_in
from extract.meeting.pieces import DECISION, Piece
from extract.meeting.provisos import names_provisos, provisos_under
from extract.meeting.ranges import Used
from extract.meeting.rejoined import ENTRY_ENDS
from extract.meeting.resolved import Resolution, sentence_end
from extract.meeting.resolved_marks import MARK, mark_at, marks_again, subject_before
from extract.meeting.resolved_tails import before_movers, cut_tails
from extract.meeting.resolved_verbs import by_verb, carried
from models.late import late
from models.page import Word

STUB = late(
    r"(?:that|to|(?:that )?(?:the )?(?:[\w-]+ ){0,4}?(?:board|committee|panel|council|cabinet|governors"
    r"|trustees|members|authority|meeting|group|court|senate|corporation)?:|(?:that )?the (?:[\w-]+ ){0,4}?(?:board|committee|panel|council"
    r"|cabinet|governors|trustees|members|authority|meeting|group|governing body|executive|commission|court|senate|corporation))\s*:?\s*$",
    re.IGNORECASE,
)
# Under an item that prints RESOLVED, `The following comments were agreed:` tells of what is resolved below it.
_SPELT = re.compile(r"(?:IT WAS )?(?:UNANIMOUSLY )?RESOLVED\b\s*[:–—-]?")
_TOLD = re.compile(r"(?:The|That the) (?:[\w&-]+ ){1,4}(?:agreed|decided)\s*:\s*$")
LONGEST_SUBHEADING = 8  # words
_DECIDES = frozenset({"AGREED", "RESOLVED", "DECIDED", "RECOMMENDED"})  # what was done, each entry says itself
_NUMBER_OF_MARK = re.compile(r"(?:(?:No|Number)\b[.:]?\s*|#\s*)?[A-Z]{0,5}[ /-]?\d[\w./-]*\s*:?$", re.IGNORECASE)


def read_resolutions(pieces: Sequence[Piece], used: Used, seen: Collection[int] = ()) -> list[Resolution]:
    """The resolutions of an item's pieces in printed order; what they hold is marked as used. `seen` are pieces read already."""
    found: list[Resolution] = []
    spelt = any(_SPELT.match(p.text) for p in pieces)
    i = 0
    while i < len(pieces):
        if decides_under(pieces, i) and (under := _listed(pieces, i, None, used))[1]:
            i, new = under
            for one in new:
                used.add(one.stretches[0][0])
            found.extend(new)
            continue
        if pieces[i].label == DECISION and used.is_free(i) and not NOTHING.fullmatch(pieces[i].text):
            used.add(i)
            said = "agreed" if not pieces[i].beside else "approved" if ENACTED.match(pieces[i].text) else None
            found.append(Resolution([(i, 0, len(pieces[i].text))], lead_in=said, confidence=0.9))
            i += 1
            continue
        mark = mark_at(pieces[i]) if i not in seen else None
        if mark is None or (spelt and _TOLD.match(pieces[i].text)):
            i += 1
            continue
        i, new = _resolved(pieces, i, mark, used)
        found.extend(new)
    if not found:
        found = list(carried(pieces, used, seen)) or _by_verb(pieces, used, seen)
    return sorted(found, key=lambda r: r.stretches[0])


def _by_verb(pieces: Sequence[Piece], used: Used, seen: Collection[int]) -> list[Resolution]:
    """Sentences with their verb in capitals; `The Court, as advised, APPROVED:` over a list resolves each of its entries."""
    found: list[Resolution] = []
    for one in by_verb(pieces, used, seen):
        i, start, end = one.stretches[0]
        if not used.is_free(i) and found and i in {s[0] for s in found[-1].stretches}:
            continue  # an entry of the list above
        limbs = _under_verb(pieces, one, used)
        new = limbs or [one]
        if limbs:
            cut_tails(pieces, limbs, limbs[-1].stretches[-1][0] + 1, used)
        told = _verb_at(pieces[i].text, one)
        for resolution in new:
            resolution.told = told and (i, *told)
        found.extend(new)
        for index, a, b in [s for r in limbs for s in r.stretches] or [(i, start, end)]:
            used.add(index, a, b)
            if a == 0:
                used.markers.add(index)
    return found


def _verb_at(text: str, one: Resolution) -> tuple[int, int] | None:
    """Where the verb stands that says what was done."""
    _, start, end = one.stretches[0]
    place = text.find(one.lead_in, start, end) if one.lead_in else -1
    return (place, place + len(one.lead_in or "")) if place >= 0 else None


def _under_verb(pieces: Sequence[Piece], one: Resolution, used: Used) -> list[Resolution]:
    """The labelled list that a sentence with a verb leads into."""
    i, _, end = one.stretches[0]
    text = pieces[i].text
    ahead = label_of(pieces[i + 1]) if i + 1 < len(pieces) and end == len(text) else None
    if one.lead_in is None or not text.endswith(":") or ahead in {None, "•"}:
        return []
    lead = "agreed" if one.lead_in in _DECIDES else f"{one.lead_in}:"
    return _listed(pieces, i, lead, used)[1]


def marks_of(pieces: Sequence[Piece]) -> list[bool]:
    """Of each piece, whether it holds a mark of what was resolved; `RESOLUTION 24/7` over a motion that is moved below it is none."""
    return [mark_at(p) is not None and not _heads_motion(pieces, i) for i, p in enumerate(pieces)]


def _heads_motion(pieces: Sequence[Piece], i: int) -> bool:
    moved = next(movers_in(pieces[i + 1].text), None) if i + 1 < len(pieces) else None
    mark = MARK.match(pieces[i].text)
    rest = pieces[i].text[mark.end() :] if mark else pieces[i].text
    return moved is not None and moved.start < 3 and (not rest.strip() or _NUMBER_OF_MARK.match(rest) is not None)


def _resolved(pieces: Sequence[Piece], i: int, mark: tuple[int, int], used: Used) -> tuple[int, list[Resolution]]:
    """The resolutions under one mark, and the piece after them."""
    start, body = mark
    piece = pieces[i]
    numbered = _NUMBER_OF_MARK.match(piece.text, body) if start == 0 else None
    body = numbered.end() if numbered is not None else body  # `RESOLUTION CL23/014` over its movers or its words
    text = piece.text[body:].strip()
    if not text and i + 1 < len(pieces) and (moved := next(movers_in(pieces[i + 1].text), None)) and moved.start < 3:
        if numbered is None:
            used.add(i, start, body)
        return i + 1, []  # a heading over a motion
    first = subject_before(piece.text, start)
    mark_words = piece.words_in(first, body) + (piece.marker_words if start == 0 else ())
    used.add(i, first, body)
    if start == 0:
        used.markers.add(i)
    ahead = label_of(pieces[i + 1]) if i + 1 < len(pieces) else None
    if ahead is None and text.endswith(":") and _is_subheading(pieces, i + 1):
        ahead = label_of(pieces[i + 2])
    new: list[Resolution] = []
    stop = i + 1
    under = provisos_under(pieces, i, text)
    if under:
        new, stop = [Resolution([(i, body, len(piece.text)), *under])], under[-1][0] + 1
    elif not text or STUB.fullmatch(text) or (text.endswith(":") and ahead and ahead != "•"):
        stop, new = _listed(pieces, i, text or None, used)
        if new and text and STUB.fullmatch(text):
            mark_words += _stub(piece, i, body, used)
    if not new and text and not (STUB.fullmatch(text) and len(text.split()) < 3):
        labels = _labels(piece.text, body, ahead)
        end = len(piece.text) if start == 0 else sentence_end(piece.text, labels[-1].end() if labels else body)
        new = _limbs(piece, i, body, end, labels, used) if labels else _wholes(piece, i, body, end, used)
        stop = i + 1
        if text.endswith(":"):
            while stop < len(pieces) and pieces[stop].marker and label_of(pieces[stop]) == "•":
                new[-1].stretches.append((stop, 0, len(pieces[stop].text)))
                stop += 1
        elif text.endswith((";", "; and", ", and", "; or")) and ahead:
            stop, more = _listed(pieces, i, new[-1].lead_in, used, new[-1].label and style_of(new[-1].label))
            new.extend(more)
    cut_tails(pieces, new, stop, used)
    for resolution in new:
        resolution.told = (i, start, max(body, start + 1))
        for index, a, b in resolution.stretches:
            used.add(index, a, b)
            if a == 0:
                used.markers.add(index)
    if new:
        new[0].mark = mark_words
    label = MARK.match(piece.text) if start == 0 else None
    if piece.text[start:body].casefold().startswith(("agreed", "decision")):
        for resolution in new:
            resolution.lead_in = resolution.lead_in or "agreed"
    elif label is not None and label["label"]:  # minutes of universities: the label says what was done
        for resolution in new:
            resolution.lead_in = label["label"]
    return max(stop, i + 1), new


def _stub(piece: Piece, i: int, body: int, used: Used) -> tuple[Word, ...]:
    """The words between a mark and the list under it, `that:`: without that they say nothing."""
    used.add(i, body, len(piece.text))
    return piece.words_in(body, len(piece.text))


def _is_subheading(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a piece is a few words over the first of a list: `RESOLVED to agree:` over `Council tax` over `(a) …`."""
    if i + 1 >= len(pieces) or label_of(pieces[i + 1]) not in {"a", "i", "A"}:
        return False
    piece = pieces[i]
    few = 0 < len(piece.text.split()) <= LONGEST_SUBHEADING and not piece.text.endswith((".", ";", ","))
    return few and not (piece.aside or piece.cells or mark_at(piece) or piece.starts_row)


def _labels(text: str, body: int, ahead: str | None) -> list[re.Match[str]]:
    """The labels of a list that stands in a line: two or more, or one that the next piece's (`ahead`) follows."""
    found = labels_in(text, body, len(text))
    if found and names_provisos(text[body : found[0].start()]):
        return []
    return found if len(found) >= 2 or (found and ahead and follows(found[-1]["label"], ahead)) else []


def _limbs(piece: Piece, i: int, body: int, end: int, labels: Sequence[re.Match[str]], used: Used) -> list[Resolution]:
    """Several resolutions in a line: `(a) That …; (b) that …`."""
    found = []
    lead = piece.text[body : labels[0].start()].strip() or None
    for n, match in enumerate(labels):
        stop = labels[n + 1].start() if n + 1 < len(labels) else end
        used.add(i, *match.span())
        found.append(Resolution([(i, match.end(), stop)], match["label"], piece.words_in(*match.span()), lead))
    return found


def _wholes(piece: Piece, i: int, body: int, end: int, used: Used) -> list[Resolution]:
    """One resolution, up to who moved it: that is the vote's; and those behind a mark of their own: `… and further RESOLVED that …`."""
    again = marks_again(piece.text, body)
    ends = [min(end, again[0][0]) if again else end]
    ends += [b for b, _ in again[1:]] + [sentence_end(piece.text, again[-1][1])] if again else []
    starts = [body, *(stop for _, stop in again)]
    for mark in again:
        used.add(i, *mark)
    return [Resolution([(i, a, before_movers(piece.text, a, b))]) for a, b in zip(starts, ends, strict=True)]


def _listed(
    pieces: Sequence[Piece], i: int, lead: str | None, used: Used, style: str | None = None
) -> tuple[int, list[Resolution]]:
    """The resolutions printed under a mark: a list with labels or bullets, or one paragraph.

    `style` is that of the labels of a list that has begun already.
    """
    found: list[Resolution] = []
    j = i + 1
    while j < len(pieces):
        piece = pieces[j]
        label = label_of(piece)
        if piece.aside or piece.cells or mark_at(piece):
            break
        if label and (label == "•" or _belongs(piece, label, style, pieces, i, j)):
            style = style or style_of(label)
            if label == "•" and found and found[-1].label:
                found[-1].stretches.append((j, 0, len(piece.text)))
            else:
                over = _over(found, label, style, pieces) or lead
                under = provisos_under(pieces, j, piece.text)
                of_limb = [(j, 0, len(piece.text)), *under]
                found.append(Resolution(of_limb, None if label == "•" else label, piece.marker_words, over))
                j = under[-1][0] if under else j
        elif label:
            break
        elif not found and (under := provisos_under(pieces, j, piece.text)):
            return under[-1][0] + 1, [Resolution([(j, 0, len(piece.text)), *under], lead_in=lead)]
        elif not found and not _list_ahead(pieces, j, style):
            labels = _labels(piece.text, 0, None)
            end = len(piece.text)
            found = _limbs(piece, j, 0, end, labels, used) if labels else [Resolution([(j, 0, end)], lead_in=lead)]
            j += 1
            while j < len(pieces) and _same_set(pieces[j - 1], pieces[j]):
                found[-1].stretches.append((j, 0, len(pieces[j].text)))
                j += 1
            while j < len(pieces) and not labels and _is_next(pieces[j - 1], pieces[j]):
                found.append(Resolution([(j, 0, len(pieces[j].text))], lead_in=lead))
                j += 1
            break
        elif not found and piece.text.endswith(":"):
            lead = piece.text
        elif found and not _list_ahead(pieces, j, style, found[-1].label):
            break
        j += 1
    return j, found


def _belongs(piece: Piece, label: str, style: str | None, pieces: Sequence[Piece], i: int, j: int) -> bool:
    """Whether a labelled piece is of the list under the mark, not the next numbered paragraph of the minute."""
    mark = pieces[i]
    further_in = not mark.marker or piece.left > mark.left + 4
    if style is None:
        if label.isdecimal():
            return label == "1" and further_in
        return label in {"a", "i", "A"} or j == i + 1
    own = style_of(label)
    if own == "number" and style != "number":
        # numbers below letters are their parts; the minute's own next number stands further out
        return piece.left > pieces[i + 1].left + 4 if j > i + 1 else True
    return own != "number" or further_in


def _list_ahead(pieces: Sequence[Piece], j: int, style: str | None, last: str | None = None) -> bool:
    """Whether a list begins, or goes on, within the next two pieces."""
    for piece in pieces[j + 1 : j + 3]:
        label = label_of(piece)
        if mark_at(piece):
            return False
        if label is None or label == "•":
            continue
        if style is None:
            return (label in {"a", "i", "1", "A"} and pieces[j].text.endswith(":")) or label in {"a", "i", "A"}
        return (
            style_of(label) == style or {style, style_of(label)} == {"roman", "letter"}
            if last is None
            else follows(last, label)
        )
    return False


def _same_set(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph goes on with the resolution before it: set in the same bold type, apart from the plain text around."""
    return (
        before.bold
        and piece.bold
        and not piece.upper
        and not piece.marker
        and abs(before.indent - piece.indent) < 3
        and not mark_at(piece)
    )


def _is_next(before: Piece, piece: Piece) -> bool:
    """Whether a paragraph is the next of a list whose entries have neither labels nor bullets in print: the one above ends with `; and`."""
    plain = not (piece.marker or piece.aside or piece.cells or mark_at(piece))
    return plain and before.text.endswith(ENTRY_ENDS) and abs(before.indent - piece.indent) < 3


def _over(found: Sequence[Resolution], label: str, style: str, pieces: Sequence[Piece]) -> str | None:
    """The resolution whose own list a label belongs to: `ii. The following be recommended:` over a., b., c."""
    if not found or style_of(label) == style or label == "•":
        return None
    last = found[-1]
    index, start, end = last.stretches[-1]
    text = pieces[index].text[start:end]
    return text if text.endswith(":") else last.lead_in
