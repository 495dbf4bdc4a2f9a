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
_BITS, _PALETTE = 2, 3  # of a pixel; the kind of picture whose pixels number colours
_IN_A_BYTE = 8 // _BITS
_GATHER = np.uint32(0x40100401)
"""Times four pixels in the bytes of one number, this has them side by side in its highest byte."""
_LEVEL = 4  # 6 takes twice as long, for 5 % less
_MEMORY = 9  # the most: fewer blocks, each with a table of codes


def png(pixels: Pixels, colours: Sequence[str]) -> bytes:
    """Return a picture as a file.

    Args:
        pixels: The picture.
        colours: At most four, such as ``#1f5339``.
    """
    height, width = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, _BITS, _PALETTE, 0, 0, 0)
    palette = bytes.fromhex("".join(colours).replace("#", ""))
    packer = zlib.compressobj(_LEVEL, memLevel=_MEMORY)
    packed = packer.compress(_rows(pixels)) + packer.flush()
    parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in parts)


def _rows(pixels: Pixels) -> bytes:
    """Return the pixels, four to a byte, the first in its highest bits."""
    height, width = pixels.shape
    room = -(-width // _IN_A_BYTE)
    padded = np.zeros((height, room * _IN_A_BYTE), np.uint8)
    padded[:, :width] = pixels
    packed = (padded.view("<u4") * _GATHER >> 24).astype(np.uint8)
    rows = np.zeros((height, 1 + room), np.uint8)  # each begins with 0: it is not filtered
    rows[:, 1:] = packed
    return rows.tobytes()


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
