from __future__ import annotations

import datetime

from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.paper import FieldSource, Signals
from generator.plan.calendar import calendar_months
from generator.plan.contexts import TrendingPage
from generator.plan.views import issue_card
from tests.factories import make_config, make_corpus, make_issue, make_origin, make_paper
from tests.planning import make_plan


def trending(corpus: Corpus) -> TrendingPage | None:
    pages = [page for page in make_plan(corpus, make_config()).pages if page.url == "trending/"]
    context = pages[0].context() if pages else None
    assert context is None or isinstance(context, TrendingPage)
    return context


def test_without_counts_there_is_no_such_page() -> None:
    assert trending(make_corpus([make_paper(signals=Signals(upvotes=0))])) is None


def test_papers_stand_by_what_their_source_counted_with_its_name_and_day() -> None:
    hf, other = make_origin("seeds/daily.json"), make_origin("seeds/other.md")
    papers = [
        make_paper("Few", signals=Signals(upvotes=3), origins=(hf,)),
        make_paper(
            "Many",
            signals=Signals(upvotes=10, stars=5),
            origins=(other, hf),
            provenance=(FieldSource(field="upvotes", origin=hf),),
        ),
        make_paper("None", signals=Signals()),
    ]
    page = trending(make_corpus(papers))
    assert page is not None
    assert [section.id for section in page.sections] == ["upvotes", "stars"]
    rows = page.sections[0].rows
    assert [(row.paper.label, row.count) for row in rows] == [("Many", 10), ("Few", 3)]
    assert rows[0].source == "daily.json"
    assert rows[0].date is not None
    assert rows[0].date.iso == "2024-03-11"
    assert page.sections[1].rows[0].source == "other.md"


def test_the_calendar_says_which_days_have_no_issue() -> None:
    days = [datetime.date(2024, 2, 28), datetime.date(2024, 3, 1)]
    cards = [issue_card(make_issue(date=day), Language()) for day in days]
    march, february = calendar_months(cards, Language())
    assert (march.label, february.label) == ("March 2024", "February 2024")
    cells = {day.number: day for week in february.weeks for day in week}
    assert cells[28].url == "issues/2024-02-28/"
    assert (cells[29].url, cells[29].empty) == ("", True)
    assert not cells[27].empty
    assert all(len(week) == 7 for week in february.weeks)


def test_weekly_issues_have_no_calendar() -> None:
    week = issue_card(make_issue(id="2024-w11", date=datetime.date(2024, 3, 11)), Language())
    assert calendar_months([week], Language()) == ()
