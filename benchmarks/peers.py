"""Other generators at the same work: pages for the same papers, and an index for their search.

They are given what we find out ourselves (topics and related papers), and need not discover any.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import BenchPaper

THEMES = Path(__file__).parent / "peers"
TOPICS = 40
TOPICS_OF_A_PAPER = 2
RELATED = 5
EXCERPT = 200  # characters


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


def _hugo(front_matter: Callable[[dict[str, object]], str]) -> Callable[..., None]:
    def write(folder: Path, papers: Sequence[BenchPaper]) -> None:
        shutil.copytree(THEMES / "hugo", folder, dirs_exist_ok=True)
        content = folder / "content/papers"
        content.mkdir(parents=True)
        for number, paper in enumerate(papers):
            others = [papers[(number + step) % len(papers)] for step in range(1, RELATED + 1)]
            related = [
                {"title": other.title, "url": f"/digest/papers/p{(number + step) % len(papers)}/"}
                for step, other in enumerate(others, start=1)
            ]
            fields: dict[str, object] = {
                "title": paper.title,
                "description": paper.abstract[:EXCERPT],
                "authors": list(paper.authors),
                "topics": [
                    f"topic {(number * 7 + step * 11) % TOPICS}"
                    for step in range(TOPICS_OF_A_PAPER)
                ],
                "related": related,
            }
            text = f"{front_matter(fields)}\n{paper.abstract}\n"
            (content / f"p{number}.md").write_text(text, encoding="utf-8")

    return write


def _json(fields: dict[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False, indent=1)


def _yaml(fields: dict[str, object]) -> str:
    # A JSON value is a YAML value, and needs no rules for quoting.
    rows = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "\n".join(["---", *rows, "---"])


_HUGO = ("hugo", "--quiet", "--destination", "out", "--noBuildLock")
_PAGEFIND = ("pagefind", "--site", "out", "--quiet")

PEERS: dict[str, tuple[Callable[..., None], tuple[tuple[str, ...], ...]]] = {
    "hugo": (_hugo(_yaml), (_HUGO,)),
    "hugo-json": (_hugo(_json), (_HUGO,)),
    "hugo-json+pagefind": (_hugo(_json), (_HUGO, _PAGEFIND)),
}
"""What writes a peer's input, and the programs that build its site."""
