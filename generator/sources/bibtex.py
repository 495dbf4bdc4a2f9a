"""The reader of BibTeX and BibLaTeX.

Fields: "BibTeXing" (O. Patashnik, 1988), the manual of biblatex, arXiv's ``eprint``
(https://info.arxiv.org/help/hypertex/bibstyles/), and what JabRef, Zotero, OpenReview, PMLR and
DBLP add. Editors are no authors. A ``subtitle`` counts where biblatex would print it: in entries
that use biblatex's own fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.model.dates import PartialDate
from generator.model.paper import Author, Link, LinkKind, Status
from generator.sources.bibtex_entries import BibEntry, BibParser
from generator.sources.bibtex_inheritance import with_inherited
from generator.sources.bibtex_names import bibtex_authors, has_comma_list
from generator.sources.citation_fields import (
    Venue,
    doi_in,
    keywords_in,
    labels_in,
    links_in,
    page_link,
    venue_named,
)
from generator.sources.fields import Findings
from generator.sources.link_kinds import is_web_address
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.submission_status import status_named, status_of_title
from generator.sources.written_dates import join_date, read_date
from generator.text.bibtex import text_of_bibtex

_NAME = "bibtex"
_SUFFIXES = frozenset({".bib", ".bibtex", ".biblatex"})
_HEAD = 65_536
_SHOWN = 20
_ENTRY = re.compile(
    r"^[ \t]*@(?!comment|preamble|string)[a-z]\w*\s*[{(]\s*[^\s,={}]*\s*(?:,|[\w-]+\s*=)",
    re.MULTILINE | re.IGNORECASE,
)
_OPENING = re.compile(r"(?:\s|%[^\n]*\n)*@[A-Za-z]\w*\s*[{(]")
_NO_PAPER = frozenset({"xdata", "set", "control", "ieeetranbstctl", "bibnote", "customa"})
_MACROS = {
    name: name.capitalize()
    for name in (
        *("jan", "feb", "mar", "apr", "may", "jun"),
        *("jul", "aug", "sep", "oct", "nov", "dec"),
    )
}
_BIBLATEX_ONLY = frozenset({"date", "journaltitle", "eventdate", "langid", "subtitleaddon"})
_TITLES = ("title", "shorttitle", "maintitle")
_WHOLE_BOOKS = frozenset({"book", "mvbook", "collection", "proceedings", "mvproceedings"})
_VENUES = ("journaltitle", "journal", "booktitle", "eventtitle", "school", "institution")
_LINK_KINDS = {
    **{kind.value: kind for kind in LinkKind},
    "software": LinkKind.CODE,
    "github": LinkKind.CODE,
    "dataset": LinkKind.DATA,
}
_ADDRESS = re.compile(r"https?://[^\s{}\"<>|]+")
_ESCAPED = re.compile(r"\\([_#&%~$])|\{([_#&%~$]|\\_)\}")
_HEADING = re.compile(r"Abstract(?:[:.\u2014\u2013-]? ?[\u2000-\u200a]|[:.\u2014\u2013]\s|\n\n)\s*")
_FULL_STATUS = re.compile(
    r"(?:under review|rejected|withdrawn|retracted|accepted|published)[\w .-]{0,30}", re.IGNORECASE
)


class Bibtex:
    """Reads every entry that is a work, in whatever state its neighbours are."""

    name = _NAME
    about = "BibTeX and BibLaTeX, with strings, cross-references and TeX accents"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the file begins with an entry, or is called ``.bib`` and holds one."""
        head = seed.text[:_HEAD]
        if seed.path.suffix.lower() in _SUFFIXES:
            return "@" in head
        return bool(_OPENING.match(head) and _ENTRY.search(head))

    def read(self, seed: Seed) -> Reading:
        """Return the entries of the file."""
        findings = Findings(seed)
        entries = BibParser(seed.text, findings, _MACROS).entries()
        _report_repeated(entries, findings)
        records = [
            _record(entry, findings)
            for entry in with_inherited(entries, findings)
            if entry.type not in _NO_PAPER
        ]
        if not entries:
            findings.warning("S110", 1, "no entry was found", "an entry looks like @article{key,")
        return gather(records, seed, _NAME, findings.diagnostics)


