"""An action recorded in minutes, as its readers hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from extract.meeting.ranges import Stretch
from models.page import Word
from models.record import Field


@dataclass(slots=True)
class Action:
    """One action: where its text stands, who owns it (as printed, in one place or several), and by when."""

    stretches: list[Stretch]
    owners: Field | None = None
    due: Field | None = None
    taken: tuple[Word, ...] = ()
    confidence: float = 0.9
    ref: Stretch | None = None
    text: Field | None = None  # the action itself, where it stands beside the item's text
