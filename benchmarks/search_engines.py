"""The engines that ``search.py`` compares: what each needs built, and how each is asked."""

from __future__ import annotations

import html
import json
import resource
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from benchmarks.corpus import BenchPaper
from benchmarks.search_site import write_search_site
from generator.config.schema import Config
from generator.emit.assets import load_assets
from generator.model.corpus import Corpus

PEERS = Path(__file__).parent / "peers"
ENGINES = ("ours", "pagefind", "minisearch", "lunr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One engine's answer: the papers' places in the corpus, best first, and milliseconds."""

    places: tuple[int, ...]
    ms: float


def missing(engine: str) -> str:
    """Return why an engine cannot be measured here, or an empty text."""
    if shutil.which("node") is None:
        return "Node.js is not on the path"
    if engine != "ours" and not (PEERS / "node_modules" / engine).exists():
        return "its package is not installed: run `npm ci` in benchmarks/peers"
    if engine == "pagefind" and find_spec("playwright") is None:
        return "it only runs in a browser, and Playwright is not installed"
    return ""


class Site:
    """A folder with every engine's files for one corpus.

    Attributes:
        folder: Where.
        papers: How many.
        kind: Of our index: ``whole`` or ``shards``.
        build_seconds: Processor seconds of building the index, by engine.
    """

    def __init__(self, folder: Path, papers: Sequence[BenchPaper], shard_above: int) -> None:
        """Build our own index, and write what the others' are made of."""
        self.folder = folder
        self.papers = len(papers)
        self.kind = "shards" if len(papers) > shard_above else "whole"
        written = write_search_site(folder, papers, shard_above=shard_above)
        self.build_seconds = {"ours": written.seconds}
        self._places = {str(paper.id): place for place, paper in enumerate(written.corpus.papers)}
        self._write_shared(written.corpus, written.config)

    def _write_shared(self, corpus: Corpus, config: Config) -> None:
        documents = [*_documents(corpus)]
        lines = [json.dumps(document, ensure_ascii=False) for document in documents]
        (self.folder / "papers.jsonl").write_text("\n".join(lines), encoding="utf-8")
        titles = [document["title"] for document in documents]
        (self.folder / "titles.json").write_text(json.dumps(titles), encoding="utf-8")
        for artifact in load_assets(config).artifacts:
            path = self.folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.body)
        shutil.copytree(PEERS / "pages", self.folder, dirs_exist_ok=True)
        for name in ("lunr", "minisearch"):
            if not missing(name):
                shutil.copytree(PEERS / "node_modules" / name, self.folder / "code" / name)

    def build_pagefind(self) -> None:
        """Write a page for each paper and let Pagefind read them."""
        pages = self.folder / "p"
        pages.mkdir()
        for line in (self.folder / "papers.jsonl").read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            (pages / f"{document['id']}.html").write_text(_page(document), encoding="utf-8")
        program = PEERS / "node_modules" / ".bin" / "pagefind"
        before = _children_seconds()
        subprocess.run(
            [program, "--site", self.folder, "--glob", "p/*.html", "--quiet"], check=True
        )
        self.build_seconds["pagefind"] = _children_seconds() - before

    def process(self, engine: str) -> Process:
        """Start an engine that answers under Node.js; it builds its index first."""
        if engine == "ours":
            return Process("ours", [str(self.folder), self.kind], self._places)
        files = [str(self.folder / "papers.jsonl"), str(self.folder / f"{engine}.json")]
        process = Process(engine, files, {})
        self.build_seconds[engine] = process.figures["seconds"]
        return process


class Process:
    """An engine that answers questions line by line.

    Attributes:
        figures: What it told of itself.
    """

    def __init__(self, engine: str, arguments: Sequence[str], places: dict[str, int]) -> None:
        """Start it, and wait until it is ready."""
        self._places = places
        self._child = subprocess.Popen(
            ["node", "--max-old-space-size=8000", str(PEERS / f"{engine}.js"), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.figures: dict[str, Any] = json.loads(_pipe(self._child.stdout).readline())

    def ask(self, query: str) -> Answer:
        """Return its answer."""
        asked = _pipe(self._child.stdin)
        asked.write(json.dumps(query) + "\n")
        asked.flush()
        told = json.loads(_pipe(self._child.stdout).readline())
        places = [self._places[i] if self._places else int(i) for i in told["ids"]]
        return Answer(places=tuple(places), ms=told["ms"])

    def close(self) -> None:
        """Let it end."""
        _pipe(self._child.stdin).close()
        _pipe(self._child.stdout).close()
        self._child.wait()


def lunr_py_seconds(folder: Path) -> float:
    """Return the processor seconds that the Python package takes to build and write its index."""
    from lunr import lunr  # noqa: PLC0415  # slow to import, and only wanted here

    lines = (folder / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    start = time.process_time()
    index = lunr(ref="id", fields=["title", "authors", "abstract", "topics"], documents=documents)
    json.dumps(index.serialize())
    return time.process_time() - start


def _documents(corpus: Corpus) -> list[dict[str, str]]:
    names = {topic.id: topic.name for topic in corpus.topics}
    return [
        {
            "id": str(place),
            "title": paper.title,
            "authors": ", ".join(author.name for author in paper.authors),
            "abstract": paper.abstract,
            "topics": ", ".join(
                [names[score.topic] for score in corpus.enrichments[paper.id].topics]
                + [*paper.keywords, paper.venue]
            ),
        }
        for place, paper in enumerate(corpus.papers)
    ]


def _page(document: dict[str, str]) -> str:
    text = {name: html.escape(value) for name, value in document.items()}
    return (
        f'<!doctype html><html lang="en"><title>{text["title"]}</title>'
        f"<main data-pagefind-body><h1>{text['title']}</h1><p>{text['authors']}</p>"
        f"<p>{text['abstract']}</p><p>{text['topics']}</p></main></html>"
    )


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None  # noqa: S101  # it was asked for
    return pipe
