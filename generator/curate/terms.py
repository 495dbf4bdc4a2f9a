"""How strongly a text's words and phrases speak for each topic.

Texts and terms are cut into words the same way, so ``text-to-image`` and ``text to image`` are one
phrase. A term counts by how often it occurs, but each further time adds less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.paper import Paper
from generator.model.topic import Topic
from generator.text.tokens import words

_TITLE_COUNTS = 3
_HALF = 2
_KEYWORD_COUNTS = 2


@dataclass(slots=True)
class _Branch:
    """A node of the trie of terms: which end here, which end in a stem, and what may follow."""

    ends: list[int] = field(default_factory=list)
    stems: dict[str, list[int]] = field(default_factory=dict)
    next: dict[str, _Branch] = field(default_factory=dict)

    def step(self, word: str) -> tuple[list[int], _Branch | None]:
        """Return the terms that end with this word here, and where longer ones go on."""
        following = self.next.get(word)
        ends = list(following.ends) if following else []
        if self.stems:
            for length in range(1, len(word) + 1):
                ends.extend(self.stems.get(word[:length], ()))
        return ends, following if following and (following.next or following.stems) else None


class TermMatcher:
    """All terms of a taxonomy, ready to be looked up in one pass over a text's words."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._root = _Branch()
        self._owners: list[tuple[int, float]] = []
        self._first_steps: dict[str, tuple[list[int], _Branch | None] | None] = {}
        for number, topic in enumerate(topics):
            for term in topic.terms:
                self._add(term.text, (number, term.weight))

    def _add(self, text: str, owner: tuple[int, float]) -> None:
        *head, last = words(text) or [""]
        branch = self._root
        for word in head:
            branch = branch.next.setdefault(word, _Branch())
        if text.endswith("*"):
            branch.stems.setdefault(last, []).append(len(self._owners))
        else:
            branch.next.setdefault(last, _Branch()).ends.append(len(self._owners))
        self._owners.append(owner)

    def score(self, paper: Paper) -> dict[int, float]:
        """Return the weight of evidence for each topic, by its number, that any term speaks for.

        A term found once in the abstract gives a third of its weight, one found in the title three
        fifths, and however often it is found it never gives more than its weight.
        """
        counts: dict[int, int] = {}
        for text, factor in _fields(paper):
            for term in self._found(words(text)):
                counts[term] = counts.get(term, 0) + factor
        scores: dict[int, float] = {}
        for term, count in counts.items():
            topic, weight = self._owners[term]
            scores[topic] = scores.get(topic, 0.0) + weight * count / (count + _HALF)
        return scores

    def _found(self, tokens: list[str]) -> list[int]:
        """Return every term at every place where it stands."""
        found: list[int] = []
        known = self._first_steps
        for start, token in enumerate(tokens):
            if token not in known:
                ends, branch = self._root.step(token)
                known[token] = (ends, branch) if ends or branch else None
            entry = known[token]
            if entry is None:
                continue
            found.extend(entry[0])
            branch = entry[1]
            position = start + 1
            while branch is not None and position < len(tokens):
                ends, branch = branch.step(tokens[position])
                found.extend(ends)
                position += 1
        return found


def _fields(paper: Paper) -> Iterator[tuple[str, int]]:
    """Yield each text of a paper and how often it counts; no phrase spans two of them."""
    yield paper.title, _TITLE_COUNTS
    yield paper.abstract, 1
    for keyword in (*paper.keywords, *paper.categories):
        yield keyword, _KEYWORD_COUNTS
