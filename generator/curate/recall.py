"""What earlier builds read in papers, looked up by the papers themselves."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.cache import Cache, as_json, digest
from generator.model.enrichment import Enrichment
from generator.model.paper import Paper
from generator.packing import packed, unpacker

SHELF = "papers"
"""Where the cache keeps what a paper's own text says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """What the cache knows of some papers, and which it does not know.

    Attributes:
        keys: Of each paper, in order; equal for papers that say the same.
        kept: What is known, by key.
        missing: The papers that are not known, by key.
    """

    keys: Sequence[str]
    kept: Mapping[str, bytes]
    missing: Mapping[str, Paper]

    @classmethod
    def of(cls, papers: Sequence[Paper], cache: Cache) -> Recall:
        """Look the papers up; without a cache all are missing, and none is looked at."""
        if not cache.folder:
            keys = [str(number) for number in range(len(papers))]
            return cls(keys=keys, kept={}, missing=dict(zip(keys, papers, strict=True)))
        bare = [_without_places(paper) for paper in papers]
        keys = [digest(repr(paper).encode()) for paper in bare]
        kept = cache.load(SHELF)
        missing = {key: paper for key, paper in zip(keys, bare, strict=True) if key not in kept}
        return cls(keys=keys, kept=kept, missing=missing)

    def completed(self, found: Sequence[Enrichment], cache: Cache) -> list[Enrichment]:
        """Return what is known of each paper, and keep it.

        Args:
            found: Of the missing papers, in their order.
            cache: The one that was looked into.
        """
        made = dict(zip(self.missing, found, strict=True))
        if cache.folder and (made or len(self.kept) > len(set(self.keys))):
            fresh = {key: as_json(packed(enrichment)) for key, enrichment in made.items()}
            cache.save(SHELF, {key: fresh.get(key) or self.kept[key] for key in self.keys})
        unpack = unpacker(Enrichment)
        return [made.get(key) or unpack(json.loads(self.kept[key])) for key in self.keys]


def _without_places(paper: Paper) -> Paper:
    """Return a paper without the places it was read at, which change with each line above it.

    They say nothing about it, but for whose words its own summary is in (``tldr``).
    """
    return paper if paper.tldr else replace(paper, origins=(), provenance=())
