"""The corpus: every paper, issue and topic of the digest, checked once, at construction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.counts import Counts
from generator.model.enrichment import Enrichment
from generator.model.free_page import FreePage
from generator.model.issue import Issue
from generator.model.paper import Paper, PaperId
from generator.model.region import Region
from generator.model.topic import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything the digest is about.

    Attributes:
        papers: In the order they are listed: newest issue first, then source order.
        issues: Newest first.
        topics: In the taxonomy's order; only those that have papers.
        parents: Wider topics without papers of their own, which topics of the corpus name.
        former_topics: Slugs of topics that are gone, each with a present topic's id, or nothing.
        pages: Free pages, by slug.
        enrichments: One for each paper id.
        regions: Labels of the topic map, largest first; none without a map.
        merged: Ids and identifiers that lead to a paper with another id.
        counts: How many records became these papers.
        synonyms: Groups of words and phrases that mean the same, as the user wrote them.

    Raises:
        ValueError: Two papers share an id, or an issue or enrichment names an unknown one.
            The stages before this one report such faults to the user, so this is our bug.
    """

    papers: tuple[Paper, ...]
    issues: tuple[Issue, ...] = ()
    topics: tuple[Topic, ...] = ()
    parents: tuple[Topic, ...] = ()
    former_topics: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[FreePage, ...] = ()
    enrichments: Mapping[PaperId, Enrichment] = field(default_factory=dict)
    regions: tuple[Region, ...] = ()
    merged: Mapping[str, PaperId] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    synonyms: tuple[tuple[str, ...], ...] = ()
    _by_id: dict[str, Paper] = field(init=False, repr=False, compare=False)
    _by_topic: dict[str, tuple[Paper, ...]] = field(init=False, repr=False, compare=False)
    _issues_of: dict[str, tuple[Issue, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id: dict[str, Paper] = {paper.id: paper for paper in self.papers}
        if len(by_id) != len(self.papers):
            raise ValueError("two papers of the corpus share an id")
        if by_id.keys() != self.enrichments.keys():
            raise ValueError("every paper needs exactly one enrichment")
        if dangling := [p for issue in self.issues for p in issue.papers if p not in by_id]:
            raise ValueError(f"issues name unknown papers: {dangling[:3]}")
        known = {topic.id for topic in self.topics}
        by_topic: dict[str, list[Paper]] = {topic: [] for topic in known}
        for paper in self.papers:
            for entry in self.enrichments[paper.id].topics:
                by_topic[entry.topic].append(paper)
        issues_of: dict[str, list[Issue]] = {}
        for issue in self.issues:
            for paper_id in dict.fromkeys(issue.papers):
                issues_of.setdefault(paper_id, []).append(issue)
        object.__setattr__(self, "_by_id", by_id)
        object.__setattr__(self, "_issues_of", {p: tuple(i) for p, i in issues_of.items()})
        object.__setattr__(self, "_by_topic", {t: tuple(p) for t, p in by_topic.items()})

    def paper(self, paper_id: PaperId) -> Paper:
        """Return the paper with this id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[paper_id]

    def resolve(self, alias: str) -> PaperId | None:
        """Return the id of the paper known by this id or identifier, or None."""
        if alias in self._by_id:
            return self._by_id[alias].id
        return self.merged.get(alias)

    def in_topic(self, topic: str) -> tuple[Paper, ...]:
        """Return the topic's papers in the corpus's order; none for an unknown topic."""
        return self._by_topic.get(topic, ())

    def issues_with(self, paper_id: PaperId) -> tuple[Issue, ...]:
        """Return the issues that hold a paper, newest first."""
        return self._issues_of.get(paper_id, ())

    def topic_names(self, paper_id: PaperId) -> tuple[str, ...]:
        """Return the names of a paper's topics, primary first."""
        names = {topic.id: topic.name for topic in self.topics}
        return tuple(names[entry.topic] for entry in self.enrichments[paper_id].topics)
