from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.projects import SITES, copy_site
from tests.serve.made import fetch

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends Ctrl-C the POSIX way")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_site("tiny", tmp_path)


@pytest.fixture
def serving(project: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--port", "0"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(SITES.parents[1]), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as command:
        yield command
        command.kill()


def line_with(command: subprocess.Popen[str], words: str) -> str:
    assert command.stdout
    for line in command.stdout:
        if words in line:
            return line
    pytest.fail(f"the command ended without saying {words!r}")


def test_a_saved_change_reaches_the_browser_and_ctrl_c_ends_all(
    project: Path, serving: subprocess.Popen[str]
) -> None:
    url = line_with(serving, "serving").split()[1].rstrip(";")
    line_with(serving, "shows the new site")
    status, _, page = fetch(url)
    assert status == 200
    version = re.findall(r'data-version="(\w+)"', page)[0]
    settings = (project / "site.toml").read_text(encoding="utf-8")
    aside = project / ".site.toml.tmp"  # saved as an editor does, in one step
    aside.write_text(settings.replace("Pocket", "Packet"), encoding="utf-8")
    aside.replace(project / "site.toml")
    assert "reload" in fetch(f"{url}-/events?since={version}")[2]
    assert "The Packet Digest" in fetch(url)[2]
    serving.send_signal(signal.SIGINT)
    line_with(serving, "stopped")
    assert serving.wait(timeout=10) == 0
    assert not (project / "_site").exists()


def test_a_busy_port_is_a_usage_error(project: Path, serving: subprocess.Popen[str]) -> None:
    port = line_with(serving, "serving").split()[1].rstrip("/;").rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "generator", "serve", "--port", port],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(SITES.parents[1])},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert f"port {port}" in done.stderr
