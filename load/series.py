"""What names a register in all its editions: body and title without what changes from one edition to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping

from load.keys import slug
from models.record import Scalar

_OF_A_LOG = re.compile(  # over a slug: what any log of actions may be called, and of which meeting it speaks
    r"(?:^|(?<=-))(?:actions?|logs?|trackers?|lists?|points|register|schedule|table|summary|record|outstanding|completed|open|closed"
    r"|ongoing|rolling|agreed|matters|arising|meetings?|board|appendix|item|agenda|enclosure|paper|from|for|the|of|at|on|in|to|and)(?=-|$)"
)
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_SEASONS = "spring|summer|autumn|winter"
_OF_AN_EDITION = re.compile(  # over a slug: words between hyphens
    rf"(?:^|(?<=-))(?:\d+(?:st|nd|rd|th)?|{_MONTHS}|{_SEASONS}|q\d|quarter|edition|version|v\d+|draft|final|as-at|as-of"
    r"|update|updated|year|fy\d*)(?=-|$)"
)


def without_edition(text: str) -> str:
    """The slug of a title without dates, quarters and versions: `Risk Register - March 2021 v2` is `risk-register`."""
    return re.sub("-+", "-", _OF_AN_EDITION.sub("", slug(text))).strip("-")


def series_of(register: Mapping[str, Scalar], file_name: str) -> str:
    """The series of a register, from its body and title; the file's name stands in for what is not printed."""
    body, title = register.get("organisation"), register.get("register_title")
    file = without_edition(file_name) or slug(file_name)
    return "/".join(
        without_edition(str(part)) or slug(str(part)) if part is not None else file
        for part in ((body, title) if body is not None or title is not None else (None,))
    )


def series_of_log(log: Mapping[str, Scalar], file_name: str) -> str:
    """The series of an action log: the body whose it is, and what its title says besides that, its date, and that it is a log.

    Packs call the same log `Outstanding Actions` and `Action Log`; one body may have a log for each of its committees. The file's name
    stands in for a body and a title that are not printed.
    """
    body = slug(str(log["body"])) if log.get("body") is not None else ""
    title = without_edition(str(log["log_title"])) if log.get("log_title") is not None else ""
    own = _OF_A_LOG.sub("", f"-{title}-".replace(f"-{body}-", "-") if body else title)
    named = "/".join(part for part in (body, re.sub("-+", "-", own).strip("-")) if part)
    return named or without_edition(file_name) or slug(file_name)
