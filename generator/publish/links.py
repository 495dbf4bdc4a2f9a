"""Do the links between the site's own pages lead anywhere?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from generator.artifact import Artifact
from generator.errors import Diagnostic, Severity

# Only in tags: an abstract may quote HTML. No tag that we write has two of these attributes.
_ATTRIBUTES = (b" href=", b" src=", b" action=")
_QUOTES = (b'"', b"'")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_PAGES_NAMED = 3


def check_links(artifacts: Iterable[Artifact], *, base_url: str = "") -> tuple[Diagnostic, ...]:
    """Return a warning (W011) for each internal address that leads to no artifact.

    Args:
        artifacts: All of the site; the HTML ones are searched for links.
        base_url: The site's public address; addresses below it are internal, and those that begin
            with a slash count from its path.
    """
    site = tuple(artifacts)
    base = base_url if not base_url or base_url.endswith("/") else f"{base_url}/"
    resolver = _Resolver({artifact.path for artifact in site}, base)
    broken: dict[str, dict[str, None]] = {}
    for artifact in site:
        if artifact.media_type.startswith("text/html"):
            for target in resolver.broken(artifact.path, artifact.body):
                broken.setdefault(target, {})[artifact.path] = None
    return tuple(_problem(target, tuple(pages)) for target, pages in sorted(broken.items()))


class _Resolver:
    """Resolves addresses against the site, each distinct one once."""

    def __init__(self, paths: set[str], base: str) -> None:
        self._paths = paths
        self._base = base
        self._root = urlsplit(base).path or "/"
        self._outside: set[bytes] = set()
        self._good: set[tuple[str, bytes]] = set()

    def broken(self, path: str, body: bytes) -> Iterator[str]:
        """Yield each internal address of a page that leads nowhere, as far as it resolves."""
        folder = path[: path.rfind("/") + 1]
        for target in _targets(body) - self._outside:
            place, rest = folder, target
            while rest.startswith(b"../") and place:
                place, rest = place[: place.rfind("/", 0, -1) + 1], rest[3:]
            if (place, rest) in self._good:
                continue
            resolved = self._resolve(place, html.unescape(rest.decode("utf-8", "replace")))
            if resolved is None:
                self._outside.add(target)
            elif self._exists(resolved):
                self._good.add((place, rest))
            else:
                yield resolved

    def _resolve(self, folder: str, address: str) -> str | None:
        """Return the site-relative path, "/…" when it lies above the site.

        None means nothing to look up: another site, or a place on the same page.
        """
        if self._base and address.startswith(self._base):
            folder, address = "", address[len(self._base) :]
        elif _SCHEME.match(address) or address[:1] in {"", "#", "?"}:
            return None
        path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
        if path.startswith("/"):
            if not path.startswith(self._root):
                return path
            folder, path = "", path[len(self._root) :]
        return _joined(folder, path)

    def _exists(self, path: str) -> bool:
        if path == "" or path.endswith("/"):
            return f"{path}index.html" in self._paths
        return path in self._paths or f"{path}/index.html" in self._paths


def _targets(body: bytes) -> set[bytes]:
    """Return the addresses in a page's tags; cutting at words is ten times as fast as a pattern."""
    targets = set()
    for name in _ATTRIBUTES:
        before, *pieces = body.split(name)
        for piece in pieces:
            in_tag = before.rfind(b"<") > before.rfind(b">")  # else it is text that looks like one
            if in_tag and piece[:1] in _QUOTES:
                targets.add(piece[1:].partition(piece[:1])[0])
            before = piece
    return targets


def _joined(folder: str, path: str) -> str:
    """Return ``folder`` joined with a relative path, its dots resolved (RFC 3986, 5.2.4)."""
    parts: list[str] = []
    for part in f"{folder}{path}".split("/"):
        if part == ".." and not parts:
            return f"/{path}"
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    ends_in_folder = path.endswith(("/.", "/..")) or path in {".", ".."}
    return "/".join(parts) + ("/" if ends_in_folder and parts else "")


def _problem(target: str, pages: tuple[str, ...]) -> Diagnostic:
    named = ", ".join(pages[:_PAGES_NAMED])
    more = f" and {len(pages) - _PAGES_NAMED} more" if len(pages) > _PAGES_NAMED else ""
    return Diagnostic(
        code="W011",
        severity=Severity.WARNING,
        message=f"a link leads to /{target.lstrip('/')}, which does not exist: on {named}{more}",
        hint="correct the link where the page is written, or add the page it means",
    )
