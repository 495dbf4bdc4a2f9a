"""The small finished values that page contexts are made of.

URLs of the site are site-relative (``papers/a-title/``; the home page is the empty string);
templates put ``page.head.root`` before them. Values of type Markup are safe HTML, all others are
plain text that autoescape makes safe.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.plan.card_view import CardView
from generator.plan.channel_parts import FeedView, FileView, SubscribeForm


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date for ``<time>``: ISO form, and as a reader of the site's language writes it."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NavLink:
    """An entry of the main navigation or of a breadcrumb trail."""

    url: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link out of the site.

    Attributes:
        url: Absolute http or https address.
        label: For example ``Code`` or ``Project page``.
        kind: A ``LinkKind`` value, for style and icon.
        host: For example ``github.com``, to show or to read out.
    """

    url: str
    label: str
    kind: str
    host: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChip:
    """A topic beside a paper.

    It says nothing that another paper changes, so that pages of papers stay as they are.

    Attributes:
        hue: As in ``TopicView``.
    """

    url: str
    name: str
    hue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """A topic as a row of a list.

    Attributes:
        hue: 0 to 11: which of the theme's topic colours marks it.
        count: Papers in it.
    """

    id: str
    url: str
    name: str
    description: str
    count: int
    hue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard:
    """A paper in a list.

    Attributes:
        id: The paper's id, for scripts.
        url: Its page.
        title: Readable plain text.
        authors: For example ``Ada Lovelace, Alan Turing and 3 more``; empty when unknown.
        date: First publication, else the date of its first issue; None when there is neither.
        venue: Empty when unknown.
        topics: Primary first.
        summary: What is new, in one line; without an extracted sentence the abstract's opening.
        result: What was found, in one line; empty when the abstract states nothing.
        links: The most useful ones, at most three.
        note: The editor's note in the issue at hand; empty elsewhere.
        added: When the site first had it, as far as issues and dates tell; ISO, or empty.
        issues: Ids of the issues that hold it, newest first.
    """

    id: str
    url: str
    title: str
    authors: str
    date: DateView | None
    venue: str
    topics: tuple[TopicChip, ...]
    summary: str
    result: str
    links: tuple[LinkView, ...]
    note: Markup
    added: str
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """What a paper adds or found: readable text, and ``editor``, ``author`` or ``extracted``."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """A paper to read next; ``reason`` names what both share, and may be empty."""

    url: str
    title: str
    hue: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A named system or benchmark, and the papers that name it.

    Attributes:
        anchor: Unique on its page.
        expansion: What the name stands for; empty when no paper says.
    """

    name: str
    anchor: str
    expansion: str
    papers: tuple[NavLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGroup:
    """The names under one letter; ``#`` for those that begin with none."""

    letter: str
    rows: tuple[NameRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCard:
    """An issue in a list; ``name`` is its title or, without one, its date."""

    id: str
    url: str
    name: str
    date: DateView
    curator: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What every page knows of the site.

    Attributes:
        direction: Of the language: ``ltr`` or ``rtl``.
        papers_language: Of titles and abstracts; as far as known.
        navigation: Main navigation, in order.
        base_url: Public address with a closing slash; empty when unknown.
        assets: Versioned site-relative URL of each asset by its logical name, for example
            ``css/site.css``.
        search: The form of the search index, ``whole`` or ``shards``; empty without one.
        form: Where readers subscribe to mail; None when nowhere.
        data: Whether there is a page of files for programs.
        offline: Whether pages can be read without a network, and the site installed as an app.
        counts: Papers, topics and issues, for the foot of the page.
        newest: When the last paper or issue came, ISO, or empty.
    """

    title: str
    description: str
    language: str
    direction: str
    papers_language: str
    curator: str
    base_url: str
    navigation: tuple[NavLink, ...]
    feeds: tuple[FeedView, ...]
    assets: dict[str, str]
    search: str
    form: SubscribeForm | None
    data: bool
    offline: bool
    papers: int
    topics: int
    issues: int
    newest: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHead:
    """What every page says of itself.

    Attributes:
        root: Relative way from this page to the site's root: ``""``, ``../`` or ``../../``; on the
            404 page, which answers at any depth, the absolute path of the site.
        url: Site-relative.
        canonical: Absolute; empty when the public address is unknown.
        kind: home, paper, papers, topic, topics, issue, issues, search, subscribe, data,
            reading-list, page or 404.
        title: Of the page alone; empty on the home page.
        description: One line of plain text.
        trail: Breadcrumbs from the root's first child down, without the page itself.
        feeds: The page's own feeds, before the site's.
        indexed: False asks search engines to leave the page out.
        files: The page's text or papers in other forms, for programs.
        card: The picture that stands for the page elsewhere; None for none.
        structured: JSON-LD of a page that lists papers; None on others.
    """

    root: str
    url: str
    canonical: str
    kind: str
    title: str
    description: str
    trail: tuple[NavLink, ...] = ()
    feeds: tuple[FeedView, ...] = ()
    indexed: bool = True
    files: tuple[FileView, ...] = ()
    structured: Markup | None = None
    card: CardView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where a page of a list stands: 1-based number, total, and its neighbours' URLs ("" for none).

    ``pages`` holds links to the pages worth one, labelled by number, in order; ``first`` is the
    1-based place in the whole list of this page's first paper.
    """

    number: int
    total: int
    previous: str
    next: str
    pages: tuple[NavLink, ...]
    first: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorView:
    """An author of a paper; affiliation and ORCID are empty when unknown."""

    name: str
    affiliation: str
    orcid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """A section of an issue; an empty title means no heading."""

    title: str
    cards: tuple[PaperCard, ...]
