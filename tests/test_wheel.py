"""What a user installs works in any folder, far from a checkout."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.projects import files_of, write_project

ROOT = Path(__file__).parents[1]
SEED = """\
Mar 4

A Kite That Reads the Wind

Kites know the wind better than their owners. We fit a kite with a thread of silk and read gusts
from its tension. On ten windy days the kite foresaw every gust that the weather station missed.
"""


@pytest.fixture(scope="module")
def florilegium(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed command, in an environment of its own that borrows only our dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = folder.glob("*.whl")
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True,
        capture_output=True,
        timeout=120,
    )
    borrow_dependencies(python, folder / "borrowed")
    return environment / "bin" / "florilegium"


def borrow_dependencies(python: Path, borrowed: Path) -> None:
    """Let an environment import what is installed here, all but the generator itself."""
    borrowed.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not entry.name.startswith(("florilegium", "_florilegium", "_editable", "__editable")):
            (borrowed / entry.name).symlink_to(entry)
    asked = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    Path(asked.stdout.strip(), "borrowed.pth").write_text(f"{borrowed}\n", encoding="utf-8")


def test_the_wheel_builds_a_site_in_an_empty_folder(florilegium: Path, tmp_path: Path) -> None:
    write_project(tmp_path, {"seeds/2024-03-04.txt": SEED})
    done = subprocess.run(
        [florilegium, "build"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in done.stderr, done.stderr
    site = files_of(tmp_path / "_site")
    assert b"A Kite That Reads the Wind" in site["papers/a-kite-that-reads-the-wind/index.html"]
    assert "index.html" in site
    assert "assets/css/site.css" in site
    assert json.loads(site["search/index.json"])["version"] == "2.3.9"
    assert any(name.startswith("assets/vendor/lunr") for name in site)


def test_the_wheel_carries_no_tests_and_no_seeds(florilegium: Path) -> None:
    packages = florilegium.parents[1] / "lib"
    installed = {path.parent.name for path in packages.glob("*/site-packages/*/__init__.py")}
    assert "generator" in installed
    assert installed.isdisjoint({"tests", "benchmarks", "seeds"})
