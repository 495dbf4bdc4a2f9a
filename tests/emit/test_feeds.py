import datetime
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from lxml import etree

from generator.config.feeds import FeedsConfig, SavedSearch
from generator.config.schema import Config
from generator.config.site import SiteConfig
from generator.emit.feeds import emit_feeds
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.enrichment import Enrichment, Statement
from generator.model.history import History
from generator.model.paper import Link, LinkKind
from generator.search.saved import emit_saved_searches
from tests.factories import (
    make_author,
    make_config,
    make_corpus,
    make_enrichment,
    make_issue,
    make_paper,
    make_papers,
)
from tests.planning import make_plan

SITE = SiteConfig(title="River digest", base_url="https://rivers.example/d/", curator="Ada")
CONFIG = make_config(site=SITE, feeds=FeedsConfig(limit=2))
SCHEMA = Path(__file__).parents[1] / "vendor" / "atom.rng"
ATOM = "{http://www.w3.org/2005/Atom}"
MAY_BE_IN_A_JSON_FEED = {
    *("version", "title", "home_page_url", "feed_url", "description", "next_url", "authors"),
    *("language", "items"),
}
MAY_BE_IN_AN_ITEM = {
    *("id", "url", "external_url", "title", "content_html", "summary", "date_published"),
    *("date_modified", "authors", "tags"),
}


def files(corpus: Corpus, config: Config = CONFIG, past: History | None = None) -> dict[str, bytes]:
    plan = make_plan(corpus, config, past)
    made = (*emit_feeds(corpus, plan, config), *emit_saved_searches(corpus, plan, config))
    return {file.path: file.body for file in made}


def parsed(body: bytes) -> Any:
    feed = feedparser.parse(body)
    assert not feed.bozo, feed.bozo_exception
    return feed


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA))


