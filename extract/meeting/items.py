"""One item of the minutes as printed records: its text, and under it resolutions, actions, votes and apologies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from extract.meeting.action import Action
from extract.meeting.action_lists import HEAD
from extract.meeting.actions import read_actions
from extract.meeting.apologies import apologies_in, apologies_under
from extract.meeting.attendance import read_attendance
from extract.meeting.attendance_grid import status_column
from extract.meeting.attendance_headings import heading_of
from extract.meeting.attendance_prose import is_prose
from extract.meeting.attendance_sentences import told_beside
from extract.meeting.attendee import Attendee
from extract.meeting.consent import Consent, within_motion
from extract.meeting.headed_decisions import DECISIONS, listed_decisions
from extract.meeting.heading_words import heading_pieces, paper_behind, second_number
from extract.meeting.headings import ITEM, Heading, number_of
from extract.meeting.item_ends import divides
from extract.meeting.item_facts import item_notes, with_facts
from extract.meeting.leftover import says_nothing
from extract.meeting.motions import read_motions
from extract.meeting.names import title_end
from extract.meeting.pieces import Piece
from extract.meeting.ranges import Stretch, Used, join_stretches, rest_of
from extract.meeting.resolutions import marks_of, read_resolutions
from extract.meeting.resolved import Resolution
from extract.meeting.vocabulary import vocabulary
from extract.meeting.voted import Vote
from extract.meeting.votes import read_votes
from extract.wording import fold
from models.page import Word
from models.record import Field, Printed

OF_AMENDMENT = "of the amendment"  # note of a result: what it says of the amendment is not so of the motion
WEAK = 0.8  # score of a heading told by its type alone
# A mark that no rule took up: something stands in the text that belongs to a record of its own.
BEGUN = re.compile(
    r"\bit was (?:\w+ )?resolved\b", re.IGNORECASE
)  # the words before a resolution that has its own record
BRACKETED = re.compile(r"\s*[\[(](?:ACTION|Action)s?\s*:[^\])]*[\])]\s*\.?\s*$")  # who is to act on a resolution
STAFF_PRESENT = re.compile(r"(?:[A-Z][\w/&-]+ ){1,3}[Pp]resent:\s")  # `Staff Present: A Smith, B Jones`
LEFT_OVER = re.compile(r"\bRESOLVED\b|\bACTIONS?\b\s*[:–-]|(?:^|[.;]\s)(?:Action|Resolved)\s*:")


def read_item(
    pieces: Sequence[Piece],
    heading: Heading,
    stop: int,
    meeting: Printed,
    attendees: Sequence[Attendee],
    *,
    early: bool = False,
    consent: Consent | None = None,
) -> Iterator[Printed]:
    """The minute under a heading, up to piece `stop`, and its parts. `early`: it may hold the list of those present.

    `consent`: a motion stands over it, or it over others.
    """
    titles = heading_pieces(pieces, heading)
    body = _body_of(pieces, heading, stop)
    roll = early and not attendees and any(lists_present(p) for p in body)
    away = roll or _calls_apologies(" ".join(p.text for p in titles))
    away = away or (early and any(p.text.startswith(("Apologies for absence", "An apology for absence")) for p in body))
    headed = early and len(titles) == 1 and not roll and (heading_of(titles[0]) or ("",))[0] == "present"
    listed, filled = _people_under(titles * headed, body, pieces) if (away or headed) and not attendees else ([], set())
    told = told_beside(body, listed) if early and not attendees else []
    body = with_facts(body, filled)
    own = len(body)
    body += pieces[slice(*consent.fate)] if consent is not None and consent.over else ()
    used = Used(body)
    for i in range(own, len(body)):
        used.add(i)  # they stand in the text of the item that they are printed under
    for i in item_notes(body):
        used.add(i)
    if not heading.words and body:
        used.add(0, 0, heading.cut)
    known = frozenset(w for a in attendees for w in a.fields["person"].text.split())
    item: tuple[list[Resolution], list[Action], list[Vote]]
    if consent is not None and not consent.over:
        item = within_motion(body, pieces[slice(*consent.fate)], used, carried=consent.carried), [], []
    else:
        over = titles[0].text if len(titles) == 1 else ""
        item = body_items(body, used, known, headed=HEAD.fullmatch(over) is not None)
        if not item[0] and DECISIONS.fullmatch(over):
            item[0].extend(listed_decisions(body, used))
    for i in filled:
        if not is_prose(body[i]) and not headed:  # under their own heading those present are what the item says
            used.add(i)
    fields = _heading_fields(pieces, heading, titles)
    text = rest_of(used)
    left_over = text is not None and LEFT_OVER.search(text.text) is not None
    listing = any(body[i].table is None for i in filled)  # a table of people is nothing that was said
    # An item that says nothing beside its resolutions keeps them as its text too: no minute stands without its words.
    if (text is None and (item[1] or listing)) or (
        (item[0] or listing) and (text is None or says_nothing(text.text, body, item[2]))
    ):
        text = rest_of(_unmarked(body[:own], item[0]))
    if text is not None:
        doubtful = heading.score < WEAK or left_over
        fields["text"] = replace(text, confidence=0.75) if doubtful else text
    minute = Printed("minutes", fields, meeting, heading.score, taken=_heading_words(pieces, heading, body))
    yield minute
    yield from parts(body, item, minute)
    for n, attendee in enumerate((*listed, *told)):
        taken = _words_of(body, filled) if listed and n == 0 else ()
        yield Printed("attendance", attendee.fields, meeting, taken=taken)
    if away:
        left = [p for i, p in enumerate(body) if i not in filled]
        yield from _away(left, meeting, [*attendees, *listed], " ".join(p.text for p in titles))


def _body_of(pieces: Sequence[Piece], heading: Heading, stop: int) -> list[Piece]:
    """What stands under a heading, and behind it on its line; titles over the next items are none of it."""
    body = list(pieces[heading.stop : max(stop, heading.stop)])
    if heading.cut and heading.words:
        whole = pieces[heading.words[-1]]
        rest = [k for k, (a, _) in enumerate(whole.spans) if a >= heading.cut]
        if rest:
            body.insert(0, replace(whole.part(rest[0], len(whole.words)), marker=None, marker_words=()))
    elif body and not heading.words:  # a numbered paragraph is an item without a heading
        body[0] = replace(body[0], marker=None, marker_words=())
    if heading.number_at is not None and body:
        body[0] = replace(body[0], marker=None, marker_words=())
    asides = tuple(f for i in range(heading.index, heading.stop) for f in pieces[i].aside)
    if asides and body and not heading.cut:  # an owner beside the heading is the item's
        body[0] = replace(body[0], aside=(*asides, *body[0].aside))
    while len(body) > 1 and divides(body[-1]) and not body[-2].text.rstrip().endswith(":"):
        body.pop()
    return body


def _people_under(
    over: Sequence[Piece], body: Sequence[Piece], paper: Sequence[Piece]
) -> tuple[list[Attendee], set[int]]:
    """The people of lists in an item, and the pieces they fill; `over` them stands its own heading, where it is theirs (`1. Present`)."""
    listed, filled = read_attendance([*over, *body], paper)
    return listed, {i - len(over) for i in filled if i >= len(over)}


def lists_present(piece: Piece) -> bool:
    if piece.cells and piece.table is not None:
        return status_column(piece.table) is not None
    if piece.label is not None:
        told = vocabulary("attendance_headings").get(fold(piece.label))
        return told == "present" or (told is not None and STAFF_PRESENT.match(f"{piece.label}: ") is not None)
    heads = heading_of(piece)
    return heads is not None and (heads[0] == "present" or STAFF_PRESENT.match(piece.text) is not None)


def _unmarked(body: Sequence[Piece], resolutions: Sequence[Resolution]) -> Used:
    """The whole of an item less its `(Item 3)` and the marks of its resolutions (`RESOLVED:`, `Decision:`)."""
    used = Used(body)
    marks = {id(w) for r in resolutions for w in r.mark if not BEGUN.match(" ".join(m.text for m in r.mark))}
    for i in item_notes(body):
        used.add(i)
    for i, piece in enumerate(body):
        for word, span in zip(piece.words, piece.spans, strict=True):
            if id(word) in marks:
                used.add(i, *span)
    return used


def body_items(
    body: Sequence[Piece], used: Used, known: Collection[str], *, headed: bool = False
) -> tuple[list[Resolution], list[Action], list[Vote]]:
    """Resolutions, actions and votes of an item; what they hold is marked as used.

    `known`: names of those present, word by word. `headed`: the item is called `Actions`.
    """
    motions = read_motions(body, used, marks_of(body))
    resolutions = read_resolutions(body, used, motions.seen)
    for resolution in resolutions:
        index, start, end = resolution.stretches[-1]
        behind = BRACKETED.search(body[index].text, start, end)
        if behind is not None and behind.start() > start:
            resolution.stretches[-1] = (index, start, behind.start())
    actions = read_actions(body, used, known, headed=headed)
    votes = [*motions.votes, *read_votes(body, resolutions, motions.seen, motions.votes, motions.untold)]
    carried = [*motions.resolutions, *resolutions]
    return sorted(carried, key=lambda r: r.stretches[0]), actions, sorted(votes, key=lambda v: v.first)


def parts(
    body: Sequence[Piece], item: tuple[list[Resolution], list[Action], list[Vote]], minute: Printed
) -> Iterator[Printed]:
    """The printed records of an item's parts."""
    resolutions, actions, votes = item
    for resolution in resolutions:
        fields = {"text": join_stretches(body, resolution.stretches, resolution.confidence)}
        if resolution.label:
            fields["label"] = Field(resolution.label, resolution.label_words)
        lead = {"lead_in": Field(resolution.lead_in)} if resolution.lead_in else {}
        markers = [w for i, _, _ in resolution.stretches for w in body[i].marker_words]
        yield Printed(
            "resolutions", fields, minute, taken=(*resolution.mark, *resolution.behind, *markers), context=lead
        )
    for action in actions:
        # without anybody to act, the text may hold what other fields should
        sure = action.confidence if action.owners is not None else min(action.confidence, 0.75)
        fields = {"action": action.text or join_stretches(body, action.stretches, sure)}
        fields.update({"owners": action.owners} if action.owners else {})
        fields.update({"due_text": action.due} if action.due else {})
        fields.update({"ref": body[action.ref[0]].field(*action.ref[1:])} if action.ref else {})
        yield Printed("minute_actions", fields, minute, taken=action.taken)
    for vote in votes:
        yield _vote(body, vote, minute)


