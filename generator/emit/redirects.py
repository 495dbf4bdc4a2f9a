"""Pages that send a reader from a former address to the present one."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.site_plan import SitePlan
from generator.text.slug import slugify


def emit_redirects(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield a page for each former address; an address in use again is left alone."""
    taken = {page.path for page in plan.pages}
    for old, new in sorted(plan.redirects.items()):
        path = _path(old)
        if path and path not in taken:
            taken.add(path)
            body = _page(config, path, new)
            yield Artifact(path=path, body=body, media_type="text/html", origin=f"redirect {old}")


def _path(old: str) -> str:
    """Return the file of a former address, every part made safe; empty for the home page."""
    folder, dot, ending = old.rpartition(".")
    is_file = bool(dot) and ending.lower() in {"html", "htm"}
    parts = [slug for part in (folder if is_file else old).split("/") if (slug := slugify(part))]
    if is_file and parts:
        return f"{'/'.join(parts)}.{ending.lower()}"
    return "/".join([*parts, "index.html"]) if parts else ""


_PAGE = """<!doctype html>
<html lang="{language}"{direction}><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}"></head>
<body><h1>{title}</h1><p>{link}</p></body></html>
"""


def _page(config: Config, path: str, new: str) -> bytes:
    is_elsewhere = new.startswith(("https://", "http://"))
    target = escape(new if is_elsewhere else urls.root_of(path) + urls.encoded(new))
    language = config.language
    page = _PAGE.format(
        language=escape(language.tag),
        direction=' dir="rtl"' if language.direction == "rtl" else "",
        title=escape(language.text("pages.moved")),
        target=target,
        link=language.text("frame.moved_html", target=target),
    )
    return page.encode()
