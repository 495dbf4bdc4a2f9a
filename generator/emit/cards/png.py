"""PNG files of four colours (https://www.w3.org/TR/png-3/)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Rows of pixels: each the number of a colour, 0 to 3."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _INDEXED = 2, 3
_LEVEL = 4  # 6 takes twice as long, for 5 % less


def png(pixels: Pixels, colours: Sequence[str]) -> bytes:
    """Return a picture as a file.

    Args:
        pixels: As many in a row as four divides, next to each other in memory.
        colours: At most four, such as ``#1f5339``.
    """
    height, width = pixels.shape
    fields = (width, height, _BITS, _INDEXED, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", *fields)),
            _chunk(b"PLTE", bytes.fromhex("".join(colours).replace("#", ""))),
            _chunk(b"IDAT", zlib.compress(_packed(pixels), _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _packed(pixels: Pixels) -> bytes:
    """Return four pixels a byte, the leftmost in the highest bits, and a 0 before each row."""
    four = pixels.view("<u4")
    rows = np.zeros((four.shape[0], four.shape[1] + 1), np.uint8)
    rows[:, 1:] = (four << 6) | (four >> 4) | (four >> 14) | (four >> 24)
    return rows.tobytes()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return b"".join(
        (struct.pack(">I", len(body)), kind, body, struct.pack(">I", zlib.crc32(kind + body)))
    )
