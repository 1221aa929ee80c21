"""What every checking process needs, loaded once in the process that the others are forked from.

Only that process imports this module.
"""

import sys

import checkers.pdf
import checkers.verdict
import checkers.word  # noqa: F401 - loaded for the processes that are forked from this one

# A process that is no longer needed before it has begun would print how it was cut off. What goes
# wrong while a file is checked comes back with its result, not by this way.
sys.excepthook = lambda *_exception: None
