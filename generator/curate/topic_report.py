"""What the topics of a corpus are: sizes, typical papers and why, what fits nowhere, doubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.curate.topic_features import term_counts, unit_vector
from generator.curate.topic_groups import cosine, rarities
from generator.curate.topic_reasons import Reason, TopicSources, reasons
from generator.model.corpus import Corpus
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper, PaperId
from generator.model.topic import Topic

_TYPICAL = 3
_ALIKE = 0.6
_KEY_TERMS = 8
_MOST_SHARING = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TypicalPaper:
    """A paper that is surely in a topic, and why; nothing speaks for it but likeness if empty."""

    paper: Paper
    score: float
    reasons: tuple[Reason, ...]


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


def topic_report(corpus: Corpus, sources: TopicSources) -> TopicReport:
    """Return the report on a corpus, whose topics follow from these sources."""
    scores = {paper.id: corpus.enrichments[paper.id].topics for paper in corpus.papers}
    summaries = [_summary(topic, corpus.papers, scores, sources) for topic in corpus.topics]
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


def _summary(
    topic: Topic,
    papers: Sequence[Paper],
    scores: Mapping[PaperId, tuple[TopicScore, ...]],
    sources: TopicSources,
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
            TypicalPaper(paper=paper, score=-negative, reasons=reasons(paper, topic, sources))
            for _, negative, paper in inside[:_TYPICAL]
        ),
    )
