"""The site as the browser should see it now: the last good build, and what broke since."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Condition

from generator.artifact import Artifact
from generator.errors import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One state of the site.

    Attributes:
        version: Differs from that of every other state, also of earlier servers.
        artifacts: The last good build's files, by path; none before the first.
        problems: Why the newest build failed; none when it did not.
    """

    version: str
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()


class LiveSite:
    """Holds the current edition and wakes those who wait for the next one; safe in threads."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._current = Edition(version=secrets.token_hex(8))
        self._closed = False

    @property
    def current(self) -> Edition:
        """The newest edition."""
        with self._changed:
            return self._current

    @property
    def closed(self) -> bool:
        """Whether no further edition will come."""
        with self._changed:
            return self._closed

    def succeed(self, artifacts: Iterable[Artifact]) -> None:
        """Show a finished build."""
        self._turn_to({artifact.path: artifact for artifact in artifacts}, ())

    def fail(self, problems: Iterable[Diagnostic]) -> None:
        """Keep the last good build, and show what broke."""
        self._turn_to(self.current.artifacts, tuple(problems))

    def close(self) -> None:
        """Wake everyone who waits: there will be no further edition."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait_for_other(self, version: str, timeout: float) -> Edition | None:
        """Return the newest edition as soon as its version is another one.

        Args:
            version: The one already known.
            timeout: Longest wait, in seconds.

        Returns:
            The edition, or None when none came in time or the site was closed.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._current.version != version, timeout
            )
            return None if self._closed or self._current.version == version else self._current

    def _turn_to(self, artifacts: Mapping[str, Artifact], problems: tuple[Diagnostic, ...]) -> None:
        """Make a new edition, unless it would show nothing new."""
        with self._changed:
            if (artifacts, problems) == (self._current.artifacts, self._current.problems):
                return
            self._current = Edition(
                version=secrets.token_hex(8), artifacts=artifacts, problems=problems
            )
            self._changed.notify_all()
