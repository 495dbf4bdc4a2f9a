"""Runs the scripts of tests/js/tools under Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).parents[1] / "js" / "tools"
TIMEOUT = 120  # seconds; only a hanging script comes near


def run_script(node: str, name: str, value: Any, *arguments: str) -> bytes:
    """Return what a script prints for a value given as JSON."""
    done = subprocess.run(
        [node, str(TOOLS / f"{name}.js"), *arguments],
        input=json.dumps(value).encode(),
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
