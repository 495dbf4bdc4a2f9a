"""Papers as JSON Lines: one object a line, with the names that ``export --format json`` has.

Everything that was read is carried; what the site derives (topics, addresses) is not, and keeps
being derived when the file is a seed again. ``tldr`` is the editor's own text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.emit.facts import paper_facts
from generator.model.paper import Paper


def papers_jsonl(papers: Iterable[Paper]) -> str:
    """Return the papers in their order (https://jsonlines.org)."""
    return "".join(
        json.dumps({**paper_facts(paper), "tldr": paper.tldr or None}, ensure_ascii=False) + "\n"
        for paper in papers
    )
