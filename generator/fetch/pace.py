"""Keeps the least time between two requests to a host, from run to run as well."""

from __future__ import annotations

import json
import re
from email.message import Message
from pathlib import Path

from generator.fetch.clock import Clock
from generator.fetch.files import read_if_there, write_whole

_KEPT = 3600  # seconds; no service asks for an hour between two requests


class Pace:
    """When each host was last asked, kept in a small file."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self._last = _read(path)
        self._stated: dict[str, float] = {}

    def wait(self, host: str, interval: float) -> None:
        """Wait for the host's turn, and note that it is asked now.

        Args:
            host: As addresses spell it, port included.
            interval: Least seconds since the last request, unless the host itself states more.

        Raises:
            FetchError: The file cannot be written (F009).
        """
        least = max(interval, self._stated.get(host, 0.0))
        left = self._last.get(host, 0.0) + least - self._clock.now()
        # A clock that was set back must not make us wait for longer than the interval.
        if (left := min(left, least)) > 0:
            self._clock.sleep(left)
        now = self._clock.now()
        self._last = {name: last for name, last in self._last.items() if now - last < _KEPT}
        self._last[host] = now
        write_whole(self._path, json.dumps(self._last, indent=1, sort_keys=True).encode())

    def heed(self, host: str, headers: Message) -> None:
        """Note the limit that a host states in ``X-Rate-Limit-Limit`` and ``-Interval``.

        Crossref does so, the interval like ``1s``:
        https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/
        """
        limit = headers.get("X-Rate-Limit-Limit", "")
        span = re.fullmatch(r"(\d{1,4})s?", headers.get("X-Rate-Limit-Interval", ""))
        if limit.isdecimal() and int(limit) > 0 and span:
            self._stated[host] = int(span[1]) / int(limit)


def _read(path: Path) -> dict[str, float]:
    try:
        value = json.loads(read_if_there(path) or b"{}")
    except ValueError:
        return {}
    if not isinstance(value, dict):
        return {}
    return {host: last for host, last in value.items() if isinstance(last, float)}
