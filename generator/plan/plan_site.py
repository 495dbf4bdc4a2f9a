"""From the corpus to the plan of the site."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.model.history import History
from generator.plan import urls
from generator.plan.cards import site_cards
from generator.plan.frame import Frame, make_frame
from generator.plan.history import carried_on
from generator.plan.site_plan import Page, SitePlan


class PageBuilder(Protocol):
    """Makes the pages of one kind."""

    def __call__(self, frame: Frame) -> Iterable[Page]:
        """Return the pages, each at a URL of its own."""
        ...


def plan_site(
    corpus: Corpus,
    config: Config,
    builders: Sequence[PageBuilder],
    *,
    assets: Mapping[str, str],
    version: str,
    history: History | None = None,
    jobs: int = 1,
) -> SitePlan:
    """Return the plan of a corpus's site.

    Args:
        corpus: What the site is about.
        config: Its settings.
        builders: In the order in which their pages are rendered.
        assets: Site-relative URL of each asset by its logical name.
        version: The generator's version, named in the foot of the pages.
        history: What the builds before this one remember.
        jobs: Most processes to use; the plan is the same for any number.
    """
    frame = make_frame(corpus, config, assets, version, jobs=jobs)
    slugs = frame.views.slugs
    paper_urls = {str(paper.id): urls.paper_url(slugs[paper.id]) for paper in corpus.papers}
    issue_urls = {issue.id: urls.issue_url(issue.id) for issue in corpus.issues}
    history = carried_on(
        history or History(),
        corpus,
        paper_urls=paper_urls,
        issue_urls=issue_urls,
        today=config.today,
    )
    return SitePlan(
        site=frame.site,
        pages=tuple(page for build in builders for page in build(frame)),
        paper_urls=paper_urls,
        topic_urls={topic.id: urls.topic_url(topic.id) for topic in corpus.topics},
        issue_urls=issue_urls,
        redirects={
            **_topic_redirects(corpus),
            **{old: history.pages[key].url for old, key in history.moved.items()},
            **{old: paper_urls[paper.id] for paper in corpus.papers for old in paper.redirect_from},
            **{old: new.lstrip("/") for old, new in config.redirects.items()},
        },
        updated=_newest(corpus),
        history=history,
        feeds=frame.outlines,
        cards=site_cards(frame),
    )


def _newest(corpus: Corpus) -> datetime.date | None:
    """Return the newest date of any paper or issue; None when none is dated."""
    dates = [issue.date for issue in corpus.issues]
    dates += [d.earliest() for p in corpus.papers for d in (p.updated, p.published) if d]
    return max(dates, default=None)


def _topic_redirects(corpus: Corpus) -> dict[str, str]:
    """Return the ways from topics that are gone to those nearest to them, or to the list."""
    known = {topic.id for topic in corpus.topics}
    return {
        urls.topic_url(old): urls.topic_url(new) if new in known else urls.TOPICS
        for old, new in corpus.former_topics.items()
        if known and old not in known
    }
