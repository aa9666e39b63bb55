"""What stands behind names of a list and says nothing of the person: how many came besides, how long or in what way somebody was there."""

from __future__ import annotations

import re

_HOW_MANY = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many)\s+(?:members?|residents?|others?|guests?|people|students?)\b"
)
_FOR_PART = re.compile(
    r".{0,30}\bonly|(?:by|via|on)\s+(?:the\s+)?(?:tele|video)?(?:phone|conference|zoom|teams|skype|irc|link)\b.{0,12}|remote(?:ly)?|online"
    r"|(?:by|via)\s+(?:electronic|audio[- ]?visual)\s?(?:attendance|means|link)?|apolog(?:y|ies)|on leave|leave of absence"
    r"|virtual(?:ly)?|(?:part|first|second)\s+(?:of\s+|day\b|half\b|part\b).{0,20}|(?:joined|arrived|left|until|from)\b.{0,20}\d.{0,12}"
    r"|(?:(?:for|agenda)\s+)?(?:items?|paras?|minutes?|resolutions?|res)\.?\s+(?:no\.?\s*)?[\w./-]*\d[\w./, &-]*(?:\s?only)?",
    re.IGNORECASE,
)  # `[Friday only]`, `(by phone)`, `(left at 14:30)`


def says_how(text: str) -> bool:
    """Whether a part behind a name is such a note."""
    text = text.strip("()[]") if text[:1] in {"(", "["} else text
    return (
        text.endswith((" substituting", " deputising"))
        or _HOW_MANY.match(text) is not None
        or _FOR_PART.fullmatch(text) is not None
    )
