"""The formats in which papers can be written, by the names that ``export --format`` has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from generator.emit.bibtex import papers_bibtex
from generator.emit.csl_json import papers_csl_json
from generator.emit.jsonl import papers_jsonl
from generator.emit.markdown_papers import papers_markdown
from generator.emit.ris import papers_ris
from generator.model.paper import Paper, PaperId

PaperWriter = Callable[[Iterable[Paper]], str]

PAPER_FORMATS = ("jsonl", "bibtex", "ris", "csl-json", "markdown")
"""What writes papers alone; ``json`` has facts of the whole site and is written by ``exports``."""


def paper_writers(keys: Mapping[PaperId, str]) -> Mapping[str, PaperWriter]:
    """Return what writes each format.

    Args:
        keys: By which the papers are cited, the same in every selection.
    """
    return {
        "jsonl": papers_jsonl,
        "bibtex": partial(papers_bibtex, keys=keys),
        "ris": papers_ris,
        "csl-json": papers_csl_json,
        "markdown": papers_markdown,
    }
