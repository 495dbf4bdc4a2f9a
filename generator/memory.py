"""Memory that is not needed any more, given back to the system.

The C library of most Linux systems keeps what was freed, for the next time. A process that
compared many papers would hold that memory until it ends, and so would those it forks.
"""

from __future__ import annotations

import sys

MANY = 5_000
"""Papers or pages from which on so much is left free that giving it back is worth the time."""


def give_back() -> None:
    """Return free memory to the system, where its C library knows how to; else do nothing."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 # seldom needed

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it, musl has not
    if trim:
        trim(0)
