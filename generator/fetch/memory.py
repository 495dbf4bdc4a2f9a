"""What is remembered of a folder between runs: answers of a run under way, and marks of the last.

It lies in ``.florilegium/fetch/`` of the project. Losing it costs a few requests, nothing else.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from generator.fetch.files import file_errors, read_if_there, write_whole
from generator.text.slug import slugify

WORKPLACE = PurePosixPath(".florilegium/fetch")
_NAME = "memory.json"
_FRESH = 24 * 3600  # seconds after which the pages of a search no longer fit each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """An answer that is kept in a file.

    Attributes:
        file: Its name.
        digest: SHA-256 of its bytes, to notice that somebody changed it.
        etag: The service's ``ETag``; empty without.
        modified: The service's ``Last-Modified``; empty without.
    """

    file: str
    digest: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Both by address of the answer.

    Attributes:
        mark: Of the question under way; empty when none is.
        begun: When it was asked, in seconds since 1970.
        staged: What came so far.
        kept: What lies in the folder since the last run that came to its end.
    """

    mark: str = ""
    begun: float = 0.0
    staged: Mapping[str, Stored] = field(default_factory=dict)
    kept: Mapping[str, Stored] = field(default_factory=dict)


class Memory:
    """The memory of one folder."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Remember what is known.

        Args:
            root: The project's folder.
            folder: Where the answers are kept.
        """
        name = Path(os.path.relpath(folder, root)).as_posix()
        mark = hashlib.sha256(name.encode()).hexdigest()[:8]
        self._place = root / WORKPLACE / f"{slugify(folder.name, limit=40) or 'folder'}-{mark}"
        self.state = _read(self._place / _NAME)

    def begin(self, mark: str, now: float, *, afresh: bool) -> None:
        """Go on with a question that was interrupted, or begin it.

        Args:
            mark: The question's.
            now: Seconds since 1970.
            afresh: Begin it in any case, and forget what the last run kept.

        Raises:
            FetchError: The file system refuses (F009).
        """
        age = now - self.state.begun
        if afresh or self.state.mark != mark or not 0 <= age < _FRESH:
            kept = {} if afresh else self.state.kept
            self._write(State(mark=mark, begun=now, kept=kept))

    def staged_body(self, url: str) -> bytes | None:
        """Return the answer that an interrupted run received; None when there is none."""
        stored = self.state.staged.get(url)
        return whole(self._place / stored.file, stored) if stored else None

    def stage(self, url: str, stored: Stored, body: bytes) -> None:
        """Keep an answer until the question is answered as a whole.

        Raises:
            FetchError: The file system refuses (F009).
        """
        write_whole(self._place / stored.file, body)
        staged = {**self.state.staged, url: stored}
        self._write(dataclasses.replace(self.state, staged=staged))

    def end(self, kept: Mapping[str, Stored]) -> None:
        """Forget the run, and remember what lies in the folder now.

        Raises:
            FetchError: The file system refuses (F009).
        """
        with file_errors():
            shutil.rmtree(self._place, ignore_errors=True)
        self._write(State(kept=kept))

    def _write(self, state: State) -> None:
        text = json.dumps(dataclasses.asdict(state), indent=1, sort_keys=True)
        write_whole(self._place / _NAME, text.encode())
        self.state = state


def whole(path: Path, stored: Stored) -> bytes | None:
    """Return the bytes of a file, if it is there and still what was stored."""
    body = read_if_there(path)
    return body if body is not None and digest(body) == stored.digest else None


def digest(body: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def _read(path: Path) -> State:
    """Return what a file says; what is damaged counts as unknown."""
    try:
        value: dict[str, Any] = json.loads(read_if_there(path) or b"{}")
        return State(
            mark=str(value.get("mark", "")),
            begun=float(value.get("begun", 0)),
            staged={url: Stored(**entry) for url, entry in value.get("staged", {}).items()},
            kept={url: Stored(**entry) for url, entry in value.get("kept", {}).items()},
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return State()
