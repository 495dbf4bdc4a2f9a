"""The table of site.toml that says which papers are listed as related."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedConfig:
    """The ``[related]`` table: the papers a reader would want next.

    Attributes:
        limit: Most papers listed as related to one, 0 to 20; 0 turns the lists off.
        min_score: Likeness of two papers' words, 0.0 to 1.0 (the cosine of their vectors); pairs
            below it are never listed.
        model: Folder of a sentence-embedding model for ``model2vec``, relative to the project;
            empty for none. It adds to the comparison of words; nothing is downloaded.
    """

    limit: int = 5
    min_score: float = 0.04
    model: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.limit <= 20:
            raise ValueError(f"limit must lie in 0 to 20, not {self.limit}")
        if not 0.0 <= self.min_score <= 1.0:
            raise ValueError(f"min_score must lie in 0.0 to 1.0, not {self.min_score}")
