"""A web server as slow as a phone's connection, which counts what it sends.

Every answer begins one round trip after its question, and all answers share one narrow pipe. A
browser's own throttling would not slow down workers, which do our fetching.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# What hosts compress by themselves; anything else they send as it is.
_COMPRESSED = {".html": "text/html", ".js": "text/javascript", ".json": "application/json"}
_TYPES = {**_COMPRESSED, ".wasm": "application/wasm"}
_HEAD_BYTES = 250
_PIECE = 1400


@dataclass(slots=True)
class Line:
    """A connection.

    Attributes:
        round_trip: Seconds.
        bytes_a_second: Of all answers together; 0 for no limit.
        sent: Bytes of bodies so far, as compressed as they go.
        requests: How many so far.
    """

    round_trip: float = 0.15
    bytes_a_second: float = 1.6e6 / 8
    sent: int = 0
    requests: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _free_at: float = 0.0

    def pass_through(self, size: int) -> None:
        """Wait until the line has carried that many bytes."""
        with self._lock:
            if not self.bytes_a_second:
                return
            self._free_at = max(self._free_at, time.monotonic()) + size / self.bytes_a_second
            ready = self._free_at
        time.sleep(max(0.0, ready - time.monotonic()))


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, folder: Path, line: Line, **kwargs: Any) -> None:
        self._folder = folder
        self._line = line
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Send a file below the folder."""
        path = self._folder / unquote(urlsplit(self.path).path).lstrip("/")
        found = path.is_file() and self._folder in path.parents
        body = path.read_bytes() if found else b""
        self._line.requests += 1
        if self._line.bytes_a_second:
            time.sleep(self._line.round_trip)
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", _TYPES.get(path.suffix, "application/octet-stream"))
        if path.suffix in _COMPRESSED:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self._line.sent += len(body)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._line.pass_through(_HEAD_BYTES)
        for start in range(0, len(body), _PIECE):
            piece = body[start : start + _PIECE]
            self._line.pass_through(len(piece))
            self.wfile.write(piece)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class's name
        """Print nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Take it calmly when a browser leaves in the middle of an answer."""


@contextlib.contextmanager
def served(folder: Path, line: Line) -> Iterator[str]:
    """Serve a folder over the line and yield its address."""
    handler = functools.partial(_Handler, folder=folder.resolve(), line=line)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
