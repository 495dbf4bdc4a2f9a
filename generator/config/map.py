"""The table of site.toml that says whether there is a topic map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MapConfig:
    """The ``[map]`` table: every paper as a dot, near to those about the same thing.

    Attributes:
        enabled: Whether papers are placed, and the page ``/map/`` is made.
    """

    enabled: bool = True
