"""What a benchmark prints: the machine, the versions, tables."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

DISTRIBUTIONS = ("florilegium", "jinja2", "markupsafe", "lunr", "markdown", "nh3", "pyyaml")


def machine() -> dict[str, str]:
    """Return what a reader must know to compare figures, by name."""
    return {
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "processor": f"{_processor()}, {len(os.sched_getaffinity(0))} usable cores",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        **{name: version(name) for name in DISTRIBUTIONS},
    }


def _processor() -> str:
    """Return the processor's name as Linux tells it; elsewhere what Python knows."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table, columns padded; all but the first column stand to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]

    def line(cells: Sequence[str]) -> str:
        first, *others = zip(cells, widths, strict=True)
        padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
        return f"| {' | '.join(padded)} |"

    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(
        [line(head), f"|{'|'.join(f' {dashes} ' for dashes in rule)}|", *map(line, rows)]
    )
