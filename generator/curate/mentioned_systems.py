"""Which papers mention the system that another one presents.

Imports numpy, so import this module only where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from generator.model.enrichment import Facts
from generator.model.paper import Paper, PaperId

_SHORTEST = 3


class MentionedSystems:
    """The names papers give their systems, and the texts that may mention them.

    Args:
        order: The papers, which are then called by their place.
        papers: The same, in any order.
        facts: What each paper names, where known.

    Attributes:
        named: Of each paper, whether it names a system that others may mention.
    """

    def __init__(
        self, order: Sequence[PaperId], papers: Iterable[Paper], facts: Mapping[PaperId, Facts]
    ) -> None:
        texts = {paper.id: f"{paper.title} {paper.abstract}" for paper in papers if facts}
        self._texts = [texts.get(paper, "") for paper in order]
        self._names = [_system(facts.get(paper)) for paper in order]
        self.named = np.array([bool(name) for name in self._names], dtype=bool)

    def between(self, place: int, other: int) -> str:
        """Return the system of one paper that the other mentions; empty if there is none.

        Two papers that give the same name to systems of their own do not speak of each other.
        """
        ours, theirs = self._names[place], self._names[other]
        if ours == theirs:  # most often, neither has a name
            return ""
        if ours and ours in self._texts[other] and _mentions(self._texts[other], ours):
            return ours
        if theirs and theirs in self._texts[place] and _mentions(self._texts[place], theirs):
            return theirs
        return ""


def _system(facts: Facts | None) -> str:
    name = facts.system.text if facts and facts.system else ""
    return name if len(name) >= _SHORTEST else ""


def _mentions(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))
