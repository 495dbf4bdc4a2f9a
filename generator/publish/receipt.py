"""What is remembered of a file once it is laid out and its bytes may be gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.artifact import Artifact
from generator.publish.manifest import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One file of the site.

    Attributes:
        path: As in ``Artifact``.
        origin: As in ``Artifact``.
        entry: Digest and size of the bytes.
        staged: Whether it lies in the staging, because it is new or changed.
        failure: Why it could not be written; empty when it could, or need not be.
        artifact: The file itself; None where nobody asked to keep it.
    """

    path: str
    origin: str
    entry: Entry
    staged: bool = False
    failure: str = ""
    artifact: Artifact | None = None


Receiver = Callable[[Artifact], Receipt]
"""Takes each file as soon as it is made, in whatever process makes it."""


def kept(artifact: Artifact) -> Receipt:
    """Take a file and keep it in memory."""
    return Receipt(
        path=artifact.path,
        origin=artifact.origin,
        entry=Entry.of(artifact.body),
        artifact=artifact,
    )


def weighed(artifact: Artifact) -> Receipt:
    """Take a file, look at it, and forget its bytes."""
    return Receipt(path=artifact.path, origin=artifact.origin, entry=Entry.of(artifact.body))
