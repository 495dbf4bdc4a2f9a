"""Keeps pieces of a text out of a conversion's reach."""

from __future__ import annotations

import re

_PLANE_SIZE = 0xFFFE
HELD = "\U000f0000-\U000ffffd\U00100000-\U0010fffd"
"""The characters that stand for held pieces, to be put into a regular expression's set."""

_PLACES = re.compile(f"[{HELD}]")


class Holder:
    """Lends one private-use character for each piece, and puts the pieces back afterwards.

    The texts it works on must hold no such character of their own. Two holders at work on one
    text need different planes.

    Args:
        plane: The Unicode plane of its characters, 15 or 16.
    """

    def __init__(self, *, plane: int = 15) -> None:
        self._first = plane << 16
        self._pieces: list[str] = []

    def hold(self, piece: str) -> str:
        """Return the character that stands for a piece; the piece itself when none is left."""
        if len(self._pieces) == _PLANE_SIZE:
            return piece
        self._pieces.append(piece)
        return chr(self._first + len(self._pieces) - 1)

    def release(self, text: str) -> str:
        """Return the text with every piece back in its place."""
        return _PLACES.sub(self._piece, text) if self._pieces else text

    def _piece(self, place: re.Match[str]) -> str:
        number = ord(place[0]) - self._first
        return self._pieces[number] if 0 <= number < len(self._pieces) else place[0]
