"""The structured entries, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.config.schema import Config
from generator.emit.derived import derived_facts
from generator.emit.facts import paper_facts
from generator.model.corpus import Corpus
from generator.model.paper import Paper
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links


def papers_json(
    corpus: Corpus,
    plan: SitePlan,
    config: Config,
    *,
    topic: str | None = None,
    issue: str | None = None,
) -> str:
    """Return ``{"papers": [...], "regions": [...]}``: every paper, or those of one topic or issue.

    The regions are the labels of the topic map, with the topic's place among all papers.

    Absent facts are null or empty.
    """
    names = {topic.id: topic.name for topic in corpus.topics}
    slugs = {
        paper.id: plan.paper_urls[paper.id].removeprefix(urls.PAPERS).strip("/")
        for paper in corpus.papers
    }
    entries = [
        {
            **_published_facts(corpus, plan, config, paper),
            **derived_facts(corpus.enrichments[paper.id], names, slugs),
        }
        for paper in chosen_papers(corpus, topic=topic, issue=issue)
    ]
    regions = [
        {
            "slug": region.topic,
            "name": names[region.topic],
            "position": [region.centre.x, region.centre.y],
            "papers": region.papers,
        }
        for region in corpus.regions
    ]
    document = {"papers": entries, "regions": regions}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def chosen_papers(
    corpus: Corpus, *, topic: str | None = None, issue: str | None = None
) -> Iterator[Paper]:
    """Yield the papers of a topic, of an issue, of both, or all.

    Papers of an issue stand in its order, others in the corpus's.
    """
    allowed = None if topic is None else {paper.id for paper in corpus.in_topic(topic)}
    if issue is None:
        papers = iter(corpus.papers)
    else:
        picked = next(i.papers for i in corpus.issues if i.id == issue)
        papers = (corpus.paper(paper_id) for paper_id in dict.fromkeys(picked))
    return (paper for paper in papers if allowed is None or paper.id in allowed)


def _published_facts(
    corpus: Corpus, plan: SitePlan, config: Config, paper: Paper
) -> dict[str, object]:
    """Return what the sources say of a paper, and where the site shows it."""
    url = plan.paper_urls[paper.id]
    return {
        "id": paper.id,
        "slug": url.removeprefix(urls.PAPERS).strip("/"),
        "url": urls.absolute(config.site.base_url, url) or url,
        **paper_facts(paper),
        "issues": [issue.id for issue in corpus.issues_with(paper.id)],
        "links": [{"url": e.url, "kind": e.kind.value} for e in all_links(corpus, paper)],
    }
