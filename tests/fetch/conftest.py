"""Fixtures of the fetching tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.fetch.client import Client
from generator.fetch.pace import Pace
from generator.fetch.transport import Transport
from tests.fetch.replay import Replay, StoppedClock, replaying


@pytest.fixture
def replay(monkeypatch: pytest.MonkeyPatch) -> Iterator[Replay]:
    """A service on this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with replaying() as service:
        yield service


@pytest.fixture
def time() -> StoppedClock:
    """Time that the test holds in its hands."""
    return StoppedClock()


@pytest.fixture
def transport(time: StoppedClock, replay: Replay) -> Transport:
    """Sends single requests; answers may have 1,000 bytes."""
    return Transport(user_agent="florilegium/0", timeout=5, max_size=1000, clock=time.clock)


@pytest.fixture
def progress() -> list[str]:
    """What the client said."""
    return []


@pytest.fixture
def client(time: StoppedClock, tmp_path: Path, replay: Replay, progress: list[str]) -> Client:
    """Three attempts, a minute of patience."""
    return Client(
        transport=Transport(
            user_agent="florilegium/0", timeout=5, max_size=1_000_000, clock=time.clock
        ),
        pace=Pace(tmp_path / "pace.json", time.clock),
        clock=time.clock,
        attempts=3,
        patience=60,
        progress=progress.append,
    )
