"""Conferences by the short names that files and addresses use for them."""

from __future__ import annotations

import re

_SPELLED = {
    "neurips": "NeurIPS",
    "nips": "NIPS",
    "corl": "CoRL",
    "colm": "COLM",
    "colt": "COLT",
    "interspeech": "Interspeech",
    "automl": "AutoML",
    "log": "LoG",
    "siggraph": "SIGGRAPH",
    "siggraphasia": "SIGGRAPH Asia",
}
_NAMED = re.compile(r"(?<![a-z])([a-z]{2,14}?)[-_ ]?((?:19|20)\d{2})(?!\d)", re.IGNORECASE)
_GROUP = re.compile(r"([\w-]+)\.(?:cc|org|net|com)/((?:19|20)\d{2})/", re.IGNORECASE)


def conference_of(name: str) -> tuple[str, int] | None:
    """Return name and year of the conference in a file's name: ``corl2022``, ``neurips-2024-…``."""
    match = _NAMED.search(name)
    return (_spelled(match[1]), int(match[2])) if match else None


def conference_of_group(group: str) -> tuple[str, int] | None:
    """Return those of an OpenReview group: ``ICLR.cc/2024/Conference``."""
    match = _GROUP.search(group)
    return (_spelled(match[1]), int(match[2])) if match else None


def _spelled(name: str) -> str:
    lower = name.lower()
    return _SPELLED.get(lower, name if name != lower else name.upper())
