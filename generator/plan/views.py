"""Records as a reader sees them: the small finished values that page contexts are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.chunks import in_chunks
from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.enrichment import Enrichment
from generator.model.issue import Issue
from generator.model.paper import Author, Link, LinkKind, Paper, PaperId
from generator.model.topic import Topic
from generator.plan import urls
from generator.plan.parts import (
    DateView,
    IssueCard,
    LinkView,
    NavLink,
    PaperCard,
    TopicChip,
    TopicView,
)
from generator.text.plain import clip, readable

HUES = 12
SUMMARY_LENGTH = 280
CARD_AUTHORS = 3
CARD_LINKS = 3

WORTHWHILE = 1_000
"""Papers for each process below which starting it costs more than it saves."""

_LINK_ORDER = (
    LinkKind.PAPER,
    LinkKind.PDF,
    LinkKind.CODE,
    LinkKind.PROJECT,
    LinkKind.DATA,
    LinkKind.DEMO,
    LinkKind.VIDEO,
    LinkKind.SLIDES,
    LinkKind.POSTER,
    LinkKind.OTHER,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """Every paper, topic and issue of the corpus as a view, made once, for all pages.

    Attributes:
        slugs: Page slug by paper id.
        topics: By topic id, in the taxonomy's order.
        cards: By paper id, in the corpus's order.
        issues: By issue id, newest first.
    """

    slugs: Mapping[PaperId, str]
    topics: Mapping[str, TopicView]
    cards: Mapping[PaperId, PaperCard]
    issues: Mapping[str, IssueCard]

    def paper_link(self, paper: PaperId) -> NavLink:
        """Return a link to a paper's page, labelled with its title."""
        card = self.cards[paper]
        return NavLink(url=card.url, label=card.title)


def make_views(corpus: Corpus, language: Language, *, jobs: int = 1) -> Views:
    """Return the views of a corpus, in a language; the same for any number of processes."""
    slugs = urls.paper_slugs(corpus.papers)
    topics = {
        topic.id: topic_view(topic, len(corpus.in_topic(topic.id)), hue=number % HUES)
        for number, topic in enumerate(corpus.topics)
    }

    chips = {
        name: TopicChip(url=view.url, name=view.name, hue=view.hue) for name, view in topics.items()
    }

    def cards(papers: Sequence[Paper]) -> list[PaperCard]:
        return [
            paper_card(
                paper,
                corpus.enrichments[paper.id],
                url=urls.paper_url(slugs[paper.id]),
                links=all_links(corpus, paper),
                topics=[chips[entry.topic] for entry in corpus.enrichments[paper.id].topics],
                issues=corpus.issues_with(paper.id),
                language=language,
            )
            for paper in papers
        ]

    made = in_chunks(cards, corpus.papers, jobs=jobs, least=WORTHWHILE)
    return Views(
        slugs=slugs,
        topics=topics,
        cards={PaperId(card.id): card for run in made for card in run},
        issues={issue.id: issue_card(issue, language) for issue in corpus.issues},
    )


def paper_card(
    paper: Paper,
    enrichment: Enrichment,
    *,
    url: str,
    links: Sequence[Link],
    topics: Sequence[TopicChip],
    issues: Sequence[Issue],
    language: Language,
) -> PaperCard:
    """Return a paper as an entry of a list.

    Args:
        paper: The paper.
        enrichment: What was derived about it.
        url: Its page's.
        links: All of its links.
        topics: Primary first.
        issues: Those that hold it, newest first.
        language: Of the interface.
    """
    first_issue = issues[-1].date if issues else None
    date = paper.published or (PartialDate.from_date(first_issue) if first_issue else None)
    ranked = sorted(links, key=lambda link: _LINK_ORDER.index(link.kind))
    return PaperCard(
        id=paper.id,
        url=urls.encoded(url),
        title=readable(paper.title),
        authors=author_line(paper.authors, language),
        date=date_view(date, language) if date else None,
        venue=paper.venue,
        topics=tuple(topics),
        summary=gist(paper, enrichment, SUMMARY_LENGTH),
        result=clip(readable(enrichment.result.brief), SUMMARY_LENGTH) if enrichment.result else "",
        links=tuple(link_view(link, language) for link in ranked[:CARD_LINKS]),
        note=Markup(),
        added=str(first_issue or paper.published or ""),
        issues=tuple(issue.id for issue in issues),
    )


def gist(paper: Paper, enrichment: Enrichment, limit: int) -> str:
    """Return what a paper adds, in one readable line of at most ``limit`` characters.

    It is the chosen sentence; without one, the paper's own summary or its abstract's opening.
    """
    if enrichment.contribution:
        return clip(readable(enrichment.contribution.brief), limit)
    return clip(readable(paper.tldr or paper.abstract), limit)


def topic_view(topic: Topic, count: int, *, hue: int) -> TopicView:
    """Return a topic as a row of a list."""
    return TopicView(
        id=topic.id,
        url=urls.encoded(urls.topic_url(topic.id)),
        name=topic.name,
        description=topic.description,
        count=count,
        hue=hue,
    )


def issue_card(issue: Issue, language: Language) -> IssueCard:
    """Return an issue as an entry of a list."""
    date = date_view(PartialDate.from_date(issue.date), language)
    return IssueCard(
        id=issue.id,
        url=urls.encoded(urls.issue_url(issue.id)),
        name=issue.title or date.text,
        date=date,
        curator=issue.curator,
        count=len(issue.papers),
    )


def date_view(date: PartialDate, language: Language) -> DateView:
    """Return a date as exact as it is: ``11 March 2025``, ``March 2025`` or ``2025``."""
    return DateView(iso=str(date), text=language.date(date.year, date.month, date.day))


def link_view(link: Link, language: Language) -> LinkView:
    """Return a link with the words on its button."""
    host = urlsplit(link.url).hostname or ""
    return LinkView(
        url=link.url,
        label=language.text(f"links.{link.kind.value}"),
        kind=link.kind.value,
        host=host.removeprefix("www."),
    )


def all_links(corpus: Corpus, paper: Paper) -> tuple[Link, ...]:
    """Return the links a source states and those found in the abstract, each address once."""
    found = (entry.link for entry in corpus.enrichments[paper.id].links)
    by_url: dict[str, Link] = {}
    for link in (*paper.links, *found):
        by_url.setdefault(link.url, link)
    return tuple(by_url.values())


def author_line(authors: Sequence[Author], language: Language) -> str:
    """Return the first authors' names and how many more there are; empty when none is known."""
    names = [author.name for author in authors]
    comma = language.text("lists.comma")
    if len(names) > CARD_AUTHORS + 1:
        shown, rest = names[:CARD_AUTHORS], len(names) - CARD_AUTHORS
        return language.text("lists.and_more", names=comma.join(shown), n=rest)
    return comma.join(names)
