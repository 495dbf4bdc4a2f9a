"""One build by the command that a user types, in a process of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

Run = dict[str, Any]
"""What one build took and left."""

ROOT = Path(__file__).parents[1]

_PAPERS = re.compile(r"^([\d,]+) papers?, ", re.MULTILINE)
_FILES = re.compile(r"^([\d,]+) files written \([\d.]+ MB\), ([\d,]+) unchanged", re.MULTILINE)
_STAGES = re.compile(r"^[\d.]+ s: (.+)$", re.MULTILINE)


def run_build(project: Path, jobs: int) -> Run:
    """Return what a build said of itself, with seconds, processor seconds and peak memory.

    Raises:
        SystemExit: The build failed; its messages have been shown.
    """
    command = [sys.executable, "-m", "generator", "build", "--jobs", str(jobs), "--config"]
    start = time.perf_counter()
    child = subprocess.Popen(
        [*command, project / "site.toml"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None  # noqa: S101  # a pipe was asked for
    with child.stdout as pipe:
        said = pipe.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"the build of {project} failed")
    return {
        **_said(said),
        "bytes": _bytes(project / "_site/.florilegium.json"),
        "seconds": seconds,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
    }


def _said(summary: str) -> dict[str, Any]:
    papers, files, stages = (pattern.search(summary) for pattern in (_PAPERS, _FILES, _STAGES))
    if not (papers and files and stages):
        raise SystemExit(f"a build summed up in another form:\n{summary}")
    costs = (stage.rsplit(" ", 1) for stage in stages[1].split(", "))
    return {
        "papers": _number(papers[1]),
        "written": _number(files[1]),
        "unchanged": _number(files[2]),
        "stages": {name: float(cost) for name, cost in costs},
    }


def _number(text: str) -> int:
    return int(text.replace(",", ""))


def _bytes(manifest: Path) -> int:
    files = json.loads(manifest.read_bytes())["files"]
    return sum(size for _, size in files.values())