def _vote(body: Sequence[Piece], vote: Vote, minute: Printed) -> Printed:
    def field(stretch: Stretch) -> Field:
        return body[stretch[0]].field(stretch[1], stretch[2])

    fields = {name: field(s) for name, s in vote.counts.items()}
    fields.update({f"{name}_names": _listed([field(s) for s in stretches]) for name, stretches in vote.names.items()})
    if vote.motion.stretches:
        several = len(vote.motion.stretches) > 1
        fields["motion"] = join_stretches(body, vote.motion.stretches, vote.confidence, first=several)
    for name, stretch in (
        ("proposer", vote.motion.proposer),
        ("seconder", vote.motion.seconder),
        ("carried", vote.result),
    ):
        if stretch is not None:
            fields[name] = field(stretch)
    if vote.of_rival:
        fields["carried"] = replace(fields["carried"], note=OF_AMENDMENT)
    return Printed("votes", fields, minute, vote.confidence)


def _listed(names: Sequence[Field]) -> Field:
    """Names of one side as one field, in printed order."""
    text = "; ".join(f.text.strip(" ,;.") for f in names)
    return Field(text, tuple(w for f in names for w in f.words)) if len(names) > 1 else names[0]


def _heading_fields(pieces: Sequence[Piece], heading: Heading, titles: Sequence[Piece]) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    if heading.number is not None:
        words = pieces[heading.index].marker_words or pieces[heading.index].words[:1]
        own = number_of(pieces[heading.index])
        if own is not None and own[1]:
            words = pieces[heading.index].words_in(0, own[1])
        if heading.cut and not heading.words:
            words = pieces[heading.index].words_in(0, heading.cut)
        if not pieces[heading.index].marker and heading.item is not None:
            words = pieces[heading.item].words
        if heading.number_at is not None:
            words = pieces[heading.number_at].marker_words
        fields["number"] = Field(heading.number, tuple(words))
    if heading.item is not None:
        match = ITEM.match(pieces[heading.item].text)
        if match:
            fields["agenda_ref"] = pieces[heading.item].field(match.start("ref"), match.end("ref"))
    elif (second := second_number(pieces, heading)) is not None:
        fields["agenda_ref"] = pieces[heading.words[0]].field(*second)
    elif (paper := paper_behind(pieces, heading)) is not None:
        fields["agenda_ref"] = pieces[heading.words[-1]].field(*paper, 0.75)
    if titles:
        said = " ".join(p.text for p in titles).rstrip(" :" if heading.cut else " ")
        plain = heading.cut and not (titles[-1].bold or titles[-1].upper)
        fields["heading"] = Field(
            said.rstrip(" .") if plain else said,
            tuple(w for p in titles for w in p.words),
            confidence=heading.score,
        )
    return fields


