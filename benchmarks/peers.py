"""Other generators at the same work: pages for the same papers, and an index for their search.

They are given what we find out ourselves (topics and related papers), and need not discover any.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import BenchPaper

THEMES = Path(__file__).parent / "peers"
TOPICS = 40
TOPICS_OF_A_PAPER = 2
RELATED = 5
EXCERPT = 200  # characters
PAGE_SIZE = 50  # papers on a page of a topic


Writer = Callable[[Path, Sequence[BenchPaper]], None]
"""Writes papers into an empty folder as a peer wants them, with a theme for its pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerFigure:
    """One peer at one size.

    Attributes:
        peer: A key of ``PEERS``.
        papers: Papers in the corpus, and pages of papers that were found in what it built.
        seconds: From the start of its processes to their end.
        cpu: Processor seconds.
        peak: Resident memory of its largest process in bytes.
    """

    peer: str
    papers: int
    seconds: float
    cpu: float
    peak: int


def measure_peer(peer: str, folder: Path, papers: Sequence[BenchPaper]) -> PeerFigure:
    """Build the papers with a peer, in an empty folder.

    Raises:
        SystemExit: It is not installed, it failed, or its site lacks pages.
    """
    write, programs = PEERS[peer]
    write(folder, papers)
    seconds, cpu, peak = 0.0, 0.0, 0
    for program in programs:
        took, used, most = _run(program, folder)
        seconds, cpu, peak = seconds + took, cpu + used, max(peak, most)
    built = sum(1 for _ in (folder / "out/papers").glob("*/index.html"))
    feeds = [folder / "out" / name for name in ("index.html", "index.xml", "sitemap.xml")]
    if built != len(papers) or not all(feed.is_file() for feed in feeds):
        raise SystemExit(f"{peer} built {built} of {len(papers)} papers")
    return PeerFigure(peer=peer, papers=built, seconds=seconds, cpu=cpu, peak=peak)


def _run(command: Sequence[str], folder: Path) -> tuple[float, float, int]:
    """Return seconds, processor seconds and peak memory in bytes of a program."""
    program = shutil.which(command[0])
    if program is None:
        raise SystemExit(f"{command[0]} is not installed; see the head of benchmarks/build.py")
    start = time.perf_counter()
    child = subprocess.Popen([program, *command[1:]], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def _site(theme: str, papers_in: str, front_matter: Callable[[dict[str, object]], str]) -> Writer:
    """Return what copies a theme and writes a file for each paper, in a folder of the theme's."""

    def write(folder: Path, papers: Sequence[BenchPaper]) -> None:
        shutil.copytree(THEMES / theme, folder, dirs_exist_ok=True)
        content = folder / papers_in
        content.mkdir(parents=True)
        for number, paper in enumerate(papers):
            text = f"{front_matter(_fields(papers, number))}\n{paper.abstract}\n"
            (content / f"p{number}.md").write_text(text, encoding="utf-8")

    return write


def _fields(papers: Sequence[BenchPaper], number: int) -> dict[str, object]:
    """Return what a page shows beside the abstract."""
    paper = papers[number]
    others = [(number + step) % len(papers) for step in range(1, RELATED + 1)]
    return {
        "slug": f"p{number}",
        "title": paper.title,
        "description": paper.abstract[:EXCERPT].replace("\n", " "),
        "authors": list(paper.authors),
        "topics": _topics(number),
        "related": [
            {"title": papers[other].title, "url": f"/digest/papers/p{other}/"} for other in others
        ],
    }


def _topics(number: int) -> list[str]:
    return [f"topic {(number * 7 + step * 11) % TOPICS}" for step in range(TOPICS_OF_A_PAPER)]


def _json(fields: dict[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False, indent=1)


def _yaml(fields: dict[str, object]) -> str:
    # A JSON value is a YAML value, and needs no rules for quoting.
    rows = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "\n".join(["---", *rows, "---"])


def _eleventy(fields: dict[str, object]) -> str:
    known = {"layout": "paper.njk", "tags": "paper"}
    return f"---json\n{_json({**fields, **known})}\n---"


def _pelican(fields: dict[str, object]) -> str:
    """Return Pelican's own header: a name and a line of text for each field."""
    lists = {
        "authors": "; ".join(map(str, _list(fields["authors"]))) + ";",
        "topics": ", ".join(map(str, _list(fields["topics"]))),
        "related": json.dumps(fields["related"], ensure_ascii=False),
    }
    rows = {**fields, **lists, "date": "2024-01-01", "summary": fields["description"]}
    rows["tags"] = rows.pop("topics")
    return "\n".join(f"{name.capitalize()}: {value}" for name, value in rows.items()) + "\n"


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _mkdocs(folder: Path, papers: Sequence[BenchPaper]) -> None:
    """Write the papers, and a page for each page of a topic, since MkDocs has no topics."""
    _site("mkdocs", "docs/papers", _yaml)(folder, papers)
    sizes = Counter(topic for number in range(len(papers)) for topic in _topics(number))
    pages: dict[str, dict[str, object]] = {
        "index.md": {"title": "Benchmark", "template": "home.html"},
        "topics/index.md": {"title": "Topics", "template": "topics.html"},
    }
    for topic, size in sizes.items():
        for number in range(-(-size // PAGE_SIZE)):
            below = f"page/{number + 1}/" if number else ""
            path = f"topics/{topic.replace(' ', '-')}/{below}index.md"
            pages[path] = {
                "title": topic,
                "template": "topic.html",
                "topic": topic,
                "number": number,
            }
    for path, fields in pages.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_yaml({"description": "", **fields}) + "\n", encoding="utf-8")


_HUGO = ("hugo", "--quiet", "--destination", "out", "--noBuildLock")
_PAGEFIND = ("pagefind", "--site", "out", "--quiet")

PEERS: dict[str, tuple[Writer, tuple[tuple[str, ...], ...]]] = {
    "hugo": (_site("hugo", "content/papers", _yaml), (_HUGO,)),
    "hugo-json": (_site("hugo", "content/papers", _json), (_HUGO,)),
    "hugo-json+pagefind": (_site("hugo", "content/papers", _json), (_HUGO, _PAGEFIND)),
    "eleventy": (_site("eleventy", "content/papers", _eleventy), (("eleventy",),)),
    "mkdocs": (_mkdocs, (("mkdocs", "build", "--quiet"),)),
    "pelican": (_site("pelican", "content/papers", _pelican), (("pelican", "--quiet"),)),
}
"""What writes a peer's input, and the programs that build its site."""
