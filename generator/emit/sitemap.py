"""What crawlers read: sitemap.xml (https://www.sitemaps.org/protocol.html) and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.site_plan import Page, SitePlan

MAX_URLS = 50_000
"""The protocol's limit for one file; beyond it, sitemap.xml is an index of numbered files."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def emit_sitemap(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the sitemap (only where the public address is known) and robots.txt."""
    base = config.site.base_url
    robots = "User-agent: *\nAllow: /\n"
    if base:
        robots += f"\nSitemap: {base}{urls.SITEMAP}\n"
        yield from _sitemaps(base, [page for page in plan.pages if page.listed])
    yield Artifact(
        path="robots.txt", body=robots.encode(), media_type="text/plain", origin="sitemap"
    )
    if config.build.cname:
        body = f"{config.build.cname}\n".encode()
        yield Artifact(path="CNAME", body=body, media_type="text/plain", origin="[build] cname")
    # Without this file GitHub Pages would run Jekyll, which drops names that start with "_".
    yield Artifact(path=".nojekyll", body=b"", media_type="text/plain", origin="sitemap")


def _sitemaps(base: str, pages: Sequence[Page]) -> Iterator[Artifact]:
    parts = [pages[start : start + MAX_URLS] for start in range(0, len(pages), MAX_URLS)]
    if len(parts) == 1:
        yield _file(urls.SITEMAP, "urlset", (_row(base, page) for page in parts[0]))
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    rows = (f"<sitemap><loc>{escape(base + name)}</loc></sitemap>" for name in names)
    yield _file(urls.SITEMAP, "sitemapindex", rows)
    for name, part in zip(names, parts, strict=True):
        yield _file(name, "urlset", (_row(base, page) for page in part))


def _row(base: str, page: Page) -> str:
    changed = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
    return f"<url><loc>{escape(urls.absolute(base, page.url))}</loc>{changed}</url>"


def _file(path: str, element: str, rows: Iterator[str]) -> Artifact:
    lines = "\n".join(rows)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{_NAMESPACE}">\n'
        f"{lines}\n</{element}>\n"
    )
    return Artifact(path=path, body=text.encode(), media_type="application/xml", origin="sitemap")
