"""The stages of a build: announced, timed, and undisturbed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str], None]
"""Told the name of each stage as it begins."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Have nobody look for reference cycles meanwhile.

    A stage makes millions of records that stay, and hardly a cycle, so the search would cost a
    tenth of the build and find nothing.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def quiet(_stage: str) -> None:
    """Report no progress."""


class Stages:
    """Names each stage as it begins, and keeps its time.

    Attributes:
        seconds: Wall time by stage, in the order in which the stages ended.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.seconds: list[tuple[str, float]] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Announce a stage and time it."""
        self._progress(name)
        start = time.perf_counter()
        try:
            with undisturbed():
                yield
        finally:
            self.seconds.append((name, time.perf_counter() - start))
