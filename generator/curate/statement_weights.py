"""What each feature and word counts when statements are chosen; learned by training/statements.py.

The models are linear: a score is the sum of the weights of what is seen, so that every choice
can be explained by its parts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_NOTHING = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceModel:
    """What is seen of a sentence counts twice: for what is new, and for what was found.

    Weights are whole thousandths, so that a sum of them is the same in whatever order.

    Attributes:
        features: Both weights by name.
        words: Both weights of single words, in small letters; each counts once a sentence.
    """

    features: Mapping[str, tuple[int, int]]
    words: Mapping[str, tuple[int, int]]

    def scores(self, features: Mapping[str, float], words: Sequence[str]) -> tuple[float, float]:
        """Return how well a sentence states a contribution, and a result; higher is better."""
        new: float = 0
        found: float = 0
        known = self.words
        for word in known.keys() & words:
            weights = known[word]
            new += weights[0]
            found += weights[1]
        known = self.features
        for name, value in features.items():
            weights = known.get(name, _NOTHING)
            new += value * weights[0]
            found += value * weights[1]
        return new, found


@dataclass(frozen=True, slots=True, kw_only=True)
class LineModel:
    """What counts in a short form of a sentence, in whole thousandths.

    Attributes:
        features: Weights by name.
        words: Weights of single words, in small letters; each counts once a line.
    """

    features: Mapping[str, int]
    words: Mapping[str, int]

    def score(self, features: Mapping[str, float], words: Sequence[str]) -> float:
        """Return how much a short form reads like an author's own; higher is better."""
        known = self.words
        total: float = sum([known[word] for word in known.keys() & words])
        known = self.features
        for name, value in features.items():
            total += value * known.get(name, 0)
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWeights:
    """The linear models behind contributions, results and their short forms.

    Attributes:
        sentence: A contribution's score is in thousandths of a point of ROUGE against authors'
            summaries; a whole result is worth 1000.
        result_floor: The score that a result must reach to be shown at all.
        line: In thousandths of a point of ROUGE.
        rarity: 0 to 100 for common words; a word not listed weighs 100.
    """

    sentence: SentenceModel
    result_floor: int
    line: LineModel
    rarity: Mapping[str, int]


@cache
def shipped_weights() -> StatementWeights:
    """Return the weights that come with the generator."""
    text = files("generator").joinpath("weights", "tldr.json").read_text(encoding="utf-8")
    known = json.loads(text)
    known["sentence"] = SentenceModel(**known["sentence"])
    known["line"] = LineModel(**known["line"])
    return StatementWeights(**known)
