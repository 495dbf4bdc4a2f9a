"""A paper: facts as a source states them, never invented, never changed by a later stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from generator.errors import SourceLocation
from generator.model.dates import PartialDate

PaperId = NewType("PaperId", str)


class LinkKind(StrEnum):
    """What a link of a paper leads to."""

    PAPER = "paper"
    PDF = "pdf"
    CODE = "code"
    PROJECT = "project"
    DATA = "data"
    DEMO = "demo"
    VIDEO = "video"
    SLIDES = "slides"
    POSTER = "poster"
    OTHER = "other"


class Status(StrEnum):
    """What became of a submission, where its source tells."""

    UNKNOWN = ""
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A web address (http or https only) and what it leads to."""

    url: str
    kind: LinkKind = LinkKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One author, or a collective.

    Attributes:
        name: As printed, for example ``Ada van der Berg``; never empty.
        given: Given names; empty when the source does not tell them apart.
        family: Family name with its particles; empty as above.
        orcid: Sixteen digits in four groups; empty when unknown.
        affiliation: Free text; empty when unknown.
    """

    name: str
    given: str = ""
    family: str = ""
    orcid: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """Attention counted by the source when it was saved; None when it did not say."""

    upvotes: int | None = None
    stars: int | None = None
    citations: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A place where a paper was read.

    Attributes:
        location: File and line.
        format: The reader (``pasted-page``, ``markdown``).
        label: What the file calls the record, a key or an id; empty when it does not.
    """

    location: SourceLocation
    format: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSource:
    """Where one field of a merged paper is from.

    Attributes:
        field: Name of an attribute of ``Paper`` or, for a count, of ``Signals``.
        origin: The place whose value was taken.
    """

    field: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper as its sources describe it.

    Attributes:
        id: Canonical id (see ``model.ids``), unique in a corpus.
        title: Source text, one line, never empty.
        abstract: Source text: plain text or Markdown with TeX math; empty when the source has none.
        authors: In printed order; empty when the source names none.
        published: First publication, as exact as the source.
        updated: Last revision.
        venue: Free text, for example ``ICLR 2025``; empty when unknown.
        categories: Codes of a classification, for example ``cs.CL``.
        keywords: The authors' own.
        topics: Slugs an editor assigned by hand, primary first.
        links: Addresses the source states apart from the abstract's text.
        aliases: Every identifier known, canonical: ``arxiv:2402.12345``, ``doi:10.1145/…``.
        tldr: A summary by the editor or the authors; empty when there is none.
        status: What became of the submission.
        signals: Attention counted by the source.
        origins: Where it was read; at least one after reading.
        provenance: Which origin won each field of a paper merged of several records; fields that
            unite what all origins say (links, aliases, keywords …) are not listed.
        redirect_from: Former site URLs of the paper's page.
        draft: Left out unless ``build --drafts``.
    """

    id: PaperId
    title: str
    abstract: str = ""
    authors: tuple[Author, ...] = ()
    published: PartialDate | None = None
    updated: PartialDate | None = None
    venue: str = ""
    categories: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    aliases: tuple[str, ...] = ()
    tldr: str = ""
    status: Status = Status.UNKNOWN
    signals: Signals = field(default_factory=Signals)
    origins: tuple[Origin, ...] = ()
    provenance: tuple[FieldSource, ...] = ()
    redirect_from: tuple[str, ...] = ()
    draft: bool = False

    def alias(self, scheme: str) -> str | None:
        """Return the paper's first identifier of ``scheme`` without its prefix, or None."""
        prefix = f"{scheme}:"
        return next((a.removeprefix(prefix) for a in self.aliases if a.startswith(prefix)), None)
