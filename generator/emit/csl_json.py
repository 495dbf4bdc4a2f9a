"""Papers as CSL-JSON, for Zotero, Pandoc and citeproc.

Variables: https://docs.citationstyles.org/en/stable/specification.html. What CSL has no variable
for stands in its object ``custom``: aliases, categories, links with kinds, tldr, update. Not
carried: signals, and line ends inside a paragraph. What looks like HTML or TeX commands in a text
is read back as such.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.model.paper import Paper
from generator.plan.csl import csl_item


def papers_csl_json(papers: Iterable[Paper]) -> str:
    """Return the papers as a list in their order; absent facts are left out."""
    entries = [csl_item(paper) for paper in papers]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
