"""What nearly every batch of papers comes to need, besides what each paper needs: spaCy's tokenizer, camelot, long patterns.

They take longer to import than a short paper to read, so that a single paper imports them where it needs them; for many papers
the server of workers imports them while the first is read.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import partial

from boardpapers import leisure, preload
from extract.tables import camelot_adapter
from models import late
from normalise import mentions

__all__ = ["STEPS", "preload"]

STEPS: tuple[Callable[[], object], ...] = (
    camelot_adapter.warm,
    # two libraries that spaCy imports: in pieces, so that the server is not deaf for as long as all of it takes
    partial(importlib.import_module, "pydantic.v1"),
    partial(importlib.import_module, "thinc.api"),
    mentions.warm,
    *late.ahead(),
)

leisure.spend(STEPS)
