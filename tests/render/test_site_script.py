"""static/js/site.js decides as it should: the tests are in tests/js/site.test.js."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1] / "js" / "site.test.js"


@pytest.mark.node
def test_the_script_of_every_page(node: str) -> None:
    done = subprocess.run(
        [node, "--test", TESTS], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout
