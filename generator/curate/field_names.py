"""Names that a whole field uses: they are no paper's own, or they are benchmarks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
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
        capital: Finds those that do not begin with a small letter; much faster.
        small: Those that begin with a small letter.
    """

    shared: frozenset[str]
    benchmarks: frozenset[str]
    pattern: re.Pattern[str]
    capital: re.Pattern[str]
    small: tuple[str, ...]

    def benchmarks_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the well-known benchmarks that a text names, from left to right."""
        pattern = self.pattern if any(name in text for name in self.small) else self.capital
        return pattern.finditer(text)


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
        capital=benchmark_pattern([name for name in benchmarks if not name[0].islower()]),
        small=tuple(name for name in benchmarks if name[0].islower()),
    )


def benchmark_pattern(names: list[str]) -> re.Pattern[str]:
    """Return a pattern that finds the names, in their order, not within longer words.

    Names are grouped by their first letter, so that few are tried at a place. The pattern begins
    with those letters, not with what must not stand before them: ``re`` skips to them, then.

    Args:
        names: None of them empty; longest first where one begins with another.
    """
    letter = itemgetter(0)
    alone = r"(?<![\w/.@\\-].)"
    groups = "|".join(
        re.escape(first) + alone + "(?:" + "|".join(re.escape(name[1:]) for name in group) + ")"
        for first, group in groupby(sorted(names, key=letter), key=letter)
    )
    return re.compile(rf"(?:{groups})(?![\w@]|[-/.][A-Za-z\d])")
