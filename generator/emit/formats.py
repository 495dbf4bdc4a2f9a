"""The formats in which papers can be written, by the names that ``export --format`` has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from generator.emit.bibtex import papers_bibtex
from generator.emit.csl_json import papers_csl_json
from generator.emit.jsonl import papers_jsonl
from generator.emit.markdown_papers import papers_markdown
from generator.emit.ris import papers_ris
from generator.model.paper import Paper

PaperWriter = Callable[[Iterable[Paper]], str]

PAPER_WRITERS: Mapping[str, PaperWriter] = MappingProxyType(
    {
        "jsonl": papers_jsonl,
        "bibtex": papers_bibtex,
        "ris": papers_ris,
        "csl-json": papers_csl_json,
        "markdown": papers_markdown,
    }
)
"""What writes papers alone; ``json`` has facts of the whole site and is written by ``exports``."""
