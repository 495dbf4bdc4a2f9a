"""Runs the scripts' own tests, so that one command covers them too."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

TESTS = sorted(Path(__file__).parent.glob("*.test.js"))
TIMEOUT = 120  # seconds; only a hanging script comes near


@pytest.mark.node
@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_the_scripts_pass_their_tests(path: Path, node: str) -> None:
    done = subprocess.run(
        [node, "--test", str(path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_scripts_tests() -> None:
    assert TESTS
