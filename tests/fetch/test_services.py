"""What each service is asked, how its answers lead on, and that a reader understands them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from generator.config.schema import SeedsConfig
from generator.fetch import arxiv, crossref, hugging_face, openalex, openreview, rss
from generator.fetch.client import Client
from generator.fetch.collect import Collection, collect
from generator.fetch.fetch_error import FetchError
from generator.fetch.memory import Memory
from generator.fetch.question import Call, Question
from generator.sources.arxiv_atom import ArxivAtom
from generator.sources.arxiv_feed import ArxivFeed
from generator.sources.crossref import Crossref
from generator.sources.decode import decode
from generator.sources.hf_daily import HfDaily
from generator.sources.openalex import OpenAlex
from generator.sources.openreview import OpenReview
from generator.sources.read import read_seed
from generator.sources.source import Seed, Source
from tests.fetch.answers import (
    arxiv_error,
    arxiv_feed,
    crossref_work,
    hf_day,
    openalex_page,
    openreview_notes,
    rss_feed,
)
from tests.fetch.replay import Replay, Reply, StoppedClock

TODAY = datetime.date(2025, 3, 11)
Ask = Callable[[Question], Collection]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "seeds" / "fetched"


@pytest.fixture
def ask(tmp_path: Path, folder: Path, client: Client, time: StoppedClock) -> Ask:
    def asked(question: Question) -> Collection:
        memory = Memory(tmp_path, folder)
        memory.begin(question.mark, time.time, afresh=False)
        return collect(question, folder, memory, client, client.progress)

    return asked


def papers_in(folder: Path, *sources: Source) -> int:
    """Return the number of papers that the readers find, with nothing to complain about."""
    count = 0
    for path in sorted(folder.iterdir()):
        decoded = decode(path.read_bytes())
        assert decoded is not None
        seed = Seed(
            path=PurePosixPath("seeds") / path.name,
            text=decoded.text,
            settings=SeedsConfig(),
            today=TODAY,
        )
        reading = read_seed(seed, sources)
        assert [str(found) for found in reading.diagnostics] == []
        count += len(reading.papers)
    return count


def test_arxiv_is_asked_slice_by_slice_at_its_pace(
    ask: Ask, replay: Replay, folder: Path, time: StoppedClock
) -> None:
    ids = [f"2503.{place:05d}" for place in range(1, 451)]
    replay.answer(
        arxiv_feed(ids[:200], total=900),
        arxiv_feed(ids[200:400], total=900, start=200),
        arxiv_feed(ids[400:], total=900, start=400),
    )
    query = 'cat:cs.SD AND abs:"river sounds"'
    collection = ask(arxiv.search(query, limit=450, base=replay.url))
    assert (collection.papers, collection.total) == (450, 900)
    assert [path.name for path in collection.written] == ["0001.xml", "0002.xml", "0003.xml"]
    assert [asked.fields["start"] for asked in replay.asked] == ["0", "200", "400"]
    assert [asked.fields["max_results"] for asked in replay.asked] == ["200", "200", "50"]
    assert {asked.fields["search_query"] for asked in replay.asked} == {query}
    assert replay.asked[0].fields["sortBy"] == "submittedDate"
    assert time.slept == [3.0, 3.0]
    assert papers_in(folder, ArxivAtom()) == 450


def test_a_search_ends_where_arxiv_has_no_more(ask: Ask, replay: Replay) -> None:
    replay.answer(arxiv_feed(["2503.00001"], total=1))
    assert ask(arxiv.search("all:beaver", limit=1000, base=replay.url)).papers == 1
    assert len(replay.asked) == 1


def test_an_empty_slice_where_papers_were_announced_is_asked_again(
    ask: Ask, replay: Replay
) -> None:
    replay.answer(arxiv_feed([], total=7), arxiv_feed(["2503.00001"], total=1))
    assert ask(arxiv.search("all:beaver", limit=10, base=replay.url)).papers == 1


@pytest.mark.parametrize("status", [200, 400])
def test_what_arxiv_objects_to_is_passed_on(ask: Ask, replay: Replay, status: int) -> None:
    replay.answer(Reply(status=status, body=arxiv_error("incorrect field\n name")))
    with pytest.raises(FetchError, match="incorrect field name") as caught:
        ask(arxiv.search("xyz:1", limit=10, base=replay.url))
    assert caught.value.code == "F004"
    assert len(replay.asked) == 1


def test_a_list_of_ids_is_asked_in_groups_and_the_missing_are_named(
    ask: Ask, replay: Replay, folder: Path
) -> None:
    ids = [f"2503.{place:05d}" for place in range(1, 151)]
    replay.answer(arxiv_feed(ids[:99]), arxiv_feed([*ids[100:], "hep-th/9901001"]))
    collection = ask(arxiv.by_ids([*ids, "hep-th/9901001", ids[3]], name="list", base=replay.url))
    assert [asked.fields["id_list"].count(",") for asked in replay.asked] == [99, 50]
    assert [str(found).partition("\n")[0] for found in collection.diagnostics] == [
        "error F010: arXiv, 2503.00100: not found"
    ]
    assert papers_in(folder, ArxivAtom()) == 150


def test_a_full_page_of_hugging_face_is_followed_by_the_next(
    ask: Ask, replay: Replay, folder: Path
) -> None:
    replay.answer(hf_day(50), hf_day(3, first=51))
    collection = ask(hugging_face.daily("2025-03-11", base=replay.url))
    assert collection.papers == 53
    assert [asked.fields["p"] for asked in replay.asked] == ["0", "1"]
    assert {asked.fields["date"] for asked in replay.asked} == {"2025-03-11"}
    assert sorted(path.name for path in folder.iterdir()) == [
        "2025-03-11-1.json",
        "2025-03-11-2.json",
    ]
    assert papers_in(folder, HfDaily()) == 53


def test_an_empty_page_after_a_full_one_is_not_kept(ask: Ask, replay: Replay, folder: Path) -> None:
    replay.answer(hf_day(50), b"[]")
    assert ask(hugging_face.daily("2025-W11", base=replay.url)).papers == 50
    assert replay.asked[0].fields["week"] == "2025-W11"
    assert [path.name for path in folder.iterdir()] == ["2025-W11-1.json"]


def test_pages_without_end_are_an_error() -> None:
    question = hugging_face.daily("2025-03")
    last = question.read(Call(url="", file="2025-03-200.json"), hf_day(50)).following
    assert last is not None
    with pytest.raises(FetchError, match="without end"):
        question.read(last, hf_day(50))


def test_days_gather_in_one_folder(ask: Ask, replay: Replay, folder: Path) -> None:
    replay.answer(hf_day(1))
    for day in ("2025-03-10", "2025-03-11"):
        assert ask(hugging_face.daily(day, base=replay.url)).removed == ()
    assert len(list(folder.iterdir())) == 2


def test_openalex_pages_by_cursor(ask: Ask, replay: Replay, folder: Path) -> None:
    replay.answer(
        openalex_page(75, cursor="IjEi=", total=300),
        openalex_page(75, cursor="IjIi=", total=300, first=76),
    )
    words = ["river sounds", "publication_year:2025", "type:article"]
    question = openalex.works(words, limit=150, contact="a@b.example", base=replay.url)
    assert ask(question).papers == 150
    first, second = (asked.fields for asked in replay.asked)
    assert first["search"] == "river sounds"
    assert first["filter"] == "publication_year:2025,type:article"
    assert first["mailto"] == "a@b.example"
    assert (first["cursor"], second["cursor"]) == ("*", "IjEi=")
    assert first["per_page"] == second["per_page"] == "75"
    assert papers_in(folder, OpenAlex()) == 150


def test_openalex_sorts_filters_alone_by_date(ask: Ask, replay: Replay) -> None:
    replay.answer(openalex_page(1, cursor=None, total=1))
    assert ask(openalex.works(["type:article"], limit=5, contact="", base=replay.url)).papers == 1
    assert replay.asked[0].fields["sort"] == "publication_date:desc"
    assert "search" not in replay.asked[0].fields
    assert "mailto" not in replay.asked[0].fields


def test_an_unknown_doi_does_not_keep_the_others_back(
    ask: Ask, replay: Replay, folder: Path
) -> None:
    replay.answer(
        crossref_work("10.1000/a.b"),
        Reply(status=404, body=b"Resource not found."),
        crossref_work("10.1000/a-b"),
    )
    dois = ["10.1000/a.b", "10.1000/gone", "10.1000/a-b", "10.1000/a.b"]
    collection = ask(crossref.works(dois, contact="a@b.example", base=replay.url))
    assert [asked.path for asked in replay.asked] == [
        f"/works/10.1000%2F{name}?mailto=a%40b.example" for name in ("a.b", "gone", "a-b")
    ]
    (problem,) = collection.diagnostics
    assert (problem.code, "10.1000/gone" in problem.message) == ("F010", True)
    assert papers_in(folder, Crossref()) == 2


def test_a_venue_is_asked_page_by_page(ask: Ask, replay: Replay, folder: Path) -> None:
    names = [f"Note{place}" for place in range(600)]
    replay.answer(openreview_notes(names[:500], total=600), openreview_notes(names[500:]))
    question = openreview.venue("Meadow.cc/2025/Conference", limit=None, base=replay.url)
    assert ask(question).papers == 600
    assert [asked.fields["offset"] for asked in replay.asked] == ["0", "500"]
    assert replay.asked[0].fields["content.venueid"] == "Meadow.cc/2025/Conference"
    assert papers_in(folder, OpenReview()) == 600


def test_a_venue_may_be_asked_for_its_submissions_and_for_a_few(ask: Ask, replay: Replay) -> None:
    name = "Meadow.cc/2025/Conference/-/Submission"
    for limit in (2, 500):
        replay.asked.clear()
        replay.answer(openreview_notes([f"Note{place}" for place in range(limit)], total=900))
        assert ask(openreview.venue(name, limit=limit, base=replay.url)).papers == limit
        (asked,) = replay.asked
        assert (asked.fields["invitation"], asked.fields["limit"]) == (name, str(limit))


def test_a_feed_is_kept_by_day_and_asked_for_conditionally(
    ask: Ask, replay: Replay, folder: Path
) -> None:
    url = f"{replay.url}/atom/cs.SD"
    replay.answer(Reply(body=rss_feed(2), headers={"ETag": '"1"'}))
    ask(rss.feed(url, today=datetime.date(2025, 3, 10)))
    replay.answer(Reply(status=304))
    again = ask(rss.feed(url, today=datetime.date(2025, 3, 11)))
    assert replay.asked[1].headers["If-None-Match"] == '"1"'
    assert (again.written, again.unchanged) == ((), 1)
    replay.answer(rss_feed(1))
    ask(rss.feed(url, today=datetime.date(2025, 3, 12)))
    assert sorted(path.name for path in folder.iterdir()) == ["2025-03-10.xml", "2025-03-12.xml"]
    assert papers_in(folder, ArxivFeed()) == 3


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{",
        b"[" * 100_000,
        b"<html><body>Please log in</body></html>",
        b"<!DOCTYPE html><p>Sorry",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><opml>&a;</opml>',
        b"\xff\xfe\x00\xd8",
    ],
)
def test_an_answer_in_another_form_is_never_kept(
    ask: Ask, replay: Replay, folder: Path, body: bytes
) -> None:
    replay.answer(body)
    questions = (
        arxiv.search("all:x", limit=1, base=replay.url),
        hugging_face.daily("2025-03-11", base=replay.url),
        openalex.works(["x"], limit=1, contact="", base=replay.url),
        openreview.venue("a/b", limit=1, base=replay.url),
        rss.feed(replay.url, today=TODAY),
    )
    for question in questions:
        with pytest.raises(FetchError) as caught:
            ask(question)
        assert caught.value.code == "F006"
    assert not folder.exists()
