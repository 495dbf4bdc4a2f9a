"""A paper as an item of the Citation Style Language.

Variables: https://docs.citationstyles.org/en/stable/specification.html.
"""

from __future__ import annotations

from generator.model.dates import PartialDate
from generator.model.paper import Author, LinkKind, Paper
from generator.plan.publication import Publication, publication

_TYPES = {
    Publication.PREPRINT: "article",
    Publication.CONFERENCE: "paper-conference",
    Publication.JOURNAL: "article-journal",
}


def csl_item(paper: Paper, *, custom: bool = True) -> dict[str, object]:
    """Return one item; without ``custom`` only what CSL has a variable for."""
    kind = publication(paper)
    arxiv = paper.alias("arxiv")
    is_preprint = kind is Publication.PREPRINT
    page = next((link.url for link in paper.links if link.kind is LinkKind.PAPER), "")
    entry: dict[str, object] = {
        "id": paper.id,
        "type": _TYPES[kind],
        "genre": "Preprint" if is_preprint else "",
        "title": paper.title,
        "author": [_person(author) for author in paper.authors],
        "issued": _date(paper.published),
        "container-title": paper.venue,
        "publisher": "arXiv" if is_preprint and arxiv else "",
        "number": f"arXiv:{arxiv}" if arxiv else "",
        "DOI": paper.alias("doi"),
        "PMID": paper.alias("pmid"),
        "URL": page,
        "keyword": "; ".join(paper.keywords),
        "status": paper.status.value,
        "abstract": paper.abstract,
        "custom": _custom(paper) if custom else {},
    }
    return {name: value for name, value in entry.items() if value}


def _person(author: Author) -> dict[str, object]:
    if author.given and author.family:
        names: dict[str, object] = {"family": author.family, "given": author.given}
        if author.name != f"{author.given} {author.family}":
            names["literal"] = author.name
    else:
        names = {"literal": author.name}
    if author.orcid:
        names["ORCID"] = f"https://orcid.org/{author.orcid}"
    if author.affiliation:
        names["affiliation"] = [{"name": author.affiliation}]
    return names


def _date(date: PartialDate | None) -> dict[str, object]:
    if date is None:
        return {}
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}


def _custom(paper: Paper) -> dict[str, object]:
    facts: dict[str, object] = {
        "aliases": list(paper.aliases),
        "categories": list(paper.categories),
        "keywords": list(paper.keywords),
        "links": [{"url": link.url, "kind": link.kind.value} for link in paper.links],
        "tldr": paper.tldr,
        "updated": str(paper.updated) if paper.updated else "",
    }
    return {name: value for name, value in facts.items() if value}
