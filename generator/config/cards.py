"""The table of site.toml that says which pages have a social card."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsConfig:
    """The ``[cards]`` table: pictures that chats and social networks show beside a link.

    There are none without a ``base_url``: a page can name its picture by a whole address only.

    Attributes:
        enabled: Whether cards are drawn.
        up_to: Most papers with which each paper has a card of its own; of more papers, only the
            site, its topics and its issues have one, and a paper's page shows the site's. A card
            takes about a millisecond and 11 kB. 0 is no limit.
    """

    enabled: bool = True
    up_to: int = 1000

    def __post_init__(self) -> None:
        if self.up_to < 0:
            raise ValueError(f"up_to must be 0 or more, not {self.up_to}")

    def has_each(self, papers: int) -> bool:
        """Tell whether each paper of a site with so many papers has its own card."""
        return not self.up_to or papers <= self.up_to
