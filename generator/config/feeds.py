"""The tables of site.toml that say which feeds there are."""

from __future__ import annotations

from dataclasses import dataclass

FORMATS = ("atom", "rss", "json")
"""What feeds are written as: Atom, RSS 2.0 and JSON Feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """One ``[[feeds.search]]`` table: a feed of the papers that a search finds, newest first.

    Attributes:
        query: What would be typed into the search box. A paper must hold every word.
        title: The feed's name; empty takes the query.
    """

    query: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsConfig:
    """The ``[feeds]`` table.

    Attributes:
        limit: Most entries in the site's feed, 1 or more.
        topic_limit: Most entries in any other feed, 1 or more.
        formats: Any of ``atom``, ``rss`` and ``json``; the first is listed first.
        authors: Names of authors whose papers get a feed of their own.
        search: Saved searches that get a feed, each in a ``[[feeds.search]]`` table of its own.
    """

    limit: int = 100
    topic_limit: int = 20
    formats: tuple[str, ...] = FORMATS
    authors: tuple[str, ...] = ()
    search: tuple[SavedSearch, ...] = ()

    def __post_init__(self) -> None:
        for name in ("limit", "topic_limit"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be 1 or more, not {getattr(self, name)}")
        for name in self.formats:
            if name not in FORMATS:
                raise ValueError(f"formats holds {name!r}; known are {', '.join(FORMATS)}")
        if not all(name.strip() for name in self.authors):
            raise ValueError("authors must not hold an empty name")
        if not all(search.query.strip() for search in self.search):
            raise ValueError("search needs a query in each [[feeds.search]]")
