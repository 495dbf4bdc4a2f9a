"""Tells when files of the project have changed, once for a burst of changes."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from generator.errors import ConfigError, Diagnostic, Severity

QUIET = 0.03
"""Seconds without a change after which a burst is over: an editor saves in several steps."""

_LONGEST_BURST = 2.0  # seconds; a file that never stops changing must not stop the building
# Hidden files; Vim's swap files and its probe 4913; backups of many editors; Python's caches.
_TEMPORARY = re.compile(r"\..*|.*~|#.*#|.*\.(?:sw[a-p]|tmp|bak|pyc)|4913|__pycache__|___jb_\w+___")
_CHANGES = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileDeletedEvent,
    FileMovedEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which changes matter. All paths are absolute and resolved.

    Attributes:
        files: Single files; they need not exist yet.
        folders: Folders, with all they hold; they need not exist yet.
        ignored: Folders, or files, within those that do not matter, such as the output.
    """

    files: frozenset[Path]
    folders: frozenset[Path]
    ignored: frozenset[Path] = frozenset()

    def holds(self, path: Path) -> bool:
        """Tell whether a change of this path matters."""
        if path in self.files:
            return True
        if any(path.is_relative_to(folder) for folder in self.ignored):
            return False
        return any(
            path == folder
            or (path.is_relative_to(folder) and not _is_temporary(path.relative_to(folder)))
            for folder in self.folders
        )


class Changes(FileSystemEventHandler):
    """Collects the changes that watchdog's threads report."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._paths: SimpleQueue[Path] = SimpleQueue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note both ends of a change."""
        for name in (event.src_path, event.dest_path):
            if name:
                self.note(Path(str(name)))

    def note(self, path: Path) -> None:
        """Note that a path has changed."""
        if self._scope.holds(path):
            self._paths.put(path)

    def next_burst(self, timeout: float) -> frozenset[Path]:
        """Return what changed, once nothing has changed for ``QUIET`` seconds.

        Args:
            timeout: Longest wait for the first change, in seconds; none in time gives nothing.
        """
        changed: set[Path] = set()
        end, wait = time.monotonic() + timeout + _LONGEST_BURST, timeout
        while time.monotonic() < end:
            try:
                changed.add(self._paths.get(timeout=wait))
            except Empty:
                break
            wait = QUIET
        return frozenset(changed)


@contextmanager
def watching(scope: Scope) -> Iterator[Changes]:
    """Watch the scope while the body runs.

    Raises:
        ConfigError: The system cannot watch so many folders (C905).
    """
    changes, observer = Changes(scope), Observer()
    for folder, recursive in sorted(_roots(scope).items()):
        observer.schedule(changes, str(folder), recursive=recursive, event_filter=_CHANGES)
    try:
        observer.start()
    except OSError as error:
        hint = "on Linux, raise fs.inotify.max_user_watches or max_user_instances with sysctl"
        message = f"cannot watch the project for changes: {error.strerror or error}"
        raise ConfigError(
            Diagnostic(code="C905", severity=Severity.ERROR, message=message, hint=hint)
        ) from error
    try:
        yield changes
    finally:
        observer.stop()
        observer.join()


def _roots(scope: Scope) -> dict[Path, bool]:
    """Return the folders to watch, and whether with all they hold.

    What does not exist yet is seen to appear by watching the folder it will lie in.
    """
    missing = {folder for folder in scope.folders if not folder.is_dir()}
    parents = {path.parent for path in scope.files | missing}
    roots = dict.fromkeys((parent for parent in parents if parent.is_dir()), False)
    return roots | dict.fromkeys(scope.folders - missing, True)


def _is_temporary(path: Path) -> bool:
    return any(_TEMPORARY.fullmatch(part) for part in path.parts)
