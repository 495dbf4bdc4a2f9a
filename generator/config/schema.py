"""One record for each table of site.toml; a missing key takes the default written here."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.config.cards import CardsConfig
from generator.config.feeds import FeedsConfig
from generator.config.fetch import FetchConfig
from generator.config.files import FilesConfig
from generator.config.issues import IssuesConfig
from generator.config.mail import MailConfig
from generator.config.map import MapConfig
from generator.config.related import RelatedConfig
from generator.config.site import SiteConfig
from generator.config.subscribe import SubscribeConfig
from generator.config.tldr import TldrConfig
from generator.language.language import Language
from generator.model.dates import PartialDate
from generator.model.paper import Status
from generator.text.tokens import words

COLUMN_FIELDS = (
    "title", "abstract", "authors", "published", "year", "month", "day", "updated", "venue",
    "categories", "keywords", "tldr", "status", "doi", "arxiv", "openreview", "acl", "pmid",
    "url", "pdf", "code", "project", "data", "demo", "video", "slides", "poster", "citations",
    "upvotes", "stars", "affiliations", "orcids", "links", "id",
)  # fmt: skip
"""The fields that ``columns`` in ``[[seeds]]`` may name."""

_DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))+", re.IGNORECASE)

PACKS = ("machine-learning", "arxiv")
"""The taxonomies that are shipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedsConfig:
    """One ``[[seeds]]`` table: how the files matching a pattern are read.

    Attributes:
        path: Glob relative to the project, for example ``seeds/*.txt``.
        format: Reader's name, or ``auto`` to detect it by content.
        year: Year of dates that name none; None to infer the latest possible one.
        date: Date of an issue whose page has none.
        venue: Venue of papers that name none.
        topic: Topic slug given to every paper, as if an editor had assigned it.
        columns: For tables and lists: the column, or key, of a field whose name is not guessed,
            for example ``columns = { title = "Paper Title", authors = "Who" }``.
    """

    path: str = "seeds/**/*"
    format: str = "auto"
    year: int | None = None
    date: datetime.date | None = None
    venue: str = ""
    topic: str = ""
    columns: dict[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name in self.columns:
            if name not in COLUMN_FIELDS:
                known = ", ".join(COLUMN_FIELDS)
                raise ValueError(f"columns has no field {name!r}; known are {known}")
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"year must lie in 1 to 9999, not {self.year}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CurateConfig:
    """The ``[curate]`` table.

    Attributes:
        same: File, relative to the project, that says which papers are the same and which are
            not; see the page on curation.
    """

    same: str = "seeds/same.yaml"

    def __post_init__(self) -> None:
        if not self.same.strip():
            raise ValueError("same must not be empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterConfig:
    """The ``[filter]`` table: which papers are left out of the site; the summary counts them.

    Words and phrases are sought in title and abstract, those for venues in the venue's name: whole
    and without regard to case. A final ``*`` stands for any ending.

    Attributes:
        include: Words or phrases, at least one of which a paper must have.
        exclude: Words or phrases that a paper must not have.
        categories: Whole names, for example ``cs.CL`` or ``cs.*``, of which a paper must have one.
        exclude_categories: Whole names, of which a paper must have none.
        venues: Words or phrases, for example ``ACL``, of which a paper's venue must have one.
        exclude_venues: Words or phrases that a paper's venue must not have.
        exclude_status: Any of ``accepted``, ``rejected``, ``withdrawn`` and ``retracted``, where a
            source tells.
        since: Earliest publication: a date, or text such as ``"2024"`` or ``"2024-03"``. A paper
            stays when it may be as late; so does an undated one.
        until: Latest publication, likewise; ``"2024-03"`` includes all of March.
        per_issue: Most papers of one issue, those with most upvotes; 0 for no limit.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    exclude_categories: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    exclude_venues: tuple[str, ...] = ()
    exclude_status: tuple[str, ...] = ("rejected", "withdrawn", "retracted")
    since: PartialDate | None = None
    until: PartialDate | None = None
    per_issue: int = 0

    def __post_init__(self) -> None:
        for name in (
            *("include", "exclude", "categories", "exclude_categories", "venues"),
            *("exclude_venues", "exclude_status"),
        ):
            for pattern in getattr(self, name):
                if not words(pattern):
                    raise ValueError(f"{name} holds {pattern!r}, in which there is no word")
        for status in self.exclude_status:
            if status not in set(Status):
                known = ", ".join(status for status in Status if status)
                raise ValueError(f"exclude_status holds {status!r}; known are {known}")
        if self.per_issue < 0:
            raise ValueError(f"per_issue must be 0 or more, not {self.per_issue}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsConfig:
    """The ``[topics]`` table.

    Attributes:
        file: The taxonomy, relative to the project. Without one, and without a pack, topics are
            discovered; see the page on topics.
        pack: A shipped taxonomy, ``machine-learning`` or ``arxiv``; topics of the file are added
            to it, and win where both have one slug.
        discover: True finds topics in the papers even where there is a file or a pack.
        limit: Most topics a paper gets, 1 to 3.
    """

    file: str = "seeds/topics.yaml"
    pack: str = ""
    discover: bool = False
    limit: int = 3

    def __post_init__(self) -> None:
        if self.pack not in {"", *PACKS}:
            raise ValueError(f"pack must be one of {', '.join(PACKS)}, not {self.pack!r}")
        if not 1 <= self.limit <= 3:
            raise ValueError(f"limit must lie in 1 to 3, not {self.limit}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchConfig:
    """The ``[search]`` table.

    Attributes:
        enabled: False leaves out the search page and its index.
        shard_above: Most papers whose index stays one file, of about 1 MB compressed with 1,400;
            that of more papers is cut into pieces.
        synonyms: File, relative to the project, of words that mean the same; see the page on the
            search.
    """

    enabled: bool = True
    shard_above: int = 1_400
    synonyms: str = "seeds/synonyms.yaml"

    def __post_init__(self) -> None:
        if not self.synonyms.strip():
            raise ValueError("synonyms must not be empty")
        if self.shard_above < 0:
            raise ValueError(f"shard_above must be 0 or more, not {self.shard_above}")

    def shards(self, papers: int) -> bool:
        """Tell whether the index of that many papers is cut into pieces."""
        return papers > self.shard_above

    def kind(self, papers: int) -> str:
        """Return ``whole`` or ``shards``, the form of the index; empty when there is none."""
        if not self.enabled:
            return ""
        return "shards" if self.shards(papers) else "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildConfig:
    """The ``[build]`` table.

    Attributes:
        output: Folder of the finished site, relative to the project.
        page_size: Papers on one page of a list, 10 to 200.
        cname: A domain of your own for GitHub Pages deployed from a branch, for example
            ``papers.example.org``; written into the file ``CNAME``.
    """

    output: str = "_site"
    page_size: int = 50
    cname: str = ""

    def __post_init__(self) -> None:
        if not self.output.strip():
            raise ValueError("output must not be empty")
        if not 10 <= self.page_size <= 200:
            raise ValueError(f"page_size must lie in 10 to 200, not {self.page_size}")
        if self.cname and not _DOMAIN.fullmatch(self.cname):
            raise ValueError(f"cname must be a domain alone, not {self.cname!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeConfig:
    """The ``[theme]`` table.

    Attributes:
        overrides: Folders, relative to the project, whose ``templates/`` and ``static/`` win over
            the shipped ones, first folder first.
    """

    overrides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionsConfig:
    """The ``[extensions]`` table.

    Attributes:
        modules: Importable modules, each with ``register(registry)``, run in this order.
    """

    modules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings of one build, and the folder they are relative to.

    Attributes:
        root: The project's folder, absolute.
        redirects: Former address of a page, relative to the site, to the present one.
        drafts: Papers marked ``draft`` are built too.
        language: What the interface says; chosen by ``[site] language``.
        today: The latest day an undated page may be of (see ``SeedsConfig.year``).
    """

    root: Path
    today: datetime.date
    drafts: bool = False
    language: Language = field(default_factory=Language)
    site: SiteConfig = field(default_factory=SiteConfig)
    seeds: tuple[SeedsConfig, ...] = ()
    curate: CurateConfig = field(default_factory=CurateConfig)
    filter: FilterConfig = field(default_factory=FilterConfig)
    topics: TopicsConfig = field(default_factory=TopicsConfig)
    tldr: TldrConfig = field(default_factory=TldrConfig)
    related: RelatedConfig = field(default_factory=RelatedConfig)
    map: MapConfig = field(default_factory=MapConfig)
    search: SearchConfig = field(default_factory=SearchConfig)
    feeds: FeedsConfig = field(default_factory=FeedsConfig)
    issues: IssuesConfig = field(default_factory=IssuesConfig)
    redirects: dict[str, str] = field(default_factory=dict, hash=False)
    files: FilesConfig = field(default_factory=FilesConfig)
    cards: CardsConfig = field(default_factory=CardsConfig)
    subscribe: SubscribeConfig = field(default_factory=SubscribeConfig)
    mail: MailConfig = field(default_factory=MailConfig)
    build: BuildConfig = field(default_factory=BuildConfig)
    fetch: FetchConfig = field(default_factory=FetchConfig)
    theme: ThemeConfig = field(default_factory=ThemeConfig)
    extensions: ExtensionsConfig = field(default_factory=ExtensionsConfig)