def _report_repeated(entries: list[BibEntry], findings: Findings) -> None:
    first: dict[str, int] = {}
    repeated = [
        entry
        for entry in entries
        if entry.key and first.setdefault(entry.key, entry.line) != entry.line
    ]
    for entry in repeated[:_SHOWN]:
        message = f"the key {entry.key!r} stands in line {first[entry.key]} too; both are read"
        findings.note("S103", entry.line, message, "rename one, or delete it")
    if len(repeated) > _SHOWN:
        line, count = repeated[_SHOWN].line, len(repeated) - _SHOWN
        findings.note("S103", line, f"{count} more entries repeat the key of another")


def _record(entry: BibEntry, findings: Findings) -> Record:
    fields = entry.fields
    title = _title(entry)
    author = fields.get("author", "")
    if has_comma_list(author):
        message = "commas part the authors; each part was read as a name"
        findings.note("S107", entry.line, message, "write: A. Bee and C. Dee")
    authors = bibtex_authors(author)
    if not title and (title := _citation(fields, authors)):
        message = f"the entry {entry.key!r} has no title; it is listed as {title!r}"
        findings.warning("S111", entry.line, message, "add its title")
    venue = _venue(fields)
    return Record(
        line=entry.line,
        label=entry.key,
        title=title,
        abstract=_HEADING.sub("", text_of_bibtex(fields.get("abstract", ""))),
        authors=authors,
        published=_published(entry, findings),
        updated=_updated(entry, findings),
        venue=venue.name,
        categories=(*_categories(fields), *venue.categories),
        keywords=tuple(
            word
            for name in ("keywords", "keyword")
            for word in keywords_in(text_of_bibtex(fields.get(name, "")))
        ),
        identifiers=(*_identifiers(fields), *venue.identifiers),
        links=tuple(dict.fromkeys(_links(fields))),
        tldr=text_of_bibtex(fields.get("tldr", "")),
        status=_status(fields, title),
    )


def _title(entry: BibEntry) -> str:
    fields = entry.fields
    names = (*_TITLES, "booktitle") if entry.type in _WHOLE_BOOKS else _TITLES
    named = next((name for name in names if fields.get(name, "").strip()), "")
    title = text_of_bibtex(fields.get(named, ""))
    subtitle = text_of_bibtex(fields.get("subtitle", ""))
    if named == "title" and subtitle and _BIBLATEX_ONLY & fields.keys():
        return f"{title} {subtitle}" if title[-1:] in ":?!." else f"{title}: {subtitle}"
    return title


def _citation(fields: Mapping[str, str], authors: Sequence[Author]) -> str:
    """Return what to call a work that is cited without a title, as physicists do."""
    volume, pages, year = (
        text_of_bibtex(fields.get(name, "")) for name in ("volume", "pages", "year")
    )
    place = next((text for name in _VENUES if (text := text_of_bibtex(fields.get(name, "")))), "")
    if not place:
        return ""
    who = authors[0].family or authors[0].name if authors else ""
    others = " et al." if len(authors) > 1 else ""
    where = ", ".join(filter(None, (f"{place} {volume}".strip(), pages)))
    return f"{who}{others}: {where}".removeprefix(": ") + (f" ({year})" if year else "")


def _published(entry: BibEntry, findings: Findings) -> PartialDate | None:
    fields = {name: text_of_bibtex(entry.fields.get(name, "")) for name in ("date", "year")}
    month, day = entry.fields.get("month", ""), entry.fields.get("day", "")
    try:
        date = read_date(fields["date"]) if fields["date"] else None
        return date or join_date(fields["year"], text_of_bibtex(month), text_of_bibtex(day))
    except ValueError:
        written = " ".join(filter(None, (fields["date"] or fields["year"], month, day)))
        hint = "write year = 2025, or date = {2025-03-11}"
        findings.warning("S106", entry.line, f"no such date: {written!r}; left out", hint)
        return None


