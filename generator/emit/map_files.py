"""What the topic map loads: the dots, and in pieces the titles that it shows beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.plan import urls
from generator.plan.map_dots import map_dots, packed
from generator.plan.site_plan import SitePlan
from generator.text.plain import readable

PIECE = 250
"""Papers whose titles are loaded together; static/js/map/page.js knows it too."""


def emit_map(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the files of the map, where there is one."""
    del config
    if not any(page.url == urls.MAP for page in plan.pages):
        return
    dots = map_dots(corpus)
    yield Artifact(
        path=urls.MAP_DOTS,
        body=packed(dots),
        media_type="application/octet-stream",
        origin="the topic map",
    )
    for start in range(0, len(dots), PIECE):
        papers = [
            [urls.encoded(plan.paper_urls[dot.paper]), readable(corpus.paper(dot.paper).title)]
            for dot in dots[start : start + PIECE]
        ]
        text = json.dumps(papers, ensure_ascii=False, separators=(",", ":"))
        yield Artifact(
            path=f"{urls.MAP_PAPERS}{start // PIECE}.json",
            body=text.encode("utf-8", "backslashreplace"),
            media_type="application/json",
            origin="the topic map",
        )
