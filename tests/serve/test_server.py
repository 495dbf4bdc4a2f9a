from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator

import pytest

from generator.errors import ConfigError, Diagnostic, Severity
from generator.serve.live_site import LiveSite
from generator.serve.server import DevServer
from tests.serve.made import fetch, make_artifacts

PROBLEM = Diagnostic(
    code="S001", severity=Severity.ERROR, message="<script>alert(1)</script> is no title"
)


@pytest.fixture
def live() -> LiveSite:
    live = LiveSite()
    live.succeed(make_artifacts())
    return live


@pytest.fixture
def server(live: LiveSite) -> Iterator[DevServer]:
    with DevServer("127.0.0.1", 0, live) as server:
        yield server


@pytest.mark.parametrize(
    ("path", "media_type", "text"),
    [
        ("", "text/html; charset=utf-8", "home"),
        ("index.html", "text/html; charset=utf-8", "home"),
        ("?q=x", "text/html; charset=utf-8", "home"),
        ("papers/%C3%A4rger/", "text/html; charset=utf-8", "trouble"),
        ("css/site.css?v=1", "text/css; charset=utf-8", "body{}"),
        ("feed.xml", "application/atom+xml", "<feed/>"),
    ],
)
def test_files_are_served_with_their_type_and_never_cached(
    server: DevServer, path: str, media_type: str, text: str
) -> None:
    status, headers, body = fetch(server.url + path)
    assert (status, headers["Content-Type"]) == (200, media_type)
    assert headers["Cache-Control"] == "no-store"
    assert text in body


def test_a_folder_without_its_slash_is_redirected(server: DevServer) -> None:
    status, headers, _ = fetch(f"{server.url}papers/%C3%A4rger")
    assert (status, headers["Location"]) == (302, "/papers/%C3%A4rger/")


@pytest.mark.parametrize("path", ["missing", "papers/", "css/../index.html", "%2e%2e/%2e%2e/etc/"])
def test_what_the_site_lacks_is_answered_with_its_404_page(server: DevServer, path: str) -> None:
    status, _, body = fetch(server.url + path)
    assert status == 404
    assert "nothing here" in body


@pytest.mark.parametrize("target", ["/../../../../etc/passwd", "//etc/passwd", "/%00", "/\\..\\x"])
def test_no_path_leads_out_of_the_site(server: DevServer, target: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest("GET", target, skip_host=True)
    connection.endheaders()
    response = connection.getresponse()
    assert response.status == 404
    assert b"nothing here" in response.read()
    connection.close()


def test_head_has_no_body_and_other_methods_are_refused(server: DevServer) -> None:
    status, headers, body = fetch(server.url, "HEAD")
    assert (status, body) == (200, "")
    assert int(headers["Content-Length"]) > 0
    assert fetch(server.url, "POST")[0] == 501


def test_pages_carry_the_reload_script_before_their_end(server: DevServer) -> None:
    _, _, page = fetch(server.url)
    script = f'<script src="/-/reload.js" data-version="{server.live.current.version}">'
    assert page.index("home") < page.index(script) < page.index("</body>")
    status, headers, body = fetch(f"{server.url}-/reload.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert "EventSource" in body
    assert "reload.js" not in fetch(f"{server.url}feed.xml")[2]


def test_a_failed_build_keeps_the_last_good_page_and_shows_the_escaped_message(
    server: DevServer,
) -> None:
    server.live.fail([PROBLEM])
    status, _, page = fetch(server.url)
    assert status == 200
    assert "home" in page
    assert "S001: &lt;script&gt;alert(1)&lt;/script&gt; is no title" in page
    assert "alert(1)</script>" not in page
    assert fetch(f"{server.url}-/reload.css")[0] == 200
    server.live.succeed(make_artifacts())
    assert "S001" not in fetch(server.url)[2]


def test_before_the_first_good_build_every_address_shows_the_problems() -> None:
    live = LiveSite()
    live.fail([PROBLEM])
    with DevServer("127.0.0.1", 0, live) as server:
        status, _, page = fetch(f"{server.url}papers/x/")
    assert status == 503
    assert "S001" in page
    assert "reload.js" in page


def test_the_event_stream_speaks_when_there_is_another_edition(server: DevServer) -> None:
    known = server.live.current.version
    heard: list[str] = []
    listener = threading.Thread(
        target=lambda: heard.append(fetch(f"{server.url}-/events?since={known}")[2])
    )
    listener.start()
    server.live.succeed(make_artifacts(home="new home"))
    listener.join(timeout=10)
    assert heard == [f"event: reload\ndata: {server.live.current.version}\n\n"]


def test_the_event_stream_speaks_at_once_to_a_page_of_an_older_edition(server: DevServer) -> None:
    _, headers, body = fetch(f"{server.url}-/events?since=long-ago")
    assert headers["Content-Type"] == "text/event-stream"
    assert body.startswith("event: reload\n")


def test_the_end_of_the_server_ends_every_connection_and_thread(live: LiveSite) -> None:
    before = set(threading.enumerate())
    with DevServer("127.0.0.1", 0, live) as server:
        address = ("127.0.0.1", server.server_port)
        silent = socket.create_connection(address, timeout=10)  # as browsers open in advance
        listening = socket.create_connection(address, timeout=10)
        listening.sendall(f"GET /-/events?since={live.current.version} HTTP/1.0\r\n\r\n".encode())
        assert listening.recv(4096).startswith(b"HTTP/1.0 200")
        fetch(server.url)
    assert set(threading.enumerate()) == before
    assert silent.recv(1) == b""
    silent.close()
    listening.close()
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(address, timeout=10)


def test_a_busy_port_is_named_with_a_way_out(server: DevServer) -> None:
    with pytest.raises(ConfigError, match=rf"port {server.server_port}[\s\S]*--port 0"):
        DevServer("127.0.0.1", server.server_port, LiveSite())


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("host.invalid", 0)])
def test_an_impossible_address_is_reported(host: str, port: int) -> None:
    with pytest.raises(ConfigError, match="C904"):
        DevServer(host, port, LiveSite())


@pytest.mark.parametrize(
    ("host", "url"), [("", "http://127.0.0.1:"), ("localhost", "http://localhost:")]
)
def test_the_address_shown_is_one_to_click(host: str, url: str) -> None:
    server = DevServer(host, 0, LiveSite())
    server.server_close()
    assert server.url == f"{url}{server.server_port}/"
