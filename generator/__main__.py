"""``python -m generator``."""

from __future__ import annotations

import gc
import sys

from generator.cli.main import main


def run() -> int:
    """Answer the command line; the process ends with what this returns."""
    code = main()
    # What is left is freed with the process: it need not be looked through for cycles.
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(run())
