from dataclasses import replace

import pytest

from generator.model.enrichment import Position
from generator.model.history import History
from generator.model.paper import PaperId
from generator.plan.site_plan import SitePlan
from tests.factories import make_config, make_corpus, make_paper
from tests.planning import make_plan

CONFIG = make_config()


def plan(*titles: str, past: History | None = None) -> SitePlan:
    papers = [
        make_paper(title, aliases=(f"arxiv:2402.0000{number}",))
        for number, title in enumerate(titles, start=1)
    ]
    return make_plan(make_corpus(papers), CONFIG, past)


def test_a_renamed_paper_is_found_at_its_former_address() -> None:
    renamed = plan("New Name", past=plan("Old Name").history)
    assert renamed.redirects == {"papers/old-name/": "papers/new-name/"}


def test_every_former_address_leads_to_the_present_one() -> None:
    second = plan("Second", past=plan("First").history)
    third = plan("Third", past=second.history)
    assert third.redirects == dict.fromkeys(["papers/first/", "papers/second/"], "papers/third/")


def test_a_name_taken_back_needs_no_redirect() -> None:
    there = plan("Second", past=plan("First").history)
    assert plan("First", past=there.history).redirects == {"papers/second/": "papers/first/"}


def test_an_address_that_another_paper_took_over_is_that_papers() -> None:
    swapped = plan("B", "A", past=plan("A", "B").history)
    assert swapped.redirects == {}


def test_what_is_gone_is_forgotten() -> None:
    renamed = plan("One", "New", past=plan("One", "Old").history)
    gone = plan("One", past=renamed.history)
    assert gone.redirects == {}
    assert "arxiv:2402.00002" not in gone.history.pages


def test_a_history_is_read_back_as_it_was_written() -> None:
    history = plan("New «name»", past=plan("Old").history).history
    history = replace(history, places={PaperId("arxiv:2402.00001"): Position(0.125, 1.0)})
    assert History.from_bytes(history.to_bytes()) == history


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format":1}',
        b'{"format":1,"moved":{},"pages":{"a":[1]}}',
        b'{"format":1,"moved":{},"pages":{},"places":{"a":[2.0,0.5]}}',
        b'{"format":1,"moved":{},"pages":{},"places":{"a":["x",0.5]}}',
    ],
)
def test_a_damaged_history_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"history|Expecting"):
        History.from_bytes(body)
