"""A project to build: the papers as seeds, in one of the formats that a user might have."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import BenchPaper

FIRST_DAY = datetime.date(2024, 1, 1)
PER_PAGE = 100
TOPICS = 40
WORDS_PER_TOPIC = 8

SITE = """\
[site]
title = "Benchmark"
base_url = "https://benchmark.example/digest/"
"""
PAGES_ONLY = """
[build]
page_size = 100
[topics]
limit = 1
[tldr]
enabled = false
[search]
enabled = false
[map]
enabled = false
[related]
limit = 0
[cards]
enabled = false
[files]
citations = []
markdown = false
api = false
"""
"""Switches off whatever finds something out, and all files but pages, feeds and sitemap."""


def write_project(root: Path, papers: Sequence[BenchPaper], seed_format: str) -> list[Path]:
    """Write a project into an empty folder and return its seed files.

    Args:
        root: The folder.
        papers: What it is about.
        seed_format: A key of ``SEED_FORMATS``.
    """
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    (root / "site.toml").write_text(SITE, encoding="utf-8")
    (seeds / "topics.yaml").write_text(_taxonomy(papers), encoding="utf-8")
    files = SEED_FORMATS[seed_format](papers)
    for name, text in files.items():
        (seeds / name).write_text(text, encoding="utf-8")
    return [seeds / name for name in files]


def write_pages_only(root: Path, papers: Sequence[BenchPaper]) -> None:
    """Write a project that asks for pages alone; its topics are given, as peers are given theirs.

    There is a file of JSON Lines for each topic, and the settings say which topic a file is about.
    """
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    names = [f"topic-{number}" for number in range(TOPICS)]
    tables = "".join(
        f'[[seeds]]\npath = "seeds/{name}.jsonl"\ntopic = "{name}"\n' for name in names
    )
    (root / "site.toml").write_text(SITE + PAGES_ONLY + tables, encoding="utf-8")
    topics = {"topics": [{"slug": name, "terms": []} for name in names]}
    (seeds / "topics.yaml").write_text(json.dumps(topics), encoding="utf-8")
    for number, name in enumerate(names):
        rows = (
            {"title": paper.title, "abstract": paper.abstract, "authors": paper.authors}
            for paper in papers[number::TOPICS]
        )
        lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        (seeds / f"{name}.jsonl").write_text(lines, encoding="utf-8")


def change_one_paper(seed: Path) -> None:
    """Append a sentence to the last abstract of a seed file."""
    text = seed.read_text(encoding="utf-8").rstrip("\n")
    seed.write_text(f"{text} One more sentence was added later.\n", encoding="utf-8")


def _pasted(papers: Sequence[BenchPaper]) -> dict[str, str]:
    """Return one pasted page for each hundred papers, each of another day."""
    files = {}
    for start in range(0, len(papers), PER_PAGE):
        day = FIRST_DAY + datetime.timedelta(days=start // PER_PAGE)
        blocks = [f"{day:%b} {day.day}"]
        for paper in papers[start : start + PER_PAGE]:
            blocks += [paper.title, paper.abstract]
        files[f"{day.isoformat()}.txt"] = "\n\n".join(blocks) + "\n"
    return files


def _markdown(papers: Sequence[BenchPaper]) -> dict[str, str]:
    """Return one Markdown file for each paper, with all its fields in front matter."""
    return {f"paper-{number:06}.md": _front_matter(paper) for number, paper in enumerate(papers)}


def _front_matter(paper: BenchPaper) -> str:
    fields: dict[str, object] = {"title": paper.title, "authors": paper.authors}
    if paper.year:
        fields["published"] = paper.year
    if paper.venue:
        fields["venue"] = paper.venue
    if paper.keywords:
        fields["keywords"] = paper.keywords
    # A JSON value is a YAML value, and needs no rules for quoting.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
    return "\n".join(["---", *lines, "---", paper.abstract, ""])


SEED_FORMATS = {"pasted": _pasted, "markdown": _markdown}


def _taxonomy(papers: Sequence[BenchPaper]) -> str:
    """Return a topics file: JSON, which is YAML too, of words that stand in some abstracts."""
    frequency = Counter(
        word for paper in papers for word in set(re.findall(r"[a-z]{4,}", paper.abstract.lower()))
    )
    # A set has another order in every process, so words of one frequency go by the alphabet.
    ranked = sorted(frequency, key=lambda word: (-frequency[word], word))
    telling = [word for word in ranked if frequency[word] <= len(papers) / 10]
    topics = [
        {"slug": f"topic-{number}", "terms": telling[number::TOPICS][:WORDS_PER_TOPIC]}
        for number in range(TOPICS)
    ]
    return json.dumps({"topics": topics})
