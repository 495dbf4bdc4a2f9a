from __future__ import annotations

import gzip
import io
import socket
import tracemalloc
import urllib.request
from http.client import HTTPMessage

import pytest

from generator.fetch.fetch_error import FetchError
from generator.fetch.transport import Transport, _Redirects
from tests.fetch.replay import Replay, Reply, StoppedClock


def failure(transport: Transport, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        transport.get(url, {})
    return caught.value


def test_an_answer_comes_with_its_headers(transport: Transport, replay: Replay) -> None:
    replay.answer(Reply(body=b"roses", headers={"ETag": '"a"'}))
    response = transport.get(f"{replay.url}/x?y=1", {"If-None-Match": '"old"'})
    assert (response.changed, response.body, response.headers["etag"]) == (True, b"roses", '"a"')
    (asked,) = replay.asked
    assert asked.path == "/x?y=1"
    assert asked.headers["User-Agent"] == "florilegium/0"
    assert asked.headers["If-None-Match"] == '"old"'
    assert asked.headers["Cookie"] is None
    assert asked.headers["Authorization"] is None


def test_a_packed_answer_is_unpacked(transport: Transport, replay: Replay) -> None:
    replay.answer(Reply(body=gzip.compress(b"roses"), headers={"Content-Encoding": "gzip"}))
    assert transport.get(replay.url, {}).body == b"roses"
    assert replay.asked[0].headers["Accept-Encoding"] == "gzip"


def test_not_modified_is_no_failure(transport: Transport, replay: Replay) -> None:
    replay.answer(Reply(status=304))
    assert not transport.get(replay.url, {"If-None-Match": '"a"'}).changed


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"x" * 1001),
        Reply(body=b"x", promised=10**12),
        Reply(body=gzip.compress(b"x" * 10**6), headers={"Content-Encoding": "gzip"}),
    ],
    ids=["sent", "announced", "unpacked"],
)
def test_an_answer_that_is_too_large_is_refused_for_good(
    transport: Transport, replay: Replay, reply: Reply
) -> None:
    replay.answer(reply)
    error = failure(transport, replay.url)
    assert (error.code, error.passing) == ("F007", False)


def test_a_bomb_is_not_unpacked(transport: Transport, replay: Replay) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    transport = Transport(user_agent="f", timeout=5, max_size=100_000, clock=StoppedClock().clock)
    replay.answer(Reply(body=bomb, headers={"Content-Encoding": "gzip"}))
    tracemalloc.start()
    try:
        assert failure(transport, replay.url).code == "F007"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"half", promised=8),
        Reply(body=gzip.compress(b"half")[:-4], headers={"Content-Encoding": "gzip"}),
        Reply(body=b"no gzip", headers={"Content-Encoding": "gzip"}),
        Reply(body=b"5\r\nab", headers={"Transfer-Encoding": "chunked"}),
    ],
    ids=["short", "gzip without end", "no gzip", "chunk"],
)
def test_an_answer_that_is_cut_off_may_come_whole_next_time(
    transport: Transport, replay: Replay, reply: Reply
) -> None:
    replay.answer(reply)
    error = failure(transport, replay.url)
    assert (error.code, error.passing) == ("F006", True)


def test_an_answer_that_drips_is_given_up(replay: Replay, time: StoppedClock) -> None:
    replay.answer(b"x" * 100)
    time.clock.sleep(0)

    def later() -> float:
        time.time += 200
        return time.time

    clock = type(time.clock)(now=later, sleep=time.sleep, random=lambda: 0.0)
    transport = Transport(user_agent="f", timeout=5, max_size=1000, clock=clock)
    assert failure(transport, replay.url).message == "sends its answer too slowly"


@pytest.mark.parametrize(
    ("status", "code", "passing"),
    [
        (400, "F004", False),
        (403, "F012", False),
        (404, "F010", False),
        (410, "F010", False),
        (408, "F004", True),
        (429, "F005", True),
        (500, "F004", True),
        (502, "F004", True),
        (503, "F005", True),
        (522, "F004", True),
        (501, "F004", False),
    ],
)
def test_a_status_says_whether_to_try_again(
    transport: Transport, replay: Replay, status: int, code: str, passing: bool
) -> None:
    replay.answer(Reply(status=status, body=b'{"message": "no\\n such field"}'))
    error = failure(transport, replay.url)
    assert (error.code, error.passing) == (code, passing)
    assert f"{status}: no such field" in error.message
    assert error.hint


def test_the_wait_that_is_asked_for_is_heard(transport: Transport, replay: Replay) -> None:
    replay.answer(Reply(status=429, headers={"Retry-After": "17"}))
    assert failure(transport, replay.url).wait == 17


def test_a_redirect_is_followed_with_the_same_manners(transport: Transport, replay: Replay) -> None:
    for status in (301, 302, 303, 307, 308):
        replay.asked.clear()
        replay.answer(Reply(status=status, headers={"Location": "/new?a=b"}), b"roses")
        assert transport.get(f"{replay.url}/old", {"If-None-Match": '"a"'}).body == b"roses"
        assert [asked.path for asked in replay.asked] == ["/old", "/new?a=b"]
        assert replay.asked[1].headers["User-Agent"] == "florilegium/0"
        assert replay.asked[1].headers["If-None-Match"] == '"a"'


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "data:text/plain,x", "javascript:x"]
)
def test_a_redirect_out_of_http_is_refused(
    transport: Transport, replay: Replay, target: str
) -> None:
    replay.answer(Reply(status=302, headers={"Location": target}))
    error = failure(transport, replay.url)
    assert (error.code, error.passing) == ("F008", False)
    assert len(replay.asked) == 1


def test_a_redirect_from_https_to_http_is_refused() -> None:
    request = urllib.request.Request("https://papers.example.org/feed")
    with pytest.raises(FetchError) as caught:
        _Redirects().redirect_request(
            request, io.BytesIO(), 302, "Found", HTTPMessage(), "http://papers.example.org/feed"
        )
    assert caught.value.code == "F008"


def test_endless_redirects_end(transport: Transport, replay: Replay) -> None:
    replay.answer(
        *(Reply(status=302, headers={"Location": f"/{place}"}) for place in range(20)),
    )
    error = failure(transport, replay.url)
    assert (error.code, error.passing) == ("F008", False)
    assert len(replay.asked) == 6
    replay.asked.clear()
    replay.answer(Reply(status=302, headers={"Location": "/"}))
    assert failure(transport, f"{replay.url}/").code == "F008"
    assert len(replay.asked) < 6


def test_nobody_there_may_be_there_later(transport: Transport) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        error = failure(transport, url)
    assert (error.code, error.passing) == ("F003", True)
    assert "cannot be reached" in error.message


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/x", "http://[::1"])
def test_what_is_no_http_address_is_not_opened(transport: Transport, url: str) -> None:
    error = failure(transport, url)
    assert (error.code, error.passing) == ("F003", False)