def assert_valid_atom(body: bytes) -> None:
    """Hold a document against RFC 4287: its schema, and the rules that the schema cannot say."""
    document = etree.fromstring(body)
    assert schema().validate(document), schema().error_log.last_error
    ids = [entry.findtext(f"{ATOM}id") for entry in document.iter(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    assert all(text and urlsplit(text).scheme for text in ids)
    for entry in document.iter(f"{ATOM}entry"):
        relations = [link.get("rel") for link in entry.findall(f"{ATOM}link")]
        assert relations.count("alternate") == 1


def assert_valid_json_feed(body: bytes) -> None:
    """Hold a document against the rules of https://www.jsonfeed.org/version/1.1/."""
    feed = json.loads(body)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed.keys() <= MAY_BE_IN_A_JSON_FEED
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)
    for item in feed["items"]:
        assert item.keys() <= MAY_BE_IN_AN_ITEM
        assert item["content_html"]
        assert isinstance(item["id"], str)
        for key in ("date_published", "date_modified"):
            if key in item:
                datetime.datetime.fromisoformat(item[key])
        assert all(author["name"] for author in item.get("authors", ()))


def assert_valid_rss(body: bytes) -> None:
    """Hold a document against the rules of https://www.rssboard.org/rss-specification."""
    channel = etree.fromstring(body).find("channel")
    assert channel is not None
    for name in ("title", "link", "description"):
        assert channel.findtext(name)
    for item in channel.findall("item"):
        assert item.findtext("title") or item.findtext("description")
        assert item.find("guid") is not None
    assert not parsed(body).bozo


def assert_all_valid(made: dict[str, bytes]) -> None:
    for path, body in made.items():
        name = path.rpartition("/")[2]
        if name.startswith("feed") and name.endswith(".xml"):
            assert_valid_atom(body)
        elif name.startswith("rss"):
            assert_valid_rss(body)
        elif name.startswith("feed") and name.endswith(".json"):
            assert_valid_json_feed(body)


def walk(made: dict[str, bytes], path: str) -> Iterator[Any]:
    """Yield a feed and those its ``next`` links lead to."""
    while path:
        feed = parsed(made[path])
        yield feed
        following = [link.href for link in feed.feed.links if link.rel == "next"]
        path = following[0].removeprefix(SITE.base_url) if following else ""


def test_site_topics_and_issues_have_a_feed_in_each_format() -> None:
    made = files(make_corpus())
    folders = ("", "issues/", "topics/river-maps/")
    names = ("feed.xml", "rss.xml", "feed.json")
    expected = {folder + name for folder in folders for name in names}
    assert made.keys() == expected | {"feeds.opml", "history.json"}
    assert_all_valid(made)


def test_formats_that_are_not_asked_for_are_left_out() -> None:
    config = make_config(site=SITE, feeds=FeedsConfig(formats=("json",)))
    assert "feed.json" in files(make_corpus(), config)
    assert "rss.xml" not in files(make_corpus(), config)
    assert list(files(make_corpus(), make_config(feeds=FeedsConfig(formats=())))) == [
        "history.json"
    ]


@pytest.mark.parametrize("path", ["feed.xml", "rss.xml"])
def test_a_feed_reader_finds_the_whole_paper(path: str) -> None:
    statement = Statement(text="We draw.", brief="We draw maps.")
    found = Statement(text="Better.", brief="They are better.")
    code = Link(url="https://code.example/otters", kind=LinkKind.CODE)
    paper = make_paper(categories=("cs.CL",), links=(code,))
    topics = make_enrichment("river-maps").topics
    enrichment = Enrichment(topics=topics, contribution=statement, result=found)
    corpus = make_corpus([paper], enrichments={paper.id: enrichment})
    feed = parsed(files(corpus)[path])
    assert feed.feed.title == "River digest"
    [entry] = feed.entries
    assert entry.link == "https://rivers.example/d/papers/otters-a-benchmark-of-river-maps/"
    assert entry.id.startswith("urn:uuid:")
    assert entry.published_parsed[:3] == (2024, 3, 11)
    assert "river maps with otters" in entry.content[0].value
    assert "They are better." in entry.content[0].value
    assert entry.summary == "We draw maps. They are better."
    assert [tag.term for tag in entry.tags] == ["River maps", "cs.CL"]
    assert [author.name for author in entry.authors] == ["Ada van der Berg", "Lin Zhao"]


def test_the_json_feed_says_the_same() -> None:
    made = files(make_corpus())
    document = json.loads(made["feed.json"])
    atom = parsed(made["feed.xml"])
    assert [row["title"] for row in document["items"]] == ["Paper number 1", "Paper number 2"]
    assert [row["id"] for row in document["items"]] == [entry.id for entry in atom.entries]


def test_an_issues_entry_lists_its_papers() -> None:
    [entry] = parsed(files(make_corpus())["issues/feed.xml"]).entries
    assert entry.link == "https://rivers.example/d/issues/2024-03-11/"
    assert entry.content[0].value.count("https://rivers.example/d/papers/paper-number-") == 3
    assert entry.summary == "3 papers, curated by the river club."


def test_an_entrys_id_does_not_depend_on_where_the_site_lives() -> None:
    here, there = files(make_corpus()), files(make_corpus(), make_config())
    assert_all_valid(there)
    assert parsed(there["feed.xml"]).entries[0].id == parsed(here["feed.xml"]).entries[0].id
    topic = parsed(there["topics/river-maps/feed.xml"]).entries[0]
    assert topic.link == "../../papers/paper-number-1/"


def test_hostile_titles_leave_every_format_well_formed() -> None:
    authors = (make_author('Mallory "]]>" <x>\ud800'),)
    paper = make_paper("]]> <script>&\x00\x07", abstract="<b>]]></b>\x00 &amp;", authors=authors)
    made = files(make_corpus([paper]))
    assert_all_valid(made)
    [item] = json.loads(made["feed.json"])["items"]
    assert "<b>" not in item["content_html"]
    assert b"<script" not in made["feed.xml"] + made["rss.xml"]


def test_a_paper_that_no_source_dates_takes_the_date_of_its_first_issue() -> None:
    paper = make_paper(published=None)
    issue = make_issue([paper], date=datetime.date(2024, 2, 3))
    [entry] = parsed(files(make_corpus([paper], issues=(issue,)))["feed.xml"]).entries
    assert entry.updated == "2024-02-03T00:00:00Z"


def test_a_long_feed_goes_on_in_further_files() -> None:
    papers = make_papers(40, abstract="Rivers are long. " * 2000)
    made = files(make_corpus(papers, issues=()), make_config(site=SITE))
    assert_all_valid(made)
    assert max(map(len, made.values())) <= 512 * 1024
    pages = list(walk(made, "feed.xml"))
    assert len(pages) > 1
    assert [e.title for page in pages for e in page.entries] == [paper.title for paper in papers]
    first, last = pages[0].feed.links, pages[-1].feed.links
    assert {link.rel for link in first} >= {"self", "first", "next", "last"}
    assert {link.rel for link in last} >= {"self", "first", "previous", "last"}
    document = json.loads(made["feed.json"])
    assert document["next_url"] == f"{SITE.base_url}feed-2.json"


def test_a_saved_search_follows_the_papers_that_hold_every_word() -> None:
    papers = (
        make_paper("Otters Mapping Rivers", abstract=""),
        make_paper("Otters at Play", abstract="They sleep."),
        make_paper("Café Maps", abstract="About an otter's river and pre-trained maps."),
    )
    search = SavedSearch(title="Otters & maps", query="otter river maps")
    config = make_config(site=SITE, feeds=FeedsConfig(search=(search,)))
    made = files(make_corpus(papers, topics=()), config)
    feed = parsed(made["feeds/otters-maps/feed.xml"])
    assert feed.feed.title == "River digest: Otters & maps"
    assert feed.feed.link == f"{SITE.base_url}search/?q=otter+river+maps"
    assert [entry.title for entry in feed.entries] == ["Otters Mapping Rivers", "Café Maps"]
    assert_all_valid(made)


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", "pretrained", "pre-training", "map otters"])
def test_a_saved_search_reads_words_as_the_search_page_does(query: str) -> None:
    paper = make_paper("Café Maps", abstract="About an otter's pre-trained nets.")
    config = make_config(feeds=FeedsConfig(search=(SavedSearch(query=query),)))
    made = files(make_corpus([paper, make_paper("Something Else", abstract="")]), config)
    [path] = [path for path in made if path.startswith("feeds/") and path.endswith("feed.xml")]
    assert [entry.title for entry in parsed(made[path]).entries] == ["Café Maps"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("author:zhao otters", ["Otters Draw Maps"]),
        ('"river maps"', ["Old River Maps"]),
        ("maps -otters", ["Old River Maps"]),
        ("title:rivers", ["Old River Maps"]),
        ("draw*", ["Otters Draw Maps"]),
    ],
)
def test_a_saved_search_knows_the_signs_of_the_search_box(query: str, titles: list[str]) -> None:
    papers = (
        make_paper("Otters Draw Maps", abstract="Maps of a river.", authors=(make_author("Zhao"),)),
        make_paper("Old River Maps", abstract="Of Zhao.", authors=()),
    )
    config = make_config(feeds=FeedsConfig(search=(SavedSearch(query=query),)))
    made = files(make_corpus(papers, topics=()), config)
    [path] = [path for path in made if path.startswith("feeds/") and path.endswith("feed.xml")]
    assert [entry.title for entry in parsed(made[path]).entries] == titles


