"""A small site against the tree it is known to give, and against itself.

After a wanted change: ``pytest tests/test_golden.py --update-golden``, then read the difference.
"""

from __future__ import annotations

import difflib
import itertools
import re
import shutil
from pathlib import Path

import pytest

from tests.projects import build, copy_site, files_of, run_generator

GOLDEN = Path(__file__).parent / "golden" / "tiny"

# These change with every style sheet and every release, and have tests of their own.
APART = re.compile(r"assets/|\.florilegium|(?:.*/)?card\.png$")
UNSTEADY = (
    (rb"\?v=[0-9a-f]+", b"?v=VERSION"),
    (rb"Florilegium \d+\.\d+\.\d+", b"Florilegium VERSION"),
    (rb"(?s)<svg .*?</svg>", b"<svg></svg>"),
    (rb'"version":"[0-9a-f]+"', b'"version":"VERSION"'),  # of the shell, in sw.js
)


def steady(body: bytes) -> bytes:
    """Return a file without the versions and drawings that say nothing about its text."""
    for pattern, replacement in UNSTEADY:
        body = re.sub(pattern, replacement, body)
    return body


def stamps(site: Path) -> dict[str, tuple[int, int]]:
    """Return inode and time of change of each file: what a write, even of equal bytes, changes."""
    return {
        path.relative_to(site).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in site.rglob("*")
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project, built once."""
    project = copy_site("tiny", tmp_path_factory.mktemp("golden"))
    build(project)
    return project


def test_the_site_is_the_one_we_know(project: Path, request: pytest.FixtureRequest) -> None:
    made = {
        name: steady(body)
        for name, body in files_of(project / "_site").items()
        if not APART.match(name)
    }
    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for name, body in made.items():
            path = GOLDEN / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
    known = files_of(GOLDEN)
    assert sorted(made) == sorted(known)
    changed = [name for name in made if made[name] != known[name]]
    assert not changed, difference(changed[0], known, made)


def difference(name: str, known: dict[str, bytes], made: dict[str, bytes]) -> str:
    """Return the first changed lines of a file."""
    old, new = (files[name].decode().splitlines() for files in (known, made))
    lines = difflib.unified_diff(old, new, f"known/{name}", f"made/{name}", lineterm="", n=1)
    return "\n".join(line[:200] for line in itertools.islice(lines, 20))


def test_a_second_build_writes_nothing(project: Path) -> None:
    before = stamps(project / "_site")
    build(project)
    assert stamps(project / "_site") == before


@pytest.mark.parametrize("options", [[], ["--jobs", "2"]], ids=["one process", "two processes"])
def test_clean_builds_elsewhere_are_identical(
    project: Path, tmp_path: Path, options: list[str]
) -> None:
    other = copy_site("tiny", tmp_path / "a folder with blanks, elsewhere")
    assert files_of(build(other, *options)) == files_of(project / "_site")


def test_a_clean_build_over_an_old_one_gives_the_same(project: Path, tmp_path: Path) -> None:
    other = copy_site("tiny", tmp_path)
    (other / "seeds" / "extra.md").write_text("---\ntitle: A Guest\n---\nSoon gone.\n")
    build(other)
    (other / "seeds" / "extra.md").unlink()
    assert files_of(build(other)) == files_of(project / "_site")
    assert files_of(build(other, "--clean")) == files_of(project / "_site")


def test_a_failed_build_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    project = copy_site("tiny", tmp_path)
    site = build(project)
    before = (stamps(site), files_of(site))
    (project / "seeds" / "broken.md").write_text("---\ntitle: [unclosed\n---\nLost.\n")
    done = run_generator(project, "build")
    assert done.returncode == 1
    assert "seeds/broken.md:" in done.stdout + done.stderr
    assert (stamps(site), files_of(site)) == before
