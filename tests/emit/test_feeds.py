import datetime
import json
from xml.etree import ElementTree as ET

import feedparser

from generator.config.schema import FeedsConfig, SiteConfig
from generator.emit.atom import emit_atom
from generator.emit.feed import MAX_BYTES, Feed, make_feed
from generator.emit.json_feed import emit_json_feed
from generator.model.corpus import Corpus
from generator.plan.site_plan import SitePlan
from tests.factories import make_config, make_corpus, make_issue, make_paper, make_papers
from tests.planning import make_plan

SITE = SiteConfig(title="River digest", base_url="https://rivers.example/d/", curator="Ada")
CONFIG = make_config(site=SITE, feeds=FeedsConfig(limit=2))


def plan(corpus: Corpus) -> SitePlan:
    return make_plan(corpus, CONFIG)


def feed(corpus: Corpus) -> Feed:
    return make_feed(corpus, plan(corpus), CONFIG, path="feed.xml")


def test_a_feed_reader_understands_the_atom_feed() -> None:
    corpus = make_corpus()
    files = {file.path: file.body for file in emit_atom(corpus, plan(corpus), CONFIG)}
    assert sorted(files) == ["feed.xml", "topics/river-maps/feed.xml"]
    parsed = feedparser.parse(files["feed.xml"])
    assert not parsed.bozo
    assert parsed.feed.title == "River digest"
    assert [entry.title for entry in parsed.entries] == ["Paper number 1", "Paper number 2"]
    entry = parsed.entries[0]
    assert entry.link == "https://rivers.example/d/papers/paper-number-1/"
    assert entry.id.startswith("urn:uuid:")
    assert entry.updated == "2024-03-11T00:00:00Z"
    assert "river maps with otters" in entry.content[0].value
    assert [tag.term for tag in entry.tags] == ["River maps"]


def test_the_json_feed_says_the_same() -> None:
    corpus = make_corpus()
    [file] = emit_json_feed(corpus, plan(corpus), CONFIG)
    document = json.loads(file.body)
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert [row["title"] for row in document["items"]] == ["Paper number 1", "Paper number 2"]
    assert document["items"][0]["id"] == feed(corpus).entries[0].id


def test_an_entrys_id_does_not_depend_on_where_the_site_lives() -> None:
    corpus = make_corpus()
    there = make_feed(corpus, plan(corpus), make_config(), path="feed.xml")
    assert there.entries[0].id == feed(corpus).entries[0].id


def test_hostile_titles_leave_the_feed_well_formed() -> None:
    corpus = make_corpus([make_paper("]]> <script>&\x00\x07", abstract="<b>]]></b>\x00 &amp;")])
    for file in emit_atom(corpus, plan(corpus), CONFIG):
        ET.fromstring(file.body)  # noqa: S314 (our own output)
        assert not feedparser.parse(file.body).bozo


def test_a_paper_that_no_source_dates_takes_the_date_of_its_first_issue() -> None:
    paper = make_paper(published=None)
    issue = make_issue([paper], date=datetime.date(2024, 2, 3))
    made = feed(make_corpus([paper], issues=(issue,)))
    assert made.entries[0].updated == datetime.date(2024, 2, 3)


def test_a_feed_of_long_abstracts_stays_small() -> None:
    papers = make_papers(100, abstract="Rivers are long. " * 2000)
    config = make_config(site=SITE)
    corpus = make_corpus(papers)
    made = make_feed(corpus, plan(corpus), config, path="feed.xml")
    assert 0 < sum(len(entry.body) for entry in made.entries) < MAX_BYTES


def test_an_empty_corpus_has_a_valid_feed() -> None:
    corpus = make_corpus((), issues=(), topics=())
    [file] = emit_atom(corpus, plan(corpus), CONFIG)
    assert not feedparser.parse(file.body).bozo
