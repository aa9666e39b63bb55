"""Resolutions that no mark sets apart: motions followed by `Carried`, sentences whose verb is set in capitals or bold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from extract.meeting.pieces import Piece
from extract.meeting.ranges import Used
from extract.meeting.resolved import Resolution, sentence_end
from extract.meeting.vocabulary import words_of
from extract.wording import fold
from models.late import late

MOTION = re.compile(r"(?:THAT|That|WHEREAS|Whereas|BE IT (?:FURTHER )?RESOLVED|Be it resolved)\b")


CARRIED = re.compile(
    r"(?:^|(?<=[.;”\"])\s*)(?:(?:The\s+)?(?:Motion|Resolution)\s+(?:was\s+)?)?(?:Carried|CARRIED)"
    r"(?:\s+unanimously)?\s*\.?\s*$"
)


SUBJECT = re.compile(
    r"\b(?:the )?(?:board|committee|panel|council|governors|trustees|members|authority|cabinet|commission"
    r"|executive|partnership|group|forum|court|senate|senatus|assembly|directors|corporation|it was|"
    r"were|was|is|be)\b",
    re.IGNORECASE,
)


# Whoever acts, by name and in full, before a verb in capitals: `The Marsh Wardens APPROVED …`
_NAMED = re.compile(
    r"The (?:(?:[A-Z][\w’'&-]*[a-z]|of|and|for|the) ){1,8}(?:(?:\w+ly|then|also|therefore) )?[A-Z]{5,}\b"
)
# The body acts in the first words of a sentence: `The Board approved …`, `The Committee formally received …`.
_BODY = (
    r"(?:[Bb]oard|[Cc]ommittee|[Pp]anel|[Cc]ouncil|[Gg]overnors|[Tt]rustees|[Mm]embers|[Aa]uthority|[Cc]abinet|[Cc]ommission"
    r"|[Ee]xecutive|[Gg]roup|[Ff]orum|[Gg]overning [Bb]ody|[Cc]ourt|[Ss]enate|[Aa]ssembly|[Cc]orporation)"
)
_ACTS = late(
    rf"(?:The|Members of the)\s+(?:[A-Z][\w’'&-]*\s+|of\s+|and\s+){{0,5}}?{_BODY}\s+(?:(?:\w+ly|also|then|therefore|duly)\s+){{0,2}}"
    r"(?:approved|noted|agreed|received|endorsed|ratified|confirmed|supported|accepted|adopted|delegated|resolved|decided|authorised"
    r"|recommended|rejected|requested|deferred|referred|considered and \w+ed|took assurance|was assured)\b[^?]*\.$"
)


def carried(pieces: Sequence[Piece], used: Used, seen: Collection[int] = ()) -> Iterator[Resolution]:
    """Motions printed as `That …` and followed by `Carried`."""
    start: int | None = None
    for i, piece in enumerate(pieces):
        if i in seen:
            start = None
            continue
        if MOTION.match(piece.text) and start is None:
            start = i
        match = CARRIED.search(piece.text)
        if match is None or start is None:
            continue
        stretches = [(j, 0, len(pieces[j].text)) for j in range(start, i)]
        if match.start():
            stretches.append((i, 0, match.start()))
        for index, a, b in stretches:
            used.add(index, a, b)
        yield Resolution(stretches, confidence=0.9)
        start = None


def by_verb(pieces: Sequence[Piece], used: Used, seen: Collection[int] = ()) -> Iterator[Resolution]:
    """Sentences whose verb is set in capitals, or in bold with the body as its subject; the verb is their `lead_in`."""
    for index, start, end in list(used.stretches()):
        piece = pieces[index]
        if piece.upper or piece.aside or index in seen:
            continue
        place = start
        while place < end:
            stop = min(end, sentence_end(piece.text, place))
            said = _says(piece, place, stop)
            if said is not None:
                yield Resolution([(index, place, stop)], lead_in=said[0], confidence=said[1])
            place = stop + 1


def _says(piece: Piece, start: int, stop: int) -> tuple[str | None, float] | None:
    """The verb by which a sentence is a resolution, and how surely it is one; None where it is none."""
    sentence = piece.text[start:stop]
    if len(sentence.split()) < 3 or not (SUBJECT.search(sentence) or _NAMED.match(sentence)):
        return None
    if piece.bold and _ACTS.match(sentence):
        return None, 0.8  # a sentence of its own, set in bold: `The Board approved the minutes.`
    verbs = words_of("minute_marks", "verb")
    for word, (a, b) in zip(piece.words, piece.spans, strict=True):
        if a < start or b > stop or fold(word.text) not in verbs:
            continue
        verb = word.text.strip(".,:;")
        if verb.isupper():
            return verb, 0.9
        if word.font.bold and not piece.bold and SUBJECT.match(sentence):
            return verb, 0.8
    return None
