"""The kinds of attention that sources count."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.model.paper import Paper, Signals

Count = Callable[[Signals], int | None]

SIGNALS: tuple[tuple[str, Count], ...] = (
    ("upvotes", lambda signals: signals.upvotes),
    ("stars", lambda signals: signals.stars),
    ("citations", lambda signals: signals.citations),
)
"""Name, and where the number stands."""


def has_signals(papers: Iterable[Paper]) -> bool:
    """Tell whether any source counts attention; 0 is no attention."""
    return any(count(paper.signals) for paper in papers for _, count in SIGNALS)
