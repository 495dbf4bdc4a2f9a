"""What an emitter is: a maker of files that are no pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from generator.artifact import Artifact
from generator.config.schema import Config
from generator.model.corpus import Corpus
from generator.plan.site_plan import SitePlan


class Emitter(Protocol):
    """Reads the corpus and the plan, never another emitter, and changes nothing."""

    def __call__(self, corpus: Corpus, plan: SitePlan, config: Config) -> Iterable[Artifact]:
        """Return the files, each at a path of its own."""
        ...
