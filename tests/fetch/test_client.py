from __future__ import annotations

import json

import pytest

from generator.config.fetch import FetchConfig
from generator.fetch.client import Client, user_agent
from generator.fetch.fetch_error import FetchError, broken
from generator.fetch.question import Answer, Service
from tests.fetch.replay import Replay, Reply, StoppedClock


def read(body: bytes) -> Answer:
    try:
        return Answer(papers=len(json.loads(body)))
    except ValueError as error:
        raise broken("sent no JSON") from error


def ask(client: Client, url: str) -> Answer | None:
    service = Service(name="Example", base=url, interval=3.0)
    return client.get(service, f"{url}/papers", {}, read)[1]


def test_a_service_that_stumbles_is_asked_again_with_growing_waits(
    client: Client, replay: Replay, time: StoppedClock, progress: list[str]
) -> None:
    replay.answer(Reply(status=500), b"[1, 2", b"[1, 2]")
    assert ask(client, replay.url) == Answer(papers=2)
    # Backoff, then what is left of the three seconds between requests.
    assert time.slept == [0.75, 2.25, 1.5, 1.5]
    assert progress == [
        "Example: answered with status 500; trying again in 1 second",
        "Example: sent no JSON; trying again in 2 seconds",
    ]


def test_a_service_that_asks_for_time_gets_it(
    client: Client, replay: Replay, time: StoppedClock
) -> None:
    for status in (429, 503):
        time.slept.clear()
        time.time += 60
        replay.answer(Reply(status=status, headers={"Retry-After": "40"}), b"[]")
        assert ask(client, replay.url) == Answer(papers=0)
        assert time.slept == [40.0]


def test_a_service_that_asks_for_hours_is_left_alone(
    client: Client, replay: Replay, time: StoppedClock
) -> None:
    replay.answer(Reply(status=429, headers={"Retry-After": "28800"}))
    with pytest.raises(FetchError, match="asks to wait 8 hours") as caught:
        ask(client, replay.url)
    assert caught.value.code == "F005"
    assert len(replay.asked) == 1
    assert time.slept == []


def test_patience_ends(client: Client, replay: Replay) -> None:
    replay.answer(Reply(status=502))
    with pytest.raises(FetchError, match="status 502, 3 times"):
        ask(client, replay.url)
    assert len(replay.asked) == 3


def test_what_will_not_help_is_not_repeated(client: Client, replay: Replay) -> None:
    replay.answer(Reply(status=400))
    with pytest.raises(FetchError):
        ask(client, replay.url)
    assert len(replay.asked) == 1


def test_the_limit_that_a_service_states_is_kept(
    client: Client, replay: Replay, time: StoppedClock
) -> None:
    limit = {"X-Rate-Limit-Limit": "1", "X-Rate-Limit-Interval": "20s"}
    replay.answer(Reply(body=b"[]", headers=limit))
    ask(client, replay.url)
    ask(client, replay.url)
    assert time.slept == [20.0]


def test_an_unchanged_answer_is_not_read(client: Client, replay: Replay) -> None:
    replay.answer(Reply(status=304))
    assert ask(client, replay.url) is None


@pytest.mark.parametrize(
    ("config", "base_url", "expected"),
    [
        (FetchConfig(), "", "florilegium/1.0"),
        (FetchConfig(contact="a@b.example"), "", "florilegium/1.0 (mailto:a@b.example)"),
        (
            FetchConfig(contact="a@b.example"),
            "https://x.example/digest/",
            "florilegium/1.0 (+https://x.example/digest/; mailto:a@b.example)",
        ),
        (
            FetchConfig(url="https://me.example"),
            "https://x.example/",
            "florilegium/1.0 (+https://me.example)",
        ),
        (
            FetchConfig(),
            "https://x.example/é) b/",
            "florilegium/1.0 (+https://x.example/%C3%A9%29%20b/)",
        ),
    ],
)
def test_requests_say_who_asks(config: FetchConfig, base_url: str, expected: str) -> None:
    assert user_agent(config, base_url, "1.0") == expected
