from __future__ import annotations

import io

import numpy as np
from PIL import Image

from generator.emit.cards.png import png

COLOURS = ("#000000", "#ff0000", "#00ff00", "#0000ff")


def test_the_pixels_are_read_back() -> None:
    pixels = np.array([[0, 1, 2, 3, 3, 2, 1, 0], [1, 1, 0, 0, 2, 2, 3, 3]], np.uint8)
    with Image.open(io.BytesIO(png(pixels, COLOURS))) as picture:
        assert (picture.format, picture.mode, picture.size) == ("PNG", "P", (8, 2))
        assert np.asarray(picture).tolist() == pixels.tolist()
        assert picture.convert("RGB").getpixel((3, 0)) == (0, 0, 255)
