"""Words as people write them: completions of a half-typed one, neighbours of a mistyped one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def starting_with(ordered: Sequence[str], prefix: str) -> list[str]:
    """Return the words that begin with ``prefix``, from a list sorted by UTF-16 code units.

    The prefix is ASCII, so that code points sort around it as code units do.
    """
    found = []
    for position in range(bisect_left(ordered, prefix), len(ordered)):
        if not ordered[position].startswith(prefix):
            break
        found.append(ordered[position])
    return found


def nearest(words: Sequence[str], typed: str) -> list[str]:
    """Return the words fewest slips away, if any is near enough.

    One slip is allowed in three to five letters, two in more. First letters are seldom mistyped,
    so words that share it go before others.
    """
    if len(typed) < 3:
        return []
    best = 1 if len(typed) < 6 else 2
    found: list[str] = []
    for word in words:
        slips = distance(typed, word, best)
        if slips < best:
            found = []
        if slips <= best:
            best = slips
            found.append(word)
    return [word for word in found if word[0] == typed[0]] or found


def distance(a: str, b: str, limit: int) -> int:
    """Return how many slips lie between two words, or ``limit`` + 1 when it is more than that.

    A slip is a letter left out, put in, exchanged, or swapped with its neighbour (optimal string
    alignment distance).
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            slips = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                slips = min(slips, before[j - 2] + 1)
            row.append(slips)
        if min(row) > limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)
