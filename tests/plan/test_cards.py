from __future__ import annotations

import dataclasses

import pytest

from generator.config.cards import CardsConfig
from generator.config.schema import Config
from generator.config.site import SiteConfig
from generator.plan.card_view import CardView
from generator.plan.cards import Card
from tests.factories import make_config, make_corpus, make_issue, make_papers
from tests.planning import make_plan

SITE = SiteConfig(title="The Digest", base_url="https://example.org/d/", description="On rivers.")


def config(**changes: object) -> Config:
    return make_config(site=SITE, cards=CardsConfig(**changes))  # type: ignore[arg-type]


def cards_of(config: Config) -> dict[str, Card]:
    return {card.path: card for card in make_plan(make_corpus(), config).cards}


def views(config: Config) -> dict[str, CardView | None]:
    pages = make_plan(make_corpus(), config).pages
    return {page.url: page.context().head.card for page in pages}


def test_site_topics_issues_and_papers_have_cards() -> None:
    cards = cards_of(config())
    assert sorted(cards) == [
        "card.png",
        "issues/2024-03-11/card.png",
        "papers/paper-number-1/card.png",
        "papers/paper-number-2/card.png",
        "papers/paper-number-3/card.png",
        "topics/river-maps/card.png",
    ]
    paper = cards["papers/paper-number-1/card.png"]
    assert (paper.label, paper.title, paper.site) == ("River maps", "Paper number 1", "The Digest")
    assert (paper.date, paper.hue) == ("11 March 2024", 0)
    assert "Lin Zhao" in paper.detail
    assert cards["card.png"].title == "The Digest"
    assert cards["card.png"].detail == "On rivers."
    issue = cards["issues/2024-03-11/card.png"]
    assert (issue.title, issue.detail, issue.date) == ("11 March 2024", "3 papers", "")


def test_an_issue_with_a_title_shows_its_date_too() -> None:
    papers = make_papers(1)
    corpus = make_corpus(papers, issues=(make_issue(papers, title="Rivers"),))
    issue = next(card for card in make_plan(corpus, config()).cards if card.label == "Issue")
    assert (issue.title, issue.detail, issue.date) == ("Rivers", "1 paper", "11 March 2024")


def test_every_page_that_is_listed_names_a_card_that_exists() -> None:
    plan = make_plan(make_corpus(), config())
    paths = {card.path for card in plan.cards}
    for page in plan.pages:
        head = page.context().head
        assert (head.card is not None) == head.indexed, page.url
        if head.card:
            assert head.card.url.removeprefix("https://example.org/d/") in paths


def test_pages_without_one_of_their_own_show_that_of_the_site() -> None:
    found = views(config())
    own = found["papers/paper-number-1/"]
    assert own is not None
    assert own.url == "https://example.org/d/papers/paper-number-1/card.png"
    assert own.alt == "Paper number 1 · The Digest"
    assert found["search/"] == found[""] == found["papers/"]
    assert found[""] == CardView(url="https://example.org/d/card.png", alt="The Digest")


@pytest.mark.parametrize(("up_to", "count"), [(0, 6), (3, 6), (2, 3)])
def test_a_large_site_has_cards_of_papers_no_more(up_to: int, count: int) -> None:
    assert len(cards_of(config(up_to=up_to))) == count
    view = views(config(up_to=up_to))["papers/paper-number-1/"]
    assert view is not None
    assert view.url.endswith("/d/card.png") == (count == 3)


def test_without_a_public_address_there_are_none() -> None:
    nowhere = make_config(site=dataclasses.replace(SITE, base_url=""))
    assert cards_of(nowhere) == {}
    assert set(views(nowhere).values()) == {None}


def test_they_can_be_switched_off() -> None:
    assert cards_of(config(enabled=False)) == {}
    assert set(views(config(enabled=False)).values()) == {None}


def test_a_limit_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="up_to must be 0 or more, not -1"):
        CardsConfig(up_to=-1)
