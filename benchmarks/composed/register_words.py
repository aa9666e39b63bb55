"""What invented risk registers say: risks, controls, actions, and the words over columns that no axis has."""

from __future__ import annotations

RISKS = (
    (
        "Financial sustainability",
        "Reductions in government grant and rising pay costs",
        "The organisation cannot set a balanced budget beyond next year",
        "Services are cut at short notice and reserves fall below the agreed minimum",
    ),
    (
        "Cyber attack",
        "Ageing servers and staff who have not completed training",
        "Systems are encrypted by criminals and data are lost",
        "Services stop for several weeks and the regulator imposes a fine",
    ),
    (
        "Recruitment and retention",
        "A national shortage of qualified staff and better pay elsewhere",
        "Vacancies in key teams cannot be filled",
        "Greater reliance on agency staff, lower morale and slower response times",
    ),
    (
        "Failure of a major contractor",
        "Fixed price contracts let before inflation rose",
        "The waste contractor goes into administration",
        "Collections are missed and the cost of a new contract is higher",
    ),
    (
        "Health and safety of staff",
        "Poor compliance with lone working procedures",
        "A member of staff is seriously injured at work",
        "Prosecution, compensation claims and loss of confidence",
    ),
    (
        "Condition of the estate",
        "Backlog of maintenance caused by years of low capital spending",
        "Buildings become unsafe and have to be closed",
        "Staff are displaced and urgent repairs are not affordable",
    ),
    (
        "Data protection breach",
        "Personal data held in shared drives without access controls",
        "Sensitive personal information is released in error",
        "Distress to individuals and enforcement by the Information Commissioner",
    ),
    (
        "Climate change and flooding",
        "More frequent storms and drainage that was designed for lower rainfall",
        "The main depot is flooded",
        "Vehicles are lost and the winter service cannot be provided",
    ),
    (
        "Safeguarding",
        "High caseloads and turnover of experienced staff",
        "A vulnerable person comes to harm that could have been prevented",
        "Harm to the individual and criticism by the inspectorate",
    ),
    (
        "Governance and decision making",
        "New members without induction",
        "Decisions are taken outside the scheme of delegation",
        "Challenge through the courts and delay to projects",
    ),
    (
        "Business continuity",
        "Plans that have not been tested since 2019",
        "Critical services are not restored in time after an incident",
        "Residents are without support and complaints increase",
    ),
    (
        "Capital programme delivery",
        "Optimistic estimates and weak project management",
        "The new leisure centre is completed late and over budget",
        "Additional borrowing and a delay in income",
    ),
    (
        "Pension fund deficit",
        "Lower investment returns and longer lives",
        "Employer contributions rise sharply at the next valuation",
        "Less money for front line services",
    ),
    (
        "Supply chain",
        "Dependence on a single supplier of chemicals",
        "Essential materials cannot be obtained",
        "Treatment works have to shut down and supplies are rationed",
    ),
)
"""Title, cause, event, consequence."""
CONTROLS = (
    "Monthly budget monitoring reported to the finance committee",
    "Medium term financial plan reviewed each quarter",
    "Annual penetration test by an external company",
    "Mandatory training for all staff with completion tracked",
    "Workforce strategy approved by the board in March",
    "Contract management meetings held every month",
    "Lone working policy and personal alarms",
    "Condition surveys of all buildings completed in 2023",
    "Information sharing agreements in place with partners",
    "Flood warden scheme and sandbag store at two sites",
    "Scheme of delegation reviewed annually",
    "Business impact analysis for each critical service",
    "Programme board chaired by a director",
    "Internal audit plan agreed with the audit committee",
    "Whistleblowing policy published on the intranet",
    "Insurance cover reviewed with the broker each year",
    "Daily backups held off site",
    "Safeguarding lead appointed in every team",
    "Regular liaison with the trade unions",
    "Credit checks before contracts are awarded",
)
ACTIONS = (
    "Appoint an interim manager for the procurement team",
    "Replace the remaining unsupported servers",
    "Carry out a skills audit of the board",
    "Review the reserves policy in the light of the settlement",
    "Test the continuity plan with a desktop exercise",
    "Commission an independent review of fire safety",
    "Publish the new recruitment campaign",
    "Agree a joint work plan with the two district councils",
    "Complete the roll out of multi factor authentication",
    "Prepare options for the lease of the depot",
    "Update the asset management plan",
    "Introduce quarterly supplier reviews",
    "Bring a report on pay to the remuneration committee",
    "Complete the outstanding audit recommendations",
    "Design an induction programme for new members",
    "Seek external funding for the drainage scheme",
)
CATEGORIES = ("Finance", "People and workforce", "Governance", "Operations", "Technology", "Reputation")
TITLES = (
    "Corporate Risk Register",
    "Strategic Risk Register",
    "Risk Register",
    "Operational Risk Register",
    "Risk Register 2024/25",
)
GAPS = ("No reporting of sickness by team", "Two audit recommendations overdue", "Plans not tested since the move")
ASSURANCES = (
    "Internal audit report, substantial assurance",
    "Quarterly report to the Audit Committee",
    "Peer review in May 2023",
)
APPETITES = ("Cautious", "Minimal", "Open", "Averse")
PROGRESS = ("On track", "Not started", "Complete", "Delayed", "In progress")
LIKELIHOODS = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
IMPACTS = ("Negligible", "Minor", "Moderate", "Major", "Catastrophic")
ARROWS = {"up": "↑", "down": "↓", "level": "↔"}
TREND_WORDS = {"up": "Increasing", "down": "Decreasing", "level": "Stable"}
FILLS = ((15, "#ff4b4b"), (9, "#ffc000"), (5, "#ffff66"), (1, "#92d050"))
"""The colour of a score from a number on."""
