"""Which social card a page names."""

from __future__ import annotations

from dataclasses import dataclass

from generator.config.cards import CardsConfig
from generator.plan import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """The picture that stands for a page elsewhere: its absolute URL, and what it says."""

    url: str
    alt: str


def card_view(
    cards: CardsConfig, *, base_url: str, papers: int, kind: str, url: str, names: tuple[str, str]
) -> CardView | None:
    """Return the card of the page at ``url``; None where there are no cards.

    Args:
        cards: The settings.
        base_url: Public address of the site; empty when unknown.
        papers: Of the whole site.
        kind: Of the page; one without a card of its own shows the site's.
        url: Of the page, site-relative.
        names: Titles of the page and of the site.
    """
    if not (cards.enabled and base_url):
        return None
    own = kind in {"topic", "issue"} or (kind == "paper" and cards.has_each(papers))
    folder = urls.unnumbered(url) if own else urls.HOME
    said = names if own else names[1:]
    return CardView(
        url=urls.absolute(base_url, urls.card_url(folder)), alt=" · ".join(filter(None, said))
    )
