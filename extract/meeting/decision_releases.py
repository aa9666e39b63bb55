"""Releases that tell in prose what a cabinet or council decided: `Decisions taken by the Cabinet of Ministers on …`, a text a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.meeting.decision_cards import DecisionCard
from extract.meeting.pieces import Piece
from extract.meeting.ranges import join_stretches
from models.late import late
from models.record import Field

FEWEST = 2
MOSTLY = 0.6  # share of the texts that say that something was decided
LONGEST_TITLE = 160  # characters
LONGEST_NAME = 60  # characters of a line of who signs
_SURE = 0.95
HEAD = 6  # pieces among which the title stands
# A release tells of each decision in prose: what it is about, and somewhere that it was taken.
ANNOUNCED = re.compile(
    r"\bdecisions? (?:taken|made|reached|adopted) (?:by|at|in|during)\b|\bdecisions of (?:the |a )?(?:[\w’'-]+ ){0,4}?"
    r"(?:cabinet|council|government|commission|executive|board|committee)\b"
    r"|\b(?:cabinet|council|executive|board|government|commission) decisions\b",
    re.IGNORECASE,
)
TOLD = late(
    r"\b(?:approv(?:ed|es|al)|agreed|agrees|decided|decides|resolved|granted|endors(?:ed|es)|adopt(?:ed|s)|ratified|authori[sz]ed|"
    r"noted|accepted|rejected|refused|deferred|consent(?:ed)?|appointed|directed|instructed)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:(?:item|decision|no\.?|number)\s*)(?P<ref>\d{1,3})\s*[:.–—-]*\s+(?=\S)", re.IGNORECASE)
_COUNTED = re.compile(r"\(?(\d{1,3})[.)]?")


def is_announced(head: Sequence[str]) -> bool:
    """Whether one of the first texts of a paper says whose decisions it tells of."""
    return any(ANNOUNCED.search(text) for text in head[:HEAD] if len(text) < LONGEST_TITLE)


def release_cards(pieces: Sequence[Piece]) -> list[DecisionCard]:
    """The decisions of a release whose items are headings without numbers, or numbered texts without headings; [] of any other."""
    title = next((n for n, p in enumerate(pieces[:HEAD]) if is_announced([p.text])), None)
    if title is None:
        return []
    under = pieces[title + 1 :]
    under = under[: signed_from(under, 0)]
    starts = _headings(under) or _numbers(under)
    if len(starts) < FEWEST:
        return []
    parts = [under[a:b] for a, b in pairwise([*starts, len(under)])]
    told = sum(any(TOLD.search(p.text) for p in part) for part in parts)
    return [_card(part) for part in parts] if told >= MOSTLY * len(parts) else []


def _headings(pieces: Sequence[Piece]) -> list[int]:
    """The headings set like the first that has a text right below it, as far as they have one too."""
    over = [n for n, (p, q) in enumerate(pairwise(pieces)) if _is_heading(p) and not _is_heading(q)]
    return [n for n in over if _style(pieces[n]) == _style(pieces[over[0]])]


def _numbers(pieces: Sequence[Piece]) -> list[int]:
    """The texts that begin with 1, 2, 3 and so on."""
    found: list[int] = []
    for n, piece in enumerate(pieces):
        match = _COUNTED.fullmatch(piece.marker or "")
        if match is not None and int(match.group(1)) == len(found) + 1:
            found.append(n)
    return found


def _is_heading(piece: Piece) -> bool:
    return piece.marker is None and (piece.bold or piece.level is not None) and len(piece.text) < LONGEST_TITLE


def _style(piece: Piece) -> tuple[bool, int | None]:
    return piece.bold, piece.level


def signed_from(pieces: Sequence[Piece], last: int) -> int:
    """Where what the last decision says ends: before the name and the post of who signs, short lines of which the first is a heading."""
    end = len(pieces)
    while end > last + 2 and len(pieces[end - 1].text) < LONGEST_NAME and pieces[end - 1].text[-1:] not in ".;:":
        end -= 1
    return next((n for n in range(end, len(pieces)) if pieces[n].bold or pieces[n].level is not None), len(pieces))


def _card(part: Sequence[Piece]) -> DecisionCard:
    """A decision of its heading and the texts below it, or of numbered texts alone."""
    card = DecisionCard()
    head, texts = part[0], list(part)
    if _is_heading(head):
        texts = texts[1:]
        numbered = _NUMBERED.match(head.text)
        if numbered is not None:
            card.fields["ref"] = head.field(numbered.start("ref"), numbered.end("ref"))
            card.taken += [w for w in head.words_in(0, numbered.end()) if w not in card.fields["ref"].words]
        card.fields["title"] = head.field(numbered.end() if numbered is not None else 0)
    elif (match := _COUNTED.fullmatch(head.marker or "")) is not None:
        card.fields["ref"] = Field(match.group(1), head.marker_words)
    whole = [(n, 0, len(p.text)) for n, p in enumerate(texts)]
    card.fields["text"] = join_stretches(texts, whole, _SURE, first=texts[0] is not head)
    return card
