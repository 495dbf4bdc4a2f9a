"""Writes static/js/say.js, the English phrases of scripts, from the catalogue.

Run it after a change of ``generator/locales/en.toml``; a test compares its output with the file.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from generator.config.schema import Config
from generator.emit.say import MODULE, say_module, script_phrases

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "static" / MODULE


def english_module() -> str:
    """Return the whole file."""
    return say_module(script_phrases(Config(root=ROOT, today=datetime.date.min)))


if __name__ == "__main__":
    TARGET.write_text(english_module(), encoding="utf-8")