def _heading_words(pieces: Sequence[Piece], heading: Heading, body: Sequence[Piece]) -> tuple[Word, ...]:
    own = [w for i in range(heading.index, heading.stop) for w in (*pieces[i].marker_words, *pieces[i].words)]
    inside = {w for p in body for w in p.words}
    extra = [w for i in item_notes(body) for w in body[i].words]
    return tuple([w for w in own if w not in inside] + extra)


_OF_PRESENCE = re.compile("apolog|attendance|absence|present|welcome|introductions|membership")


def _calls_apologies(heading: str) -> bool:
    return _OF_PRESENCE.search(fold(heading)) is not None


def _words_of(body: Sequence[Piece], filled: set[int]) -> tuple[Word, ...]:
    return tuple([w for i in sorted(filled) for w in (*body[i].marker_words, *body[i].label_words, *body[i].words)])


def _away(body: Sequence[Piece], meeting: Printed, known: Sequence[Attendee], heading: str) -> Iterator[Printed]:
    """People whom sentences within an item say to have sent apologies."""
    away = [a.fields["person"].text for a in known if a.status == "apologies"]
    for attendee in apologies_in(body) or apologies_under(body, heading):
        text = attendee.fields["person"].text
        short = text[title_end(text) :]
        if not any(name == text or name.endswith(f" {short}") for name in away):  # else a list has said so already
            yield Printed("attendance", attendee.fields, meeting)
