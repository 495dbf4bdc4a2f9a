"""The table of site.toml that says whether papers are read for what they add and name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TldrConfig:
    """The ``[tldr]`` table: what each paper says in short.

    Attributes:
        enabled: False leaves out what each paper adds and found, the figures it reports, and the
            systems and benchmarks it names; cards then open with the abstract.
    """

    enabled: bool = True
