"""A paper as a file spells it, on its way to a ``Paper``: one place decides how it gets its id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.errors import Diagnostic, Severity
from generator.model.dates import PartialDate
from generator.model.ids import identifiers, paper_id
from generator.model.paper import Author, Link, Origin, Paper, Signals, Status
from generator.sources.link_kinds import STATED, is_web_address
from generator.sources.source import Reading, Seed

_LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a format says of one paper, as text without the format's own markup.

    Attributes:
        line: 1-based line where the record begins; None when the format has no lines.
        label: What the file calls the record: a key, an id.
        title: May still hold line ends and TeX math.
        abstract: Paragraphs parted by an empty line; empty when the source has none.
        authors: Without empty names.
        identifiers: Whatever names the paper: ``arXiv:…``, ``doi:…``, addresses; unknown kinds
            are passed over.
        links: Addresses that are not http or https are dropped with a warning.
    """

    line: int | None = None
    label: str = ""
    title: str = ""
    abstract: str = ""
    authors: tuple[Author, ...] = ()
    published: PartialDate | None = None
    updated: PartialDate | None = None
    venue: str = ""
    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    tldr: str = ""
    status: Status = Status.UNKNOWN
    signals: Signals = field(default_factory=Signals)


def gather(
    records: Iterable[Record], seed: Seed, format_name: str, found: Iterable[Diagnostic] = ()
) -> Reading:
    """Return a file's records as papers, and what was wrong with them.

    Args:
        records: In file order.
        seed: The file.
        format_name: The reader's name.
        found: What the reader itself has to report; read after the records.
    """
    papers: list[Paper] = []
    problems: list[Diagnostic] = []
    for record in records:
        paper = _paper(record, seed, format_name, problems)
        if paper:
            papers.append(paper)
    return Reading(format=format_name, papers=tuple(papers), diagnostics=(*problems, *tuple(found)))


def _paper(
    record: Record, seed: Seed, format_name: str, problems: list[Diagnostic]
) -> Paper | None:
    title = _one_line(record.title) or _supplied_title(record, seed, problems)
    if not title:
        return None
    links = _links(record, seed, problems)
    stated = (link.url for link in links if link.kind in STATED)
    names = [name for text in (*record.identifiers, *stated) for name in identifiers(text)]
    aliases = tuple(dict.fromkeys(names))
    first = record.authors[0].name if record.authors else ""
    return Paper(
        id=paper_id(title, first, aliases),
        title=title,
        abstract=record.abstract.strip(),
        authors=record.authors,
        published=record.published,
        updated=record.updated,
        venue=_one_line(record.venue),
        categories=_distinct(record.categories),
        keywords=_distinct(record.keywords),
        links=links,
        aliases=aliases,
        tldr=_one_line(record.tldr),
        status=record.status,
        signals=record.signals,
        origins=(
            Origin(
                location=seed.at(record.line),
                format=format_name,
                label=_one_line(record.label)[:_LONGEST_LABEL],
            ),
        ),
    )


def _supplied_title(record: Record, seed: Seed, problems: list[Diagnostic]) -> str:
    """Return what to list an untitled record by, in brackets as cataloguers do; report it.

    A record without title, authors and abstract is no paper: it gets an empty one.
    """
    what = f"the record {record.label!r} has no title" if record.label else "no title"
    names = [author.name for author in record.authors]
    shown = ""
    if names:
        shown = f"[Untitled paper by {names[0]}{' and others' if len(names) > 1 else ''}]"
    elif record.abstract.strip():
        shown = f"[Untitled: {' '.join(record.abstract.split()[:8])} …]"
    problems.append(
        seed.problem(
            "S060",
            Severity.WARNING,
            f"{what}; listed as {shown!r}" if shown else f"{what}; left out",
            line=record.line,
            hint="add a title, or delete the record",
        )
    )
    return shown


def _links(record: Record, seed: Seed, problems: list[Diagnostic]) -> tuple[Link, ...]:
    kept: dict[str, Link] = {}
    for link in record.links:
        if is_web_address(link.url):
            kept.setdefault(link.url, link)
        else:
            problems.append(
                seed.problem(
                    "S061",
                    Severity.NOTE,
                    f"not a web address: {link.url[:120]!r}; left out",
                    line=record.line,
                )
            )
    return tuple(kept.values())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for raw in texts if (text := _one_line(raw))))
