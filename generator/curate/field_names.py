"""Names that a whole field uses: they are no paper's own, or they are benchmarks."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldNames:
    """What training/names.py found in many abstracts.

    Attributes:
        shared: Coined words that several papers use: ``BERT``, ``GAN``, ``RGB-D``.
        benchmarks: Data sets and benchmarks, spelled as usual.
        pattern: Finds any of the benchmarks as whole words.
    """

    shared: frozenset[str]
    benchmarks: frozenset[str]
    pattern: re.Pattern[str]


@cache
def shipped_names() -> FieldNames:
    """Return the names that come with the generator."""
    text = files("generator").joinpath("weights", "field_names.json").read_text(encoding="utf-8")
    names = json.loads(text)
    benchmarks = sorted(names["benchmarks"], key=lambda name: (-len(name), name))
    return FieldNames(
        shared=frozenset(names["shared"]),
        benchmarks=frozenset(benchmarks),
        pattern=benchmark_pattern(benchmarks),
    )


def benchmark_pattern(names: list[str]) -> re.Pattern[str]:
    """Return a pattern that finds the names, in their order, not within longer words.

    Names are grouped by their first letter, so that few are tried at a place.

    Args:
        names: None of them empty; longest first where one begins with another.
    """
    letter = itemgetter(0)
    groups = "|".join(
        re.escape(first) + "(?:" + "|".join(re.escape(name[1:]) for name in group) + ")"
        for first, group in groupby(sorted(names, key=letter), key=letter)
    )
    return re.compile(rf"(?<![\w/.@\\-])(?:{groups})(?![\w@]|[-/.][A-Za-z\d])")
