"""What each paper needs of the program: imported and worked out by the server from which workers are forked, once for all of them.

Importing this module does the work; a worker that is forked from then on begins with it done. What comes after it is a rehearsal, if
there is time.
"""

from __future__ import annotations

import atexit
import gc

from boardpapers import RARE, uncollected
from boardpapers.ending import end_without_a_word

end_without_a_word()
gc.set_threshold(*RARE)

with uncollected():
    from boardpapers import leisure, reading, rehearsal, worker
    from boardpapers.version import extractor_version
    from extract.families import families
    from normalise.document import checks, handlers

    families()
    handlers()
    checks()
    extractor_version()

__all__ = ["reading", "worker"]

# as the command itself does before it ends: whoever reads what the command prints waits for the server too
atexit.register(gc.freeze)
leisure.spend(rehearsal.steps())
