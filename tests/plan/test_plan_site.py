import dataclasses
import datetime
import json

import pytest

from generator.model.corpus import Corpus
from generator.model.paper import PaperId
from generator.plan.contexts import (
    HomePage,
    IssuePage,
    NotFoundPage,
    PageContext,
    PaperPage,
    TopicPage,
    TopicsPage,
)
from generator.plan.site_plan import SitePlan
from tests.factories import (
    make_config,
    make_corpus,
    make_enrichment,
    make_free_page,
    make_issue,
    make_paper,
    make_papers,
    make_topic,
)
from tests.planning import make_plan


def plan(corpus: Corpus, *, base_url: str = "https://rivers.example/digest/") -> SitePlan:
    config = make_config()
    site = type(config.site)(title="River digest", base_url=base_url)
    config = make_config(site=site)
    return make_plan(corpus, config)


def context(site: SitePlan, url: str) -> PageContext:
    return next(page.context() for page in site.pages if page.url == url)


def test_every_page_of_the_contract_is_planned() -> None:
    site = plan(make_corpus(pages=(make_free_page(),)))
    assert {page.url for page in site.pages} == {
        "",
        "issues/",
        "issues/2024-03-11/",
        "topics/",
        "topics/river-maps/",
        "papers/",
        "papers/paper-number-1/",
        "papers/paper-number-2/",
        "papers/paper-number-3/",
        "search/",
        "subscribe/",
        "reading-list/",
        "data/",
        "about/",
        "404.html",
        "offline.html",
    }


def test_a_corpus_without_issues_or_topics_has_no_page_for_them() -> None:
    papers = make_papers(2)
    enrichments = {paper.id: make_enrichment() for paper in papers}
    corpus = make_corpus(papers, issues=(), topics=(), enrichments=enrichments)
    site = plan(corpus)
    assert not [page.url for page in site.pages if page.url.startswith(("issues", "topics"))]
    assert [link.label for link in site.site.navigation] == ["Papers"]


def test_an_empty_corpus_still_has_a_home_page() -> None:
    home = context(plan(make_corpus((), issues=(), topics=())), "")
    assert isinstance(home, HomePage)
    assert home.cards == ()


def test_long_lists_go_over_several_pages_and_every_paper_is_on_one() -> None:
    papers = make_papers(120)
    site = plan(make_corpus(papers))
    urls = [page.url for page in site.pages]
    assert {"papers/page/2/", "papers/page/3/", "topics/river-maps/page/3/"} <= set(urls)
    assert {"issues/2024-03-11/page/2/"} <= set(urls)
    shown: list[str] = []
    for page in site.pages:
        made = page.context()
        if isinstance(made, TopicPage):
            shown += [card.id for card in made.cards]
    assert sorted(shown) == sorted(paper.id for paper in papers)


def test_previous_and_next_follow_the_issue() -> None:
    first, second, third = make_papers(3)
    corpus = make_corpus([first, second, third], issues=(make_issue([third, first, second]),))
    page = context(plan(corpus), "papers/paper-number-1/")
    assert isinstance(page, PaperPage)
    assert page.previous is not None
    assert page.next is not None
    assert (page.previous.label, page.next.label) == ("Paper number 3", "Paper number 2")


def test_topics_stand_under_their_parents_and_those_without_one_come_last() -> None:
    maps, lakes, otters = make_topic("Maps"), make_topic("Lakes"), make_topic("Otters")
    water = make_topic("Water")
    topics = (otters, dataclasses.replace(lakes, parent="water"), maps)
    deep = dataclasses.replace(make_topic("Deep lakes"), parent="lakes")
    papers = make_papers(4)
    names = ("otters", "lakes", "maps", "deep-lakes")
    enrichments = {
        paper.id: make_enrichment(name) for paper, name in zip(papers, names, strict=True)
    }
    corpus = make_corpus(papers, topics=(*topics, deep), parents=(water,), enrichments=enrichments)
    site = plan(corpus)
    page = context(site, "topics/")
    assert isinstance(page, TopicsPage)
    shown = [(group.name, [row.topic.name for row in group.rows]) for group in page.groups]
    assert shown == [
        ("Water", ["Lakes"]),
        ("Lakes", ["Deep lakes"]),
        ("", ["Otters", "Maps"]),
    ]
    trail = [link.url for link in context(site, "topics/lakes/").head.trail]
    assert trail == ["topics/", "topics/#water"]
    trail = [link.url for link in context(site, "topics/deep-lakes/").head.trail]
    assert trail == ["topics/", "topics/lakes/"]


