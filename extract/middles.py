"""Quantiles of a few numbers, as numpy tells them of many: what that does before it begins takes longer than to sort these."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor


def quantile(values: Iterable[float], share: float) -> float:
    """The number below which a share (0 to 1) of the values lies, between two of them in proportion. There must be one."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = floor(place)
    part = place - below
    low, high = ordered[below], ordered[min(below + 1, len(ordered) - 1)]
    # from the nearer end, as numpy does: the last digits are the same
    return high - (high - low) * (1 - part) if part >= 0.5 else low + (high - low) * part


def median(values: Iterable[float]) -> float:
    """The middle one of the values, or the mean of the two in the middle. There must be one."""
    ordered = sorted(values)
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2
