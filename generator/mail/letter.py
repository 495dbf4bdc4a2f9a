"""An issue as a letter: what it says, cut down until no mail program clips it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.config.schema import Config
from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.issue import Issue, Pick
from generator.model.paper import LinkKind, Paper, PaperId
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.plan.views import all_links, author_line, gist, issue_card, link_view
from generator.text.markdown import to_html
from generator.text.plain import clip, readable

MAX_BYTES = 100_000
"""Of the HTML: Gmail shows 102 kB and hides the rest behind a link."""

_LENGTH = 280
_LINKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPaper:
    """A paper in a letter; ``links`` are labels and absolute addresses."""

    id: PaperId
    title: str
    url: str
    authors: str
    new: str
    found: str
    note: Markup
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSection:
    """Papers under a heading; an empty title means no heading."""

    title: str
    papers: tuple[LetterPaper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the template of a letter is given.

    Attributes:
        title: The issue's name.
        preheader: The line that inboxes show beside the subject.
        url: The issue's page, absolute, as all addresses here.
        introduction: Safe HTML, and as plain text.
        sections: Papers in full, in the editor's order.
        titles: Papers of which the title alone is named.
        hidden: Papers that are not even named.
        count: All papers of the issue.
        unsubscribe: Where to leave; empty when unknown.
    """

    site: str
    language: str
    direction: str
    title: str
    date: str
    curator: str
    preheader: str
    url: str
    home: str
    introduction: Markup
    introduction_text: str
    sections: tuple[LetterSection, ...]
    titles: tuple[LetterPaper, ...] = ()
    hidden: int = 0
    count: int = 0
    postal: str = ""
    unsubscribe: str = ""

    @property
    def subject(self) -> str:
        """Site and issue, on one line."""
        return " ".join(f"{self.site}: {self.title}".split())


def make_letter(corpus: Corpus, plan: SitePlan, config: Config, issue: Issue) -> Letter:
    """Return an issue as a letter, with all its papers in full."""
    card = issue_card(issue, config.language)
    base = config.site.base_url
    sections = tuple(
        LetterSection(
            title=section.title,
            papers=tuple(_paper(corpus, plan, config, pick) for pick in section.picks),
        )
        for section in issue.sections
    )
    papers = [paper for section in sections for paper in section.papers]
    return Letter(
        site=config.site.title,
        language=config.language.tag,
        direction=config.language.direction,
        title=card.name,
        date=card.date.text,
        curator=issue.curator,
        preheader="; ".join(clip(paper.title, 80) for paper in papers[:3]),
        url=base + card.url,
        home=base,
        introduction=to_html(issue.introduction),
        introduction_text=issue.introduction.strip(),
        sections=sections,
        count=len(papers),
        postal=config.mail.postal,
        unsubscribe=config.mail.unsubscribe,
    )


def _paper(corpus: Corpus, plan: SitePlan, config: Config, pick: Pick) -> LetterPaper:
    paper = corpus.paper(pick.paper)
    enrichment = corpus.enrichments[paper.id]
    found = enrichment.result
    return LetterPaper(
        id=paper.id,
        title=readable(paper.title),
        url=urls.absolute(config.site.base_url, plan.paper_urls[paper.id]),
        authors=author_line(paper.authors, config.language),
        new=gist(paper, enrichment, _LENGTH),
        found=clip(readable(found.brief), _LENGTH) if found else "",
        note=to_html(pick.note),
        links=_links(corpus, paper, config.language),
    )


def _links(corpus: Corpus, paper: Paper, language: Language) -> tuple[tuple[str, str], ...]:
    ranked = sorted(all_links(corpus, paper), key=lambda link: tuple(LinkKind).index(link.kind))
    return tuple((link_view(link, language).label, link.url) for link in ranked[:_LINKS])


def strongest(corpus: Corpus, letter: Letter) -> tuple[PaperId, ...]:
    """Return the letter's papers, those with most upvotes first, else in the editor's order."""
    papers = [paper.id for section in letter.sections for paper in section.papers]
    return tuple(sorted(papers, key=lambda paper: -(corpus.paper(paper).signals.upvotes or 0)))


def fitted(
    letter: Letter, order: Sequence[PaperId], size: Callable[[Letter], int], limit: int = MAX_BYTES
) -> Letter:
    """Return the letter with as many papers in full as fit, the others as titles.

    Args:
        letter: With all papers in full.
        order: Which of them stay in full first.
        size: Bytes of a letter as HTML.
        limit: Most bytes.
    """
    if size(letter) <= limit:
        return letter
    named = _most(len(order), lambda n: size(shortened(letter, order[:0], n)) <= limit)
    if named < len(order):
        return shortened(letter, order[:0], named)
    full = _most(len(order), lambda n: size(shortened(letter, order[:n], len(order))) <= limit)
    return shortened(letter, order[:full], len(order))


def shortened(letter: Letter, full: Sequence[PaperId], named: int) -> Letter:
    """Return a letter with some papers in full and of the others at most ``named`` titles."""
    kept = frozenset(full)
    sections = tuple(
        replace(section, papers=tuple(p for p in section.papers if p.id in kept))
        for section in letter.sections
    )
    rest = tuple(p for section in letter.sections for p in section.papers if p.id not in kept)
    return replace(
        letter,
        sections=tuple(section for section in sections if section.papers),
        titles=rest[:named],
        hidden=max(0, len(rest) - named),
    )


def _most(highest: int, fits: Callable[[int], bool]) -> int:
    """Return the largest number from 0 to ``highest`` that fits; what is larger never does."""
    low, high = 0, highest
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
