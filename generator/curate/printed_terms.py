"""How terms are printed: as the papers write them, and whole.

A pair of words that nearly always stands inside a longer phrase is printed as that phrase: *image
diffusion* as text-to-image diffusion models, *chain Monte* as Markov chain Monte Carlo.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from generator.curate.rows import Integers, Shorts
from generator.curate.wording import JOINTS, Wording

_LOOKED_AT = 12
_NEARLY_ALWAYS = 0.75
_PAIRS = 16_384


class PrintedTerms(Sequence[str]):
    """Each term in letters; most are never asked for, so each is spelled when it is.

    Args:
        wording: Where the terms stand.
        words: The number of each word that is a term.
        pairs: The pairs of words that are terms, numbered on from the words.
    """

    def __init__(self, wording: Wording, words: Integers, pairs: Integers) -> None:
        # Not the wording itself: it holds the words of all texts, which are not needed any more.
        self._spellings = wording.spellings
        self._words = words
        places = _Places(wording)
        # Each pair: the word before or 0, the pair's, the word after or 0, and what joins them.
        runs = [places.chains(pairs[start : start + _PAIRS]) for start in _runs(len(pairs))]
        self._chains: Shorts = np.concatenate(runs, dtype=np.int32, casting="same_kind")

    def __len__(self) -> int:
        return len(self._words) + len(self._chains)

    @overload
    def __getitem__(self, term: int) -> str: ...
    @overload
    def __getitem__(self, term: slice) -> Sequence[str]: ...
    def __getitem__(self, term: int | slice) -> str | Sequence[str]:
        if isinstance(term, slice):
            return [self[number] for number in range(*term.indices(len(self)))]
        if not -len(self) <= term < len(self):
            raise IndexError(term)
        term %= len(self)
        if term < len(self._words):
            return self._spellings[int(self._words[term])]
        return self._chained(*self._chains[term - len(self._words)].tolist())

    def _chained(self, before: int, first: int, second: int, after: int, *joints: int) -> str:
        words = self._spellings
        text = f"{words[first]}{JOINTS[joints[1]]}{words[second]}"
        if before:
            text = f"{words[before]}{JOINTS[joints[0]]}{text}"
        return f"{text}{JOINTS[joints[2]]}{words[after]}" if after else text


class _Places:
    """Where pairs stand among all phrases."""

    def __init__(self, wording: Wording) -> None:
        self._phrases, self._joints = wording.phrases, wording.joints
        self._chained = np.append(wording.chained, False)  # nothing follows the last phrase
        self._size = len(wording.spellings)
        self._order = np.argsort(wording.phrases, kind="stable").astype(np.int32)
        self._sorted = wording.phrases[self._order]

    def chains(self, pairs: Integers) -> Integers:
        """Return the words and joints of each pair, with what nearly always stands around it."""
        places, found = self._of(pairs)
        phrases, chained = self._phrases, self._chained
        last = len(phrases) - 1
        before = _usual(np.where(chained[places], phrases[places - 1], 0), found)
        follows = chained[places + 1]
        after = _usual(np.where(follows, phrases[np.minimum(places + 1, last)], 0), found)
        return np.stack(
            [
                before // self._size,
                pairs // self._size,
                pairs % self._size,
                after % self._size,
                *(self._usual_joints(*self._of(wider)) for wider in (before, pairs, after)),
            ],
            axis=1,
        )

    def _of(self, pairs: Integers) -> tuple[Integers, NDArray[np.bool_]]:
        """Return the first places of each pair, a row each, and which of them are its own."""
        starts = self._sorted.searchsorted(pairs)
        entries = starts[:, None] + np.arange(_LOOKED_AT)
        inside = np.minimum(entries, max(len(self._sorted) - 1, 0))
        found = (entries == inside) & (self._sorted[inside] == pairs[:, None])
        places: Integers = self._order[inside].astype(np.int64)
        return places, found

    def _usual_joints(self, places: Integers, found: NDArray[np.bool_]) -> Integers:
        """Return what stands between each pair's words most often; the first among equals."""
        joints = np.where(found, self._joints[places], np.int8(-1))
        counts = np.stack([(joints == joint).sum(axis=1) for joint in sorted(JOINTS)])
        usual: Integers = np.array(sorted(JOINTS))[counts.argmax(axis=0)]
        return usual


def _runs(count: int) -> range:
    return range(0, max(count, 1), _PAIRS)


def _usual(pairs: Integers, found: NDArray[np.bool_]) -> Integers:
    """Return the pair that is found nearly always in each row, or 0."""
    counts = found.sum(axis=1)
    ordered = np.sort(np.where(found, pairs, np.iinfo(np.int64).max), axis=1)
    # What fills more than half is also in the middle.
    middle = np.take_along_axis(ordered, (counts // 2)[:, None] % _LOOKED_AT, axis=1)
    often = ((pairs == middle) & found).sum(axis=1) >= _NEARLY_ALWAYS * counts
    return np.where((counts > 1) & often, middle[:, 0], 0)
