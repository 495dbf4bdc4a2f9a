"""Topics of papers that nobody has sorted yet: how many, which, and what to call them.

Similar papers form groups (``topic_groups``), phrases that authors use name them
(``topic_labels``), and each group becomes a centre of term weights (``topic_model``), by which
every paper then gets its topics. A group that no phrase fits is no topic; its papers go to the
nearest other one. Papers come in order of their ids, so the result depends on them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import sqrt

from generator.curate.average_link import average_link
from generator.curate.label_spelling import as_written
from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_groups import (
    Vector,
    centre,
    cosine,
    number_of_groups,
    rarities,
    similar_groups,
)
from generator.curate.topic_labels import phrase_key, shipped_keywords, topic_names
from generator.curate.topic_model import TopicModel, topics_by_model
from generator.curate.topic_state import topic_with_terms
from generator.model.paper import Paper
from generator.model.topic import Topic
from generator.text.plain import clip, readable
from generator.text.slug import slugify

LEAST_PAPERS = 15
"""Fewer papers say too little about what they have in common."""

_READ = 4000
_PARENTS_FROM = 16
_CENTRE_DIGITS = 4
_SHOWN_WORDS = 3
_SHOWN_TITLES = 2
_TITLE_LENGTH = 90


def discover(papers: Iterable[Paper]) -> TopicModel | None:
    """Return the topics of 15 papers or more; None for fewer, or where nothing is alike.

    Of more than 4,000 papers, every second, third and so on is read: as many as tell what there is.
    """
    ordered = sorted(papers, key=lambda paper: paper.id)
    if len(ordered) < LEAST_PAPERS:
        return None
    ordered = ordered[:: -(-len(ordered) // _READ)]
    from generator.curate.topic_profiles import profiles  # noqa: PLC0415 - numpy

    counts = [term_counts(paper) for paper in ordered]
    rarity = rarities(counts)
    vectors = [unit_vector(terms, rarity) for terms in counts]
    groups = similar_groups(vectors, number_of_groups(len(vectors)), profiles(ordered))
    centres = [centre(vectors[position] for position in group) for group in groups]
    typical = [
        sorted(group, key=lambda position: (-cosine(vectors[position], middle), position))
        for group, middle in zip(groups, centres, strict=True)
    ]
    names = topic_names(ordered, typical, centres, shipped_keywords())
    topics: dict[str, Topic] = {}
    middles: dict[str, Vector] = {}
    for name, middle, group in zip(names, centres, typical, strict=True):
        slug = slugify(name)
        if slug and slug not in topics:
            described = _description(name, middle, [ordered[position] for position in group])
            topics[slug] = Topic(id=slug, name=name, description=described)
            middles[slug] = middle
    return _model(topics, middles, rarity) if topics else None


def extended(model: TopicModel, papers: Sequence[Paper]) -> TopicModel:
    """Return a kept model with the topics of papers that fit none of its own, if they have any.

    What is there stays as it is: every paper that had a topic keeps it.
    """
    lonely = [
        paper
        for paper, scores in zip(papers, topics_by_model(papers, model, 1), strict=True)
        if not scores
    ]
    found = discover(lonely)
    if found is None:
        return model
    known = {topic.id for topic in model.topics}
    fresh = [topic for topic in found.topics if topic.id in found.centres and topic.id not in known]
    return TopicModel(
        topics=(*model.topics, *(replace(topic, parent="") for topic in fresh)),
        centres={**model.centres, **{topic.id: found.centres[topic.id] for topic in fresh}},
        rarity={**found.rarity, **model.rarity},
    )


def _model(
    topics: Mapping[str, Topic], centres: Mapping[str, Vector], rarity: Mapping[str, float]
) -> TopicModel:
    rounded = {
        slug: {term: round(weight, _CENTRE_DIGITS) for term, weight in middle.items()}
        for slug, middle in centres.items()
    }
    used = sorted({term for middle in rounded.values() for term in middle})
    parents, parent_of = _parents(topics, rounded)
    return TopicModel(
        topics=(
            *parents,
            *(
                topic_with_terms(replace(topic, parent=parent_of.get(slug, "")), rounded[slug])
                for slug, topic in topics.items()
            ),
        ),
        centres=rounded,
        rarity={term: round(rarity[term], _CENTRE_DIGITS) for term in used},
    )


def _parents(
    topics: Mapping[str, Topic], centres: Mapping[str, Vector]
) -> tuple[list[Topic], dict[str, str]]:
    """Return wider topics for many topics, named by their two largest ones, and who is in which."""
    if len(topics) < _PARENTS_FROM:
        return [], {}
    slugs = list(topics)
    parents: dict[str, Topic] = {}
    parent_of: dict[str, str] = {}
    for group in average_link([centres[slug] for slug in slugs], round(2 * sqrt(len(slugs)))):
        members = [topics[slugs[position]] for position in group]
        heads = [member.name.partition(" & ")[0] for member in members[:2]]
        name = f"{heads[0]} & {_in_running_text(heads[-1])}"
        parent = Topic(id=slugify(name), name=name)
        if len(members) > 1 and parent.id not in topics and parent.id not in parents:
            parents[parent.id] = parent
            parent_of.update((member.id, parent.id) for member in members)
    return list(parents.values()), parent_of


def _in_running_text(name: str) -> str:
    """Return a name within a line: ``Super-resolution`` small, ``LSTM``, ``Monte Carlo`` as is."""
    return name if name[1:] != name[1:].lower() else name[:1].lower() + name[1:]


def _description(name: str, middle: Mapping[str, float], typical: Sequence[Paper]) -> str:
    """Return a sentence with the topic's most telling words and its most typical papers."""
    own = set(phrase_key(name).split())
    telling: list[str] = []
    shown: list[str] = []
    for term in sorted(middle, key=lambda term: (-middle[term], term)):
        parts = set(term.split())
        if not parts & own and not any(parts & set(other.split()) for other in telling):
            telling.append(term)
            shown.append((as_written(term, typical) or term).lower())
        if len(shown) == _SHOWN_WORDS:
            break
    titles = " and ".join(
        f"“{clip(readable(paper.title), _TITLE_LENGTH)}”" for paper in typical[:_SHOWN_TITLES]
    )
    heard = f"Often with {', '.join(shown)}; for" if shown else "For"
    return f"{heard} example {titles}."