def _updated(entry: BibEntry, findings: Findings) -> PartialDate | None:
    written = text_of_bibtex(entry.fields.get("updated", ""))
    try:
        return read_date(written) if written else None
    except ValueError:
        message = f"no such date: updated = {written!r}; left out"
        findings.warning("S106", entry.line, message, "write updated = {2025-03-11}")
        return None


def _venue(fields: Mapping[str, str]) -> Venue:
    volume = fields.get("volume", "")
    for name in _VENUES:
        text = text_of_bibtex(fields.get(name, ""))
        if text:
            # DBLP writes arXiv papers as journal = {CoRR}, volume = {abs/2402.12345}.
            is_corr = text.lower() == "corr" and volume.startswith("abs/")
            return venue_named(f"{text} {volume.removeprefix('abs/')}" if is_corr else text)
    return Venue()


def _eprint_type(fields: Mapping[str, str]) -> str:
    kinds = ("eprinttype", "archiveprefix", "archive")
    return next((fields[kind].lower() for kind in kinds if fields.get(kind)), "")


def _categories(fields: Mapping[str, str]) -> Iterator[str]:
    for name in ("primaryclass", "eprintclass"):
        if found := text_of_bibtex(fields.get(name, "")):
            yield found.strip("[]")
    yield from keywords_in(text_of_bibtex(fields.get("categories", "")))


def _identifiers(fields: Mapping[str, str]) -> Iterator[str]:
    eprint, kind = _unescaped(fields.get("eprint", "")).strip(), _eprint_type(fields)
    if "arxiv" in kind or not kind:
        yield eprint if eprint.lower().startswith("arxiv") else f"arXiv:{eprint}"
    elif kind in {"pubmed", "pmid"}:
        yield f"pmid:{eprint}"
    for name in ("arxiv", "arxivid"):
        yield f"arXiv:{_unescaped(fields.get(name, '')).removeprefix('arXiv:')}"
    for name in ("doi", "ee"):
        yield doi_in(_unescaped(fields.get(name, "")))
    if pmid := fields.get("pmid", "").strip():
        yield f"pmid:{pmid}"
    yield from re.split(r"[\s,]+", _unescaped(fields.get("identifiers", "")))
    for name in ("note", "howpublished"):
        yield from labels_in(_unescaped(fields.get(name, "")))


def _links(fields: Mapping[str, str]) -> Iterator[Link]:
    """Yield the addresses of the fields made for them; a note may state some, too."""
    for name, value in fields.items():
        kind = _LINK_KINDS.get(name)
        found = [url.rstrip(".,;") for url in _ADDRESS.findall(_unescaped(value))] if kind else []
        for url in found:
            yield Link(url=url, kind=kind or LinkKind.OTHER)
        if name in {"url", "ee", "link", "urls"} or name.startswith("bdsk-url"):
            yield from _stated(_unescaped(value))
        elif name in {"howpublished", "note", "doi"}:
            for link in links_in(value):
                yield page_link(link.url) if name == "howpublished" else link


def _stated(value: str) -> Iterator[Link]:
    urls = [url.rstrip(".,;") for url in _ADDRESS.findall(value)]
    if not urls and value.strip():
        address = value.strip()
        urls = [f"https://{address}" if address.startswith("www.") else address]
    for url in urls:
        yield page_link(url) if is_web_address(url) else Link(url=url)


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda match: (match[1] or match[2]).lstrip("\\"), value)


def _status(fields: Mapping[str, str], title: str) -> Status:
    for name in ("pubstate", "note"):
        text = text_of_bibtex(fields.get(name, ""))
        if _FULL_STATUS.fullmatch(text):
            return status_named(text)
    return status_of_title(title)
