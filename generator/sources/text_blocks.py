"""The reader of plain text blocks: lines ``Title: …``, ``Authors: …``, ``Abstract: …``.

A label begins a line and ends with a colon; what follows goes on to the next label. A new title, or
a line of hyphens, begins the next paper. Labels may be bold (``**Title:**``) or numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model.dates import PartialDate
from generator.model.paper import Link, LinkKind
from generator.sources.author_lists import authors_named, split_names
from generator.sources.citation_fields import doi_in, keywords_in, page_link, venue_named
from generator.sources.fields import Findings
from generator.sources.link_kinds import is_web_address
from generator.sources.record import Record, gather
from generator.sources.source import Reading, Seed
from generator.sources.source_text import plain_line, plain_prose
from generator.sources.submission_status import status_named, status_of_title
from generator.sources.written_dates import read_date

_NAME = "text-blocks"
_HEAD = 16_384
_LABELS = {
    "title": "title",
    "paper": "title",
    "paper title": "title",
    "author": "authors",
    "authors": "authors",
    "abstract": "abstract",
    "summary": "abstract",
    "tldr": "tldr",
    "tl;dr": "tldr",
    "date": "date",
    "published": "date",
    "publication date": "date",
    "submitted": "date",
    "year": "date",
    "updated": "updated",
    "venue": "venue",
    "journal": "venue",
    "conference": "venue",
    "published in": "venue",
    "categories": "categories",
    "category": "categories",
    "subjects": "categories",
    "keywords": "keywords",
    "tags": "keywords",
    "doi": "doi",
    "arxiv": "arxiv",
    "arxiv id": "arxiv",
    "id": "id",
    "pmid": "pmid",
    "pdf": "pdf",
    "pdf link": "pdf",
    "pdf url": "pdf",
    "url": "url",
    "link": "url",
    "links": "url",
    "paper link": "url",
    "code": "code",
    "github": "code",
    "project": "project",
    "project page": "project",
    "website": "project",
    "dataset": "data",
    "data": "data",
    "demo": "demo",
    "video": "video",
    "slides": "slides",
    "poster": "poster",
    "status": "status",
    "decision": "status",
}
_LINE = re.compile(
    r"[ \t]*(?:[-*•][ \t]+|\#{1,6}[ \t]+|\(?\d{1,4}[.)][ \t]+)?(?:\*\*|__|\*|_)?"
    r"(?P<label>[A-Za-z][A-Za-z; ]{1,17}?)[ \t]*(?:\*\*|__|\*|_)?[ \t]*[:：][ \t]*"
    r"(?:\*\*|__|\*|_)?(?:[ \t]+|(?=\S)|$)(?P<text>.*)"
)
_RULE = re.compile(r"[ \t]*(?:-{3,}|={3,}|\*{3,}|_{3,}|#{3,}|~{3,})[ \t]*")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"']+(?:\([^\s()]*\)[^\s<>()\[\]\"']*)*")
_ARXIV_MAIL = re.compile(r"^(?:\\\\|arXiv:\d{4}\.\d{4,5}|arXiv:[a-z-]+/\d{7})[ \t]*", re.MULTILINE)
_NOT_TEXT = frozenset({".yaml", ".yml", ".json", ".jsonl", ".bib", ".ris", ".xml", ".html", ".csv"})
_LINK_LABELS = ("pdf", "code", "project", "data", "demo", "video", "slides", "poster")
_PROSE = frozenset({"title", "abstract", "tldr"})


@dataclass(slots=True)
class _Block:
    """One paper on its way: the text below each label."""

    line: int
    texts: dict[str, list[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return "\n".join(self.texts.get(name, ())).strip()


class TextBlocks:
    """Reads papers out of labelled lines."""

    name = _NAME
    about = "Plain text in blocks of `Title:`, `Authors:`, `Abstract:`"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the first line with words is a label, and a title and an abstract follow."""
        head = seed.text[:_HEAD]
        if seed.path.suffix.lower() in _NOT_TEXT or _ARXIV_MAIL.search(head):
            return False
        lines = [line for line in head.split("\n") if line.strip() and not _RULE.fullmatch(line)]
        labels = [_label(line) for line in lines]
        return bool(labels and labels[0]) and "title" in labels and "abstract" in labels

    def read(self, seed: Seed) -> Reading:
        """Return the papers of the file."""
        findings = Findings(seed)
        blocks = list(_blocks(seed.text, findings))
        if not blocks:
            findings.warning("S110", 1, "no paper was found", "begin a line with Title:")
        records = [_record(block, findings) for block in blocks]
        return gather(records, seed, _NAME, findings.diagnostics)


