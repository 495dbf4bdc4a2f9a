"""What an earlier build found out, in files that may be old, broken or gone at any time.

A shelf is one file of the cache's folder:

    digest of all that follows
    mark of the program, and of what else its values depend on beside their keys
    key TAB value as JSON, one a line, sorted

A shelf that does not match its digest or these marks counts as empty. So a cache can
save time and nothing else: the worst it can do is to be of no use.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".florilegium-cache"
"""Where a project keeps its cache."""

_DIGEST_SIZE = 16  # bytes
_JSON = json.JSONEncoder(separators=(",", ":"))


def digest(content: bytes) -> str:
    """Return 128 bits of BLAKE2b (RFC 7693) as hexadecimal digits."""
    return hashlib.blake2b(content, digest_size=_DIGEST_SIZE).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """The cache of a project.

    Attributes:
        folder: Where the shelves lie; None keeps nothing and finds nothing.
        program: A mark of the program that computes the values; another may compute others.
    """

    folder: Path | None = None
    program: str = ""

    def load(self, shelf: str, mark: str = "") -> Mapping[str, bytes]:
        """Return the values of a shelf as JSON, by key; none when the shelf is of no use."""
        if self.folder is None:
            return {}
        try:
            stated, _, content = (self.folder / shelf).read_bytes().partition(b"\n")
        except OSError:
            return {}
        if stated.decode("ascii", "replace") != digest(content):
            return {}
        first, *lines = content.split(b"\n")
        if first != self._head(mark):
            return {}
        rows = (line.partition(b"\t") for line in lines)
        return {key.decode(): value for key, _, value in rows}

    def save(self, shelf: str, values: Mapping[str, bytes], mark: str = "") -> None:
        """Keep a shelf for the next build; a folder that cannot be written keeps nothing.

        Args:
            shelf: Name of the file.
            values: One line of JSON each, by key without tab or line end.
            mark: Of what the values depend on beside their keys; one line.
        """
        if self.folder is None:
            return
        rows = (key.encode() + b"\t" + value for key, value in sorted(values.items()))
        content = b"\n".join([self._head(mark), *rows])
        with suppress(OSError):
            self._prepare(self.folder)
            # Another build may write the same shelf: whole files take each other's place.
            draft = self.folder / f"{shelf}.{os.getpid()}"
            draft.write_bytes(digest(content).encode() + b"\n" + content)
            draft.replace(self.folder / shelf)

    def _head(self, mark: str) -> bytes:
        return f"{self.program} {mark}".encode()

    @staticmethod
    def _prepare(folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="ascii")


NO_CACHE = Cache()
"""Keeps nothing and finds nothing."""


def as_json(value: object) -> bytes:
    """Return a value as one line of JSON in ASCII: half of a surrogate pair survives it."""
    return _JSON.encode(value).encode()
