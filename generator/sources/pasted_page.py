"""The reader of digest pages that were copied out of a browser and pasted into a text file."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence

from generator.errors import Diagnostic
from generator.model.ids import identifiers, paper_id
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import Origin, Paper
from generator.sources.link_kinds import is_web_address, link_to
from generator.sources.page_cards import Card, Edition, take_apart
from generator.sources.page_days import day_of
from generator.sources.page_detection import is_digest_page
from generator.sources.page_doubts import doubts
from generator.sources.page_layout import assign_roles
from generator.sources.source import Reading, Seed

_NAME = "pasted-page"


class PastedPage:
    """Reads titles and abstracts by the look and the order of lines (see ``page_layout``)."""

    name = _NAME
    about = "A digest page copied from the browser: titles, abstracts, dates"

    def detects(self, seed: Seed) -> bool:
        """Tell whether the text is a page of cards (``page_detection``)."""
        return is_digest_page(seed.text)

    def read(self, seed: Seed) -> Reading:
        """Return every card as a paper, and an issue for each day that heads some."""
        lines = assign_roles(seed.text)
        page = take_apart(lines)
        papers: list[Paper] = []
        issues: dict[datetime.date, Issue] = {}
        problems: list[Diagnostic] = list(doubts(seed, lines, page))
        for edition in page.editions:
            found = [_paper(seed, card) for card in edition.cards]
            day, doubtful = day_of(seed, edition)
            problems.extend(doubtful)
            if day:
                issue = _issue(seed, edition, day, found)
                issues[day] = _merged(issues[day], issue) if day in issues else issue
            papers.extend(found)
        return Reading(
            format=_NAME,
            papers=tuple(papers),
            issues=tuple(issues.values()),
            diagnostics=tuple(problems),
        )


def _paper(seed: Seed, card: Card) -> Paper:
    names = [name for address in card.addresses for name in identifiers(address)]
    aliases = tuple(dict.fromkeys(names))
    return Paper(
        id=paper_id(card.title, aliases=aliases),
        title=card.title,
        abstract=card.abstract,
        links=tuple(link_to(url) for url in card.addresses if is_web_address(url)),
        aliases=aliases,
        signals=card.signals,
        origins=(Origin(location=seed.at(card.line), format=_NAME),),
    )


def _issue(seed: Seed, edition: Edition, day: datetime.date, papers: Sequence[Paper]) -> Issue:
    heading = edition.heading
    ids = dict.fromkeys(paper.id for paper in papers)
    line = heading.date.number if heading.date else edition.cards[0].line
    return Issue(
        id=day.isoformat(),
        date=day,
        sections=(Section(picks=tuple(Pick(paper=paper) for paper in ids)),),
        curator=heading.curator,
        invites_subscribers=heading.invites,
        locations=(seed.at(line),),
    )


def _merged(earlier: Issue, later: Issue) -> Issue:
    """Return two editions of one day as one issue, each paper picked once."""
    picks = {pick.paper: pick for issue in (earlier, later) for pick in issue.sections[0].picks}
    return dataclasses.replace(
        earlier,
        sections=(Section(picks=tuple(picks.values())),),
        curator=earlier.curator or later.curator,
        invites_subscribers=earlier.invites_subscribers or later.invites_subscribers,
        locations=(*earlier.locations, *later.locations),
    )
