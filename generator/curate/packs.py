"""Shipped taxonomies: ``machine-learning`` and ``arxiv``.

The first is known by words, like a topics file, and by a linear model that those words taught on
unlabelled papers (training/packs.py); both have an equal say. A paper first goes to the area that
its topics speak for together, then to the best topic there. The second is known by the codes that
arXiv gives its papers (https://arxiv.org/category_taxonomy).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, sqrt
from pathlib import PurePosixPath

from generator.curate.taxonomy import read_taxonomy
from generator.curate.terms import TermMatcher
from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_model import Nearest, TopicModel
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper
from generator.model.topic import Topic
from generator.resources import shipped
from generator.text.slug import slugify

ARXIV = "arxiv"
MACHINE_LEARNING = "machine-learning"

_SHARPNESS = 0.1
_METHODS = "learning"
_METHODS_COUNT = 0.5
_LEAST_SHARE = 0.17
_LEAST_EVIDENCE = 0.5
_LEAST_COSINE = 0.08


@cache
def pack_topics(name: str) -> tuple[Topic, ...]:
    """Return the topics of a shipped pack; areas, which have no terms, stand before their topics.

    Raises:
        FileNotFoundError: No such pack is shipped.
    """
    path = shipped("packs") / f"{name.replace('-', '_')}.yaml"
    topics, _ = read_taxonomy(path.read_text(encoding="utf-8"), PurePosixPath(path.name))
    return topics


@cache
def pack_model() -> TopicModel:
    """Return what the word rules taught; training/packs.py writes the file and says how."""
    path = shipped("weights") / "machine_learning.json"
    learned = json.loads(path.read_text(encoding="utf-8"))
    centres: dict[str, dict[str, float]] = {slug: {} for slug in learned["topics"]}
    rarity: dict[str, float] = {}
    for term, (rareness, *pairs) in learned["terms"].items():
        rarity[term] = rareness / 100
        for number, weight in zip(pairs[::2], pairs[1::2], strict=True):
            centres[learned["topics"][number]][term] = weight / 1000
    return TopicModel(topics=(), centres=centres, rarity=rarity)


def topics_by_category(
    papers: Iterable[Paper], topics: Iterable[Topic], limit: int
) -> list[tuple[TopicScore, ...]]:
    """Return the topics named by each paper's categories, in their order: 1, a half, a third."""
    known = {topic.id for topic in topics}
    found = []
    for paper in papers:
        slugs = dict.fromkeys(slugify(category) for category in paper.categories)
        chosen = [slug for slug in slugs if slug in known][:limit]
        found.append(
            tuple(
                TopicScore(topic=slug, score=round(1 / place, 3))
                for place, slug in enumerate(chosen, 1)
            )
        )
    return found


def topics_by_pack(
    papers: Iterable[Paper], topics: Sequence[Topic], limit: int
) -> list[tuple[TopicScore, ...]]:
    """Return up to ``limit`` topics of each paper, primary first; none where nothing speaks.

    Args:
        papers: Any.
        topics: Those of the pack ``machine-learning``, and perhaps others with words of their own,
            for which the words alone decide.
        limit: Most topics a paper gets.
    """
    model = pack_model()
    places = {topic.id: number for number, topic in enumerate(topics)}
    numbers = [places.get(slug, -1) for slug in model.centres]
    nearest = Nearest(model.centres.values())
    matcher = TermMatcher(topics)
    found: list[tuple[TopicScore, ...]] = []
    for paper in papers:
        cosines = nearest.cosines(unit_vector(term_counts(paper), model.rarity))
        evidence = {k: v for k, v in matcher.score(paper).items() if v > 0}
        learned = {numbers[k]: v for k, v in cosines.items() if numbers[k] >= 0}
        if not _speaks(evidence, learned):
            found.append(())
            continue
        shares = _shares(evidence, learned)
        found.append(_chosen(shares, topics, limit))
    return found


def _speaks(evidence: Mapping[int, float], learned: Mapping[int, float]) -> bool:
    return (
        max(evidence.values(), default=0.0) >= _LEAST_EVIDENCE
        or max(learned.values(), default=0.0) >= _LEAST_COSINE
    )


def _shares(evidence: Mapping[int, float], learned: Mapping[int, float]) -> dict[int, float]:
    """Return each topic's share of one paper: half by its words, half by the linear model."""
    # The root keeps one often repeated word from outweighing the topics of an area together.
    shares = {number: sqrt(value) for number, value in evidence.items()}
    total = sum(shares.values())
    for number in shares:
        shares[number] /= total
    if learned:
        best = max(learned.values())
        raised = {number: exp((value - best) / _SHARPNESS) for number, value in learned.items()}
        whole = sum(raised.values())
        for number in shares:
            shares[number] /= 2
        for number, value in raised.items():
            shares[number] = shares.get(number, 0.0) + value / whole / (2 if total else 1)
    return shares


def _chosen(
    shares: Mapping[int, float], topics: Sequence[Topic], limit: int
) -> tuple[TopicScore, ...]:
    areas: dict[str, float] = {}
    for number, share in shares.items():
        area = topics[number].parent or topics[number].id
        # A method for pictures belongs to the pictures first, so methods have half a say.
        counted = share * _METHODS_COUNT if area == _METHODS else share
        areas[area] = areas.get(area, 0.0) + counted
    widest = min(areas, key=lambda area: (-areas[area], area))
    ranked = sorted(
        shares,
        key=lambda number: (
            (topics[number].parent or topics[number].id) != widest,
            -shares[number],
            number,
        ),
    )
    first = ranked[0]
    others = sorted(ranked[1:], key=lambda number: (-shares[number], number))
    kept = [first, *(number for number in others if shares[number] >= _LEAST_SHARE)]
    return tuple(
        TopicScore(topic=topics[number].id, score=round(shares[number], 3))
        for number in kept[:limit]
    )
