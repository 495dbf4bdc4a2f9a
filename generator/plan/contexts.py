"""What each template is given: finished values, so that templates only print."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.plan.activity import Activity
from generator.plan.channel_parts import FeedRow, FileView
from generator.plan.issue_parts import CalendarMonth, TrendingSection
from generator.plan.map_parts import MapLabel, MapStrokes, MapTopic
from generator.plan.parts import (
    AuthorView,
    DateView,
    IssueCard,
    LinkView,
    NameGroup,
    NavLink,
    PageHead,
    Paging,
    PaperCard,
    RelatedView,
    SectionView,
    StatementView,
    TopicChip,
    TopicView,
)
from generator.plan.topic_parts import TopicGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """``pages/home.html``: the latest issue (None without issues) and its first papers."""

    head: PageHead
    issue: IssueCard | None
    cards: tuple[PaperCard, ...]
    topics: tuple[TopicView, ...]
    older_issues: tuple[IssueCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """``pages/paper.html``.

    Attributes:
        id: The paper's id.
        title: Readable plain text.
        abstract: Paragraphs of safe HTML; links keep their visible place. Empty when there is none.
        contribution: What is new; None without an abstract.
        result: What was found; None when the abstract states nothing.
        headline: The quantities of the result, as the abstract writes them.
        system: The name the paper gives its method; None when it gives none.
        expansion: What that name stands for; empty when the paper does not say.
        benchmarks: Data sets and benchmarks it names, linked to the papers that name them too.
        related: Best first.
        date: First publication; None when unknown.
        identifiers: Label and address of arXiv id, DOI and the like.
        cited: Label and text of the paper's citation in each style that is asked for.
        citation: Name and content of each meta tag that reference managers read, in order.
        structured: JSON-LD of the page, ready for a script element.
        previous: Paper before this one in its issue; None at the start or without an issue.
    """

    head: PageHead
    id: str
    title: str
    authors: tuple[AuthorView, ...]
    date: DateView | None
    updated: DateView | None
    venue: str
    abstract: Markup
    contribution: StatementView | None
    result: StatementView | None
    headline: tuple[str, ...]
    system: NavLink | None
    expansion: str
    benchmarks: tuple[NavLink, ...]
    related: tuple[RelatedView, ...]
    topics: tuple[TopicChip, ...]
    keywords: tuple[str, ...]
    links: tuple[LinkView, ...]
    identifiers: tuple[LinkView, ...]
    issues: tuple[IssueCard, ...]
    previous: NavLink | None
    next: NavLink | None
    cited: tuple[tuple[str, str], ...]
    citation: tuple[tuple[str, str], ...]
    structured: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersPage:
    """``pages/papers.html``: one page of all papers."""

    head: PageHead
    cards: tuple[PaperCard, ...]
    paging: Paging
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """``pages/topic.html``: one page of a topic's papers.

    ``beside`` holds neighbouring topics; ``activity`` is None while there are too few dates.
    """

    head: PageHead
    topic: TopicView
    cards: tuple[PaperCard, ...]
    paging: Paging
    beside: tuple[TopicView, ...]
    activity: Activity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    """``pages/topics.html``: every topic; a single group without a name where none has a parent."""

    head: PageHead
    groups: tuple[TopicGroup, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """``pages/issue.html``.

    Attributes:
        introduction: Safe HTML; empty when there is none.
        topics: Those of the issue's papers; ``count`` counts papers of this issue.
        newer: The issue after this one; None on the newest.
        paging: Long issues go over several pages.
    """

    head: PageHead
    issue: IssueCard
    introduction: Markup
    sections: tuple[SectionView, ...]
    topics: tuple[TopicView, ...]
    newer: IssueCard | None
    older: IssueCard | None
    invites_subscribers: bool
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuesPage:
    """``pages/issues.html``: the archive, newest first; ``months`` hold issues of single days."""

    head: PageHead
    issues: tuple[IssueCard, ...]
    months: tuple[CalendarMonth, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendingPage:
    """``pages/trending.html``: papers by what their sources counted."""

    head: PageHead
    sections: tuple[TrendingSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """``pages/map.html``: every paper a dot.

    Attributes:
        count: Papers on the map.
        left_out: How many of them the picture for browsers without scripts leaves out.
        dot_size: Their width in that picture, in steps of the map's side.
        strokes: The dots of that picture, by colour.
        wide: The labels that have room on a wide map.
        narrow: Those that have room on a phone.
        topics: Those with most papers first, with their places.
        all_listed: Whether those are all topics.
        dots_url: Places and topics of all dots (``plan.map_dots``).
        papers_url: Folder of the papers' titles and addresses.
    """

    head: PageHead
    count: int
    left_out: int
    dot_size: float
    strokes: tuple[MapStrokes, ...]
    wide: tuple[MapLabel, ...]
    narrow: tuple[MapLabel, ...]
    topics: tuple[MapTopic, ...]
    all_listed: bool
    dots_url: str
    papers_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """``pages/names.html``: named systems, or benchmarks, from A to Z."""

    head: PageHead
    title: str
    lead: str
    groups: tuple[NameGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """``pages/search.html``; the topics are what a page without scripts offers instead."""

    head: PageHead
    topics: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribePage:
    """``pages/subscribe.html``: every feed; ``opml`` is the URL of their list."""

    head: PageHead
    rows: tuple[FeedRow, ...]
    opml: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """``pages/data.html``: files of the whole site.

    Attributes:
        citations: The first part of all citations in each format.
        api: URL of the API's index; empty when there is none.
        schema: URL of the API's schema.
        llms: URL of the list of Markdown files; empty when there is none.
    """

    head: PageHead
    citations: tuple[FileView, ...]
    api: str
    schema: str
    llms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingListPage:
    """``pages/reading-list.html``.

    Attributes:
        citations: Files of citations that stand beside each paper's page; ``url`` is the name
            alone. Empty on sites too large for them.
        vectors: Folder of what papers like those saved are found with; empty when papers were
            not compared.
    """

    head: PageHead
    citations: tuple[FileView, ...]
    vectors: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePageView:
    """``pages/page.html``: a page its owner wrote, such as About."""

    head: PageHead
    title: str
    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """``pages/404.html``."""

    head: PageHead
    topics: tuple[TopicView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePage:
    """``pages/offline.html``: shown for any page that cannot be had without a network."""

    head: PageHead


PageContext = (
    HomePage
    | PaperPage
    | PapersPage
    | TopicPage
    | TopicsPage
    | IssuePage
    | IssuesPage
    | TrendingPage
    | MapPage
    | NamesPage
    | SearchPage
    | SubscribePage
    | DataPage
    | ReadingListPage
    | FreePageView
    | NotFoundPage
    | OfflinePage
)
