"""A free page, such as About, written by the site's owner."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import SourceLocation


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePage:
    """Text that is no paper and no issue.

    Attributes:
        slug: Its URL is ``/<slug>/``.
        title: Shown as heading and in the navigation.
        body: Markdown.
        description: One line for search engines; empty when there is none.
        location: Where it was read.
    """

    slug: str
    title: str
    body: str
    location: SourceLocation
    description: str = ""
