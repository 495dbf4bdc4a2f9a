"""The stages of a build: announced, timed, and undisturbed."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str], None]
"""Told the name of each stage as it begins."""


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
        """Announce a stage and time it.

        Meanwhile nobody looks for reference cycles: a stage makes millions of records that stay,
        and hardly a cycle, so the search would cost a tenth of the build and find nothing.
        """
        self._progress(name)
        searched = gc.isenabled()
        gc.disable()
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds.append((name, time.perf_counter() - start))
            if searched:
                gc.enable()
