"""What invented minutes say: headings, sentences, resolutions and actions."""

from __future__ import annotations

FIRST_HEADINGS = ("Apologies for absence", "Declarations of interest", "Minutes of the last meeting")
LAST_HEADINGS = ("Any other business", "Date of next meeting")
HEADINGS = (
    "Matters arising",
    "Chair's report",
    "Finance report",
    "Budget monitoring 2024/25",
    "Quarterly performance report",
    "Estates strategy",
    "Workforce and wellbeing",
    "Risk register review",
    "Internal audit annual plan",
    "Health and safety",
    "Community engagement",
    "Digital services programme",
    "Grounds maintenance contract",
    "Review of standing orders",
    "Correspondence received",
    "Climate action plan",
    "Highways and footpaths",
)
SAID = {
    "Apologies for absence": "Apologies were received as recorded above.",
    "Declarations of interest": "There were no declarations of interest.",
}
SENTENCES = (
    "The Director presented the paper and drew attention to the three schemes that remain behind programme.",
    "Members asked how the shortfall had arisen and whether it would recur in the coming year.",
    "It was explained that agency costs had fallen by a fifth since the spring.",
    "The figures for the second quarter were better than forecast, though absence remained high.",
    "A member of the public asked about the lighting on the footpath beside the old mill.",
    "There was discussion of the survey results, which had been circulated in advance.",
    "Concern was expressed about the length of time taken to answer complaints.",
    "The consultants will report in the autumn, once the borehole readings are complete.",
    "The Treasurer reminded members that reserves must not fall below the agreed minimum.",
    "Two quotations had been obtained and a third was awaited.",
    "Officers confirmed that the grant conditions had been met in full.",
    "The working group had met twice and considered four sites in detail.",
    "Thanks were recorded to the volunteers who had cleared the pond.",
    "No questions were raised on the appendix.",
    "The insurance claim is still in the hands of the assessors.",
    "Progress against the plan was described as steady but uneven between the districts.",
)
RESOLUTIONS = (
    ("the quarterly budget report be approved", "approve the quarterly budget report"),
    (
        "the contract be awarded to the lowest bidder for a term of three years",
        "award the contract to the lowest bidder for a term of three years",
    ),
    (
        "the revised standing orders be adopted with immediate effect",
        "adopt the revised standing orders with immediate effect",
    ),
    (
        "the sum of £4,250 be transferred from reserves to the maintenance fund",
        "transfer the sum of £4,250 from reserves to the maintenance fund",
    ),
    ("the report be noted", "note the report"),
    (
        "the Clerk be authorised to sign the lease on behalf of the body",
        "authorise the Clerk to sign the lease on behalf of the body",
    ),
    (
        "a working group of five members be set up to review the policy",
        "set up a working group of five members to review the policy",
    ),
    (
        "the draft strategy be issued for consultation until the end of June",
        "issue the draft strategy for consultation until the end of June",
    ),
    ("the schedule of payments be approved", "approve the schedule of payments"),
    ("the annual return be received", "receive the annual return"),
)
"""Behind `that`, and behind `to`."""
STATED = (
    ("The {body} NOTED the report.", "noted"),
    ("The {body} APPROVED the quarterly budget report.", "approved"),
    ("The {body} RECEIVED the annual return.", "received"),
    ("The {body} RATIFIED the appointment of the new auditor.", "approved"),
    ("Members AGREED that the draft strategy be issued for consultation.", "agreed"),
    ("The {body} SUPPORTED the proposal to move to a single site.", "supported"),
)
"""Resolutions by a verb in capitals, and their outcome."""
STATED_PASSIVELY = (
    ("The report was NOTED.", "noted"),
    ("The quarterly budget report was APPROVED.", "approved"),
    ("The update was RECEIVED.", "received"),
)
ACTIONS = (
    "circulate the revised timetable to all members",
    "obtain a third quotation for the roof repairs",
    "write to the county highways department about the drain",
    "bring a paper on succession planning to the next meeting",
    "arrange a site visit for new members",
    "update the risk register with the two new entries",
    "confirm the insurance position in writing",
    "publish the consultation summary on the website",
)
VENUES = ("the Council Chamber", "Meeting Room 2, Mill House", "the Village Hall")
PRESENT_ROLES = ("Chair", "Vice Chair", "Member", "Member", "Treasurer", "Member")
ORGANISATIONS = (
    "Dunsop County Council",
    "Marl Valley NHS Trust",
    "Ferrow College",
    "Selby Reach Housing",
    "Kell District Council",
    "Orme Police",
)
