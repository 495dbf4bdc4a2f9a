r"""Papers as BibTeX, which BibLaTeX reads as well.

What BibTeX has no fields for stands in fields of our own, which others pass over: ``categories``,
``identifiers``, ``tldr``, ``updated``, and one for each kind of link. Not carried: ORCID iDs and
affiliations, signals, a printed name that differs from "given family", line ends inside a
paragraph. What looks like HTML in a text is read back as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.emit.citation_keys import citation_keys
from generator.model.ids import identifiers
from generator.model.paper import Author, Link, LinkKind, Paper, PaperId
from generator.plan.publication import Publication, publication
from generator.text.names import is_suffix, parse_name
from generator.text.plain import flowing
from generator.text.tex_escape import escaped

_TYPES = {
    Publication.PREPRINT: "misc",
    Publication.CONFERENCE: "inproceedings",
    Publication.JOURNAL: "article",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLASS = re.compile(r"[a-z-]+(?:\.[A-Za-z-]+)?")
_AMBIGUOUS = re.compile(r"[,;{}]|\band\b", re.IGNORECASE)
_UNSAFE_IN_URL = str.maketrans({char: f"%{ord(char):02X}" for char in '{}\\"<>|^`'})
# Nearly all names: capital words, without what TeX or BibTeX would read as anything else.
_PLAIN_NAME = re.compile(
    r"(?!.*\b[Aa][Nn][Dd]\b)[^\W\d_a-z][^\W_]*\.?(?:[ -][^\W\d_a-z][^\W_]*\.?)* [^\W\d_a-z][^\W_]*"
).fullmatch
_COLLECTIVE = re.compile(
    r"^the |\b(?:group|team|consortium|collaboration|project|initiative|community|committee)$",
    re.IGNORECASE,
)
_LINK_FIELDS = ("url", *LinkKind)


def papers_bibtex(papers: Iterable[Paper], keys: Mapping[PaperId, str] | None = None) -> str:
    """Return the papers as entries in their order.

    Args:
        papers: Any number.
        keys: Those of the whole corpus; None makes keys for these papers alone.
    """
    papers = tuple(papers)
    keys = citation_keys(papers) if keys is None else keys
    return "\n".join(bibtex_entry(paper, keys[paper.id]) for paper in papers)


def bibtex_entry(paper: Paper, key: str) -> str:
    """Return one entry."""
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
    if _COLLECTIVE.search(author.name):
        return f"{{{escaped(author.name)}}}"
    if _PLAIN_NAME(author.name):
        return author.name
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


def _link_fields(links: Iterable[Link]) -> Iterable[tuple[str, str]]:
    """Return the first page of the paper as ``url``, all else under the name of its kind."""
    addresses: dict[str, list[str]] = {}
    for link in links:
        is_page = link.kind is LinkKind.PAPER and "url" not in addresses
        addresses.setdefault("url" if is_page else link.kind.value, []).append(_address(link.url))
    return ((name, " ".join(addresses[name])) for name in _LINK_FIELDS if name in addresses)


def _address(url: str) -> str:
    return url.translate(_UNSAFE_IN_URL)


def _listed(words: Iterable[str]) -> str:
    """Return a list for a field; semicolons part it where commas stand inside its words."""
    words = [escaped(word) for word in words]
    if any("," in word for word in words):
        return "; ".join(words) + ("" if len(words) > 1 else ";")
    return ", ".join(words)
