"""Time as fetching sees it, handed in so that tests need not wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The three things that differ from run to run.

    Attributes:
        now: Seconds since 1970, UTC.
        sleep: Waits so many seconds.
        random: A number from 0.0 up to, but not, 1.0.
    """

    now: Callable[[], float]
    sleep: Callable[[float], None]
    random: Callable[[], float]
