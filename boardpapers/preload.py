"""What each paper needs of the program: imported and worked out by the server from which workers are forked, once for all of them.

Importing this module does the work; a worker that is forked from then on begins with it done. What comes after it is a rehearsal, if
there is time.
"""

from __future__ import annotations

import gc

from boardpapers import RARE

gc.set_threshold(*RARE)  # before the imports: the collector would look through all that is imported a dozen times

from boardpapers import leisure, reading, worker  # noqa: E402
from boardpapers.rehearsal import rehearse  # noqa: E402
from boardpapers.version import extractor_version  # noqa: E402
from extract.families import families  # noqa: E402
from normalise.document import checks, handlers  # noqa: E402

__all__ = ["reading", "worker"]

families()
handlers()
checks()
extractor_version()
leisure.spend([rehearse])
