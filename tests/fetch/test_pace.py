from __future__ import annotations

from email.message import Message
from pathlib import Path

import pytest

from generator.fetch.pace import Pace
from tests.fetch.replay import StoppedClock

HOST = "papers.example.org"


def headers(**fields: str) -> Message:
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return message


def test_the_interval_is_kept_and_not_more(tmp_path: Path) -> None:
    time = StoppedClock()
    pace = Pace(tmp_path / "pace.json", time.clock)
    pace.wait(HOST, 3.0)
    time.time += 1.0
    pace.wait(HOST, 3.0)
    time.time += 60.0
    pace.wait(HOST, 3.0)
    assert time.slept == [2.0]


def test_the_interval_is_kept_between_two_runs(tmp_path: Path) -> None:
    time = StoppedClock()
    Pace(tmp_path / "pace.json", time.clock).wait(HOST, 3.0)
    Pace(tmp_path / "pace.json", time.clock).wait("other.example.org", 3.0)
    assert time.slept == []
    Pace(tmp_path / "pace.json", time.clock).wait(HOST, 3.0)
    assert time.slept == [3.0]


def test_a_clock_that_was_set_back_costs_one_interval(tmp_path: Path) -> None:
    time = StoppedClock()
    Pace(tmp_path / "pace.json", time.clock).wait(HOST, 3.0)
    time.time -= 100_000
    Pace(tmp_path / "pace.json", time.clock).wait(HOST, 3.0)
    assert time.slept == [3.0]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"papers.example.org": "x"}', "null"])
def test_a_damaged_file_is_forgotten(tmp_path: Path, text: str) -> None:
    time = StoppedClock()
    (tmp_path / "pace.json").write_text(text, encoding="utf-8")
    Pace(tmp_path / "pace.json", time.clock).wait(HOST, 3.0)
    assert time.slept == []


def test_a_stated_limit_slows_down_but_never_hurries(tmp_path: Path) -> None:
    time = StoppedClock()
    pace = Pace(tmp_path / "pace.json", time.clock)
    pace.heed(HOST, headers(X_Rate_Limit_Limit="5", X_Rate_Limit_Interval="10s"))
    pace.heed("b.example.org", headers(X_Rate_Limit_Limit="50", X_Rate_Limit_Interval="1s"))
    for host in (HOST, HOST, "b.example.org", "b.example.org"):
        pace.wait(host, 0.5)
    assert time.slept == [2.0, 0.5]


@pytest.mark.parametrize(
    ("limit", "interval"), [("0", "1s"), ("x", "1s"), ("5", ""), ("5", "99999s"), ("", "1s")]
)
def test_nonsense_about_limits_is_not_heeded(tmp_path: Path, limit: str, interval: str) -> None:
    time = StoppedClock()
    pace = Pace(tmp_path / "pace.json", time.clock)
    pace.heed(HOST, headers(X_Rate_Limit_Limit=limit, X_Rate_Limit_Interval=interval))
    pace.wait(HOST, 0.5)
    pace.wait(HOST, 0.5)
    assert time.slept == [0.5]
