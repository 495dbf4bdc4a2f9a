"""Builds a paper from the keys of a mapping, whatever file the mapping is from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.config.suggest import did_you_mean
from generator.model.ids import SCHEMES, arxiv_id, doi, identifiers, paper_id
from generator.model.paper import Author, Link, LinkKind, Origin, Paper, PaperId, Signals, Status
from generator.sources.fields import Fields
from generator.sources.link_kinds import STATED, is_web_address, link_to
from generator.text.yaml_lines import YamlMapping, YamlText

_ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
_PLAIN = {
    "openreview": re.compile(r"[\w-]+"),
    "acl": re.compile(r"[A-Z]\d{2}-\d{4,5}|\d{4}\.[\w-]+\.\d+"),
    "pmid": re.compile(r"\d+"),
    "s2": re.compile(r"[0-9a-f]{40}"),
    "openalex": re.compile(r"W\d+"),
}


def read_paper(fields: Fields, abstract: str, origin: Origin) -> Paper | None:
    """Return the paper that the keys describe; None, with an error, when it has no title."""
    title = fields.text("title")
    authors = tuple(_authors(fields))
    links = tuple(_links(fields))
    aliases = tuple(dict.fromkeys((*_aliases(fields), *_aliases_of(links))))
    stated_id = _stated_id(fields)
    if not title:
        fields.findings.error(
            "S048", fields.line_of("title"), "the paper has no title", "add the line title: …"
        )
    paper = Paper(
        id=stated_id or paper_id(title, authors[0].name if authors else "", aliases),
        title=title,
        abstract=abstract,
        authors=authors,
        published=fields.partial_date("published"),
        updated=fields.partial_date("updated"),
        venue=fields.text("venue"),
        categories=fields.texts("categories"),
        keywords=fields.texts("keywords"),
        topics=fields.texts("topics"),
        links=links,
        aliases=aliases,
        tldr=fields.text("tldr"),
        status=_status(fields),
        signals=Signals(
            upvotes=fields.count("upvotes"),
            stars=fields.count("stars"),
            citations=fields.count("citations"),
        ),
        origins=(origin,),
        redirect_from=tuple(_redirects(fields)),
        draft=fields.flag("draft"),
    )
    return paper if title else None


def _status(fields: Fields) -> Status:
    found = fields.scalar("status")
    if found is None:
        return Status.UNKNOWN
    try:
        return Status(found.text.strip().lower())
    except ValueError:
        known = [status.value for status in Status if status]
        hint = did_you_mean(found.text, known)
        fields.findings.error("S045", found.line, f"unknown status {found.text!r}", hint)
        return Status.UNKNOWN


def _authors(fields: Fields) -> Iterator[Author]:
    for node in fields.entries("authors"):
        if isinstance(node, YamlMapping):
            author = _author(Fields(node, fields.findings))
            if author:
                yield author
        elif (found := fields.as_text("authors", node)) and found.text.strip():
            yield Author(name=" ".join(found.text.split()))


def _author(fields: Fields) -> Author | None:
    given, family = fields.text("given"), fields.text("family")
    name = fields.text("name") or f"{given} {family}".strip()
    affiliation, orcid = fields.text("affiliation"), fields.text("orcid")
    match = _ORCID.fullmatch(orcid)
    if orcid and not match:
        message = f"orcid is no ORCID iD: {orcid!r}"
        hint = "write it like 0000-0002-1825-0097"
        fields.findings.error("S049", fields.line_of("orcid"), message, hint)
    fields.report_unknown()
    if not name:
        fields.findings.error("S048", fields.line, "the author has no name", "add name: …")
        return None
    return Author(
        name=name,
        given=given,
        family=family,
        orcid=match[1] if match else "",
        affiliation=affiliation,
    )


def _links(fields: Fields) -> Iterator[Link]:
    for node in fields.entries("links"):
        if isinstance(node, YamlMapping):
            inner = Fields(node, fields.findings)
            url, kind = inner.scalar("url"), inner.scalar("kind")
            inner.report_unknown()
            if url is None:
                fields.findings.error("S048", node.line, "the link has no url", "add url: …")
        else:
            url, kind = fields.as_text("links", node), None
        if url is None:
            continue
        if not is_web_address(url.text):
            message = f"not a web address: {url.text!r}"
            hint = "a link begins with https:// or http://"
            fields.findings.error("S047", url.line, message, hint)
            continue
        yield _link(fields, url.text, kind)


def _link(fields: Fields, url: str, kind: YamlText | None) -> Link:
    if kind is None or kind.is_null:
        return link_to(url)
    try:
        return Link(url=url, kind=LinkKind(kind.text))
    except ValueError:
        hint = did_you_mean(kind.text, list(LinkKind))
        fields.findings.error("S045", kind.line, f"unknown kind of link {kind.text!r}", hint)
        return link_to(url)


def _aliases_of(links: tuple[Link, ...]) -> Iterator[str]:
    for link in links:
        if link.kind in STATED:
            yield from identifiers(link.url)


def _aliases(fields: Fields) -> Iterator[str]:
    for scheme in SCHEMES:
        for found in fields.scalars(scheme):
            value = _value(scheme, found.text.strip())
            if value:
                yield f"{scheme}:{value}"
            else:
                message = f"{scheme} is no identifier of this kind: {found.text!r}"
                fields.findings.error("S049", found.line, message)
    for found in fields.scalars("aliases"):
        names = canonical(found.text)
        yield from names
        if not names:
            message = f"no identifier that is understood: {found.text!r}"
            hint = f"write it like arxiv:2402.12345; known are {', '.join(SCHEMES)}"
            fields.findings.error("S049", found.line, message, hint)


def canonical(text: str) -> tuple[str, ...]:
    """Return the canonical identifiers that a text states, in whatever form; often just one."""
    text = text.strip()
    if found := identifiers(text):
        return found
    scheme, _, rest = text.partition(":")
    value = _value(scheme.lower(), rest.strip()) if scheme.lower() in SCHEMES else None
    return (f"{scheme.lower()}:{value}",) if value else ()


def _value(scheme: str, text: str) -> str | None:
    if scheme == "arxiv":
        return arxiv_id(text)
    if scheme == "doi":
        return doi(text)
    prefix = f"{scheme}:"
    for name in identifiers(text):
        if name.startswith(prefix):
            return name.removeprefix(prefix)
    plain = text.removeprefix(prefix).strip()
    return plain if _PLAIN[scheme].fullmatch(plain) else None


def _stated_id(fields: Fields) -> PaperId | None:
    found = fields.scalar("id")
    if found is None:
        return None
    if not found.text or not found.text.isprintable() or " " in found.text or len(found.text) > 200:
        message = f"an id has no blanks and at most 200 characters: {found.text[:60]!r}"
        fields.findings.error("S049", found.line, message)
        return None
    return PaperId((canonical(found.text) or (found.text,))[0])


def _redirects(fields: Fields) -> Iterator[str]:
    for found in fields.scalars("redirect_from"):
        path = found.text.strip()
        if "//" in path or "\\" in path or ".." in path.split("/") or not path.isprintable():
            message = f"redirect_from is no path of this site: {path!r}"
            hint = "write a path such as /papers/old-name/"
            fields.findings.error("S047", found.line, message, hint)
        else:
            yield path
