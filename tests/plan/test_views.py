import datetime

from generator.language.language import Language
from generator.model.dates import PartialDate
from generator.model.paper import Link, LinkKind
from generator.plan.views import all_links, author_line, date_view, make_views
from tests.factories import (
    make_author,
    make_corpus,
    make_enrichment,
    make_found_link,
    make_issue,
    make_paper,
    make_papers,
    make_topic,
)


def test_a_date_is_written_as_exactly_as_it_is_known() -> None:
    assert date_view(PartialDate(2024, 3, 11), Language()).text == "11 March 2024"
    assert date_view(PartialDate(2024, 3), Language()).text == "March 2024"
    assert date_view(PartialDate(2024), Language()).text == "2024"


def test_a_long_author_list_says_how_many_more_there_are() -> None:
    authors = [make_author(name) for name in "ABCDE"]
    assert author_line(authors, Language()) == "A, B, C and 2 more"
    assert author_line(authors[:4], Language()) == "A, B, C, D"
    assert author_line([], Language()) == ""


def test_a_paper_without_a_date_shows_that_of_its_first_issue() -> None:
    paper = make_paper(published=None)
    first = make_issue([paper], id="a", date=datetime.date(2024, 1, 2))
    second = make_issue([paper], id="b", date=datetime.date(2024, 2, 3))
    views = make_views(make_corpus([paper], issues=(second, first)), Language())
    shown = views.cards[paper.id].date
    assert shown is not None
    assert shown.text == "2 January 2024"


def test_a_paper_with_no_date_at_all_shows_none() -> None:
    paper = make_paper(published=None)
    views = make_views(make_corpus([paper], issues=()), Language())
    assert views.cards[paper.id].date is None


def test_an_address_that_is_both_stated_and_found_counts_once_as_stated() -> None:
    url = "https://code.example/otters"
    abstract = f"Code: {url}."
    paper = make_paper(abstract=abstract, links=(Link(url=url, kind=LinkKind.DATA),))
    found = make_enrichment("river-maps", links=[make_found_link(abstract, url)])
    corpus = make_corpus([paper], enrichments={paper.id: found})
    assert all_links(corpus, paper) == (Link(url=url, kind=LinkKind.DATA),)


def test_an_editors_summary_stands_before_the_abstract() -> None:
    paper = make_paper(tldr="Otters draw maps.")
    assert (
        make_views(make_corpus([paper]), Language()).cards[paper.id].summary == "Otters draw maps."
    )


def test_topics_take_their_colours_in_turn() -> None:
    topics = tuple(make_topic(f"Topic {n}") for n in range(13))
    views = make_views(make_corpus(make_papers(1), topics=topics), Language())
    hues = [view.hue for view in views.topics.values()]
    assert hues == [*range(12), 0]


def test_the_card_of_a_paper_says_nothing_that_others_in_its_topic_change() -> None:
    papers = make_papers(3)
    fewer, more = (make_views(make_corpus(some), Language()) for some in (papers[:1], papers))
    assert fewer.cards[papers[0].id].topics == more.cards[papers[0].id].topics != ()
    assert fewer.topics != more.topics
