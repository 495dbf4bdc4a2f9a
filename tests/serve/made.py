"""A tiny site to serve, and requests that know no cache."""

from __future__ import annotations

import http.client
from email.message import Message
from urllib.parse import urlsplit

from generator.artifact import Artifact

HTML = "text/html"
HOME = "<!doctype html><html><body><p>home</p></body></html>"


def make_artifacts(home: str = HOME) -> tuple[Artifact, ...]:
    return tuple(
        Artifact(path=path, body=body.encode(), media_type=media_type, origin="a test")
        for path, body, media_type in (
            ("index.html", home, HTML),
            ("papers/ärger/index.html", "<body>trouble</body>", HTML),
            ("404.html", "<body>nothing here</body>", HTML),
            ("css/site.css", "body{}", "text/css"),
            ("feed.xml", "<feed/>", "application/atom+xml"),
        )
    )


def fetch(url: str, method: str = "GET") -> tuple[int, Message, str]:
    """Return status, headers and body; redirects are not followed."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=10)
    try:
        connection.request(method, url.partition(address.netloc)[2])
        response = connection.getresponse()
        return response.status, response.headers, response.read().decode()
    finally:
        connection.close()
