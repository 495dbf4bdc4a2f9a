from __future__ import annotations

import datetime

from generator.language.language import Language
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.plan.activity import HEIGHT, MOST, topic_activity
from generator.plan.contexts import TopicPage, TopicsPage
from tests.factories import (
    make_config,
    make_corpus,
    make_enrichment,
    make_issue,
    make_paper,
    make_papers,
    make_topic,
)
from tests.planning import make_plan

MARCH = datetime.date(2024, 3, 11)
MAY = datetime.date(2024, 5, 11)
APRIL = datetime.date(2024, 4, 11)


def three_issues() -> Corpus:
    papers = make_papers(6)
    issues = (
        make_issue(papers[5:], date=MAY),
        make_issue(papers[2:5], date=APRIL),
        make_issue(papers[:2], date=MARCH),
    )
    topics = (make_topic("Rivers"), make_topic("Lakes"))
    enrichments = {
        paper.id: make_enrichment("rivers", *(["lakes"] if number == 0 else []))
        for number, paper in enumerate(papers)
    }
    return make_corpus(papers, issues=issues, topics=topics, enrichments=enrichments)


def dated(*dates: PartialDate) -> Corpus:
    papers = [make_paper(f"Number {n}", published=date) for n, date in enumerate(dates)]
    return make_corpus(papers, issues=())


def test_each_issue_is_a_bar_oldest_first() -> None:
    found = topic_activity(three_issues(), Language())
    assert found["rivers"].text == "Papers in each of the last 3 issues, oldest first: 2, 3, 1"
    assert found["lakes"].text.endswith(": 1, 0, 0")


def test_all_topics_are_drawn_on_one_scale() -> None:
    found = topic_activity(three_issues(), Language())
    assert f"v-{HEIGHT}h" in found["rivers"].path
    assert f"v-{HEIGHT}h" not in found["lakes"].path
    assert f"v-{HEIGHT // 3}h" in found["lakes"].path
    assert found["rivers"].width == found["lakes"].width


def test_few_issues_or_dates_show_nothing() -> None:
    assert topic_activity(dated(PartialDate(2024, 3, 1), PartialDate(2024, 3, 9)), Language()) == {}
    assert topic_activity(dated(PartialDate(2023), PartialDate(2024)), Language()) == {}
    assert topic_activity(dated(), Language()) == {}


def test_without_issues_months_count_and_gaps_show() -> None:
    corpus = dated(PartialDate(2023, 12, 1), PartialDate(2024, 2, 1), PartialDate(2024, 2))
    (activity,) = topic_activity(corpus, Language()).values()
    assert activity.text.endswith("last 3 months, oldest first: 1, 0, 2")


def test_many_months_or_bare_years_become_years() -> None:
    (long,) = topic_activity(dated(PartialDate(2020, 1), PartialDate(2024, 2)), Language()).values()
    assert long.text.endswith("last 5 years, oldest first: 1, 0, 0, 0, 1")
    (bare,) = topic_activity(dated(PartialDate(2022), PartialDate(2024, 2)), Language()).values()
    assert bare.text.endswith("last 3 years, oldest first: 1, 0, 1")


def test_only_the_newest_periods_are_drawn() -> None:
    (activity,) = topic_activity(dated(PartialDate(1900), PartialDate(2024)), Language()).values()
    assert f"last {MOST} years" in activity.text


def test_topics_show_it_in_their_list_and_on_their_pages() -> None:
    pages = {page.url: page for page in make_plan(three_issues(), make_config()).pages}
    topics = pages["topics/"].context()
    assert isinstance(topics, TopicsPage)
    assert all(row.activity for group in topics.groups for row in group.rows)
    topic = pages["topics/rivers/"].context()
    assert isinstance(topic, TopicPage)
    assert topic.activity
