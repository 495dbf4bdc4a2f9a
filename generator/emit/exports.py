"""The structured entries, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.config.schema import Config
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
    """Return ``{"papers": [...]}``, every paper or those of one topic or issue.

    Absent facts are null or empty.
    """
    entries = [
        _entry(corpus, plan, config, p) for p in chosen_papers(corpus, topic=topic, issue=issue)
    ]
    return json.dumps({"papers": entries}, ensure_ascii=False, indent=1) + "\n"


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


def _entry(corpus: Corpus, plan: SitePlan, config: Config, paper: Paper) -> dict[str, object]:
    url = plan.paper_urls[paper.id]
    names = {topic.id: topic.name for topic in corpus.topics}
    enrichment = corpus.enrichments[paper.id]
    return {
        "id": paper.id,
        "slug": url.removeprefix(urls.PAPERS).strip("/"),
        "url": urls.absolute(config.site.base_url, url) or url,
        **paper_facts(paper),
        "issues": [issue.id for issue in corpus.issues_with(paper.id)],
        "links": [{"url": e.url, "kind": e.kind.value} for e in all_links(corpus, paper)],
        "topics": [{"slug": e.topic, "name": names[e.topic]} for e in enrichment.topics],
    }
