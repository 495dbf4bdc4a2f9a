"""Papers as Markdown with YAML front matter, below each other in one file, to be edited by hand.

Everything is carried but where a paper was read. A line ``---`` inside an abstract is written
``***``, Markdown's other rule, since ``---`` begins the next paper.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

import yaml

from generator.model.dates import PartialDate
from generator.model.ids import SCHEMES, paper_id
from generator.model.paper import Author, Paper

_RULE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


def papers_markdown(papers: Iterable[Paper]) -> str:
    """Return the papers in their order; an empty text when there are none."""
    return "\n".join(_document(paper) for paper in papers)


def _document(paper: Paper) -> str:
    front_matter = yaml.safe_dump(
        _facts(paper), allow_unicode=True, sort_keys=False, default_flow_style=False, width=10_000
    )
    abstract = _RULE.sub("***", paper.abstract.strip())
    return f"---\n{front_matter}---\n{abstract}\n" if abstract else f"---\n{front_matter}---\n"


def _facts(paper: Paper) -> dict[str, object]:
    facts: dict[str, object] = {
        "id": paper.id if paper.id != _derived_id(paper) else None,
        "title": paper.title,
        "authors": [_author(author) for author in paper.authors],
        "published": _date(paper.published),
        "updated": _date(paper.updated),
        "venue": paper.venue,
        **_identifiers(paper),
        "categories": list(paper.categories),
        "keywords": list(paper.keywords),
        "topics": list(paper.topics),
        "links": [{"url": link.url, "kind": link.kind.value} for link in paper.links],
        "status": paper.status.value,
        "tldr": paper.tldr,
        "upvotes": paper.signals.upvotes,
        "stars": paper.signals.stars,
        "citations": paper.signals.citations,
        "redirect_from": list(paper.redirect_from),
        "draft": paper.draft or None,
    }
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _derived_id(paper: Paper) -> str:
    first = paper.authors[0].name if paper.authors else ""
    return paper_id(paper.title, first, paper.aliases)


def _author(author: Author) -> object:
    facts = {
        "name": author.name,
        "given": author.given,
        "family": author.family,
        "orcid": author.orcid,
        "affiliation": author.affiliation,
    }
    known = {name: value for name, value in facts.items() if value}
    return author.name if len(known) == 1 else known


def _date(date: PartialDate | None) -> object:
    """Return a date in the type that YAML writes without quotes."""
    if date is None:
        return None
    if date.day:
        return datetime.date(date.year, date.month, date.day)
    return str(date) if date.month else date.year


def _identifiers(paper: Paper) -> dict[str, object]:
    """Return the first identifier of each kind by its name, and the rest as aliases."""
    first = {scheme: paper.alias(scheme) for scheme in SCHEMES}
    named = {f"{scheme}:{value}" for scheme, value in first.items()}
    return {**first, "aliases": [alias for alias in paper.aliases if alias not in named]}
