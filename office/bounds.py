"""What a process that reads files may take of the machine."""

from __future__ import annotations

from checkers import limits


def bound_memory(most: int = limits.MEMORY) -> None:
    """Lets this process end, and no other, where a file unpacks to more than `most` bytes.

    Only where the system can do that (Linux); elsewhere the time limit alone ends it.
    """
    try:
        import resource
    except ImportError:             # Windows
        return
    try:
        _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
    except (ValueError, OSError):   # a system that knows the limit but does not set it
        pass
