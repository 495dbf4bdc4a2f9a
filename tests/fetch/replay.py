"""A service on this machine that replays prepared answers, and a clock that never waits."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from generator.fetch.clock import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer.

    Attributes:
        promised: Bytes that Content-Length announces; None for as many as there are.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    promised: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that arrived."""

    path: str
    headers: Message

    @property
    def fields(self) -> dict[str, str]:
        """Its query."""
        return {key: values[-1] for key, values in parse_qs(urlsplit(self.path).query).items()}


class Replay:
    """Answers the replies in their order, the last one again and again; remembers who asked."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.replies: list[Reply] = []
        self.asked: list[Asked] = []

    def answer(self, *replies: Reply | bytes) -> None:
        """Say what comes next; bytes are a body with status 200."""
        self.replies = [
            Reply(body=reply) if isinstance(reply, bytes) else reply for reply in replies
        ]

    def next_reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if not self.replies:
            return Reply(status=500, body=b"the test prepared no answer")
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def replaying() -> Iterator[Replay]:
    """Run the service while a test needs it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = replay.next_reply(Asked(self.path, self.headers))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            length = len(reply.body) if reply.promised is None else reply.promised
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — as inherited
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    replay = Replay(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield replay
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class StoppedClock:
    """Time that passes only while somebody sleeps."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.time = now
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.time, sleep=self.sleep, random=lambda: 0.5)
