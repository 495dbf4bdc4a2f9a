"""Everything that is derived about the papers beside their topics, put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.config.schema import Config
from generator.curate.facts import find_facts
from generator.curate.links import find_links
from generator.curate.related import find_related
from generator.curate.tldr import choose_statements
from generator.curate.vectors import paper_vectors
from generator.model.enrichment import Enrichment, TopicScore
from generator.model.paper import Paper, PaperId


def derive(
    papers: Sequence[Paper], topics: Mapping[PaperId, tuple[TopicScore, ...]], config: Config
) -> dict[PaperId, Enrichment]:
    """Return an enrichment for each paper.

    Statements, links and facts come from each paper alone; related papers from all of them.

    Args:
        papers: All of the corpus.
        topics: Of each paper, primary first.
        config: The site's settings.
    """
    links = {paper.id: find_links(paper) for paper in papers}
    facts = {paper.id: find_facts(paper, links=links[paper.id]) for paper in papers}
    statements = choose_statements(papers)
    related = find_related(
        papers, paper_vectors(papers), config.related, topics=topics, facts=facts
    )
    return {
        paper.id: Enrichment(
            topics=topics[paper.id],
            links=links[paper.id],
            contribution=statements[paper.id][0],
            result=statements[paper.id][1],
            facts=facts[paper.id],
            related=related[paper.id],
        )
        for paper in papers
    }
