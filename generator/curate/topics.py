"""Which topics each paper belongs to, by the taxonomy's words and phrases.

An editor's topics win. A paper that the terms do not place goes to the topic whose sure papers it
resembles most, and is reported; where the taxonomy fits too few papers to learn from, nothing is
guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.chunks import in_chunks
from generator.config.suggest import did_you_mean
from generator.curate.paper_words import paper_words
from generator.curate.resemblance import nearest_topics
from generator.curate.terms import TermMatcher
from generator.errors import Diagnostic, Severity
from generator.model.enrichment import TopicScore
from generator.model.paper import Paper, PaperId
from generator.model.topic import Topic

WORTHWHILE = 1000
"""Papers for each process below which starting it costs more than it saves."""

SURE = 0.8
"""Evidence from which a topic is sure: a term of weight 2.4 found once in the abstract, say."""

_HALF_SCORE = 2.0
_SECOND_SHARE = 0.5
_SECOND_LEAST = 2.0
_SECOND_PLENTY = 4.0
_FITTING_SHARE = 0.5
_REPORTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAssignment:
    """The topics of every paper.

    Attributes:
        scores: One to three topics a paper, primary first; none where nothing fits.
        taxonomy: All topics that papers may have, in order: those given, else the editors' own.
        diagnostics: Papers that fit no topic, and topics that do not exist.
        former: Slugs of kept topics without papers, each with the topic that comes nearest, or
            nothing.
    """

    scores: Mapping[PaperId, tuple[TopicScore, ...]]
    taxonomy: tuple[Topic, ...]
    diagnostics: tuple[Diagnostic, ...]
    former: Mapping[str, str] = field(default_factory=dict)


def assign_topics(
    papers: Sequence[Paper], topics: Sequence[Topic], limit: int, jobs: int = 1
) -> TopicAssignment:
    """Give each paper at most ``limit`` topics, by at most ``jobs`` processes.

    Without a taxonomy, papers have the topics their editors named and no others.
    """
    found: list[Diagnostic] = []
    taxonomy = tuple(topics) or named_by_editors(papers)
    known = {topic.id: topic for topic in taxonomy}
    matcher = TermMatcher(taxonomy)

    def score(papers: Sequence[Paper]) -> list[tuple[TopicScore, ...]]:
        return [
            by_editors(paper, known, limit)
            or sure_topics(matcher.score(paper_words(paper)), taxonomy, limit)
            for paper in papers
        ]

    scored = (own for run in in_chunks(score, papers, jobs=jobs, least=WORTHWHILE) for own in run)
    scores = {paper.id: own for paper, own in zip(papers, scored, strict=True)}
    unsure = [paper for paper in papers if not scores[paper.id]]
    for paper in papers:
        found.extend(unknown_topics(paper, known))
    if topics and unsure:
        guesses = _guess(papers, unsure, scores)
        scores.update({paper: (score,) for paper, score in guesses.items()})
        found.extend(_report_unsure(unsure, guesses, len(papers)))
    return TopicAssignment(scores=scores, taxonomy=taxonomy, diagnostics=tuple(found))


def by_editors(paper: Paper, known: Mapping[str, Topic], limit: int) -> tuple[TopicScore, ...]:
    """Return the known topics that an editor gave a paper; none where no editor did."""
    chosen = dict.fromkeys(topic for topic in paper.topics if topic in known)
    return tuple(TopicScore(topic=topic, score=1.0) for topic in chosen)[:limit]


def sure_topics(
    evidence: Mapping[int, float], topics: Sequence[Topic], limit: int
) -> tuple[TopicScore, ...]:
    """Return the topics with enough evidence, best first.

    After the best one, those follow that have at least half its evidence, or plenty of their own.
    """
    ranked = sorted(
        ((weight, -number) for number, weight in evidence.items() if weight >= SURE), reverse=True
    )
    if not ranked:
        return ()
    best = ranked[0][0]
    least = min(_SECOND_PLENTY, max(_SECOND_LEAST, _SECOND_SHARE * best))
    return tuple(
        TopicScore(topic=topics[-number].id, score=round(weight / (weight + _HALF_SCORE), 3))
        for place, (weight, number) in enumerate(ranked[:limit])
        if place == 0 or weight >= least
    )


def _guess(
    papers: Sequence[Paper],
    unsure: Sequence[Paper],
    scores: Mapping[PaperId, tuple[TopicScore, ...]],
) -> dict[PaperId, TopicScore]:
    """Return the nearest topic of the unsure papers, if enough others show what the topics are."""
    if len(unsure) > (1 - _FITTING_SHARE) * len(papers):
        return {}
    sure = [(paper, scores[paper.id][0].topic) for paper in papers if scores[paper.id]]
    return nearest_topics(unsure, sure)


def named_by_editors(papers: Iterable[Paper]) -> tuple[Topic, ...]:
    """Return a topic for each slug that an editor gave a paper, by slug."""
    slugs = sorted({topic for paper in papers for topic in paper.topics})
    return tuple(Topic(id=slug, name=slug.replace("-", " ").capitalize()) for slug in slugs)


def unknown_topics(paper: Paper, known: Mapping[str, Topic]) -> Iterable[Diagnostic]:
    """Yield an error for each topic an editor gave a paper that does not exist."""
    for topic in paper.topics:
        if topic not in known:
            yield Diagnostic(
                code="U010",
                severity=Severity.ERROR,
                message=f"{paper.title!r} names the topic {topic!r}, which does not exist",
                location=paper.origins[0].location if paper.origins else None,
                hint=did_you_mean(topic, known, listing=False) or "add it to the topics file",
            )


def _report_unsure(
    unsure: Sequence[Paper], guesses: Mapping[PaperId, TopicScore], count: int
) -> Iterable[Diagnostic]:
    left = [paper for paper in unsure if paper.id not in guesses]
    if left:
        yield Diagnostic(
            code="U012",
            severity=Severity.WARNING,
            message=f"{len(left)} of {count} papers fit no topic, for example {left[0].title!r}",
            hint="add topics or terms to the topics file, or topics to the papers",
        )
    guessed = [paper for paper in unsure if paper.id in guesses]
    for paper in guessed[:_REPORTED]:
        yield Diagnostic(
            code="U011",
            severity=Severity.NOTE,
            message=f"no topic's terms fit {paper.title!r}; the nearest topic is "
            f"{guesses[paper.id].topic!r}",
            location=paper.origins[0].location if paper.origins else None,
            hint="add terms to the topics file, or topics to the paper",
        )
    if len(guessed) > _REPORTED:
        yield Diagnostic(
            code="U011",
            severity=Severity.NOTE,
            message=f"{len(guessed) - _REPORTED} more papers went to their nearest topic",
        )
