"""Offices and titles printed before names, once for one person or once for several."""

from __future__ import annotations

import re

from extract.meeting.names import has_role, is_body, is_field_of_work
from extract.meeting.vocabulary import words_of
from extract.wording import fold

SHARED = frozenset(
    {
        "cllrs",
        "councillors",
        "councilors",
        "crs",
        "messrs",
        "professors",
        "profs",
        "drs",
        "misses",
        "mesdames",
        "reverends",
        "revs",
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
    "councilors": "Councilor",
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
    "clerks": "Clerk",
    "town clerks": "Town Clerk",
    "city clerks": "City Clerk",
    "village clerks": "Village Clerk",
    "treasurers": "Treasurer",
}


_OVER_SERVICES = re.compile(
    r"(?P<post>(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*)s(?P<what>\sof\s[A-Z][\w’'-]*(?:\s(?:and|&|[A-Z][\w’'-]*)){0,4})"
)
_LONGEST_PLURAL = 4  # words


def each_ones(printed: str) -> str | None:
    """The post of each where it is printed once behind several: `Assistant Directors` is `Assistant Director`; None for others."""
    known = PLURAL.get(fold(printed))
    over = _OVER_SERVICES.fullmatch(printed) if known is None else None
    if over is not None and has_role(over["post"]):  # `Directors of Services`
        return f"{over['post']}{over['what']}"
    head, _, last = printed.rpartition(" ")
    if known or not last.endswith("s") or len(printed.split()) > _LONGEST_PLURAL or not printed[0].isupper():
        return known
    one = last.removesuffix("s")
    return f"{head} {one}".strip() if has_role(one) else None


# Offices that stand before a name, and are what the person is: `Council Members A Smith, B Jones`, `Mayor Brown`.
_FOR_NOW = r"(?: [Pp]ro[ -][Tt]em(?:pore)?)?"
OFFICE = re.compile(
    rf"(?:(?:Deputy |Vice[ -]|Acting )?Mayor{_FOR_NOW}|(?:Deputy )?Reeve|Council ?[Mm]embers?|Council ?(?:man|woman|person)"
    rf"|Board Members?|Committee Members?|Trustees?|Commissioners?|Supervisors?|Aldermen|Alder(?:woman|person)s?"
    rf"|Select(?:men|man|woman|person)|Regents?|Directors|Governors"
    rf"|(?:Town |City |Village )?Clerks|Town Clerk|Treasurers?|(?:Vice[ -])?(?:Chair|President)(?:man|woman|person)?{_FOR_NOW})"
    rf"\s+(?=[A-Z])(?!(?:of|for|[Pp]ro|Present|Absent)\b)"
)
HEAD_OF_COUNCIL = re.compile(r"(?:Deputy |Acting )?(?:Mayor|Reeve|Warden|Provost)\s*$")  # of whom there is one
OF_BODY = re.compile(
    r"(?:[A-Z][\w-]+ ){1,3}(?:of|to|for) the (?:[A-Z][\w-]+ )?"
    r"(?:Board|Council|Committee|Commission|Authority|Court|Panel|Governors|Corporation)\s+(?=[A-Z])"
)  # `Clerk of the Board A Smith`
SHARED_TITLE = re.compile(r"\b(?:Cllrs|Councill?ors|Crs|Messrs|Professors|Profs|Drs|Misses|Mesdames|Reverends|Revs)\b")
TIER = re.compile(
    r"(?:County|District|Borough|City|Unitary|Town|Parish|Community|Regional|(?:Dist|Cnty|Cty|Co|Boro|Comm)\.?)\s(?P<title>Cllr|Councill?or|Cr)\b(?!s)(?=\.?\s+[A-Z])"
)  # of a council of another tier, or of this one
PLACE_BEFORE = re.compile(
    r"(?P<place>(?!The\b)[A-Z][a-z’'-]{2,}(?:\s[A-Z][a-z’'-]{2,})?)\s(?=(?:Cllr|Councillor|Cr)\.?\s+[A-Z])"
)  # `Northshire Cllr A Smith`: of another council
# `Borough Council of Kings Hill`, before `and West Quay`: the body of two places
OF_PLACE = re.compile(
    r"\b(?:Council|Borough|Diocese|Archdiocese|County|City|District|Bishop|Archdeacon|University|Presbytery)\s+of\s+(?:[A-Z][\w’'-]*\s?){1,3}$"
)
CAME_BY = re.compile(r"(?:elected|appointed|nominated|co-opted)\s+by\s+|ex[ -]officio\b", re.IGNORECASE)  # to a seat
_OF_SERVICES = re.compile(r"\b(?:of|for)\s+services?$", re.IGNORECASE)  # a post that does not say of which


def is_second_post(between: str, told: str) -> bool:
    """Whether a further post follows a role behind a comma: the word for it stands before `of`, `to` or `for`."""
    head = re.split(r"\s+(?:of|to|for|at|in|and|&)\s+", told, maxsplit=1)[0]
    return between.strip() == "," and has_role(head) and not is_body(head)


_HOLDS = re.compile(
    r"\b(?:portfolio holder|(?:cabinet|executive|lead) (?:member|councillor)|spokes\w+|champion|minister)\s+for\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:and|&)\s")
OF_SERVICES = 2  # words: with more of them it is the name of a body


def takes_field(role: str, between: str, told: str) -> bool:
    """Whether the field of a post follows it behind a comma or a dash: `Director of Services, Roads`, `Director – Customer Services`."""
    general = _OF_SERVICES.search(role) is not None and not is_body(told)
    # `Portfolio Holder for Finance, Assets and Digital`
    listed = _HOLDS.search(role) is not None and not is_body(told) and _AND.search(told) is not None
    return between.strip() in {",", "–", "—", "-"} and (
        general
        or listed
        or is_field(told)
        or _takes_fields(role, told)
        or _takes_services(role, told)
        or _goes_on(role, told)
    )


# A post that does not say over what: `Executive Director, Finance & Enterprise`
_OVER_SOMETHING = re.compile(
    r"(?:[^,]+/\s?)?(?:(?:Executive|Deputy|Assistant|Associate|Managing|Senior|Interim|Acting|Strategic|General|Corporate)\s+)*"
    r"(?:Director|Manager|Commissioner|Superintendent)"
)
_WITHIN = frozenset(
    {"team", "unit", "department", "directorate", "division", "section"}
)  # of the body that somebody works for
# `Director of Planning`, before `Performance & Informatics`
_OVER_SEVERAL = re.compile(r"(?:[A-Z][\w/-]*\s)*(?:Director|Head|Manager|Secretary|Officer|Lead)\s(?:of|for)\s[^,]+")


def _goes_on(role: str, told: str) -> bool:
    """Whether a post goes on behind a comma: `Assistant Superintendent, Human Resources`, `Head of Ferries, Quays & Locks`."""
    fields = _AND.split(told)
    last = fold(fields[-1]).split()[-1:]
    if _OVER_SOMETHING.fullmatch(role) is not None:
        return last[0] in _WITHIN or fold(told) in words_of("person_words", "fields")
    several = len(fields) > 1 and _OVER_SEVERAL.fullmatch(role) is not None and not is_body(told)
    return several and (has_role(fields[-1]) or any(is_field_of_work(f) for f in fields))


def _takes_fields(role: str, told: str) -> bool:
    """Whether a post is told to be over several fields of work behind a comma: `Director`, `Community & Social Services`."""
    fields = _AND.split(told)
    if len(fields) < 2 or (is_body(told) and not fold(told).endswith("services")):
        return False
    post, _, rest = role.partition(",")
    over = _OVER_SOMETHING.fullmatch(post) is not None
    return over and (bool(rest) or any(is_field_of_work(f) for f in fields))


def _takes_services(role: str, told: str) -> bool:
    """Whether a post is told to be over one of its body's services behind a comma: `Manager`, `Public Services`."""
    return (
        len(told.split()) == OF_SERVICES
        and fold(told).endswith(" services")
        and _OVER_SOMETHING.fullmatch(role) is not None
    )


def is_field(text: str) -> bool:
    """Whether a text is one word for a field of work: `Planning`."""
    return len(text.split()) == 1 and is_field_of_work(text)
