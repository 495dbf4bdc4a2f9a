"""How many records became how many papers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The way from records to the papers of a site; the numbers add up.

    ``read - (merged - merged_into) - sum of left_out = papers of the corpus``

    Attributes:
        read: Records of papers that the readers returned.
        merged: Records that share a paper with another record.
        merged_into: Papers that these records became.
        left_out: Reason and number of each, in a fixed order, none zero.
    """

    read: int = 0
    merged: int = 0
    merged_into: int = 0
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def kept(self) -> int:
        """Papers of the corpus."""
        doubled = self.merged - self.merged_into
        return self.read - doubled - sum(number for _, number in self.left_out)
