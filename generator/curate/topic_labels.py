"""Names for discovered topics: phrases that authors use as keywords, never a bag of words.

A topic is named by the phrase that fits its papers best and the others least. A phrase that fits
over a quarter of all papers is too broad to name one topic. Candidates are the corpus's own
keywords and a shipped vocabulary of phrases that authors of other papers used; where none of them
fits, a pair of neighbouring words, or a long word, that many of the topic's papers share.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log

from generator.curate.topic_features import folded_word, without_plural
from generator.model.paper import Paper
from generator.resources import shipped
from generator.text.tokens import words

_LONGEST = 4
_TOO_BROAD = 0.25
_BROAD_FROM = 40
_LEAST_SHARE = 0.25
_TITLE_BONUS = 1.0
_READ_IN_A_TOPIC = 60
_READ_IN_ALL = 1500
_SINGLE_WORD = 0.8
_UNLISTED = 0.6
_LEAST_LETTERS = 5
_WORD_SHARE = 0.6


def phrase_key(phrase: str) -> str:
    """Return a phrase's words without case, hyphens and plurals: what makes two the same."""
    return " ".join(without_plural(word) for word in words(phrase))


@cache
def shipped_keywords() -> Mapping[str, str]:
    """Return the shipped vocabulary: from key to spelling."""
    path = shipped("weights") / "keywords.json"
    return {phrase_key(phrase): phrase for phrase in json.loads(path.read_text(encoding="utf-8"))}


def topic_names(
    papers: Sequence[Paper], groups: Sequence[Sequence[int]], vocabulary: Mapping[str, str]
) -> list[str]:
    """Return a name for each group, all different; empty where no phrase fits a quarter of it.

    Args:
        papers: All papers.
        groups: Positions in ``papers``, the most typical of a group first; groups choose in order.
        vocabulary: Phrases by key, besides the papers' own keywords.
    """
    spelled = {**vocabulary, **_own_keywords(papers)}
    reader = _PhraseReader(spelled, papers)
    step = max(1, -(-len(papers) // _READ_IN_ALL))
    read = range(0, len(papers), step)
    spread = Counter(key for position in read for key in reader.phrases(position))
    names: list[str] = []
    taken: set[str] = set()
    for group in groups:
        positions = group[:_READ_IN_A_TOPIC]
        key = _best_phrase(reader, positions, spread, len(read), taken)
        taken.add(key)
        text = spelled.get(key) or _as_written(key, (papers[position] for position in positions))
        names.append(_capital(text))
    return names


def _own_keywords(papers: Iterable[Paper]) -> dict[str, str]:
    """Return keywords that two papers have, as most papers spell them."""
    spellings: dict[str, Counter[str]] = {}
    for paper in papers:
        for keyword in dict.fromkeys(paper.keywords):
            if ":" not in keyword and 0 < len(words(keyword)) <= _LONGEST:
                spellings.setdefault(phrase_key(keyword), Counter())[keyword] += 1
    return {
        key: min(counts, key=lambda text: (-counts[text], text))
        for key, counts in spellings.items()
        if counts.total() > 1 and len(key) > 2
    }


class _PhraseReader:
    """Finds phrases in papers; each paper is read once."""

    def __init__(self, known: Mapping[str, str], papers: Sequence[Paper]) -> None:
        self.known = known
        self._first = {key.partition(" ")[0] for key in known}
        self._papers = papers
        self._found: dict[int, dict[str, float]] = {}

    def phrases(self, position: int) -> dict[str, float]:
        """Return a paper's phrases and how much each counts: double in the title or a keyword."""
        if position not in self._found:
            paper = self._papers[position]
            found = dict.fromkeys(self._in_text(paper.abstract), 1.0)
            for text in (paper.title, *paper.keywords):
                found.update(dict.fromkeys(self._in_text(text), 1.0 + _TITLE_BONUS))
            self._found[position] = found
        return self._found[position]

    def _in_text(self, text: str) -> list[str]:
        tokens = words(text)
        folded = [without_plural(word) for word in tokens]
        telling = [folded_word(word) for word in tokens]
        found = [word for word in telling if len(word) >= _LEAST_LETTERS and word.isalpha()]
        found += [
            f"{first} {second}"
            for first, second in zip(telling, telling[1:], strict=False)
            if first and second
        ]
        for start, word in enumerate(folded):
            if word in self._first:
                found.extend(self._known_from(folded, start))
        return found

    def _known_from(self, folded: Sequence[str], start: int) -> list[str]:
        keys = (" ".join(folded[start:end]) for end in range(start + 1, start + _LONGEST + 1))
        return [key for key in keys if key in self.known]


def _best_phrase(
    reader: _PhraseReader,
    group: Sequence[int],
    spread: Mapping[str, int],
    read: int,
    taken: set[str],
) -> str:
    """Return the phrase that tells a group from the others best; empty if none fits enough."""
    weights: dict[str, float] = {}
    holders: Counter[str] = Counter()
    for position in group:
        for key, weight in reader.phrases(position).items():
            weights[key] = weights.get(key, 0.0) + weight
            holders[key] += 1
    least = max(2.0, _LEAST_SHARE * len(group))
    most = _TOO_BROAD * read if read >= _BROAD_FROM else read

    def merit(key: str) -> tuple[float, str]:
        value = weights[key] * log((read + 1) / (spread.get(key, 0) + 0.5))
        value *= 1.0 if " " in key else _SINGLE_WORD
        return -value * (1.0 if key in reader.known else _UNLISTED), key

    fitting = [
        key
        for key, count in holders.items()
        if count >= least and spread.get(key, 0) <= most and key not in taken
    ]
    listed = [key for key in fitting if key in reader.known]
    most_share = [key for key in fitting if " " in key or holders[key] >= _WORD_SHARE * len(group)]
    return min(listed or most_share, key=merit, default="")


def _as_written(key: str, papers: Iterable[Paper]) -> str:
    """Return the words of a key as a paper writes them, hyphens included."""
    if not key:
        return ""
    pattern = re.compile(r"\b" + r"[\W_]{1,3}".join(f"{word}\\w{{0,3}}" for word in key.split()), re.I)
    for paper in papers:
        if match := pattern.search(f"{paper.title}\n{paper.abstract}"):
            return " ".join(match[0].split())
    return key


def _capital(phrase: str) -> str:
    """Return the phrase with a capital first letter, and title case undone."""
    text = " ".join(word.lower() if word.istitle() else word for word in phrase.split())
    return text[:1].upper() + text[1:]
