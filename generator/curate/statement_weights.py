"""What each feature counts when statements are chosen; learned by training/statements.py."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWeights:
    """The linear model behind contributions, results and their short forms.

    Attributes:
        contribution: Per feature of a sentence, in points of ROUGE against authors' summaries.
        result: Per feature of a sentence; 1.0 is a whole result.
        result_floor: The score that a result must reach to be shown at all.
        line: Per feature of a short form, as ``contribution``.
        rarity: 0.0 to 1.0 for common words; a word not listed weighs 1.0.
    """

    contribution: Mapping[str, float]
    result: Mapping[str, float]
    result_floor: float
    line: Mapping[str, float]
    rarity: Mapping[str, float]


@cache
def shipped_weights() -> StatementWeights:
    """Return the weights that come with the generator."""
    text = files("generator").joinpath("weights", "tldr.json").read_text(encoding="utf-8")
    return StatementWeights(**json.loads(text))
