"""What nearly every batch of papers comes to need, besides what each paper needs: spaCy's tokenizer and camelot.

They take longer to import than a short paper to read, so that a single paper imports them where it needs them.
"""

from __future__ import annotations

from boardpapers import preload
from extract.tables import camelot_adapter
from normalise import mentions

__all__ = ["preload"]

mentions.warm()
camelot_adapter.warm()
