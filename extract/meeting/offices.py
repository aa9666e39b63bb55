"""Offices and titles printed before names, once for one person or once for several."""

from __future__ import annotations

import re

SHARED = frozenset(
    {
        "cllrs",
        "councillors",
        "crs",
        "messrs",
        "comhairleoirí",
        "members",
        "county councillors",
        "district councillors",
        "town councillors",
        "borough councillors",
        "parish councillors",
    }
)
PLURAL = {
    "councillors": "Councillor",
    "members": "Member",
    "governors": "Governor",
    "trustees": "Trustee",
    "directors": "Director",
    "council members": "Council Member",
    "councilmembers": "Councilmember",
    "board members": "Board Member",
    "committee members": "Committee Member",
    "commissioners": "Commissioner",
    "supervisors": "Supervisor",
    "aldermen": "Alderman",
    "selectmen": "Selectman",
    "regents": "Regent",
}


# Offices that stand before a name, and are what the person is: `Council Members A Smith, B Jones`, `Mayor Brown`.
OFFICE = re.compile(
    r"(?:(?:Deputy |Vice[ -]|Acting )?Mayor(?: Pro Tem(?:pore)?)?|(?:Deputy )?Reeve|Council ?[Mm]embers?|Council ?(?:man|woman|person)"
    r"|Board Members?|Committee Members?|Trustees?|Commissioners?|Supervisors?|Aldermen|Alder(?:woman|person)s?"
    r"|Select(?:men|man|woman|person)|Regents?|Directors|Governors|(?:Vice[ -])?(?:Chair|President)(?:man|woman|person)?)"
    r"\s+(?=[A-Z])(?!(?:of|for|Pro|Present|Absent)\b)"
)
SHARED_TITLE = re.compile(r"\b(?:Cllrs|Councillors|Crs|Messrs)\b")