def test_without_parents_there_is_one_group_without_a_name() -> None:
    page = context(plan(make_corpus()), "topics/")
    assert isinstance(page, TopicsPage)
    assert [group.name for group in page.groups] == [""]


def test_a_topic_that_is_gone_leads_to_its_successor_or_to_the_list() -> None:
    former = {"lakes": "river-maps", "seas": "", "river-maps": ""}
    site = plan(make_corpus(former_topics=former))
    assert site.redirects == {"topics/lakes/": "topics/river-maps/", "topics/seas/": "topics/"}


def test_an_editors_note_shows_in_its_issue_only() -> None:
    paper = make_paper()
    issue = make_issue([paper])
    pick = type(issue.sections[0].picks[0])(paper=paper.id, note="Read *this*.")
    section = type(issue.sections[0])(picks=(pick,), title="First")
    site = plan(make_corpus([paper], issues=(make_issue(sections=(section,)),)))
    page = context(site, "issues/2024-03-11/")
    assert isinstance(page, IssuePage)
    assert page.sections[0].title == "First"
    assert "<em>this</em>" in page.sections[0].cards[0].note
    topic = context(site, "topics/river-maps/")
    assert isinstance(topic, TopicPage)
    assert topic.cards[0].note == ""


def test_the_answer_to_a_wrong_address_has_absolute_links_and_is_not_listed() -> None:
    site = plan(make_corpus())
    page = context(site, "404.html")
    assert isinstance(page, NotFoundPage)
    assert page.head.root == "/digest/"
    assert not next(page.listed for page in site.pages if page.url == "404.html")


def test_structured_data_cannot_leave_its_script_element() -> None:
    paper = make_paper("</script><script>alert(1)</script>")
    site = plan(make_corpus([paper]))
    page = context(site, site.paper_urls[paper.id])
    assert isinstance(page, PaperPage)
    assert "<" not in page.structured
    assert json.loads(page.structured)["@graph"][0]["headline"] == paper.title


def test_citation_tags_say_only_what_is_known() -> None:
    paper = make_paper(authors=(), published=None, aliases=("arxiv:2402.12345",))
    site = plan(make_corpus([paper]), base_url="")
    page = context(site, site.paper_urls[PaperId("arxiv:2402.12345")])
    assert isinstance(page, PaperPage)
    assert page.citation == (
        ("citation_title", paper.title),
        ("citation_arxiv_id", "2402.12345"),
        ("DC.type", "preprint"),
    )


def test_without_a_public_address_there_is_no_canonical_one() -> None:
    page = context(plan(make_corpus(), base_url=""), "")
    assert page.head.canonical == ""


def test_two_pages_at_one_address_are_refused() -> None:
    topics = (make_topic("Maps"), make_topic("Maps"))
    papers = make_papers(1)
    enrichments = {papers[0].id: make_enrichment("maps")}
    corpus = make_corpus(papers, topics=topics, enrichments=enrichments)
    with pytest.raises(ValueError, match="topics/maps/"):
        plan(corpus)


def test_a_site_is_as_new_as_its_newest_issue_or_paper() -> None:
    papers = make_papers(1)
    issue = make_issue(papers, date=datetime.date(2024, 5, 6))
    assert plan(make_corpus(papers, issues=(issue,))).updated == datetime.date(2024, 5, 6)


def test_an_issue_without_papers_has_a_page() -> None:
    papers = make_papers(1)
    site = plan(make_corpus(papers, issues=(make_issue(()),)))
    page = context(site, "issues/2024-03-11/")
    assert isinstance(page, IssuePage)
    assert page.sections == ()
