"""The views of meetings: agendas, minutes, decisions and actions."""

from __future__ import annotations

from models.column import RAG, Column, Part, View

_OUTCOMES = (
    "noted", "approved", "agreed", "received", "referred", "requested", "delegated", "supported", "other",
)  # fmt: skip

BODY = Column("body", "text", "body that meets", shared=True)
MEETING_DATE = Column("meeting_date", "date", "day of the meeting", shared=True)
MINUTE_NUMBER = Column("minute_number", "text", "number of the minute it stands under", shared=True)
OWNERS = (
    Column("owners", "names", "who is to do it"),
    Column("owner_initials", "text", "their initials as printed"),
)
OWNER_POSTS = Column("owner_posts", "text", "job titles printed as owner", ours=True)
DUE = (
    Column("due_text", "text", "by when, as printed"),
    Column("due_date", "date", "by when, as a date"),
)
DUE_INFERRED = Column(
    "due_inferred", "boolean", "whether the year of due_date comes from the meeting, not from print", ours=True
)
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

MINUTE_ACTIONS = View(
    "minute_actions",
    "one action recorded in the minutes themselves",
    (
        BODY,
        MEETING_DATE,
        MINUTE_NUMBER,
        Column("action", "text", "what is to be done"),
        *OWNERS,
        *DUE,
        OWNER_POSTS,
        DUE_INFERRED,
    ),
    table="minute_action",
    leading=("minute_number", "action"),
    parts=(OF_MINUTE, OF_MEETING),
)

ACTION_LOGS = View(
    "action_logs",
    "one edition of one action log: what its lines share",
    (
        Column("body", "text", "body whose log it is", shared=True),
        Column("log_title", "text", "title of the log", shared=True),
        Column("as_of", "date", "day of the meeting that the log is for, or its own date", shared=True),
    ),
    table="action_log",
    shown=False,
)

TRACKED_ACTIONS = View(
    "tracked_actions",
    "one line of an action tracker or log",
    (
        Column("ref", "text", "the action's printed reference"),
        Column("minute_number", "text", "minute that made it, as printed"),
        Column("raised", "text", "when or where it was raised, as printed"),
        Column("raised_date", "date", "when it was raised"),
        Column("action", "text", "what is to be done"),
        *OWNERS,
        *DUE,
        Column("update_text", "text", "what is reported on it"),
        Column("status", "choice", "whether it is done", ("outstanding", "completed")),
        Column("rag", "choice", "colour of its status", RAG),
        OWNER_POSTS,
        DUE_INFERRED,
        Column("action_key", "text", "the action, in the logs of all meetings", ours=True),
    ),
    table="tracked_action",
    leading=("ref", "action"),
    parts=(Part("action_logs", {"log_body": "body", "log_title": "log_title", "log_as_of": "as_of"}, always=True),),
)

ACTION_HISTORY = View(
    "action_history",
    "one action in one log, followed through the logs of successive meetings",
    (
        Column("action_key", "text", "the action, in all logs"),
        Column("as_of", "date", "day of the meeting that the log is for, or the log's own date"),
        Column("ref", "text", "the action's reference in this log"),
        Column("minute_number", "text", "minute that made it, as this log prints it"),
        Column("action", "text", "what is to be done, in the words of this log"),
        Column("owners", "names", "who is to do it, in this log"),
        *DUE,
        Column("status", "choice", "whether it is done, in this log", ("outstanding", "completed")),
        Column("rag", "choice", "colour of its status in this log", RAG),
        Column(
            "change",
            "text",
            "what is not as in the log before: first seen, closed, reopened, date moved, date set, date dropped, colour, owners, "
            "update, joined with '; ', or unchanged; NULL where the log has no date",
        ),
    ),
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

VIEWS = (
    MEETINGS, ATTENDANCE, AGENDA_ITEMS, MINUTES, RESOLUTIONS, VOTES, MINUTE_ACTIONS, ACTION_LOGS, TRACKED_ACTIONS, ACTION_HISTORY,
    DECISIONS,
)  # fmt: skip
