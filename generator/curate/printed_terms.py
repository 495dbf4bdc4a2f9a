"""How terms are printed: as the papers write them, and whole.

A pair of words that nearly always stands inside a longer phrase is printed as that phrase: *image
diffusion* as text-to-image diffusion models, *chain Monte* as Markov chain Monte Carlo.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import numpy as np

from generator.curate.rows import Integers
from generator.curate.wording import JOINTS, Wording

_LOOKED_AT = 12
_NEARLY_ALWAYS = 0.75


class PrintedTerms(Sequence[str]):
    """Each term in letters; most are never asked for, so each is spelled when it is.

    Args:
        wording: Where the terms stand.
        words: The number of each word that is a term.
        pairs: The pairs of words that are terms, numbered on from the words.
    """

    def __init__(self, wording: Wording, words: Integers, pairs: Integers) -> None:
        # Not the wording itself: it holds the words of all texts, which are not needed any more.
        self._spellings, self._joints = wording.spellings, wording.joints
        self._phrases, self._chained = wording.phrases, wording.chained
        self._words, self._pairs = words, pairs
        self._order = np.argsort(wording.phrases, kind="stable").astype(np.int32)
        self._sorted = wording.phrases[self._order]

    def __len__(self) -> int:
        return len(self._words) + len(self._pairs)

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
        return self._pair(int(self._pairs[term - len(self._words)]))

    def _pair(self, pair: int) -> str:
        spellings, phrases = self._spellings, self._phrases
        chained, last = self._chained, len(phrases) - 1
        before, after = [], []
        places = self._places(pair)
        for place in places.tolist():
            before.append(int(phrases[place - 1]) if chained[place] else 0)
            follows = place < last and chained[place + 1]
            after.append(int(phrases[place + 1]) if follows else 0)
        first, second = divmod(pair, len(spellings))
        text = f"{spellings[first]}{self._usual_joint(places)}{spellings[second]}"
        if wider := _usual(before):
            joint = self._usual_joint(self._places(wider))
            text = f"{spellings[wider // len(spellings)]}{joint}{text}"
        if wider := _usual(after):
            joint = self._usual_joint(self._places(wider))
            text = f"{text}{joint}{spellings[wider % len(spellings)]}"
        return text

    def _places(self, pair: int) -> Integers:
        """Return where a pair stands, the first places among the phrases."""
        start = self._sorted.searchsorted(pair)
        found = self._sorted[start : start + _LOOKED_AT] == pair
        places: Integers = self._order[start : start + _LOOKED_AT][found]
        return places

    def _usual_joint(self, places: Integers) -> str:
        """Return what stands between the words of a pair most often; the first among equals."""
        joints: list[int] = self._joints[places].tolist()
        return JOINTS[max(sorted(set(joints)), key=joints.count)]


def _usual(found: Sequence[int]) -> int:
    """Return the pair that is found nearly always, or 0."""
    middle = sorted(found)[len(found) // 2]  # what fills more than half is also in the middle
    return middle if len(found) > 1 and found.count(middle) >= _NEARLY_ALWAYS * len(found) else 0
