"""The physical limit: the files of a site written anew, with nothing else."""

from __future__ import annotations

import os
import time
from pathlib import Path

from benchmarks.one_build import Run


def write_alone(site: Path, target: Path) -> Run:
    """Write the files of a site into a new folder, and return what that alone took.

    They are read beforehand; each folder is made once, each file opened, written and closed.
    """
    files = {
        str(file.relative_to(site)): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }
    folders = sorted({str(target / Path(name).parent) for name in files})
    start, used = time.perf_counter(), time.process_time()
    for folder in folders:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 # as little as can be
    for name, body in files.items():
        descriptor = os.open(f"{target}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.write(descriptor, body)
        os.close(descriptor)
    return {
        "papers": 0,
        "seconds": time.perf_counter() - start,
        "cpu": time.process_time() - used,
        "peak": 0,
        "stages": {},
        "written": len(files),
        "unchanged": 0,
        "bytes": sum(map(len, files.values())),
    }
