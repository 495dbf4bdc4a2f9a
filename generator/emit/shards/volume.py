"""Numbered files in a folder named by what they hold, so that an address never changes content."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.artifact import Artifact

_RAW = -15  # window bits: a deflate stream without header or checksum, RFC 1951


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One kind of pieces.

    Attributes:
        name: Of the kind: its folder in ``search/``.
        bodies: The files, by number.
    """

    name: str
    bodies: Sequence[bytes]

    @property
    def mark(self) -> str:
        """Eight hexadecimal digits that change with any file.

        One for all files, not one each: a mark cannot be compressed, and the root, which every
        visitor fetches, would carry thousands. Little is lost, because a new paper renumbers the
        others and changes nearly every file.
        """
        whole = hashlib.sha256()
        for body in self.bodies:
            whole.update(len(body).to_bytes(8, "big"))
            whole.update(body)
        return whole.hexdigest()[:8]

    def artifacts(self, folder: str) -> Iterator[Artifact]:
        """Yield the files, below ``folder``."""
        mark = self.mark
        for number, body in enumerate(self.bodies):
            yield packed(f"{folder}{self.name}/{mark}/{number}.bin", body)


def packed(path: str, body: bytes) -> Artifact:
    """Return a file that hosts neither compress nor change."""
    return Artifact(path=path, body=body, media_type="application/octet-stream", origin="search")


def deflated(body: bytes) -> bytes:
    """Return the bytes as a raw deflate stream, for DecompressionStream's ``deflate-raw``."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    return squeezer.compress(body) + squeezer.flush()


def inflated(body: bytes) -> bytes:
    """Return what ``deflated`` was given.

    Raises:
        zlib.error: The bytes are no such stream.
    """
    return zlib.decompress(body, _RAW)
