"""What a text shares with the title of its paper."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.text.tokens import words

_NAME = re.compile(r"(\S{2,24}(?:\s\S{1,12})?)\s?(?::|\s-{1,2}\s|–|—)")
_SIGNS = (":", " -", "–", "—")
_USUAL_WEIGHT = 55
"""Of a word of running text, about, in hundredths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """The words of a title, singular and plural as one.

    Attributes:
        weights: Of both forms of each word, in hundredths; rarer ones weigh more.
        whole: Sum of the weights, each word once.
        pairs: Words that stand side by side.
        name: What stands before the title's colon, as written, or "".
    """

    weights: Mapping[str, int]
    whole: int
    pairs: frozenset[tuple[str, str]]
    name: str

    @classmethod
    def of(cls, title: str, rarity: Mapping[str, int]) -> TitleWords:
        """Return the words of a readable title.

        Args:
            title: The title.
            rarity: Weight, 0 to 100, of common words; all others weigh 100.
        """
        found = words(title)
        weights: dict[str, int] = {}
        whole = 0
        for word in found:
            if word not in weights:
                single = word[:-1] if len(word) > 3 and word[-1] == "s" else word
                weights[single] = weights[single + "s"] = weight = rarity.get(single, 100)
                whole += weight
        name = _NAME.match(title) if any(sign in title for sign in _SIGNS) else None
        return cls(
            weights=weights,
            whole=whole or 1,
            pairs=frozenset(pairwise(found)),
            name=name[1] if name else "",
        )

    def shared(self, text: Sequence[str]) -> dict[str, float]:
        """Return how much of the title the words of a text hold, and of them the title."""
        weights = self.weights
        met = weights.keys() & text
        if not met:
            return {}
        weight = sum([weights[word] for word in met])
        shared = {
            "title_found": min(weight / self.whole, 1.0),
            "title_alike": 2 * weight / (self.whole + _USUAL_WEIGHT * len(text) + weight),
        }
        if len(met) > 1:
            places = [text.index(word) for word in met]
            pairs = sum([tuple(text[place : place + 2]) in self.pairs for place in places])
            if pairs:
                shared["title_pairs"] = pairs / len(self.pairs)
        return shared
