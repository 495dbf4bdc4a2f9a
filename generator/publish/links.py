"""Do the links between the site's own pages lead anywhere?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence, Set
from urllib.parse import unquote, urlsplit

from generator.artifact import Artifact
from generator.errors import Diagnostic, Severity

_ADDRESS = re.compile(
    rb"""=(?:(?<= href=)|(?<= src=)|(?<= action=))("[^"<>]*"|'[^'<>]*')"""
)  # a page has fewer equals signs than blanks, so they are looked for first
_ATTRIBUTES = (b" href=", b" src=", b" action=")
_PLAIN = re.compile(r"[A-Za-z0-9./_-]*")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_PAGES_NAMED = 3


class LinkReader:
    """Finds the addresses in pages that cannot be told to be right before all files are known.

    It resolves each distinct address once for pages of one depth.
    """

    def __init__(self, known: Iterable[str], base_url: str = "") -> None:
        """Prepare to read.

        Args:
            known: Paths that the site is sure to have: the more, the less remains to look up.
            base_url: The site's public address; addresses below it are internal, and those that
                begin with a slash count from its path.
        """
        self._known = frozenset(known)
        self._pages = [page for path in self._known if _PLAIN.fullmatch(page := _page_of(path))]
        self._base = base_url if not base_url or base_url.endswith("/") else f"{base_url}/"
        self._root = urlsplit(self._base).path or "/"
        self._outside: set[bytes] = set()
        self._good: dict[int, set[bytes]] = {}
        self._unsure: dict[int, dict[bytes, str]] = {}

    def unsure(self, artifact: Artifact) -> tuple[str, ...]:
        """Return the internal addresses of a page that lead to no known path, resolved."""
        if not artifact.media_type.startswith("text/html"):
            return ()
        path, body = artifact.path, artifact.body
        depth = path.count("/")
        good = self._good.get(depth) or self._good.setdefault(depth, self._from_root(depth))
        found = set(_ADDRESS.findall(body)) - good - self._outside
        if not found:
            return ()
        targets = (self._target(quoted, path, depth) for quoted in found if _in_tag(quoted, body))
        return tuple(sorted({target for target in targets if target is not None}))

    def _target(self, quoted: bytes, path: str, depth: int) -> str | None:
        """Return where an address leads; None when that is known, or outside the site."""
        seen = self._unsure.setdefault(depth, {})
        if quoted in seen:
            return seen[quoted]
        folder = path[: path.rfind("/") + 1]
        resolved = self._resolve(folder, html.unescape(quoted[1:-1].decode("utf-8", "replace")))
        from_root = quoted.startswith(b"../" * depth, 1)
        if resolved is None:
            self._outside.add(quoted)
        elif leads_to(resolved, self._known):
            if from_root:
                self._good[depth].add(quoted)
            return None
        elif from_root:
            seen[quoted] = resolved
        return resolved

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


def lost_links(
    unsure: Iterable[tuple[str, Sequence[str]]], paths: Set[str]
) -> tuple[Diagnostic, ...]:
    """Return a warning (W011) for each internal address that leads to no file.

    Args:
        unsure: Path of each page, with what ``LinkReader.unsure`` found there.
        paths: Of all files of the site.
    """
    broken: dict[str, list[str]] = {}
    for page, targets in unsure:
        for target in targets:
            if not leads_to(target, paths):
                broken.setdefault(target, []).append(page)
    return tuple(_problem(target, pages) for target, pages in sorted(broken.items()))


def leads_to(path: str, paths: Set[str]) -> bool:
    """Tell whether a site-relative address leads to one of the files."""
    if path == "" or path.endswith("/"):
        return f"{path}index.html" in paths
    return path in paths or f"{path}/index.html" in paths


def _page_of(path: str) -> str:
    return path.removesuffix("index.html")


def _in_tag(quoted: bytes, body: bytes) -> bool:
    """Tell whether an address stands in a tag: text may quote HTML, and look like one."""
    start = body.find(quoted)
    while start >= 0:
        opened, closed = body.rfind(b"<", 0, start), body.rfind(b">", 0, start)
        if opened > closed and body.endswith(_ATTRIBUTES, 0, start):
            return True
        start = body.find(quoted, start + 1)
    return False


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


def _problem(target: str, pages: Sequence[str]) -> Diagnostic:
    named = ", ".join(pages[:_PAGES_NAMED])
    more = f" and {len(pages) - _PAGES_NAMED} more" if len(pages) > _PAGES_NAMED else ""
    return Diagnostic(
        code="W011",
        severity=Severity.WARNING,
        message=f"a link leads to /{target.lstrip('/')}, which does not exist: on {named}{more}",
        hint="correct the link where the page is written, or add the page it means",
    )
