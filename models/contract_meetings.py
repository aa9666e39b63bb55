"""The views of meetings: agendas, minutes, votes and decisions; those of actions stand in `contract_actions`."""

from __future__ import annotations

from models.column import Column, Part, View

_OUTCOMES = (
    "noted", "approved", "agreed", "received", "referred", "requested", "delegated", "supported", "other",
)  # fmt: skip

BODY = Column("body", "text", "body that meets", shared=True)
MEETING_DATE = Column("meeting_date", "date", "day of the meeting", shared=True)
MINUTE_NUMBER = Column("minute_number", "text", "number of the minute it stands under", shared=True)
OF_MEETING = Part("meetings", {"body": "body", "meeting_date": "meeting_date"})
OF_MINUTE = Part("minutes", {"minute_number": "number"})

MEETINGS = View(
    "meetings",
    "one meeting",
    (
        Column("body", "text", "body that meets"),
        Column("meeting_date", "date", "day of the meeting"),
        Column("start_time", "time", "when it begins"),
        Column("end_time", "time", "when it ends"),
        Column("venue", "text", "where, as printed"),
        Column("chair", "names", "who takes the chair"),
    ),
    table="meeting",
    leading=("body", "meeting_date"),
)

ATTENDANCE = View(
    "attendance",
    "one person at a meeting, or away from it",
    (
        BODY,
        MEETING_DATE,
        Column("person", "names", "the person"),
        Column("role", "text", "in which role, as printed"),
        Column("affiliation", "text", "for which body or place, as printed"),
        Column(
            "status",
            "choice",
            "there as a member, there beside them, or away",
            ("present", "in_attendance", "apologies"),
        ),
    ),
    table="attendee",
    leading=("person", "meeting_date", "status"),
    parts=(OF_MEETING,),
)

MINUTES = View(
    "minutes",
    "one headed item of the minutes",
    (
        BODY,
        MEETING_DATE,
        Column("number", "text", "the minute's number"),
        Column("agenda_ref", "text", "agenda item it belongs to, where that is printed too"),
        Column("heading", "text", "its heading"),
        Column("text", "text", "what it says, less its resolutions and actions"),
        Column("people", "names", "who speaks, asks or undertakes something in it, of those at the meeting", ours=True),
        Column("cites", "text", "numbers of the minutes that it refers to", ours=True),
    ),
    table="minute",
    leading=("number", "heading", "meeting_date"),
    parts=(OF_MEETING,),
)

RESOLUTIONS = View(
    "resolutions",
    "one resolution under a minute",
    (
        BODY,
        MEETING_DATE,
        MINUTE_NUMBER,
        Column("label", "text", "its own label: i, ii, a"),
        Column("text", "text", "what was resolved"),
        Column("outcome", "choice", "kind of resolution, by its main verb", _OUTCOMES),
    ),
    table="resolution",
    leading=("minute_number", "label", "text"),
    parts=(OF_MINUTE, OF_MEETING),
)

VOTES = View(
    "votes",
    "one recorded vote",
    (
        BODY,
        MEETING_DATE,
        MINUTE_NUMBER,
        Column("motion", "text", "what was voted on"),
        Column("proposer", "names", "who moved it"),
        Column("seconder", "names", "who seconded it"),
        Column("votes_for", "integer", "votes for it"),
        Column("votes_against", "integer", "votes against it"),
        Column("abstentions", "integer", "abstentions"),
        Column("carried", "boolean", "whether it was carried"),
        Column("votes_for_names", "names", "who voted for it", ours=True),
        Column("votes_against_names", "names", "who voted against it", ours=True),
        Column("abstentions_names", "names", "who abstained", ours=True),
    ),
    table="vote",
    leading=("minute_number", "motion"),
    parts=(OF_MINUTE, OF_MEETING),
)

VOTE_MEMBERS = View(
    "vote_members",
    "one person's part in one recorded vote",
    (
        BODY,
        MEETING_DATE,
        MINUTE_NUMBER,
        Column("motion", "text", "what was voted on", shared=True),
        Column("person", "names", "the person"),
        Column(
            "side",
            "choice",
            "which side they took; absent and not voting where the vote lists them so",
            ("for", "against", "abstained", "absent", "not_voting"),
        ),
        Column("of_vote", "text", "row_key of the vote", ours=True),
    ),
    table="vote_member",
    leading=("person", "side"),
    parts=(Part("votes", {"motion": "motion"}, key="of_vote"), OF_MINUTE, OF_MEETING),
)

AGENDA_ITEMS = View(
    "agenda_items",
    "one item on an agenda",
    (
        BODY,
        MEETING_DATE,
        Column("number", "text", "the item's number"),
        Column("title", "text", "its title"),
        Column("text", "text", "what else the agenda says of it"),
        Column("supporting_document", "text", "paper that goes with it"),
        Column("time", "time", "when it is to be taken"),
    ),
    table="agenda_item",
    leading=("number", "title"),
    parts=(OF_MEETING,),
)

DECISIONS = View(
    "decisions",
    "one published decision",
    (
        Column("ref", "text", "the decision's reference"),
        Column("title", "text", "its title"),
        Column("text", "text", "what was decided"),
        Column("url", "text", "where it is published: the PDF's own link"),
    ),
    table="decision",
    leading=("ref", "title"),
)

DECISION_FIELDS = View(
    "decision_fields",
    "one labelled part of a decision that is none of the decision's own columns: who took it, its date, its reasons",
    (
        Column("ref", "text", "the decision's reference", shared=True),
        Column("header", "text", "the label as printed", shared=True),
        Column("text", "text", "what stands beside it"),
        Column("of_decision", "text", "row_key of the decision", ours=True),
    ),
    table="decision_field",
    leading=("header", "text"),
    parts=(Part("decisions", {"ref": "ref"}, key="of_decision"),),
)

VIEWS = (MEETINGS, ATTENDANCE, AGENDA_ITEMS, MINUTES, RESOLUTIONS, VOTES, VOTE_MEMBERS, DECISIONS, DECISION_FIELDS)
