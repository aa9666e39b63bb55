"""What a motion and a vote on it are, and where their parts stand in an item."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.meeting.ranges import Stretch


@dataclass(slots=True)
class Motion:
    """A motion put to a meeting: its words, who proposed and seconded it, the number of its paragraph."""

    stretches: list[Stretch] = field(default_factory=list)
    proposer: Stretch | None = None
    seconder: Stretch | None = None
    paragraph: str | None = None


@dataclass(slots=True)
class Vote:
    """One vote. `counts` and `names` are by side: votes_for, votes_against, abstentions; names of absent and not_voting too."""

    motion: Motion
    counts: dict[str, Stretch] = field(default_factory=dict)
    names: dict[str, list[Stretch]] = field(default_factory=dict)
    result: Stretch | None = None
    confidence: float = 0.9
    first: int = 0
    last: int = 0
    unanimous: bool = False
    of_rival: bool = False  # the result is that of the amendment which stood against the motion
