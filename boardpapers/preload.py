"""What each paper needs of the program: imported and worked out by the server from which workers are forked, once for all of them.

Importing this module does the work; a worker that is forked from then on begins with it done.
"""

from __future__ import annotations

from boardpapers import reading, worker
from extract.families import families
from normalise.document import checks, handlers

__all__ = ["reading", "worker"]

families()
handlers()
checks()
