"""Do the links between the site's own pages lead anywhere?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from generator.artifact import Artifact
from generator.errors import Diagnostic, Severity

_ADDRESS = re.compile(rb""" (?:href|src|action)=("[^"<>]*"|'[^'<>]*')""")
_PLAIN = re.compile(r"[A-Za-z0-9./_-]*")
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
    """Resolves addresses against the site, each distinct one once for pages of one depth."""

    def __init__(self, paths: set[str], base: str) -> None:
        self._paths = paths
        self._pages = [page for path in paths if _PLAIN.fullmatch(page := _page_of(path))]
        self._base = base
        self._root = urlsplit(base).path or "/"
        self._outside: set[bytes] = set()
        self._good: dict[int, set[bytes]] = {}

    def broken(self, path: str, body: bytes) -> Iterator[str]:
        """Yield each internal address of a page that leads nowhere, as far as it resolves."""
        depth = path.count("/")
        folder = path[: path.rfind("/") + 1]
        good = self._good.get(depth) or self._good.setdefault(depth, self._from_root(depth))
        for quoted in set(_ADDRESS.findall(body)) - good - self._outside:
            address = html.unescape(quoted[1:-1].decode("utf-8", "replace"))
            resolved = self._resolve(folder, address)
            if resolved is None:
                self._outside.add(quoted)
            elif not self._exists(resolved):
                if _in_tag(quoted, body):
                    yield resolved
            elif quoted.startswith(b"../" * depth, 1):
                good.add(quoted)

    def _from_root(self, depth: int) -> set[bytes]:
        """Return how pages of one depth write the addresses that need no resolving."""
        roots = {"../" * depth, self._base} - {""}
        known = {f'"{root}{page}"'.encode() for root in roots for page in self._pages}
        return known if depth else known.union(f'"{page}"'.encode() for page in self._pages if page)

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


def _page_of(path: str) -> str:
    return path.removesuffix("index.html")


def _in_tag(quoted: bytes, body: bytes) -> bool:
    """Tell whether an address stands in a tag: text may quote HTML, and look like one."""
    starts = (match.start() for match in _ADDRESS.finditer(body) if match[1] == quoted)
    return any(body.rfind(b"<", 0, start) > body.rfind(b">", 0, start) for start in starts)


def _joined(folder: str, path: str) -> str:
    """Return ``folder`` joined with a relative path, its dots resolved (RFC 3986, 5.2.4)."""
    parts: list[str] = []
    steps = f"{folder}{path}".split("/")
    for number, part in enumerate(steps):
        if part == ".." and not parts:
            return f"/{'/'.join(steps[number:])}"
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
