"""The plan of the site: every page, each at its own URL."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from generator.model.history import History
from generator.plan.cards import Card
from generator.plan.contexts import PageContext
from generator.plan.feeds import FeedOutline
from generator.plan.parts import SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Attributes:
        url: Site-relative: ``""``, ``papers/a-title/`` or ``404.html``.
        template: For example ``pages/paper.html``.
        kind: As in ``PageHead.kind``.
        title: Of the page alone.
        context: Makes what the template is given. It is called when the page is rendered, so
            that a hundred thousand pages never stand in memory at once; it is pure.
        subject: Returns what the context is made of beside the setting (``plan.frame``), where
            that is cheaper to come by; None where nobody made it so.
        updated: Last change that the sources state; None when they state none.
        listed: Whether the sitemap names it.
    """

    url: str
    template: str
    kind: str
    title: str
    context: Callable[[], PageContext]
    subject: Callable[[], object] | None = None
    updated: datetime.date | None = None
    listed: bool = True

    @property
    def path(self) -> str:
        """The output file: a folder's URL becomes its ``index.html``."""
        return f"{self.url}index.html" if self.url == "" or self.url.endswith("/") else self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """All pages, the frame they share, and how to reach each paper, topic and issue.

    Attributes:
        site: What every page knows of the site.
        pages: In the order they are rendered.
        paper_urls: Site-relative URL by paper id, in the corpus's order.
        topic_urls: By topic id.
        issue_urls: By issue id.
        redirects: Former site-relative URL to the present one.
        updated: Newest date of any paper or issue; None when none is dated.
        feeds: Every feed of the site, its own first.
        cards: Every social card.
        history: When each paper and issue last changed, and where it stood before.

    Raises:
        ValueError: Two pages claim one URL.
    """

    site: SiteView
    pages: tuple[Page, ...]
    paper_urls: dict[str, str]
    topic_urls: dict[str, str]
    issue_urls: dict[str, str]
    redirects: dict[str, str]
    updated: datetime.date | None
    history: History
    feeds: tuple[FeedOutline, ...]
    cards: tuple[Card, ...]

    def __post_init__(self) -> None:
        seen: dict[str, Page] = {}
        for page in self.pages:
            if page.path in seen:
                raise ValueError(f"two pages claim the URL /{page.url}")
            seen[page.path] = page
