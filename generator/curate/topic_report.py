"""What the topics of a corpus are: sizes, typical papers and why, what fits nowhere, doubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.curate.terms import TermMatcher
from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_groups import cosine, rarities
from generator.curate.topic_model import TopicModel
from generator.model.corpus import Corpus
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper, PaperId
from generator.model.topic import Topic
from generator.text.slug import slugify

Reasons = tuple[tuple[str, float], ...]
"""Terms, and how much each speaks for a topic, strongest first."""

_TYPICAL = 3
_REASONS = 5
_ALIKE = 0.6
_KEY_TERMS = 8
_MOST_SHARING = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalPaper:
    """A paper that is surely in a topic, and the words that say so; none: an editor did."""

    paper: Paper
    score: float
    reasons: Reasons


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSummary:
    """A topic, how many papers it has, how many of them first of all, and typical ones."""

    topic: Topic
    papers: int
    primary: int
    typical: tuple[TypicalPaper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """All topics, largest first; papers without a topic; pairs of papers that are nearly one."""

    topics: tuple[TopicSummary, ...]
    unplaced: tuple[Paper, ...]
    alike: tuple[tuple[float, Paper, Paper], ...]


def topic_report(corpus: Corpus, model: TopicModel | None) -> TopicReport:
    """Return the report on a corpus; ``model`` is what its discovered topics follow from."""
    scores = {paper.id: corpus.enrichments[paper.id].topics for paper in corpus.papers}
    summaries = [_summary(topic, corpus.papers, scores, model) for topic in corpus.topics]
    return TopicReport(
        topics=tuple(sorted(summaries, key=lambda entry: (-entry.papers, entry.topic.id))),
        unplaced=tuple(paper for paper in corpus.papers if not scores[paper.id]),
        alike=near_duplicates(corpus.papers),
    )


def near_duplicates(papers: Sequence[Paper]) -> tuple[tuple[float, Paper, Paper], ...]:
    """Return pairs of papers with a cosine of 0.6 or more, most alike first.

    Only papers that share one of their eight heaviest terms with at most fifty others are
    compared, so that time grows with the number of papers.
    """
    ordered = sorted(papers, key=lambda paper: paper.id)
    counts = [term_counts(paper) for paper in ordered]
    rarity = rarities(counts)
    vectors = [unit_vector(terms, rarity) for terms in counts]
    holders: dict[str, list[int]] = {}
    for place, vector in enumerate(vectors):
        for term in sorted(vector, key=lambda term: (-vector[term], term))[:_KEY_TERMS]:
            holders.setdefault(term, []).append(place)
    pairs = {
        (first, second)
        for places in holders.values()
        if len(places) <= _MOST_SHARING
        for number, first in enumerate(places)
        for second in places[number + 1 :]
    }
    found = ((cosine(vectors[first], vectors[second]), first, second) for first, second in pairs)
    alike = sorted((-value, first, second) for value, first, second in found if value >= _ALIKE)
    return tuple((round(-value, 3), ordered[one], ordered[two]) for value, one, two in alike)


def reasons(paper: Paper, topic: Topic, model: TopicModel | None) -> Reasons:
    """Return what in a paper speaks for a topic: terms with weights, or a category."""
    if topic.id in {slugify(category) for category in paper.categories}:
        return tuple((c, 1.0) for c in paper.categories if slugify(c) == topic.id)[:1]
    if model is not None and topic.id in model.centres:
        centre = model.centres[topic.id]
        vector = unit_vector(term_counts(paper), model.rarity)
        speaking = {term: weight * centre.get(term, 0.0) for term, weight in vector.items()}
    else:
        lone = [Topic(id=term.text, name=term.text, terms=(term,)) for term in topic.terms]
        found = TermMatcher(lone).score(paper)
        speaking = {lone[number].id: value for number, value in found.items()}
    ranked = sorted(speaking.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple((term, round(value, 3)) for term, value in ranked[:_REASONS] if value > 0)


def _summary(
    topic: Topic,
    papers: Sequence[Paper],
    scores: Mapping[PaperId, tuple[TopicScore, ...]],
    model: TopicModel | None,
) -> TopicSummary:
    inside = [
        (place > 0, -entry.score, paper)
        for paper in papers
        for place, entry in enumerate(scores[paper.id])
        if entry.topic == topic.id
    ]
    inside.sort(key=lambda row: (row[0], row[1], row[2].id))
    return TopicSummary(
        topic=topic,
        papers=len(inside),
        primary=sum(not second for second, _, _ in inside),
        typical=tuple(
            TypicalPaper(paper=paper, score=-negative, reasons=reasons(paper, topic, model))
            for _, negative, paper in inside[:_TYPICAL]
        ),
    )
