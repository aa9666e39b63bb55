"""What invented logs of actions say."""

from __future__ import annotations

ACTIONS = (
    "Circulate the revised timetable to all members",
    "Obtain a third quotation for the roof repairs and report the result to the Finance Committee",
    "Write to the county highways department about the blocked drain in Mill Lane",
    "Bring a paper on succession planning to the next meeting",
    "Arrange a site visit for new members",
    "Update the risk register with the two new entries",
    "Confirm the insurance position in writing",
    "Publish the consultation summary on the website",
    "Review the terms of reference of the Audit Committee and propose changes",
    "Provide a breakdown of agency spend by directorate for the last three quarters",
    "Share the staff survey results with the trade unions before they are published",
    "Prepare a business case for the replacement of the telephone system",
    "Follow up the two internal audit recommendations that remain open",
    "Invite the regional manager to attend the autumn meeting",
    "Report back on the trial of four-weekly collections",
    "Check whether the grant conditions allow the money to be carried over",
    "Draft a response to the ombudsman's letter",
    "Set up a small working group to look at the lettings policy",
    "Discuss the parking scheme with the residents' association",
    "Amend the minutes of the previous meeting as agreed",
    "Explore options for a shared payroll service with neighbouring authorities",
    "Send the equality impact assessment to members for comment",
    "Include waiting times by specialty in the performance report",
    "Commission a condition survey of the bridge",
)
DONE = (
    "Letter sent and reply received.",
    "Paper presented to the Committee in May.",
    "Circulated by email.",
    "Added to the register at the last review.",
    "Results shared and published on the intranet.",
    "Terms of reference adopted.",
    "Included on the agenda for this meeting.",
    "Survey carried out; report filed.",
)
OPEN = (
    "Two quotations obtained; third awaited.",
    "Meeting arranged with the contractor.",
    "Draft prepared and with the solicitors for comment.",
    "Reply chased twice; none received so far.",
    "Business case to be considered by the Executive in the autumn.",
    "Data extracted but coding of older invoices must be checked by hand.",
    "Group has met once and will meet again.",
    "Scope agreed with the auditors.",
)
SUBJECTS = (
    "Finance report",
    "Estates update",
    "Workforce",
    "Quality report",
    "Risk register",
    "Highways",
    "Planning",
    "Matters arising",
    "Annual plan",
    "Health and safety",
)
GROUPS = (
    "Finance and Resources",
    "Quality and Safety",
    "Estates and Facilities",
    "Governance",
    "People",
    "Community Engagement",
)
INTRODUCTION = "The log below sets out the actions that arose at earlier meetings and the position on each of them."
KEY = "Key: Red – overdue; Amber – at risk of delay; Green – on track; Blue – complete"
WITHOUT_DAY = ("Ongoing", "Next meeting", "TBC", "Immediate")
PARTS = ("Open actions", "Closed actions"), ("Outstanding actions", "Completed actions"), ("Ongoing", "Completed")
WORDS = ("Open", "Closed"), ("In progress", "Complete"), ("Ongoing", "Completed"), ("Outstanding", "Closed")
"""What stands for what is not done, and for what is."""
FILLS = {"red": "#ff0000", "amber": "#ffc000", "green": "#92d050", "blue": "#00b0f0"}
