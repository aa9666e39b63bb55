"""What names a register in all its editions: body and title without what changes from one edition to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping

from load.keys import slug
from models.record import Scalar

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
