"""What hosts refuse: GitHub Pages takes 1 GB in all, 100 MB a file, and ten minutes.

https://docs.github.com/pages/getting-started-with-github-pages/github-pages-limits
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.errors import Diagnostic, Severity
from generator.publish.receipt import Receipt

MAX_FILE = 90_000_000
MAX_TOTAL = 900_000_000
MAX_FILES = 100_000
"""Unpacking more takes a deployment most of its ten minutes."""


def check_limits(files: Iterable[Receipt]) -> Iterator[Diagnostic]:
    """Yield a warning (W014) for each limit that the site comes near to."""
    sizes = {file.path: file.entry.size for file in files}
    for path, size in sizes.items():
        if size > MAX_FILE:
            yield _warning(
                f"{path} has {size / 1e6:.0f} MB; GitHub Pages refuses files over 100 MB",
                "ask for less in [files] or [feeds]",
            )
    total = sum(sizes.values())
    if total > MAX_TOTAL:
        yield _warning(
            f"the site has {total / 1e6:,.0f} MB; GitHub Pages refuses sites over 1 GB",
            "see where the bytes are, then ask for less in [files], [feeds] or [search]",
        )
    if len(sizes) > MAX_FILES:
        yield _warning(
            f"the site has {len(sizes):,} files; GitHub Pages stops a deployment after ten minutes",
            "lower each in [files]",
        )


def _warning(message: str, hint: str) -> Diagnostic:
    return Diagnostic(code="W014", severity=Severity.WARNING, message=message, hint=hint)
