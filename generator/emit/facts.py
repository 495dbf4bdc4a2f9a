"""What is known of a paper or a finding, as plain values for JSON."""

from __future__ import annotations

from generator.errors import Diagnostic
from generator.model.ids import doi
from generator.model.paper import Author, Paper

_ARXIV_DOIS = "doi.org/10.48550/arxiv."


def paper_facts(paper: Paper) -> dict[str, object]:
    """Return what the sources say of a paper, with the names that ``export`` promises.

    Absent facts are null or empty. What the site derives (topics, addresses) is not among them.
    """
    signals = paper.signals
    return {
        "id": paper.id,
        "title": paper.title,
        "abstract": paper.abstract,
        "authors": [_author_facts(author) for author in paper.authors],
        "published": str(paper.published) if paper.published else None,
        "updated": str(paper.updated) if paper.updated else None,
        "venue": paper.venue or None,
        "categories": list(paper.categories),
        "keywords": list(paper.keywords),
        "arxiv_id": paper.alias("arxiv"),
        "doi": paper.alias("doi") or _arxiv_doi(paper),
        "aliases": list(paper.aliases),
        "status": paper.status.value or None,
        "links": [{"url": link.url, "kind": link.kind.value} for link in paper.links],
        "signals": {
            "upvotes": signals.upvotes,
            "stars": signals.stars,
            "citations": signals.citations,
        },
        "sources": [
            {
                "path": str(origin.location.path),
                "line": origin.location.line,
                "format": origin.format,
                "label": origin.label or None,
            }
            for origin in paper.origins
        ],
    }


def _arxiv_doi(paper: Paper) -> str | None:
    """Return the DOI that arXiv gave the paper, if a source links to it.

    Among the aliases it counts as the arXiv id (https://info.arxiv.org/help/doi.html).
    """
    stated = (doi(link.url) for link in paper.links if _ARXIV_DOIS in link.url.lower())
    return next((name for name in stated if name), None)


def _author_facts(author: Author) -> dict[str, str | None]:
    return {
        "name": author.name,
        "given": author.given or None,
        "family": author.family or None,
        "orcid": author.orcid or None,
        "affiliation": author.affiliation or None,
    }


def diagnostic_facts(diagnostic: Diagnostic) -> dict[str, object]:
    """Return a finding; path, line and hint are null when it has none."""
    place = diagnostic.location
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "path": str(place.path) if place else None,
        "line": place.line if place else None,
        "hint": diagnostic.hint or None,
    }
