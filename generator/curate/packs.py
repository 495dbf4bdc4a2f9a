"""Shipped taxonomies: ``machine-learning`` and ``arxiv``.

The first is known by words, like a topics file, and by a linear model that those words taught on
unlabelled papers (training/packs.py); both have an equal say. A paper first goes to the area that
its topics speak for together, then to the best topic there. The second is known by the codes that
arXiv gives its papers (https://arxiv.org/category_taxonomy).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import PurePosixPath

from generator.curate.paper_words import word_batches
from generator.curate.taxonomy import read_taxonomy
from generator.curate.terms import TermMatcher
from generator.curate.topic_model import TopicModel
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper
from generator.model.topic import Topic
from generator.resources import shipped
from generator.text.slug import slugify

ARXIV = "arxiv"
MACHINE_LEARNING = "machine-learning"


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
    papers: Sequence[Paper], topics: Sequence[Topic], limit: int
) -> list[tuple[TopicScore, ...]]:
    """Return up to ``limit`` topics of each paper, primary first; none where nothing speaks.

    Args:
        papers: Any.
        topics: Those of the pack ``machine-learning``, and perhaps others with words of their own,
            for which the words alone decide.
        limit: Most topics a paper gets.
    """
    import numpy as np  # noqa: PLC0415 - for those who have a pack

    from generator.curate.pack_choice import choices  # noqa: PLC0415
    from generator.curate.topic_table import TopicTable  # noqa: PLC0415

    model = pack_model()
    places = {topic.id: number for number, topic in enumerate(topics)}
    kept = {slug: centre for slug, centre in model.centres.items() if slug in places}
    columns = [places[slug] for slug in kept]
    areas = [topic.parent or topic.id for topic in topics]
    table = TopicTable(tuple(kept.values()), model.rarity)
    matcher = TermMatcher(topics)
    found: list[tuple[TopicScore, ...]] = []
    for batch in word_batches(papers):
        evidence = np.zeros((len(batch), len(topics)))
        for row, paper in enumerate(batch):
            for number, weight in matcher.score(paper).items():
                evidence[row, number] = weight
        cosines = np.full((len(batch), len(topics)), -np.inf)
        cosines[:, columns] = table.cosines(batch)
        found += (
            tuple(TopicScore(topic=topics[n].id, score=round(share, 3)) for n, share in choice)
            for choice in choices(evidence, cosines, areas, limit)
        )
    return found
