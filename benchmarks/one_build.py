"""One build in a process of its own; prints what it measured as one line of JSON."""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path


def measure(project: Path, jobs: int) -> dict[str, object]:
    """Build a project as ``florilegium build`` does; return counts and seconds by stage."""
    start = time.perf_counter()
    # Imported here, because the time this takes is one of the figures.

    from generator.build import make_site  # noqa: PLC0415
    from generator.cli.settings import settings  # noqa: PLC0415
    from generator.publish.apply import publish  # noqa: PLC0415

    imported = time.perf_counter()
    config = settings(project / "site.toml")
    site = make_site(config, jobs=jobs)
    if site.failed(strict=False):
        raise SystemExit("\n".join(map(str, site.diagnostics)))
    made = time.perf_counter()
    report = publish(site.artifacts, project / config.build.output, protected=[project / "seeds"])
    published = time.perf_counter()
    stages = {"imports": imported - start, **dict(site.seconds), "publish": published - made}
    return {
        "papers": len(site.corpus.papers),
        "stages": stages,
        "peak": peak_memory(),
        "written": report.written,
        "unchanged": report.unchanged,
        "bytes": sum(len(artifact.body) for artifact in site.artifacts),
    }


def peak_memory() -> int:
    """Return the largest resident memory of this process so far, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # Here getrusage(2) would count the memory of the parent too, at the time of its fork.
        kibibytes = re.findall(r"^VmHWM:\s+(\d+) kB", status.read_text(), re.MULTILINE)
        return int(kibibytes[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    json.dump(measure(Path(sys.argv[1]), int(sys.argv[2])), sys.stdout)