def _label(line: str) -> str:
    """Return what a line's label means; empty when it has none."""
    match = _LINE.match(line)
    return _LABELS.get(" ".join(match["label"].lower().split()), "") if match else ""


def _blocks(text: str, findings: Findings) -> Iterator[_Block]:
    block: _Block | None = None
    current = ""
    for number, line in enumerate(text.split("\n"), start=1):
        label = _label(line)
        if label and _begins_next(label, current, block):
            if block:
                yield block
            block = None
        if label:
            block = block or _Block(number)
            match = _LINE.match(line)
            current = label
            block.texts.setdefault(label, []).append(match["text"].strip() if match else "")
        elif _RULE.fullmatch(line):
            if block:
                yield block
            block, current = None, ""
        elif block and current:
            block.texts[current].append(line.strip())
        elif line.strip():
            message = f"a line without a label, before any title: {line.strip()[:60]!r}; left out"
            findings.note("S109", number, message, "begin it with a label such as Abstract:")
    if block:
        yield block


def _begins_next(label: str, current: str, block: _Block | None) -> bool:
    """Tell whether a label belongs to another paper: a second title, or one after its text."""
    if block is None or label not in block.texts:
        return False
    return label == "title" or (label != current and bool(block.text("title")) and label in _PROSE)


def _record(block: _Block, findings: Findings) -> Record:
    title = plain_line(block.text("title"))
    venue = venue_named(plain_line(block.text("venue")))
    return Record(
        line=block.line,
        label=block.text("id"),
        title=title,
        abstract=plain_prose(block.text("abstract")),
        authors=authors_named(split_names(" ".join(block.text("authors").split()))),
        published=_date(block, "date", findings),
        updated=_date(block, "updated", findings),
        venue=venue.name,
        categories=(*re.split(r"[\s,;]+", block.text("categories")), *venue.categories),
        keywords=keywords_in(plain_line(block.text("keywords"))),
        identifiers=(*_identifiers(block), *venue.identifiers),
        links=tuple(dict.fromkeys(_links(block))),
        tldr=plain_line(block.text("tldr")),
        status=status_named(block.text("status")) or status_of_title(title),
    )


def _date(block: _Block, name: str, findings: Findings) -> PartialDate | None:
    text = block.text(name)
    try:
        return read_date(text) if text else None
    except ValueError:
        hint = "write it like 2025-03-11"
        findings.warning("S106", block.line, f"no such date: {text[:60]!r}; left out", hint)
        return None


def _identifiers(block: _Block) -> Iterator[str]:
    yield doi_in(block.text("doi"))
    if arxiv := block.text("arxiv"):
        yield arxiv if "arxiv" in arxiv.lower() else f"arXiv:{arxiv}"
    if pmid := block.text("pmid"):
        yield f"pmid:{pmid}"
    yield block.text("id")


def _links(block: _Block) -> Iterator[Link]:
    for name in ("url", *_LINK_LABELS):
        text = block.text(name)
        found = [url.rstrip(".,;") for url in _ADDRESS.findall(text)]
        for url in filter(is_web_address, found):
            yield page_link(url) if name == "url" else Link(url=url, kind=LinkKind(name))
        if text and not found:
            yield Link(url=text.split("\n")[0])