def test_an_author_gets_a_feed_only_when_asked_for() -> None:
    papers = (make_paper("One"), make_paper("Two", authors=(make_author("José Núñez"),)))
    config = make_config(site=SITE, feeds=FeedsConfig(authors=("Jose Nunez", "Nobody Here")))
    made = files(make_corpus(papers), config)
    assert [path for path in made if "nobody" in path] == []
    feed = parsed(made["feeds/jose-nunez/feed.xml"])
    assert [entry.title for entry in feed.entries] == ["Two"]


def test_the_list_of_feeds_names_each_of_them() -> None:
    search = SavedSearch(query="otters")
    config = make_config(site=SITE, feeds=FeedsConfig(search=(search,)))
    made = files(make_corpus(), config)
    rows = ET.fromstring(made["feeds.opml"]).iter("outline")  # noqa: S314 (our own output)
    addresses = [row.attrib["xmlUrl"].removeprefix(SITE.base_url) for row in rows]
    assert sorted(addresses) == sorted(path for path in made if path.endswith("feed.xml"))


def test_an_empty_corpus_has_valid_feeds() -> None:
    made = files(make_corpus((), issues=(), topics=()))
    assert_all_valid(made)
    assert made.keys() == {"feed.xml", "rss.xml", "feed.json", "feeds.opml", "history.json"}


def test_updated_moves_only_when_the_content_does() -> None:
    before = make_corpus(make_papers(2))
    past = History.from_bytes(files(before)["history.json"])
    assert files(before, past=past) == files(before)
    changed = make_corpus([*make_papers(1), make_paper("Paper number 2", abstract="New words.")])
    first, second = parsed(files(changed, past=past)["feed.xml"]).entries
    assert first.updated == "2024-03-11T00:00:00Z"
    assert second.updated == f"{CONFIG.today}T00:00:00Z"
    assert second.published == "2024-03-11T00:00:00Z"


def test_a_stated_later_revision_is_the_date_of_a_change() -> None:
    past = History.from_bytes(files(make_corpus([make_paper()]))["history.json"])
    revised = make_paper(updated=PartialDate(2024, 5, 2), abstract="Revised.")
    [entry] = parsed(files(make_corpus([revised]), past=past)["feed.xml"]).entries
    assert entry.updated == "2024-05-02T00:00:00Z"
