r"""Papers as BibTeX, which BibLaTeX reads as well.

What BibTeX has no fields for stands in fields of our own, which others pass over: ``categories``,
``identifiers``, ``tldr``, ``updated``, and one for each kind of link. Not carried: ORCID iDs and
affiliations, signals, a printed name that differs from "given family", line ends inside a
paragraph. What looks like HTML in a text is read back as HTML.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.emit.publication import Publication, publication
from generator.model.ids import identifiers
from generator.model.paper import Author, Link, LinkKind, Paper
from generator.text.names import is_suffix, parse_name
from generator.text.plain import flowing
from generator.text.slug import slugify
from generator.text.tex_escape import escaped

_TYPES = {
    Publication.PREPRINT: "misc",
    Publication.CONFERENCE: "inproceedings",
    Publication.JOURNAL: "article",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLASS = re.compile(r"[a-z-]+(?:\.[A-Za-z-]+)?")
_AMBIGUOUS = re.compile(r"[,;{}]|\band\b", re.IGNORECASE)
_UNSAFE_IN_URL = {char: f"%{ord(char):02X}" for char in '{}\\"<>|^`'}
_SMALL_WORDS = frozenset({"a", "an", "the", "on", "of", "in", "for", "to", "and", "is", "are"})


def papers_bibtex(papers: Iterable[Paper]) -> str:
    """Return the papers as entries in their order, each with a key of its own."""
    papers = tuple(papers)
    keys = _keys(papers)
    return "\n".join(_entry(paper, key) for paper, key in zip(papers, keys, strict=True))


def _keys(papers: tuple[Paper, ...]) -> list[str]:
    """Return a key for each paper: family name, year, first word; the same in every export.

    Papers that would share one get a mark made of their id.
    """
    plain = [_key(paper) for paper in papers]
    counts = Counter(plain)
    return [
        key if counts[key] == 1 else f"{key}-{hashlib.sha256(paper.id.encode()).hexdigest()[:6]}"
        for key, paper in zip(plain, papers, strict=True)
    ]


def _key(paper: Paper) -> str:
    first = paper.authors[0] if paper.authors else Author(name="anonymous")
    family = slugify(first.family or first.name.split()[-1]).replace("-", "") or "paper"
    words = [word for word in slugify(paper.title).split("-") if word not in _SMALL_WORDS]
    year = str(paper.published.year) if paper.published else ""
    return f"{family}{year}{words[0] if words else ''}"


def _entry(paper: Paper, key: str) -> str:
    kind = publication(paper)
    lines = [f"@{_TYPES[kind]}{{{key},\n"]
    lines += [f"  {name} = {value},\n" for name, value in _fields(paper, kind)]
    return "".join((*lines, "}\n"))


def _fields(paper: Paper, kind: Publication) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escaped(paper.title, keep_case=True)}}}"
    texts = {
        "author": " and ".join(_name(author) for author in paper.authors),
        "booktitle" if kind is Publication.CONFERENCE else "journal": escaped(paper.venue),
        "year": f"{paper.published.year:04}" if paper.published else "",
    }
    yield from _filled(texts)
    if paper.published and paper.published.month:
        yield "month", _MONTHS[paper.published.month - 1]
    if paper.published and paper.published.day:
        yield "day", f"{{{paper.published.day}}}"
    yield from _filled(dict(_identifier_fields(paper)))
    yield from _filled(dict(_link_fields(paper.links)))
    yield from _filled(
        {
            "updated": str(paper.updated) if paper.updated else "",
            "keywords": _listed(paper.keywords),
            "pubstate": paper.status.value,
            "abstract": "\n\n  ".join(
                escaped(part) for part in flowing(paper.abstract).split("\n\n")
            ),
            "tldr": escaped(paper.tldr),
        }
    )


def _filled(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, f"{{{text}}}") for name, text in texts.items() if text)


def _name(author: Author) -> str:
    """Return a name in the form that gives the same parts back."""
    if author.given and author.family:
        *others, last = author.family.split()
        family = " ".join(others) if others and is_suffix(last) else author.family
        suffix = last if family != author.family else ""
        return ", ".join(_part(part) for part in (family, suffix, author.given) if part)
    is_plain = parse_name(author.name).family == "" and not _AMBIGUOUS.search(author.name)
    text = escaped(author.name)
    return text if is_plain and " " in text and text.lower() != "others" else f"{{{text}}}"


def _part(text: str) -> str:
    is_plain = not _AMBIGUOUS.search(text)
    return escaped(text) if is_plain else f"{{{escaped(text)}}}"


def _identifier_fields(paper: Paper) -> Iterator[tuple[str, str]]:
    arxiv, doi, pmid = (paper.alias(scheme) for scheme in ("arxiv", "doi", "pmid"))
    categories = paper.categories
    if arxiv:
        yield "eprint", arxiv
        yield "archivePrefix", "arXiv"
        if categories and _CLASS.fullmatch(categories[0]):
            yield "primaryClass", categories[0]
            categories = categories[1:]
    yield "categories", _listed(categories)
    yield "doi", (doi or "").replace("{", r"\{").replace("}", r"\}")
    yield "pmid", pmid or ""
    stated = {f"arxiv:{arxiv}", f"doi:{doi}", f"pmid:{pmid}"}
    stated.update(name for link in paper.links for name in identifiers(link.url))
    yield "identifiers", ", ".join(alias for alias in paper.aliases if alias not in stated)


def _link_fields(links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """Yield the first page of the paper as ``url``, all else under the name of its kind."""
    links = list(links)
    page = next((link for link in links if link.kind is LinkKind.PAPER), None)
    if page:
        yield "url", _address(page.url)
    for kind in LinkKind:
        urls = [_address(link.url) for link in links if link.kind is kind and link is not page]
        yield kind.value, " ".join(urls)


def _address(url: str) -> str:
    return "".join(_UNSAFE_IN_URL.get(char, char) for char in url)


def _listed(words: Iterable[str]) -> str:
    """Return a list for a field; semicolons part it where commas stand inside its words."""
    words = [escaped(word) for word in words]
    if any("," in word for word in words):
        return "; ".join(words) + ("" if len(words) > 1 else ";")
    return ", ".join(words)
