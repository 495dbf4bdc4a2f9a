"""What reference managers and search engines read on a paper's page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from markupsafe import Markup

from generator.model.dates import PartialDate
from generator.model.paper import Author, Paper
from generator.plan import urls
from generator.plan.parts import PageHead, SiteView
from generator.plan.publication import Publication, publication
from generator.text.plain import readable

_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def citation_tags(paper: Paper, canonical: str) -> tuple[tuple[str, str], ...]:
    """Return name and content of a paper's meta tags; what is unknown is left out.

    The ``citation_`` names are those of https://scholar.google.com/intl/en/scholar/inclusion.html;
    ``DC.type`` makes Zotero save a preprint where the paper is one.
    """
    return tuple((name, content) for name, content in _tags(paper, canonical) if content)


def _tags(paper: Paper, canonical: str) -> Iterator[tuple[str, str]]:
    arxiv, doi = paper.alias("arxiv"), paper.alias("doi")
    yield "citation_title", readable(paper.title)
    for author in paper.authors:
        yield "citation_author", author.name
        yield "citation_author_institution", author.affiliation
        yield "citation_author_orcid", author.orcid
    if paper.published:
        yield "citation_publication_date", _slashed(paper.published)
    yield "citation_abstract_html_url", canonical
    kind = publication(paper)
    if kind is not Publication.PREPRINT:
        is_journal = kind is Publication.JOURNAL
        yield "citation_journal_title" if is_journal else "citation_conference_title", paper.venue
    yield "citation_arxiv_id", arxiv or ""
    yield "citation_doi", doi or ""
    yield "citation_keywords", "; ".join(paper.keywords)
    if kind is Publication.PREPRINT:
        yield "DC.type", "preprint"


def _slashed(date: PartialDate) -> str:
    return str(date).replace("-", "/")


def structured_data(paper: Paper, head: PageHead, site: SiteView) -> Markup:
    """Return the page's JSON-LD (https://schema.org/ScholarlyArticle), safe inside ``<script>``."""
    article: dict[str, object] = {
        "@type": "ScholarlyArticle",
        "headline": head.title,
        "description": head.description,
        "inLanguage": site.papers_language,
        "author": [_person(author) for author in paper.authors],
        "datePublished": str(paper.published) if paper.published else "",
        "dateModified": str(paper.updated) if paper.updated else "",
        "url": head.canonical,
        "sameAs": [link.url for link in paper.links],
        "keywords": list(paper.keywords),
    }
    if doi := paper.alias("doi"):
        article["identifier"] = {"@type": "PropertyValue", "propertyID": "DOI", "value": doi}
    graph: list[object] = [{key: value for key, value in article.items() if value}]
    if site.base_url:
        graph.append(_breadcrumbs(head, site.base_url))
    return _script(graph)


def _person(author: Author) -> dict[str, object]:
    person: dict[str, object] = {"@type": "Person", "name": author.name}
    if author.orcid:
        person["sameAs"] = f"https://orcid.org/{author.orcid}"
    if author.affiliation:
        person["affiliation"] = {"@type": "Organization", "name": author.affiliation}
    return person


def collection_data(head: PageHead, site: SiteView) -> Markup:
    """Return the JSON-LD of a page that lists papers (https://schema.org/CollectionPage)."""
    page: dict[str, object] = {
        "@type": "CollectionPage",
        "name": head.title or site.title,
        "description": head.description,
        "inLanguage": site.language,
        "url": head.canonical,
        "isPartOf": {"@type": "WebSite", "name": site.title, "url": site.base_url},
    }
    graph: list[object] = [{key: value for key, value in page.items() if value}]
    if head.trail:
        graph.append(_breadcrumbs(head, site.base_url))
    return _script(graph)


def _script(graph: list[object]) -> Markup:
    text = _JSON.encode({"@context": "https://schema.org", "@graph": graph})
    safe = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)  # noqa: S704 (escaped above)


def _breadcrumbs(head: PageHead, base_url: str) -> dict[str, object]:
    rows = [(link.label, urls.absolute(base_url, link.url)) for link in head.trail]
    rows.append((head.title, head.canonical))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(rows, start=1)
        ],
    }
