"""Where sorted words are cut into files: at places that stay when words far away change.

A file may end anywhere between a least and a greatest size. Among these places the one is taken
where the fewest letters tell the next word from the one before, as in a prefix B-tree (R. Bayer and
K. Unterauer, ACM TODS 2, 1977): that names the files shortly, and depends on two words alone. So a
word that comes or goes moves the cuts beside it, and those further on are found again.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_LEAST = 2 / 3
_MOST = 4 / 3
_LONGEST = 24  # letters of a start, which is part of a file's name


def cut_places(words: Sequence[str], sizes: Sequence[int], size: int) -> list[int]:
    """Return the place of each file's first word, and the end.

    Args:
        words: Sorted by UTF-16 code units.
        sizes: Of each word, in bytes.
        size: Of a file, about; larger ones hold a single word, or very long ones.
    """
    least, most = round(size * _LEAST), round(size * _MOST)
    cuts = [0] if words else []
    best: tuple[int, int, int] | None = None
    filled = 0
    place = 1
    while place <= len(words):
        filled += sizes[place - 1]
        if filled > most and best:
            place = best[2]
            cuts.append(place)
            best, filled = None, 0
        elif filled >= least and place < len(words):
            start = separator(words[place - 1], words[place])
            if len(start) <= _LONGEST:
                here = (len(start), zlib.crc32(start.encode("utf-8", "surrogatepass")), place)
                best = min(best or here, here)
        place += 1
    return [*cuts, len(words)]


def starts_of(words: Sequence[str], cuts: Sequence[int]) -> list[str]:
    """Return, for each file, what tells its words from those before; the first has ""."""
    inner = cuts[1:-1]
    return [*[""][: len(cuts) - 1], *(separator(words[cut - 1], words[cut]) for cut in inner)]


def separator(before: str, word: str) -> str:
    """Return the shortest beginning of ``word`` that sorts after ``before``."""
    shared = 0
    while word[shared : shared + 1] == before[shared : shared + 1]:
        shared += 1
    return word[: shared + 1]
