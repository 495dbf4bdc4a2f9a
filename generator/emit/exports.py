"""The structured entries, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.config.schema import Config
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
    """Return ``{"papers": [...]}``, every paper or those of one topic or issue.

    Absent facts are null or empty. Papers of an issue stand in its order, others in the corpus's.
    """
    entries = [_entry(corpus, plan, config, p) for p in _chosen(corpus, topic, issue)]
    return json.dumps({"papers": entries}, ensure_ascii=False, indent=1) + "\n"


def _chosen(corpus: Corpus, topic: str | None, issue: str | None) -> Iterator[Paper]:
    allowed = None if topic is None else {paper.id for paper in corpus.in_topic(topic)}
    if issue is None:
        papers = iter(corpus.papers)
    else:
        picked = next(i.papers for i in corpus.issues if i.id == issue)
        papers = (corpus.paper(paper_id) for paper_id in dict.fromkeys(picked))
    return (paper for paper in papers if allowed is None or paper.id in allowed)


def _entry(corpus: Corpus, plan: SitePlan, config: Config, paper: Paper) -> dict[str, object]:
    url = plan.paper_urls[paper.id]
    names = {topic.id: topic.name for topic in corpus.topics}
    enrichment = corpus.enrichments[paper.id]
    signals = paper.signals
    return {
        "id": paper.id,
        "slug": url.removeprefix(urls.PAPERS).strip("/"),
        "url": urls.absolute(config.site.base_url, url) or url,
        "title": paper.title,
        "abstract": paper.abstract,
        "authors": [
            {
                "name": author.name,
                "given": author.given or None,
                "family": author.family or None,
                "orcid": author.orcid or None,
                "affiliation": author.affiliation or None,
            }
            for author in paper.authors
        ],
        "published": str(paper.published) if paper.published else None,
        "updated": str(paper.updated) if paper.updated else None,
        "venue": paper.venue or None,
        "issues": [issue.id for issue in corpus.issues_with(paper.id)],
        "categories": list(paper.categories),
        "keywords": list(paper.keywords),
        "arxiv_id": paper.alias("arxiv"),
        "doi": paper.alias("doi"),
        "links": [{"url": e.url, "kind": e.kind.value} for e in all_links(corpus, paper)],
        "topics": [{"slug": e.topic, "name": names[e.topic]} for e in enrichment.topics],
        "signals": {
            "upvotes": signals.upvotes,
            "stars": signals.stars,
            "citations": signals.citations,
        },
        "sources": [
            {"path": str(o.location.path), "line": o.location.line, "format": o.format}
            for o in paper.origins
        ],
    }
