"""Whole builds for tests: a project in a folder, built by the command that a user would type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SITES = Path(__file__).parent / "sites"
TIMEOUT = 120  # seconds; only a hanging build comes near


def run_generator(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m generator`` in a project's folder; never raises for its exit status."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(SITES.parents[1])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )


def build(project: Path, *arguments: str) -> Path:
    """Build a project, expect success and return the folder of the site."""
    done = run_generator(project, "build", *arguments)
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return project / "_site"


def copy_site(name: str, into: Path) -> Path:
    """Copy one of the made-up projects of tests/sites into a folder, ready to build."""
    return Path(shutil.copytree(SITES / name, into / name))


def write_project(root: Path, files: dict[str, str | bytes]) -> Path:
    """Write files by path below a folder; without a site.toml the defaults apply."""
    for name, body in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body.encode() if isinstance(body, str) else body)
    return root


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its POSIX path, sorted."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
