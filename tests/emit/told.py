"""What a script prints, so that two can be compared by what they do."""

from __future__ import annotations

import json
import subprocess


def told(node: str, script: str) -> list[object]:
    """Return the JSON that a module prints under Node.js."""
    done = subprocess.run(
        [node, "--input-type=module", "--eval", script], capture_output=True, check=True
    )
    found: list[object] = json.loads(done.stdout)
    return found
