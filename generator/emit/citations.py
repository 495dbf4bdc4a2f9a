"""Citations of each paper, topic and issue and of the whole site, as files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.emit.bibtex import bibtex_entry
from generator.emit.citation_keys import citation_keys
from generator.emit.parts import numbered, split
from generator.emit.ris import ris_record
from generator.model.corpus import Corpus
from generator.model.paper import Paper, PaperId
from generator.plan import urls
from generator.plan.csl import csl_item
from generator.plan.files import CitationFormat, citation_formats, has_each
from generator.plan.site_plan import SitePlan
from generator.text.plain import shown

MAX_BYTES = 20_000_000
"""Of one part of the whole; editors of LaTeX on the web refuse larger files."""

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":")
)  # dumps would make one a call
_Writer = Callable[[Paper, str], str]


def _csl(paper: Paper, key: str) -> str:
    item = {**csl_item(paper, custom=False), "citation-key": key}
    return _ENCODER.encode(item)


_WRITERS: Mapping[str, _Writer] = MappingProxyType(
    {
        "bibtex": bibtex_entry,
        "ris": lambda paper, _: ris_record(paper),
        "csl-json": _csl,
    }
)


def emit_citations(corpus: Corpus, plan: SitePlan, config: Config) -> Iterator[Artifact]:
    """Yield the files of citations in every format asked for."""
    keys = citation_keys(corpus.papers)
    bare = config.files.abstracts
    papers = [paper if bare else replace(paper, abstract="", tldr="") for paper in corpus.papers]
    parts_of: dict[str, list[str]] = {}
    for form in citation_formats(config.files):
        write = _WRITERS[form.name]
        records = {paper.id: write(paper, keys[paper.id]) for paper in papers}
        parts = split(list(records.values()), MAX_BYTES)
        for number, part in enumerate(parts, start=1):
            name = numbered(f"{urls.CITED_PAPERS}.{form.ending}", number)
            parts_of.setdefault(form.name, []).append(name)
            yield _file(urls.DATA + name, form, part)
        if has_each(config.files, len(papers)):
            yield from _own_files(corpus, plan, form, records)
    yield Artifact(
        path=f"{urls.DATA}index.json",
        body=json.dumps(parts_of).encode() + b"\n",
        media_type="application/json",
        origin="citations",
    )


def _own_files(
    corpus: Corpus, plan: SitePlan, form: CitationFormat, records: Mapping[PaperId, str]
) -> Iterator[Artifact]:
    for paper, record in records.items():
        path = f"{plan.paper_urls[paper]}{urls.CITED_PAPER}.{form.ending}"
        yield _file(path, form, [record])
    lists: list[tuple[str, Iterable[PaperId]]] = [
        (plan.topic_urls[topic.id], [paper.id for paper in corpus.in_topic(topic.id)])
        for topic in corpus.topics
    ]
    lists += [(plan.issue_urls[issue.id], dict.fromkeys(issue.papers)) for issue in corpus.issues]
    for folder, papers in lists:
        path = f"{folder}{urls.CITED_PAPERS}.{form.ending}"
        yield _file(path, form, [records[paper] for paper in papers])


def _file(path: str, form: CitationFormat, records: Sequence[str]) -> Artifact:
    is_json = form.name == "csl-json"
    text = "[\n" + ",\n".join(records) + "\n]\n" if is_json else "\n".join(records)
    if not text.replace("\n", "").isprintable():
        text = shown(text)
    return Artifact(path=path, body=text.encode(), media_type=form.media_type, origin="citations")
