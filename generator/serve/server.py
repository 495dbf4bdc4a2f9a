"""The development server: the live site over HTTP, from memory."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.artifact import Artifact
from generator.errors import ConfigError, Diagnostic, Severity
from generator.serve.live_site import LiveSite
from generator.serve.reload import (
    EVENTS_PATH,
    SCRIPT,
    SCRIPT_PATH,
    STYLE,
    STYLE_PATH,
    live_page,
    waiting_page,
)

_SIGN_OF_LIFE = 15.0  # seconds between comments on an idle event stream; finds dead connections
_ANYWHERE = {"", "0.0.0.0", "::"}  # noqa: S104 — recognised, not bound by default


class DevServer(ThreadingHTTPServer):
    """Serves a live site in threads of its own, from ``with`` to the end of its block.

    Attributes:
        live: What is served.
    """

    # Threads are joined at the end, so none may outlive its connection: see server_close.
    daemon_threads = False

    def __init__(self, host: str, port: int, live: LiveSite) -> None:
        """Bind the address; nothing is answered yet.

        Args:
            host: Name or address to listen on.
            port: 1 to 65535; 0 takes any free one.
            live: What to serve.

        Raises:
            ConfigError: The address cannot be listened on (C904).
        """
        self.live = live
        self._open: set[socket.socket] = set()
        self._open_lock = Lock()
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            super().__init__((host, port), _Request)
        except (OSError, OverflowError) as error:
            message = f"cannot listen on {host}, port {port}: {error}"
            hint = "another program uses it, perhaps another serve; try --port 0 for any free one"
            raise ConfigError(
                Diagnostic(code="C904", severity=Severity.ERROR, message=message, hint=hint)
            ) from error
        self._host = "127.0.0.1" if host in _ANYWHERE else host
        self._thread = Thread(target=self.serve_forever, args=(0.05,), name="dev-server")

    @property
    def url(self) -> str:
        """Address of the site, with a closing slash."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self.server_address[1]}/"

    def __enter__(self) -> Self:
        """Begin to answer."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End every answer and every thread."""
        self.live.close()
        self.shutdown()
        self._thread.join()
        self.server_close()

    def server_bind(self) -> None:
        """Bind without the name look-up of the base class, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]  # TCP: a name and a number

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer one connection in a thread."""
        with self._open_lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """End one connection."""
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        """Close the socket and wait for all threads.

        Browsers open connections in advance and send nothing; those are cut off.
        """
        with self._open_lock:
            for connection in self._open:
                with suppress(OSError):  # the browser was quicker
                    connection.shutdown(socket.SHUT_RDWR)
        super().server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a browser that went away go; anything else is our bug."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Request(BaseHTTPRequestHandler):
    """Answers one request."""

    server: DevServer

    def do_GET(self) -> None:
        """Answer with a file, an event stream, a redirect, or the 404 page."""
        address = urlsplit(self.path)
        if address.path == EVENTS_PATH:
            self._stream(parse_qs(address.query).get("since", [""])[0])
        elif address.path == SCRIPT_PATH:
            self._send(HTTPStatus.OK, SCRIPT.encode(), "text/javascript")
        elif address.path == STYLE_PATH:
            self._send(HTTPStatus.OK, STYLE.encode(), "text/css")
        else:
            self._send_page(unquote(address.path).removeprefix("/"))

    def do_HEAD(self) -> None:
        """Answer as to GET, without the body."""
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 — the base class's name
        """Say nothing: only the console prints."""

    def _send_page(self, path: str) -> None:
        edition = self.server.live.current
        artifacts = edition.artifacts
        if path == "" or path.endswith("/"):
            path += "index.html"
        if not artifacts:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, waiting_page(edition), "text/html")
        elif found := artifacts.get(path):
            self._send_artifact(HTTPStatus.OK, found)
        elif f"{path}/index.html" in artifacts:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{quote(path)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif missing := artifacts.get("404.html"):
            self._send_artifact(HTTPStatus.NOT_FOUND, missing)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"not found\n", "text/plain")

    def _send_artifact(self, status: HTTPStatus, artifact: Artifact) -> None:
        body = artifact.body
        if artifact.media_type.startswith("text/html"):
            body = live_page(body, self.server.live.current)
        self._send(status, body, artifact.media_type)

    def _send(self, status: HTTPStatus, body: bytes, media_type: str) -> None:
        if media_type.startswith("text/") and "charset" not in media_type:
            media_type += "; charset=utf-8"
        self._begin(status, media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _begin(self, status: HTTPStatus, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")

    def _stream(self, known: str) -> None:
        """Send one server-sent event as soon as there is another edition than the known one.

        Format: https://html.spec.whatwg.org/multipage/server-sent-events.html
        """
        self._begin(HTTPStatus.OK, "text/event-stream")
        self.end_headers()
        live = self.server.live
        while not live.closed:
            edition = live.wait_for_other(known, _SIGN_OF_LIFE)
            if edition is not None:
                self.wfile.write(f"event: reload\ndata: {edition.version}\n\n".encode())
                return
            self.wfile.write(b": nothing new\n\n")
