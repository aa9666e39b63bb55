"""Times of day as `HH:MM`."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?\s*(?P<half>am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs|h)?", re.IGNORECASE
)


def read_time(text: str, until: str | None = None) -> tuple[str, float] | None:
    """A printed time and how sure its half of the day is: `1:30pm` is 13:30, `noon` 12:00. `until` is the end of its range,
    whose `pm` holds for a start without one (`6.00 – 8.15 pm`). None where no time is printed."""
    folded = text.casefold().strip()
    if re.fullmatch(r"(?:12\s*)?(?:noon|midday)", folded):
        return "12:00", 1.0
    match = _TIME.search(folded)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "")[:1]
    if half not in {"a", "p"} and until is not None:
        end = _TIME.search(until.casefold())
        if (
            end
            and (end["half"] or "")[:1] == "p"
            and hour < 12
            and hour <= int(end["hour"]) % 12
            and int(end["hour"]) != 12
        ):
            half = "p"
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    # `7.30` without am or pm may mean the evening
    sure = 1.0 if half or hour >= 8 or hour == 0 or ":" in folded or (match["half"] or "").startswith("h") else 0.6
    return f"{hour:02}:{minute:02}", sure
