"""How strongly a text's words and phrases speak for each topic.

Texts and terms are cut into words the same way, so ``text-to-image`` and ``text to image`` are one
phrase. A term counts by how often it occurs, but each further time adds less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.curate.paper_words import PaperWords
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


class _Steps(dict[str, "_Step"]):
    """What each word leads to at one node: the terms that end with it, and where longer go on."""

    def __init__(self, branch: _Branch) -> None:
        super().__init__()
        self.stems = branch.stems
        for word, following in branch.next.items():
            deeper = _Steps(following) if following.next or following.stems else None
            self[word] = ([*following.ends, *self._stemmed(word)], deeper)

    def __missing__(self, word: str) -> _Step:
        ends = self._stemmed(word)
        step = self[word] = (ends, None) if ends else None
        return step

    def _stemmed(self, word: str) -> list[int]:
        stems = self.stems
        lengths = range(1, len(word) + 1) if stems else ()
        return [term for length in lengths for term in stems.get(word[:length], ())]


_Step = tuple[list[int], _Steps | None] | None


class TermMatcher:
    """All terms of a taxonomy, ready to be looked up in one pass over a text's words."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        root = _Branch()
        self._owners: list[tuple[int, float]] = []
        for number, topic in enumerate(topics):
            for term in topic.terms:
                self._add(root, term.text, (number, term.weight))
        self._firsts = _Steps(root)

    def _add(self, root: _Branch, text: str, owner: tuple[int, float]) -> None:
        *head, last = words(text) or [""]
        branch = root
        for word in head:
            branch = branch.next.setdefault(word, _Branch())
        if text.endswith("*"):
            branch.stems.setdefault(last, []).append(len(self._owners))
        else:
            branch.next.setdefault(last, _Branch()).ends.append(len(self._owners))
        self._owners.append(owner)

    def score(self, paper: PaperWords) -> dict[int, float]:
        """Return the weight of evidence for each topic, by its number, that any term speaks for.

        A term found once in the abstract gives a third of its weight, one found in the title three
        fifths, and however often it is found it never gives more than its weight.
        """
        counts: dict[int, int] = {}
        for text, factor in _fields(paper):
            for term in self._found(text):
                counts[term] = counts.get(term, 0) + factor
        scores: dict[int, float] = {}
        for term, count in counts.items():
            topic, weight = self._owners[term]
            scores[topic] = scores.get(topic, 0.0) + weight * count / (count + _HALF)
        return scores

    def _found(self, tokens: list[str]) -> list[int]:
        """Return every term at every place where it stands."""
        found: list[int] = []
        firsts = map(self._firsts.__getitem__, tokens)
        for position, first in enumerate([*firsts], 1):
            if first is not None:
                self._follow(first, tokens, position, found)
        return found

    def _follow(self, step: _Step, tokens: list[str], position: int, found: list[int]) -> None:
        """Add the terms that end with this step, and those that go on at ``position``."""
        while step is not None:
            found += step[0]
            steps = step[1]
            if steps is None or position == len(tokens):
                return
            word = tokens[position]
            step = steps[word] if steps.stems else steps.get(word)
            position += 1


def _fields(paper: PaperWords) -> Iterator[tuple[list[str], int]]:
    """Yield each text of a paper and how often it counts; no phrase spans two of them."""
    yield paper.title, _TITLE_COUNTS
    yield paper.abstract, 1
    for keyword in (*paper.keywords, *paper.categories):
        yield keyword, _KEYWORD_COUNTS
