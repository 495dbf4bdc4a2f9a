"""What pages say of feeds, files and mail; URLs are as in ``plan.parts``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed to subscribe to; ``url`` is site-relative, ``label`` names the format."""

    url: str
    title: str
    media_type: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRow:
    """A feed in the list of all, in each of its formats."""

    title: str
    feeds: tuple[FeedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file beside a page, for a reference manager or a program; ``url`` is site-relative."""

    url: str
    label: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeForm:
    """A form that sends a mail address to another site.

    Attributes:
        action: Absolute https address.
        origin: Scheme and host of it, which the Content-Security-Policy must allow.
        field: Name of the field of the address.
        hidden: Name and value of further fields.
        note: A sentence; empty when there is none.
    """

    action: str
    origin: str
    field: str
    hidden: tuple[tuple[str, str], ...]
    note: str
