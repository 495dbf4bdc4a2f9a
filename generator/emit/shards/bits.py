"""Small numbers as bits: unary and Rice codes, most significant bit first.

A Rice code (R. F. Rice, JPL Publication 79-22, 1979) of parameter k is the number without its last
k bits in unary, zeros ended by a one, then these k bits. It is the best code for numbers that grow
rarer by a constant factor, as gaps between the papers that hold a word do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.emit.lunr.counts import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """Rice codes in parallel arrays.

    Attributes:
        numbers: What is coded, 0 or more; -1 stands for no code at all.
        widths: The parameter of each code.
    """

    numbers: Numbers
    widths: Numbers

    @property
    def lengths(self) -> Numbers:
        """The bits that each code takes."""
        return np.where(self.numbers < 0, 0, (self.numbers >> self.widths) + 1 + self.widths)


def rice_width(papers: Numbers | int, holders: Numbers) -> Numbers:
    """Return the parameter for gaps between ``holders`` of ``papers``.

    It is the binary logarithm of 11/16, about ln 2, of the mean gap, in whole numbers throughout,
    so that a reader in any language finds the same.
    """
    part = papers * 11 // (np.maximum(holders, 1) * 16)
    return np.where(part > 0, np.frexp(np.maximum(part, 1))[1] - 1, 0).astype(np.int64)


def pack(rows: Sequence[Codes], starts: Numbers, size: int) -> bytes:
    """Return bits as bytes, padded with zeros.

    Args:
        rows: The codes of each element, which stand one behind the other.
        starts: The bit at which each element begins.
        size: Bits in all.
    """
    bits = np.zeros(size, dtype=np.uint8)
    for codes in rows:
        given = codes.numbers >= 0
        numbers, widths, begin = codes.numbers[given], codes.widths[given], starts[given]
        end = begin + (numbers >> widths)
        bits[end] = 1
        for bit in range(int(widths.max(initial=0))):
            wide = widths > bit
            places = end[wide] + widths[wide] - bit
            bits[places] = (numbers[wide] >> bit) & 1
        starts = starts + codes.lengths
    return np.packbits(bits).tobytes()
