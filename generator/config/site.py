"""What the site is called, where it is, and how it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """The ``[site]`` table.

    Attributes:
        title: The digest's name.
        base_url: Public address, for example ``https://user.github.io/digest/``; empty when
            unknown: canonical links are then left out, and feeds use relative addresses.
        language: BCP 47 tag of the interface, for example ``de`` or ``zh``; the page on languages
            lists those that are shipped, and tells how to add one.
        papers_language: BCP 47 tag of the papers' titles and abstracts, where it is not that of
            the interface; screen readers and hyphenation go by it.
        description: One sentence for search engines and the home page.
        curator: Who chooses the papers; empty when every issue says it itself, or nobody does.
        offline: True lets readers install the site and read pages they have seen without a
            network; after a change to false, what was installed removes itself.
    """

    title: str = "Research digest"
    base_url: str = ""
    language: str = "en"
    papers_language: str = ""
    description: str = ""
    curator: str = ""
    offline: bool = True

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("title must not be empty")
        if self.base_url and not self.base_url.startswith(("http://", "https://")):
            raise ValueError(f"base_url must start with http:// or https://, not {self.base_url!r}")
        if not _TAG.fullmatch(self.language):
            raise ValueError(f"language must be a tag such as en, not {self.language!r}")
        if self.papers_language and not _TAG.fullmatch(self.papers_language):
            raise ValueError(
                f"papers_language must be a tag such as en, not {self.papers_language!r}"
            )
