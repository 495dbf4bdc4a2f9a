"""The search files of a site with many papers, without building the rest of it.

Everything that the search reads is made as a build makes it, but for topics, which are the papers'
own commonest keywords: deriving them is another benchmark's matter.
"""

from __future__ import annotations

import datetime
import gc
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import BenchPaper
from generator.config.schema import Config, SearchConfig
from generator.emit.search_index import emit_search
from generator.model.corpus import Corpus
from generator.model.dates import PartialDate
from generator.model.enrichment import Enrichment, TopicScore
from generator.model.ids import paper_id
from generator.model.paper import Author, Paper
from generator.model.topic import Topic
from generator.plan.plan_site import plan_site

_TODAY = datetime.date(2025, 3, 11)
_MOST_TOPICS = 40
_TOPICS_A_PAPER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Emitted:
    """What writing the search files took.

    Attributes:
        seconds: Processor seconds of the emitter alone.
        files: How many there are.
        bytes: Of all of them.
        corpus: What was written.
        config: The settings of the site.
    """

    seconds: float
    files: int
    bytes: int
    corpus: Corpus
    config: Config


def write_search_site(folder: Path, papers: Sequence[BenchPaper], *, shard_above: int) -> Emitted:
    """Write ``search/`` into a folder; papers that share title and first author are one."""
    corpus = corpus_of(papers)
    config = Config(root=folder, today=_TODAY, search=SearchConfig(shard_above=shard_above))
    plan = plan_site(corpus, config, [], assets={}, version="0")
    gc.disable()
    start = time.process_time()
    artifacts = list(emit_search(corpus, plan, config))
    seconds = time.process_time() - start
    gc.enable()
    for artifact in artifacts:
        path = folder / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.body)
    size = sum(len(artifact.body) for artifact in artifacts)
    return Emitted(seconds=seconds, files=len(artifacts), bytes=size, corpus=corpus, config=config)


def corpus_of(papers: Sequence[BenchPaper]) -> Corpus:
    """Return the papers as a checked corpus."""
    shares = Counter(name.lower() for paper in papers for name in set(paper.keywords))
    names = [name for name, _ in sorted(shares.items(), key=lambda share: (-share[1], share[0]))]
    topics = {name: _slug(name) for name in names[:_MOST_TOPICS] if _slug(name)}
    records = {}
    enrichments = {}
    for paper in papers:
        record = _record(paper)
        records[record.id] = record
        held = dict.fromkeys(
            topics[word.lower()] for word in paper.keywords if word.lower() in topics
        )
        scores = [TopicScore(topic=topic, score=1.0) for topic in held][:_TOPICS_A_PAPER]
        enrichments[record.id] = Enrichment(topics=tuple(scores))
    used = {score.topic for enrichment in enrichments.values() for score in enrichment.topics}
    return Corpus(
        papers=tuple(records.values()),
        topics=tuple(Topic(id=i, name=name) for name, i in topics.items() if i in used),
        enrichments=enrichments,
    )


def _record(paper: BenchPaper) -> Paper:
    authors = tuple(Author(name=name) for name in dict.fromkeys(paper.authors))
    return Paper(
        id=paper_id(paper.title, authors[0].name if authors else "", ()),
        title=paper.title,
        abstract=paper.abstract,
        authors=authors,
        venue=f"{paper.venue} {paper.year or ''}".strip(),
        keywords=paper.keywords,
        published=PartialDate(paper.year) if paper.year else None,
    )


def _slug(name: str) -> str:
    return re.sub("[^a-z0-9]+", "-", name).strip("-")
