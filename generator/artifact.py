"""One output file, in memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A file of the finished site, before anything is written.

    Attributes:
        path: Site-relative POSIX path, never absolute, without ``..``.
        body: The bytes to write.
        media_type: For example ``text/html``; tells the link checker what to read.
        origin: Who made it, for messages: a template, an emitter, a source file.
    """

    path: str
    body: bytes
    media_type: str
    origin: str
