"""Files that a reader tells from those of another build by their first letters.

A file stays where it is when others change, so that hosts and their copies have few files to
replace. What changes with it is the mark in its first two letters, which the root says too, and
which readers put behind the address: so caches hold no old file for a new one, and one that comes
all the same, from a build before or after the root's, is noticed.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.artifact import Artifact

_RAW = -15  # window bits: a deflate stream without header or checksum, RFC 1951
_NO_PART_OF_A_NAME = re.compile("[^a-z0-9]")
MARK = 2
"""Letters of a mark: one file among four thousand passes for another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Files of sorted words.

    Attributes:
        name: Of the kind: its folder in ``search/``.
        starts: By file, a text that no word before it reaches and its first word does.
        bodies: By file, what it holds.
    """

    name: str
    starts: Sequence[str]
    bodies: Sequence[bytes]

    @property
    def marks(self) -> str:
        """The marks of all files."""
        return "".join(map(mark, self.bodies))

    def artifacts(self, folder: str) -> Iterator[Artifact]:
        """Yield the files, below ``folder``."""
        for start, body in zip(self.starts, self.bodies, strict=True):
            path = f"{folder}{self.name}/{piece_name(start)}"
            yield packed(path, mark(body).encode() + body)


def piece_name(start: str) -> str:
    """Return the name of the file whose words begin with ``start``; of ASCII, in lower case."""
    return f"from-{_NO_PART_OF_A_NAME.sub(lambda found: f'-{ord(found[0]):x}-', start)}.bin"


def mark(body: bytes) -> str:
    """Return the letters that change with a file."""
    return base64.urlsafe_b64encode(hashlib.sha256(body).digest()[:3])[:MARK].decode()


def packed(path: str, body: bytes) -> Artifact:
    """Return a file that hosts neither compress nor change."""
    return Artifact(path=path, body=body, media_type="application/octet-stream", origin="search")


def deflated(*parts: bytes) -> bytes:
    """Return the bytes as a raw deflate stream, for DecompressionStream's ``deflate-raw``.

    Parts of different letters may each have a code of their own, where that is shorter.
    """
    whole = _deflated([b"".join(parts)])
    return whole if len(parts) == 1 else min(whole, _deflated(parts), key=len)


def _deflated(blocks: Sequence[bytes]) -> bytes:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    written = [
        squeezer.compress(block) + squeezer.flush(zlib.Z_BLOCK if after else zlib.Z_FINISH)
        for after, block in zip(range(len(blocks) - 1, -1, -1), blocks, strict=True)
    ]
    return b"".join(written)


def inflated(body: bytes) -> bytes:
    """Return what ``deflated`` was given.

    Raises:
        zlib.error: The bytes are no such stream.
    """
    return zlib.decompress(body, _RAW)
