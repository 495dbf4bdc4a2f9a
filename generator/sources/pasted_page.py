"""The reader of digest pages that were copied out of a browser and pasted into a text file."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Sequence
from itertools import pairwise

from generator.errors import Diagnostic
from generator.model.ids import identifiers, paper_id
from generator.model.issue import Issue, Pick, Section
from generator.model.paper import Origin, Paper
from generator.sources.link_kinds import is_web_address, link_to
from generator.sources.page_cards import Card, Edition, take_apart
from generator.sources.page_days import day_of
from generator.sources.page_doubts import doubts
from generator.sources.page_layout import assign_roles
from generator.sources.page_lines import PageLine, Role
from generator.sources.source import Reading, Seed

_NAME = "pasted-page"
_OTHER_FORMAT = re.compile(
    r"\s*(?:\{|\[\s*[\[{\"\d]|<[?!a-zA-Z]|@\w+\s*[{(]|%|---\s*\n|TY  ?-|PMID-|\\\\)"
)
_LABELLED = re.compile(
    r"^(?:title|authors?|abstract|summary|pdf|url|date|categories|keywords|doi|[A-Z][A-Z0-9]{1,3} )"
    r"\s*[:-]\s",
    re.IGNORECASE | re.MULTILINE,
)
_SAMPLE = 100_000  # characters; enough to tell a digest page
_IN_CARDS = frozenset({Role.TITLE, Role.TITLE_MORE, Role.ABSTRACT, Role.ABSTRACT_MORE})
_MARKS = frozenset({Role.DATE, Role.CURATOR, Role.INVITATION, Role.CHROME})


class PastedPage:
    """Reads titles and abstracts by the look and the order of lines (see ``page_layout``)."""

    name = _NAME

    def detects(self, seed: Seed) -> bool:
        """Tell whether the text is mostly cards, and of no format with marks of its own."""
        sample = seed.text[:_SAMPLE]
        if _OTHER_FORMAT.match(sample) or len(_LABELLED.findall(sample)) > 1:
            return False
        return _is_mostly_cards(assign_roles(sample))

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


def _is_mostly_cards(lines: Sequence[PageLine]) -> bool:
    """Weigh marks of a digest page, cards and their length against text that fits nowhere.

    Headed prose looks like cards too, but has no such marks, and several paragraphs a heading.
    """
    cards = [card for edition in take_apart(lines).editions for card in edition.cards]
    if not cards:
        return False
    inside = sum(len(line.text) for line in lines if line.role in _IN_CARDS)
    stray = sum(len(line.text) for line in lines if line.role is Role.STRAY)
    paragraphs = sum(
        line.role is Role.ABSTRACT_MORE and before.role is Role.BLANK
        for before, line in pairwise(lines)
    )
    marks = len({line.role for line in lines} & _MARKS)
    mean = sum(len(card.abstract) for card in cards) / len(cards)
    if inside < 0.7 * (inside + stray) or paragraphs > 0.3 * len(cards) + 1:
        return False
    return (marks >= 2 or mean >= 80) and marks + min(len(cards), 3) + (mean >= 200) >= 3


def _paper(seed: Seed, card: Card) -> Paper:
    names = [name for address in card.addresses for name in identifiers(address)]
    aliases = tuple(dict.fromkeys(names))
    return Paper(
        id=paper_id(card.title, aliases=aliases),
        title=card.title,
        abstract=card.abstract,
        links=tuple(link_to(url) for url in card.addresses if is_web_address(url)),
        aliases=aliases,
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
