"""Makes seeds for the tests of readers."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any

from generator.config.schema import SeedsConfig
from generator.errors import Diagnostic
from generator.sources.source import Seed

TODAY = datetime.date(2025, 6, 1)
OTTERS = (
    "River otters keep maps of their streams. We study how those maps change after a flood, with "
    "forty otters and three rivers, and find that landmarks matter more than distances."
)
KITES = (
    "Kites are flown by hand almost everywhere. We describe a controller that flies one for nine "
    "hours without help. It needs two sensors and a thread."
)


def make_seed(
    text: str, path: str = "seeds/page.txt", today: datetime.date = TODAY, **settings: Any
) -> Seed:
    return Seed(path=PurePosixPath(path), text=text, settings=SeedsConfig(**settings), today=today)


def found(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, int | None]]:
    """Return code and line of each diagnostic, in order of lines."""
    places = [(d.code, d.location.line if d.location else None) for d in diagnostics]
    return sorted(places, key=lambda place: (place[1] or 0, place[0]))
