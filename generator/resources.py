"""The templates and static files that come with the generator."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the shipped folder ``templates`` or ``static``.

    An installed copy carries them as package data; a checkout has them beside the package.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
