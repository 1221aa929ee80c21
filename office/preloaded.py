"""What every checking process needs, loaded once in the process that the others are forked from.

Only that process imports this module.
"""

import sys

# A process that is no longer needed before it has begun would print how it was cut off. What goes
# wrong while a file is read comes back with its result, not by this way.
sys.excepthook = lambda *_exception: None

# Ctrl-C may already come while these are loaded, for the processes that are forked from this one.
import checkers.pdf  # noqa: E402
import checkers.verdict  # noqa: E402
import checkers.word  # noqa: E402, F401
import office.worker  # noqa: E402, F401
