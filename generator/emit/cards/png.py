"""PNG files of four colours (https://www.w3.org/TR/png-3/)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
"""Rows of pixels: each the number of a colour, 0 to 3."""

_BITS = 2


def png(pixels: Pixels, colours: Sequence[str]) -> bytes:
    """Return a picture as a file.

    Args:
        pixels: The picture.
        colours: At most four, such as ``#1f5339``.
    """
    height, width = pixels.shape
    picture = Image.frombytes("P", (width, height), pixels.tobytes())
    picture.putpalette(bytes.fromhex("".join(colours).replace("#", "")))
    file = io.BytesIO()
    # A card is mostly ground: looking for more than runs takes longer and finds less.
    picture.save(file, "PNG", bits=_BITS, compress_type=zlib.Z_RLE)
    return file.getvalue()
