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
_GATHER = np.uint32(0x40100401)
"""Times four pixels in the bytes of one number, this has them side by side in its highest byte."""
_UP = 2
"""A filter: each row is written as what it adds to the one above, mostly nothing."""


def png(pixels: Pixels, colours: Sequence[str]) -> bytes:
    """Return a picture as a file.

    Args:
        pixels: The picture; a multiple of four in each row.
        colours: At most four, such as ``#1f5339``.
    """
    height, width = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, _BITS, _PALETTE, 0, 0, 0)
    palette = bytes.fromhex("".join(colours).replace("#", ""))
    # After the filter little but runs of zeros is left to find: elsewhere nobody needs to look.
    packer = zlib.compressobj(strategy=zlib.Z_RLE)
    packed = packer.compress(_rows(pixels)) + packer.flush()
    parts = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(name, content) for name, content in parts)


def _rows(pixels: Pixels) -> bytes:
    """Return the rows, filtered, four pixels to a byte, the first in its highest bits."""
    packed = (pixels.view("<u4") * _GATHER).astype("<u4", copy=False).view(np.uint8)[:, 3::4]
    height, length = packed.shape
    rows = np.full((height, 1 + length), _UP, np.uint8)
    rows[0, 1:] = packed[0]
    np.subtract(packed[1:], packed[:-1], out=rows[1:, 1:])
    return rows.tobytes()


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
