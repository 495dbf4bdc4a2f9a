"""How terms are printed: as the papers write them, and whole.

A pair of words that nearly always stands inside a longer phrase is printed as that phrase: *image
diffusion* as text-to-image diffusion models, *chain Monte* as Markov chain Monte Carlo.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from generator.curate.wording import JOINTS

_REMEMBERED = 12
_NEARLY_ALWAYS = 0.75


class PrintedTerms:
    """What stands between, before and after the words of each pair, gathered paper by paper.

    Args:
        spellings: How each word is printed, by its number.
    """

    def __init__(self, spellings: Sequence[str]) -> None:
        self._spellings = spellings
        self._seen: dict[int, list[tuple[int, int, int]]] = {}

    def add(self, pairs: Sequence[int], joints: Iterable[int], kept: Container[int]) -> None:
        """Note a text's pairs, in their order, that are kept as terms."""
        size, last = len(self._spellings), 0
        for pair, joint, following in zip(pairs, joints, [*pairs, 0][1:], strict=True):
            if pair in kept:
                seen = self._seen.setdefault(pair, [])
                if len(seen) < _REMEMBERED:
                    before = last if last % size == pair // size else 0
                    after = following if following // size == pair % size else 0
                    seen.append((before, joint, after))
            last = pair

    def printed(self, terms: Iterable[int]) -> tuple[str, ...]:
        """Return each term in letters: the number of a word, or of a pair of words."""
        return tuple(
            self._pair(term) if term in self._seen else self._spellings[term] for term in terms
        )

    def _pair(self, pair: int) -> str:
        before, _, after = zip(*self._seen[pair], strict=True)
        first, second = divmod(pair, len(self._spellings))
        text = f"{self._spellings[first]}{self._joint(pair)}{self._spellings[second]}"
        if wider := _usual(before):
            text = f"{self._spellings[wider // len(self._spellings)]}{self._joint(wider)}{text}"
        if wider := _usual(after):
            text = f"{text}{self._joint(wider)}{self._spellings[wider % len(self._spellings)]}"
        return text

    def _joint(self, pair: int) -> str:
        """Return what stands between the words of a pair most often."""
        counts = Counter(joint for _, joint, _ in self._seen.get(pair, ()))
        return JOINTS[min(counts, key=lambda joint: (-counts[joint], joint), default=0)]


def _usual(found: Sequence[int]) -> int:
    """Return the pair that is found nearly always, or 0."""
    middle = sorted(found)[len(found) // 2]  # what fills more than half is also in the middle
    return middle if len(found) > 1 and found.count(middle) >= _NEARLY_ALWAYS * len(found) else 0
