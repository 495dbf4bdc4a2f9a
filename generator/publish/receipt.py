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
        unsure: Addresses in it that may lead nowhere, of a page.
        made_of: Mark of what it is made of, of a page (``publish.made_pages``); or empty.
        artifact: The file itself; None where nobody asked to keep it.
    """

    path: str
    origin: str
    entry: Entry
    staged: bool = False
    failure: str = ""
    unsure: tuple[str, ...] = ()
    made_of: str = ""
    artifact: Artifact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """Where files go.

    Attributes:
        take: Takes each file as soon as it is made, in whatever process makes it.
        stands: Tells whether a file with these bytes lies where it belongs already, so that it
            need not be made; None when all are wanted.
    """

    take: Callable[[Artifact], Receipt]
    stands: Callable[[str, Entry], bool] | None = None


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


MEMORY = Receiver(take=kept)
"""Keeps every file in memory."""
