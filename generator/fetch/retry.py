"""How long to wait before a request is tried again."""

from __future__ import annotations

import datetime
from email.utils import parsedate_to_datetime

_FIRST = 1.0  # seconds
_LONGEST = 60.0


def backoff(attempt: int, random: float) -> float:
    """Return the seconds to wait after a failed attempt.

    The span doubles with each attempt from 1 s to 60 s, and the wait lies in its second half, so
    that programs that failed together do not come back together
    (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, "equal jitter").

    Args:
        attempt: Number of the attempt that failed, from 1.
        random: From 0.0 up to 1.0.
    """
    span: float = min(_LONGEST, _FIRST * 2 ** (attempt - 1))
    return span / 2 * (1 + random)


def retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for (RFC 9110, section 10.2.3).

    Args:
        value: Whole seconds or a date; None without the header.
        now: Seconds since 1970.

    Returns:
        0 or more; None when nothing readable was said.
    """
    if value is None:
        return None
    if value.strip().isdecimal() and len(value) < 12:
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if date.tzinfo is None:  # "-0000" and asctime dates; all dates of HTTP are in UTC
        date = date.replace(tzinfo=datetime.UTC)
    return max(0.0, date.timestamp() - now)


def said(seconds: float) -> str:
    """Return a span of time for people: ``40 seconds``, ``3 minutes``, ``8 hours``."""
    for unit, size in (("hour", 3600), ("minute", 60)):
        if seconds >= 2 * size:
            return f"{round(seconds / size)} {unit}s"
    whole = max(1, round(seconds))
    return f"{whole} second{'' if whole == 1 else 's'}"
