"""The site's records as JSON under ``/api/v1/``, in parts of bounded size, with a schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.parts import split
from generator.model.corpus import Corpus
from generator.model.enrichment import Enrichment, Release
from generator.model.issue import Issue
from generator.model.paper import Author, Paper
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links
from generator.text.plain import shown

MAX_BYTES = 1_500_000
"""Of one part: what a browser reads in a moment."""

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":")
)  # dumps would make one a call


def emit_api(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the index, the schema, and the parts of papers, topics and issues."""
    kinds = {
        "papers": _papers(corpus, plan, config),
        "topics": _topics(corpus, plan, config),
        "issues": _issues(corpus, plan, config),
    }
    index: dict[str, object] = {
        "version": 1,
        "title": config.site.title,
        "url": config.site.base_url or None,
        "updated": plan.updated.isoformat() if plan.updated else None,
        "schema": "schema.json",
    }
    for kind, records in kinds.items():
        parts = split([_json(record) for record in records], MAX_BYTES)
        names = [f"{kind}-{number}.json" for number in range(1, len(parts) + 1)]
        index[kind] = [
            {"url": name, "count": len(part)} for name, part in zip(names, parts, strict=True)
        ]
        for name, part in zip(names, parts, strict=True):
            rows = ",\n".join(part)
            yield _file(name, f'{{"version":1,"{kind}":[\n{rows}\n]}}\n')
    yield _file("index.json", _json(index) + "\n")
    yield _file(
        "schema.json", files("generator").joinpath("schemas", "api.json").read_text("utf-8")
    )


def _papers(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[dict[str, object]]:
    names = {topic.id: topic.name for topic in corpus.topics}
    for paper in corpus.papers:
        enrichment = corpus.enrichments[paper.id]
        url = _address(config, plan.paper_urls[paper.id])
        stated = _stated(corpus, paper)
        facts = {"id": paper.id, "url": url, **stated, **_derived(enrichment, names)}
        yield {name: value for name, value in facts.items() if value}


def _stated(corpus: Corpus, paper: Paper) -> dict[str, object]:
    """Return what the sources say; names are those that ``export --format json`` has."""
    signals = paper.signals
    counts = {
        "upvotes": signals.upvotes,
        "stars": signals.stars,
        "citations": signals.citations,
    }
    return {
        "title": paper.title,
        "abstract": paper.abstract,
        "authors": [_author(author) for author in paper.authors],
        "published": str(paper.published) if paper.published else None,
        "updated": str(paper.updated) if paper.updated else None,
        "venue": paper.venue,
        "status": paper.status.value,
        "categories": paper.categories,
        "keywords": paper.keywords,
        "arxiv_id": paper.alias("arxiv"),
        "doi": paper.alias("doi"),
        "issues": [issue.id for issue in corpus.issues_with(paper.id)],
        "links": [{"url": link.url, "kind": link.kind} for link in all_links(corpus, paper)],
        "signals": {name: count for name, count in counts.items() if count is not None},
    }


def _author(author: Author) -> dict[str, str]:
    if not (author.family or author.orcid or author.affiliation):
        return {"name": author.name}
    facts = {
        "name": author.name,
        "given": author.given,
        "family": author.family,
        "orcid": author.orcid,
        "affiliation": author.affiliation,
    }
    return {name: value for name, value in facts.items() if value}


def _derived(enrichment: Enrichment, names: Mapping[str, str]) -> dict[str, object]:
    """Return what the site found out, likewise."""
    facts, new, found = enrichment.facts, enrichment.contribution, enrichment.result
    tldr = {
        "contribution": new.text if new else "",
        "result": found.text if found else "",
        "origin": new.origin if new else "",
    }
    return {
        "topics": [
            {"slug": entry.topic, "name": names[entry.topic]} for entry in enrichment.topics
        ],
        "tldr": {name: value for name, value in tldr.items() if value},
        "system_name": facts.system.text if facts.system else None,
        "acronym_expansion": facts.expansion.text if facts.expansion else None,
        "headline_result": [fact.text for fact in facts.headline],
        "datasets_or_benchmarks": [fact.text for fact in facts.benchmarks],
        "released": facts.released if facts.released is not Release.NO else None,
        "related": [related.paper for related in enrichment.related],
    }


def _topics(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[dict[str, object]]:
    for topic in corpus.topics:
        yield _known(
            {
                "id": topic.id,
                "name": topic.name,
                "description": topic.description,
                "parent": topic.parent,
                "url": _address(config, plan.topic_urls[topic.id]),
                "count": len(corpus.in_topic(topic.id)),
            }
        )


def _issues(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[dict[str, object]]:
    for issue in corpus.issues:
        yield _known(
            {
                "id": issue.id,
                "date": issue.date.isoformat(),
                "title": issue.title,
                "curator": issue.curator,
                "introduction": issue.introduction,
                "url": _address(config, plan.issue_urls[issue.id]),
                "sections": _sections(issue),
            }
        )


def _sections(issue: Issue) -> Sequence[dict[str, object]]:
    return [
        _known(
            {
                "title": section.title,
                "picks": [
                    _known({"paper": pick.paper, "note": pick.note}) for pick in section.picks
                ],
            }
        )
        for section in issue.sections
    ]


def _known(facts: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if value}


def _address(config: Config, url: str) -> str:
    return config.site.base_url + urls.encoded(url)


def _json(record: dict[str, object]) -> str:
    return shown(_ENCODER.encode(record))


def _file(name: str, text: str) -> Artifact:
    body = text.encode("utf-8", "backslashreplace")
    return Artifact(path=urls.API + name, body=body, media_type="application/json", origin="API")
