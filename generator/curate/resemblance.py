"""Which topic's papers a paper resembles most, by the words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.curate.lots import lot
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper, PaperId
from generator.text.tokens import words

_TOPIC_WORDS = 400
_LEAST = 0.05
_READ = 2000


def nearest_topics(
    papers: Sequence[Paper], sure: Sequence[tuple[Paper, str]]
) -> dict[PaperId, TopicScore]:
    """Return the nearest topic for each paper that shares enough words with one.

    The score is the cosine of the paper's and the topic's words, each weighted by how rare it is
    among the sure papers; below 0.05 there is no answer. Ties go to the topic that comes first by
    name. Of more than 2,000 sure papers, 2,000 drawn by lot are read.
    """
    sure = sorted(sure, key=lambda entry: (lot(entry[0].id), entry[0].id))[:_READ]
    spread: Counter[str] = Counter()
    by_topic: dict[str, Counter[str]] = {}
    for paper, topic in sure:
        vocabulary = _vocabulary(paper)
        spread.update(vocabulary)
        by_topic.setdefault(topic, Counter()).update(vocabulary)
    rarity = {word: math.log(len(sure) / count) for word, count in spread.items()}
    profiles: dict[str, list[tuple[str, float]]] = {}
    for topic, counts in sorted(by_topic.items()):
        weights = ((word, count * rarity[word]) for word, count in counts.items())
        for word, weight in _unit_vector(weights).items():
            profiles.setdefault(word, []).append((topic, weight))
    found: dict[PaperId, TopicScore] = {}
    for paper in papers:
        own = _unit_vector((word, rarity[word]) for word in _vocabulary(paper) if word in rarity)
        cosines: dict[str, float] = {}
        for word, weight in own.items():
            for topic, share in profiles.get(word, ()):
                cosines[topic] = cosines.get(topic, 0.0) + weight * share
        best = min(cosines, key=lambda topic: (-cosines[topic], topic), default="")
        if best and cosines[best] >= _LEAST:
            found[paper.id] = TopicScore(topic=best, score=round(cosines[best], 3))
    return found


def _vocabulary(paper: Paper) -> list[str]:
    """Return a paper's distinct words of three letters or more, in order, so that sums repeat."""
    tokens = words(f"{paper.title} {paper.abstract}")
    return [word for word in dict.fromkeys(tokens) if len(word) > 2]


def _unit_vector(weights: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return the heaviest weights, scaled to length 1."""
    heaviest = sorted(weights, key=lambda entry: (-entry[1], entry[0]))[:_TOPIC_WORDS]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest))
    return {word: weight / length for word, weight in heaviest} if length else {}
